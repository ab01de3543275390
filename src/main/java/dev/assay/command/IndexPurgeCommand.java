package dev.assay.command;

import dev.assay.PriorWorkHome;
import dev.assay.config.Json;
import dev.assay.dispatch.LetterFolders;
import dev.assay.dispatch.QueuedFolders;
import dev.assay.ledger.Purges;
import dev.assay.priorwork.index.IndexSnapshot;
import dev.assay.priorwork.index.LiveIndex;
import dev.assay.work.Id;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `assay index purge`.
@Command(
        name = "purge",
        description = "Forgets a client for ever: destroys its key, deletes its files and its part of the index, and"
                + " proves that nothing is left there.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing of the client is left in vault and index",
            "64:the command line is wrong",
            "70:something stands in the way, failed, or is left"
        },
        footer = {
            "",
            "Cannot be undone. Stop the installation first. A legal hold, or work that is",
            "not decided, stands in the way. Letters about its work that have not gone are",
            "withdrawn and listed, those in outbox folders deleted. The ledger keeps ids and hashes, and stays intact.",
            "",
            "Example: assay index purge --client pellworm --reason 'contract ended' --home /srv/assay"
        })
final class IndexPurgeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--client", required = true, paramLabel = "ID", description = "The client's id.")
    private String client = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded.")
    private String reason = "";

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
    private Path home = Path.of(".");

    @Option(names = "--json", description = "Prints what was removed and what is left as JSON.")
    private boolean json;

    /// What a purge came to.
    ///
    /// @param before    bytes of the index
    /// @param after     bytes of the index
    /// @param filesGone how many of the client's stored files were deleted
    /// @param queued    what of its submissions lies in `queues/`
    /// @param letters   its folders that were deleted below `outbox/`
    /// @param withdrawn the letters about its work that had not gone and never will
    record Purged(
            String client,
            Purges.Extent extent,
            long before,
            long after,
            int filesGone,
            IndexSnapshot.Residue residue,
            QueuedFolders queued,
            List<String> letters,
            List<Unsent> withdrawn) {}

    /// A letter that does not go any more.
    record Unsent(String letter, String kind, String way, String vendor, Instant opened) {}

    @Override
    public Integer call() throws IOException {
        String why = Given.reason(spec, reason);
        if (!Id.isValid(client)) {
            throw new ParameterException(spec.commandLine(), "'" + client + "' is no id of a client.");
        }
        try (PriorWorkHome installation = PriorWorkHome.open(home, System.getenv())) {
            installation.takeAlone();
            Purges purges = installation.ledger().purges();
            Purges.Extent extent = purges.extent(client);
            if (extent.submissions() + extent.imported() == 0) {
                throw new IllegalStateException(
                        "There is no work for client '" + client + "'. See its id in clients/.");
            }
            installation.workshop();
            List<Unsent> unsent = purges.unsent(client).stream()
                    .map(each -> new Unsent(
                            each.number(), each.kind().word(), each.way().word(), each.vendor(), each.opened()))
                    .toList();
            Optional<String> obstacle = purges.record(client, Given.user(), why);
            if (obstacle.isPresent()) {
                throw new IllegalStateException("Client '" + client + "' is not purged: " + obstacle.get() + ".");
            }
            Purged purged = purge(installation, extent, unsent);
            print(purged);
            return purged.residue().isNone() ? Exit.ACCEPT : Exit.ERROR;
        }
    }

    private Purged purge(PriorWorkHome installation, Purges.Extent extent, List<Unsent> unsent) throws IOException {
        installation.vault().destroyKey(client);
        int files = installation.vault().deleteClient(client);
        installation.wipeLeftovers();
        LiveIndex.wipeOthers(installation.index());
        long before;
        try (LiveIndex index = installation.live()) {
            before = IndexSnapshot.bytes(installation.index());
            index.ask(each -> {
                each.deleteClient(client);
                return each;
            });
        }
        installation.writeQueueIndexes();
        Purges purges = installation.ledger().purges();
        IndexSnapshot.Residue residue;
        try (IndexSnapshot snapshot = installation.snapshot().orElseThrow()) {
            residue = snapshot.residue(client, purges.works(client));
        }
        return new Purged(
                client,
                extent,
                before,
                IndexSnapshot.bytes(installation.index()),
                files,
                residue,
                QueuedFolders.find(installation.queues(), purges.published(client)),
                LetterFolders.delete(home.resolve("outbox"), purges.filed(client)),
                unsent);
    }

    private void print(Purged purged) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(Json.text(purged));
            out.flush();
            return;
        }
        IndexSnapshot.Residue residue = purged.residue();
        out.println("Client " + client + " is purged: " + purged.extent().submissions() + " submission(s), "
                + purged.extent().imported() + " imported work(s).");
        out.println("  key      destroyed, " + purged.filesGone() + " stored files deleted");
        out.println("  index    " + purged.before() + " bytes before, " + purged.after() + " after");
        out.println("  left     " + residue.passages() + " passages, " + residue.terms() + " terms ("
                + residue.lookedFor() + " works' ids looked for)");
        if (!purged.letters().isEmpty()) {
            out.println("These letters lay in the outbox and are deleted:");
            purged.letters().forEach(letter -> out.println("  outbox/" + letter));
        }
        if (!purged.withdrawn().isEmpty()) {
            out.println("These letters had not gone and will not go; tell the vendor what it must know:");
            purged.withdrawn()
                    .forEach(letter -> out.println("  " + letter.kind() + " " + letter.letter() + " of "
                            + letter.opened() + " by " + letter.way() + " to vendor " + letter.vendor()));
        }
        print(purged.queued(), out);
        out.println("Remove clients/" + client + "/ and its work orders, so that nothing more is delivered for it.");
        out.flush();
    }

    private static void print(QueuedFolders queued, PrintWriter out) {
        if (!queued.there().isEmpty()) {
            out.println("Delete these folders, which hold its reports and files in plain:");
            queued.there().forEach(folder -> out.println("  queues/" + folder));
        }
        if (!queued.missing().isEmpty()) {
            out.println("Delete what was taken from the queues, wherever it is now:");
            queued.missing().forEach(submission -> out.println("  submission " + submission));
        }
        out.println("Delete its files in backups and, if any were refused, in drop/.refused/.");
    }
}
