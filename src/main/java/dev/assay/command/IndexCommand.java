package dev.assay.command;

import dev.assay.PriorWorkHome;
import dev.assay.config.Json;
import dev.assay.priorwork.index.IndexSnapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay index`.
@Command(
        name = "index",
        description = "Keeps the index of prior work: takes works in, rebuilds it, tells what it holds, forgets a"
                + " client, shows what is behind a wall.",
        subcommands = {
            IndexAddCommand.class,
            IndexRebuildCommand.class,
            IndexPurgeCommand.class,
            IndexUnlockCommand.class
        },
        footer = {
            "",
            "The index holds keyed fingerprints, no text, and is derived from the ledger.",
            "More on a command: assay index add --help"
        })
public final class IndexCommand extends CommandGroup {
    /// Tells what the index holds.
    @Command(
            name = "stats",
            description = "Tells what the index holds: works, passages, bytes, sequence, by client.",
            footer = {"", "It also works while the installation runs, and tells what was made durable last."})
    int stats(
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
                    Path home,
            @Option(names = "--json", description = "Prints the figures as JSON.") boolean json)
            throws IOException {
        try (PriorWorkHome installation = PriorWorkHome.open(home, System.getenv());
                IndexSnapshot snapshot = installation.snapshot().orElse(null)) {
            IndexSnapshot.Statistics found =
                    snapshot == null ? new IndexSnapshot.Statistics(0, 0, 0, 0, 0, Map.of()) : snapshot.statistics();
            print(found, installation.ledger().indexOps().newest(), json);
            return Exit.ACCEPT;
        }
    }

    private void print(IndexSnapshot.Statistics found, long newest, boolean json) {
        PrintWriter out = out();
        if (json) {
            out.print(Json.text(found));
        } else {
            out.println("works     " + found.works());
            out.println("passages  " + found.passages());
            out.println("bytes     " + found.bytes());
            out.println("sequence  " + found.sequence() + " of " + newest);
            out.println(String.format(Locale.ROOT, "deleted   %.1f %%", 100 * found.deletedShare()));
            found.clients()
                    .forEach((client, share) -> out.println(
                            "  " + client + ": " + share.works() + " works, " + share.passages() + " passages"));
        }
        out.flush();
    }

    /// Takes accepted work back.
    @Command(
            name = "recall",
            description = "Records that an accepted submission is taken back, so that whoever reuses it is told.",
            footer = {
                "",
                "The verdict stays what it was. It also works while the installation runs.",
                "",
                "Example: assay index recall 2f9c --reason 'wrong base' --home /srv/assay"
            })
    int recall(
            @Parameters(
                            paramLabel = "SUBMISSION",
                            description = "The submission's id, or its first digits (at least 4).")
                    String id,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
                    Path home)
            throws IOException {
        String why = Given.reason(spec, reason);
        try (PriorWorkHome installation = PriorWorkHome.open(home, System.getenv())) {
            String submission = Given.submission(spec, installation.ledger(), id);
            boolean recalled = installation.ledger().submissions().recall(submission, Given.user(), why);
            say("Submission " + submission + (recalled ? " is recalled." : " was recalled before."));
            return Exit.ACCEPT;
        }
    }
}
