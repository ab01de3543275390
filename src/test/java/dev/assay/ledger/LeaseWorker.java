package dev.assay.ledger;

import dev.assay.vault.Vault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// A process that works on a shared ledger: takes one job, says so, waits for a line, and ends the job.
public final class LeaseWorker {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private LeaseWorker() {}

    /// @param args the ledger's URL, the vault's folder, how long its leases are in milliseconds
    static void main(String[] args) throws IOException, InterruptedException {
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        LedgerLocation location = new LedgerLocation(args[0], "postgres", "");
        Duration lease = Duration.ofMillis(Long.parseLong(args[2]));
        try (Ledger ledger =
                Ledger.open(location, Vault.open(Path.of(args[1]), new char[0]), Clock.systemUTC(), Outlets.NONE)) {
            Optional<Job> job = ledger.jobs().claim(JobKind.IDENTIFY, lease);
            while (job.isEmpty()) {
                Thread.sleep(PAUSE);
                job = ledger.jobs().claim(JobKind.IDENTIFY, lease);
            }
            say("claimed, attempt " + job.get().attempts());
            told.readLine();
            try {
                ledger.arrivals().settle(job.get(), ArrivalState.PARKED, "It cannot be identified.");
                say("ended it");
            } catch (LeaseLost e) {
                say("lost it");
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
