package dev.assay.command;

import dev.assay.PriorWorkHome;
import dev.assay.priorwork.index.LiveIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `assay index rebuild`.
@Command(
        name = "rebuild",
        description = "Builds the index anew from the ledger and the stored documents, beside the one in use.",
        footer = {
            "",
            "It also works while the installation runs: the old index serves until the new",
            "one is complete, which then takes its place before the next look-up.",
            "",
            "Example: assay index rebuild --home /srv/assay"
        })
final class IndexRebuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
    private Path home = Path.of(".");

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (OnStop _ = OnStop.interruptThisThread();
                PriorWorkHome installation = PriorWorkHome.open(home, System.getenv())) {
            long sequence = installation.rebuild(progress -> {
                err.println(progress.sequence() + " of " + progress.newest() + " operations");
                err.flush();
            });
            if (installation.tryTakeAlone()) {
                try (LiveIndex index = installation.live()) {
                    out.println(
                            "The index is built anew and in use, sequence " + index.ask(each -> each.sequence()) + ".");
                }
            } else {
                out.println("The index is built anew, sequence " + sequence
                        + ". The running installation takes it into use before its next look-up.");
            }
            out.flush();
            return Exit.ACCEPT;
        }
    }
}
