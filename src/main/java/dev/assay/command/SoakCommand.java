package dev.assay.command;

import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.lab.soak.CrashPointFigures;
import dev.assay.lab.soak.CrashPointSweep;
import dev.assay.lab.soak.Soak;
import dev.assay.lab.soak.SoakFigures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `assay soak`.
@Command(
        name = "soak",
        description = {
            "Proves on this machine that nothing is lost or doubled: runs the program in a home of its own, feeds it by"
                    + " all channels, kills it again and again, and judges what came out.",
            "Ends with 0 only if nothing was lost, doubled or corrupted."
        },
        footer = {"", "Examples:", "  assay soak --kills 300 --submissions 3000", "  assay soak --crash-points"})
public final class SoakCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--crash-points",
            description = "Halts it at each crash point of the delivery protocol instead, by each channel and to each"
                    + " queue.")
    private boolean crashPoints;

    @Option(
            names = "--broker",
            defaultValue = "",
            paramLabel = "URL",
            description = "An Artemis broker for --crash-points, whose assay queues are empty; without one, folder"
                    + " queues alone are swept.")
    private String broker = "";

    @Option(
            names = "--kills",
            defaultValue = "30",
            paramLabel = "N",
            description = "How often it is killed at a random moment. Default: ${DEFAULT-VALUE}.")
    private int kills;

    @Option(
            names = "--submissions",
            paramLabel = "M",
            description = "How many different contents are delivered; ten for each kill where it is not said.")
    private @Nullable Integer submissions;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Draws contents and moments. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--channels",
            split = ",",
            defaultValue = "folder,sftp,mail,upload",
            paramLabel = "CHANNEL",
            description = "Where they are delivered. Default: ${DEFAULT-VALUE}.")
    private List<String> channels = List.of();

    @Option(
            names = "--minutes",
            defaultValue = "1440",
            paramLabel = "T",
            description =
                    "Ends the kills after so many minutes, and with them the deliveries, and judges what there is."
                            + " Default: ${DEFAULT-VALUE}.")
    private long minutes;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Works in this folder, which is new or empty, and keeps it.")
    private @Nullable Path home;

    @Option(names = "--json", description = "Prints the figures as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        int most = submissions == null ? kills * 10 : submissions;
        if (kills < 1 || most < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--kills and --submissions must be at least 1. Found: " + kills + " and " + most);
        }
        if (channels.isEmpty() || !Soak.channels().containsAll(channels)) {
            throw new ParameterException(
                    spec.commandLine(), "--channels are some of " + Soak.channels() + ". Found: " + channels);
        }
        Path folder = home == null ? Files.createTempDirectory("assay-soak-") : home;
        try (OnStop _ = OnStop.interruptThisThread()) {
            return crashPoints
                    ? sweep(folder.toAbsolutePath())
                    : tell(Soak.run(
                            new Soak.Options(
                                    folder.toAbsolutePath(), Path.of(""), kills, most, seed, channels, minutes),
                            this::progress));
        } finally {
            if (home == null) {
                TaskFolder.wipe(folder);
            }
        }
    }

    private int sweep(Path folder) throws IOException, InterruptedException, SQLException {
        CrashPointFigures figures =
                CrashPointSweep.run(new CrashPointSweep.Options(folder, Path.of(""), channels, broker), this::progress);
        print(json ? Json.text(figures) : figures.text());
        return figures.isKept() ? Exit.ACCEPT : Exit.ERROR;
    }

    private int tell(SoakFigures figures) {
        print(json ? Json.text(figures) : figures.text());
        return figures.isKept() ? Exit.ACCEPT : Exit.ERROR;
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private void progress(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
