package dev.assay;

import dev.assay.command.AnswerCommand;
import dev.assay.command.BenchCommand;
import dev.assay.command.BundleCommand;
import dev.assay.command.CheckCommand;
import dev.assay.command.ChecklistCommand;
import dev.assay.command.CompareCommand;
import dev.assay.command.DemoCommand;
import dev.assay.command.DismissCommand;
import dev.assay.command.Exit;
import dev.assay.command.HoldCommand;
import dev.assay.command.IndexCommand;
import dev.assay.command.LedgerCommand;
import dev.assay.command.LetterCommand;
import dev.assay.command.ManifestCommand;
import dev.assay.command.QuarantineCommand;
import dev.assay.command.ReadCommand;
import dev.assay.command.RequeueCommand;
import dev.assay.command.RunCommand;
import dev.assay.command.SoakCommand;
import dev.assay.command.WrongUse;
import dev.assay.config.InvalidFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command line.
@Command(
        name = "assay",
        description = "A quality gate for knowledge work: takes vendors' deliverables, checks each against the client's"
                + " checklist, and puts it into the accept, rework or review queue with a report.",
        versionProvider = Assay.Version.class,
        mixinStandardHelpOptions = true,
        scope = picocli.CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            CheckCommand.class,
            ReadCommand.class,
            CompareCommand.class,
            ChecklistCommand.class,
            BundleCommand.class,
            ManifestCommand.class,
            LedgerCommand.class,
            IndexCommand.class,
            HoldCommand.class,
            LetterCommand.class,
            QuarantineCommand.class,
            RequeueCommand.class,
            DismissCommand.class,
            AnswerCommand.class,
            BenchCommand.class,
            SoakCommand.class,
            HelpCommand.class
        },
        footer = {"", "Start with: assay demo"})
public final class Assay implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Assay() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /// Runs a command.
    ///
    /// @return what the process ends with
    public static int run(String... arguments) {
        return run(new CommandLine(new Assay()), arguments);
    }

    /// Runs a command that writes to the given ends.
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(new CommandLine(new Assay()).setOut(out).setErr(err), arguments);
    }

    private static int run(CommandLine line, String... arguments) {
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            // Whoever told it to stop needs no message.
            if (!(exception instanceof InterruptedException)) {
                command.getErr().println(message(exception));
            }
            return exception instanceof InvalidFiles ? Exit.USAGE : Exit.ERROR;
        });
        line.setParameterExceptionHandler((exception, wrong) -> {
            CommandLine command = exception.getCommandLine();
            command.getErr().println(WrongUse.message(exception));
            command.getErr().println(WrongUse.hint(command));
            return Exit.USAGE;
        });
        return line.execute(arguments);
    }

    /// What a person can act on; a bug's trace goes to the log's reader as it is.
    private static String message(Exception exception) {
        if (exception instanceof InvalidFiles || exception instanceof IllegalStateException) {
            return String.valueOf(exception.getMessage());
        }
        if (exception instanceof IOException || exception instanceof UncheckedIOException) {
            Throwable cause = exception instanceof UncheckedIOException ? exception.getCause() : exception;
            return "Cannot read or write: " + cause.getClass().getSimpleName() + " " + cause.getMessage()
                    + ". See that this user may, and that the disk has room.";
        }
        java.io.StringWriter trace = new java.io.StringWriter();
        exception.printStackTrace(new PrintWriter(trace));
        return "This is a fault in Assay: " + trace;
    }

    @Override
    public void run() {
        throw WrongUse.noCommand(spec.commandLine());
    }

    /// This program's version, as its jar says.
    public static String version() {
        String version = Assay.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /// Tells picocli the version.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"assay " + version()};
        }
    }
}
