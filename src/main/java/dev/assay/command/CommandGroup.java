package dev.assay.command;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that does nothing without one of its own.
abstract class CommandGroup implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public final void run() {
        throw WrongUse.noCommand(spec.commandLine());
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final void say(String line) {
        out().println(line);
        out().flush();
    }
}
