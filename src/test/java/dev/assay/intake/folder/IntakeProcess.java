package dev.assay.intake.folder;

import dev.assay.intake.Backpressure;
import dev.assay.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/// A process that receives a folder until nothing is left in it: what the crash tests kill.
final class IntakeProcess {
    private static final int MOST_LISTINGS = 2000;

    private IntakeProcess() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Vault vault = Vault.open(home.resolve("data"), new char[0]);
        vault.clearWork();
        FolderIntake intake = new FolderIntake(
                home.resolve("drop"),
                "kestrel",
                vault,
                new FileLog(home.resolve("log")),
                new FolderRules(Duration.ofMillis(5), 100_000),
                Backpressure.Open::new,
                Clock.systemUTC());
        intake.recover();
        for (int i = 0; i < MOST_LISTINGS && !isDone(home); i++) {
            Installation.list(home.resolve("drop/kestrel"), intake);
            Thread.sleep(10);
        }
        System.exit(isDone(home) ? 0 : 1);
    }

    private static boolean isDone(Path home) throws IOException {
        return Installation.names(home.resolve("drop/kestrel")).isEmpty()
                && Installation.names(home.resolve("drop/.claims")).isEmpty();
    }
}
