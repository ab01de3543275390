package dev.assay.command;

import dev.assay.PriorWorkHome;
import dev.assay.work.Id;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `assay hold`.
@Command(
        name = "hold",
        description = "Sets and lifts legal holds: while one is in force for a client, nothing of it is purged.",
        footer = {"", "Both also work while the installation runs.", "More on a command: assay hold set --help"})
public final class HoldCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw WrongUse.noCommand(spec.commandLine());
    }

    @Command(
            name = "set",
            description = "Sets a legal hold for a client.",
            footer = {"", "Example: assay hold set --client pellworm --reason 'case 7' --home /srv/assay"})
    int set(
            @Option(names = "--client", required = true, paramLabel = "ID", description = "The client's id.")
                    String client,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded.")
                    String reason,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
                    Path home)
            throws IOException {
        String why = IndexCommand.reason(spec, reason);
        try (PriorWorkHome installation = PriorWorkHome.open(home, System.getenv())) {
            requireKnown(installation, client);
            boolean set = installation.ledger().holds().set(client, IndexCommand.user(), why);
            say("A legal hold " + (set ? "is set" : "was set before") + " for client " + client + ".");
            return Exit.ACCEPT;
        }
    }

    @Command(
            name = "lift",
            description = "Lifts the legal hold of a client.",
            footer = {"", "Example: assay hold lift --client pellworm --reason 'case 7 ended' --home /srv/assay"})
    int lift(
            @Option(names = "--client", required = true, paramLabel = "ID", description = "The client's id.")
                    String client,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded.")
                    String reason,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
                    Path home)
            throws IOException {
        String why = IndexCommand.reason(spec, reason);
        try (PriorWorkHome installation = PriorWorkHome.open(home, System.getenv())) {
            boolean lifted = installation.ledger().holds().lift(client, IndexCommand.user(), why);
            say(
                    lifted
                            ? "The legal hold for client " + client + " is lifted."
                            : "No legal hold is in force for client " + client + ".");
            return lifted ? Exit.ACCEPT : Exit.NOT_FOUND;
        }
    }

    private void requireKnown(PriorWorkHome installation, String client) {
        boolean known = Id.isValid(client)
                && (installation.catalogue().client(client).isPresent()
                        || installation.ledger().purges().extent(client).submissions() > 0
                        || installation.ledger().purges().extent(client).imported() > 0);
        if (!known) {
            throw new ParameterException(
                    spec.commandLine(), "There is no client '" + client + "', and no work for one of that id.");
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
