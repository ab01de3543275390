package dev.assay.lab.soak;

import dev.assay.lab.soak.Delivery.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// When an installation has nothing left to do, as seen from outside.
final class Rest {
    private static final long PAUSE_MILLIS = 300;

    private final SoakHome home;
    private final Feeds feeds;
    private final int deliveries;

    /// @param deliveries how many will have been sent
    Rest(SoakHome home, Feeds feeds, int deliveries) {
        this.home = home;
        this.feeds = feeds;
        this.deliveries = deliveries;
    }

    /// Lets some time pass, in milliseconds.
    interface Passing {
        void pass(long millis) throws InterruptedException, IOException;
    }

    /// Waits until it comes, or the program ends.
    ///
    /// @param standstillSeconds after so long without a change it has come, too; what is missing is for the oracle
    /// @return false if the program ended meanwhile
    boolean comes(SoakProgram program, long standstillSeconds, Passing passing)
            throws IOException, InterruptedException {
        long changed = System.nanoTime();
        List<Long> last = List.of();
        while (System.nanoTime() - changed < TimeUnit.SECONDS.toNanos(standstillSeconds)) {
            if (!program.isAlive()) {
                return false;
            }
            List<Long> now = program.isReady() ? state() : List.of(1L);
            if (now.stream().allMatch(each -> each == 0)) {
                return true;
            }
            if (!now.equals(last)) {
                last = now;
                changed = System.nanoTime();
            }
            passing.pass(PAUSE_MILLIS);
        }
        return true;
    }

    /// What is still to come or to do, each 0 at rest.
    private List<Long> state() throws IOException {
        long kept = 0;
        for (Way way : Way.values()) {
            kept += feeds.kept(way);
        }
        long unsent = (long) deliveries - feeds.sent().size();
        if (!SoakLedger.exists(home.folder)) {
            return List.of(unsent, kept, 1L);
        }
        try (SoakLedger ledger = SoakLedger.open(home.folder)) {
            return List.of(
                    unsent,
                    kept,
                    ledger.count("SELECT COUNT(*) FROM job WHERE state <> 'DONE'"),
                    ledger.count("SELECT COUNT(*) FROM outbox WHERE state <> 'PUBLISHED'"),
                    ledger.count("SELECT COUNT(*) FROM arrival WHERE acknowledged_at IS NULL"),
                    isTaken() ? 0L : 1L);
        } catch (SQLException e) {
            // The program ends at this moment and has left the ledger to be recovered.
            return List.of(unsent, kept, 1L);
        }
    }

    private boolean isTaken() throws IOException {
        for (String queue : QueueConsumer.QUEUES) {
            Path folder = home.folder.resolve("queues").resolve(queue);
            if (Files.isDirectory(folder)) {
                try (var inside = Files.newDirectoryStream(folder, Files::isDirectory)) {
                    if (inside.iterator().hasNext()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
