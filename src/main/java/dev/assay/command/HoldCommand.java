package dev.assay.command;

import dev.assay.PriorWorkHome;
import dev.assay.work.Id;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `assay hold`.
@Command(
        name = "hold",
        description = "Sets and lifts legal holds: while one is in force for a client, nothing of it is purged.",
        footer = {"", "Both also work while the installation runs.", "More on a command: assay hold set --help"})
public final class HoldCommand extends CommandGroup {
    /// What both are told.
    static final class About {
        @Option(names = "--client", required = true, paramLabel = "ID", description = "The client's id.")
        private String client = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded.")
        private String reason = "";

        @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
        private Path home = Path.of(".");
    }

    @Command(
            name = "set",
            description = "Sets a legal hold for a client.",
            footer = {"", "Example: assay hold set --client pellworm --reason 'case 7' --home /srv/assay"})
    int set(@Mixin About about) throws IOException {
        String why = Given.reason(spec, about.reason);
        try (PriorWorkHome installation = PriorWorkHome.open(about.home, System.getenv())) {
            requireKnown(installation, about.client);
            boolean set = installation.ledger().holds().set(about.client, Given.user(), why);
            say("A legal hold " + (set ? "is set" : "was set before") + " for client " + about.client + ".");
            return Exit.ACCEPT;
        }
    }

    @Command(
            name = "lift",
            description = "Lifts the legal hold of a client.",
            footer = {"", "Example: assay hold lift --client pellworm --reason 'case 7 ended' --home /srv/assay"})
    int lift(@Mixin About about) throws IOException {
        String why = Given.reason(spec, about.reason);
        try (PriorWorkHome installation = PriorWorkHome.open(about.home, System.getenv())) {
            boolean lifted = installation.ledger().holds().lift(about.client, Given.user(), why);
            say(
                    lifted
                            ? "The legal hold for client " + about.client + " is lifted."
                            : "No legal hold is in force for client " + about.client + ".");
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
}
