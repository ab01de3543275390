package dev.assay.command;

import dev.assay.Wiring;
import dev.assay.child.TaskFolder;
import dev.assay.lab.Demo;
import dev.assay.lab.DemoServers;
import dev.assay.report.IndexRow;
import dev.assay.report.ReportsIndex;
import dev.assay.web.Answer;
import dev.assay.web.WebServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `assay demo`.
@Command(
        name = "demo",
        description =
                "Plays the sample story: vendors deliver samples by folder, SFTP, mail and upload, and it shows how"
                        + " each ends, its report, and how vendors are answered.",
        footer = {
            "",
            "Starts the vendors' SFTP and mail servers itself, on free ports of 127.0.0.1, and ends them with it.",
            "Works in a scratch home that is gone at the end, or in --home, where an interrupted demo goes on.",
            "Ends with 0 when every sample ended as the story says, else with 70."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Pattern REPORT = Pattern.compile("(?:accept|rework|review)/[0-9a-f]{32}/report\\.html");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--exit", description = "Ends when all is decided instead of showing the reports.")
    private boolean exit;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Works in this folder, which is new, empty or an interrupted demo's, and keeps it.")
    private @Nullable Path home;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            converter = PortConverter.class,
            description = "Where the reports are shown on 127.0.0.1. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path samples = Path.of(System.getProperty("assay.root", "."), "samples");
        if (!Files.isRegularFile(samples.resolve("story.yaml"))) {
            throw new IllegalStateException("There are no samples in " + samples.toAbsolutePath()
                    + ". Start the demo by the launcher 'assay' of the project.");
        }
        if (!exit) {
            WebServer.requireFree("127.0.0.1", port);
        }
        try (OnStop _ = OnStop.interruptThisThread()) {
            return home == null ? playInScratch(samples) : play(Demo.prepare(samples, home), home);
        }
    }

    private int playInScratch(Path samples) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("assay-demo-");
        try {
            return play(Demo.prepare(samples, folder), folder);
        } finally {
            TaskFolder.wipe(folder);
        }
    }

    private int play(Demo demo, Path folder) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putIfAbsent("ASSAY_MANAGEMENT_PORT", "0");
        out.println("Assay demo in " + folder.toAbsolutePath());
        out.flush();
        try (DemoServers servers = demo.servers()) {
            environment.putAll(servers.environment());
            try (Wiring.Running running = Wiring.start(
                    folder,
                    environment,
                    Clock.systemUTC(),
                    () -> Runtime.getRuntime().halt(Exit.ERROR))) {
                DemoTable.printServers(out, servers, running.uploadPort(), running.managementPort());
                Demo.Ending ending = demo.play(
                        new Demo.Played(running.ledger(), running.folders(), running.uploadPort()),
                        servers,
                        each -> DemoTable.printProgress(out, each));
                DemoTable.print(out, folder, ending);
                if (!exit) {
                    show(folder, ending.drops(), out);
                }
                return ending.asTold() ? 0 : Exit.ERROR;
            }
        }
    }

    private void show(Path folder, List<Demo.Ended> ended, PrintWriter out) throws InterruptedException {
        List<IndexRow> rows = ended.stream()
                .map(Demo.Ended::row)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        String index = ReportsIndex.render("Assay demo: the reports", rows, ZoneId.of("Europe/London"));
        try (WebServer server = WebServer.start(
                "127.0.0.1",
                port,
                Map.of("/", rest -> new Answer(200, "text/html", index), "/<rest>", rest -> report(folder, rest)))) {
            out.println("The reports: http://127.0.0.1:" + server.port() + "/ until Ctrl-C");
            out.flush();
            new CountDownLatch(1).await();
        }
    }

    private static Answer report(Path folder, String rest) {
        if (!REPORT.matcher(rest).matches()) {
            return Answer.notFound();
        }
        Path file = folder.resolve("queues").resolve(rest);
        try {
            return Files.isRegularFile(file) ? new Answer(200, "text/html", Files.readString(file)) : Answer.notFound();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
