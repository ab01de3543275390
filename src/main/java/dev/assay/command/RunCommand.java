package dev.assay.command;

import dev.assay.Wiring;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `assay run`.
@Command(
        name = "run",
        description = "Runs an installation until it is told to stop (Ctrl-C or SIGTERM).",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "64:settings, definitions or checklists have mistakes; all are told",
            "70:something it needs is taken or missing, or bytes may not be on the disk",
            "130, 143:it was told to stop"
        },
        footer = {
            "",
            "Receives what vendors put into drop/<vendor>/, and puts each deliverable with",
            "its report into queues/accept, queues/rework or queues/review. What the folder",
            "holds is told by the operations page; the samples are a complete one.",
            "",
            "Example: assay run --home /srv/assay"
        })
public final class RunCommand implements Callable<Integer> {
    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
    private Path home = Path.of(".");

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        Wiring.Running running = Wiring.start(
                home,
                System.getenv(),
                Clock.systemUTC(),
                () -> Runtime.getRuntime().halt(Exit.ERROR));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            running.close();
            stop.countDown();
        }));
        stop.await();
        return 0;
    }
}
