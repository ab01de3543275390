package dev.assay;

import dev.assay.child.ChildPool;
import dev.assay.child.ChildSettings;
import dev.assay.child.Ending;
import dev.assay.child.TaskFolder;
import dev.assay.config.Catalogue;
import dev.assay.config.InvalidFiles;
import dev.assay.config.Setting;
import dev.assay.config.Settings;
import dev.assay.dispatch.Broker;
import dev.assay.dispatch.BrokerPublisher;
import dev.assay.dispatch.QueuePublisher;
import dev.assay.extract.WarmUpTask;
import dev.assay.intake.ArrivalBytes;
import dev.assay.intake.Backpressure;
import dev.assay.intake.Heartbeat;
import dev.assay.intake.PressureGauge;
import dev.assay.intake.identify.AssembleStage;
import dev.assay.intake.identify.IdentifyStage;
import dev.assay.intake.scan.Clamd;
import dev.assay.intake.scan.ClamdAddress;
import dev.assay.intake.scan.VirusScanner;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerLocation;
import dev.assay.ledger.LetterWay;
import dev.assay.ledger.Outlets;
import dev.assay.meter.Meters;
import dev.assay.report.QueueFolder;
import dev.assay.route.Failures;
import dev.assay.route.Health;
import dev.assay.route.RouteEngine;
import dev.assay.route.jms.JmsSender;
import dev.assay.stage.CheckStage;
import dev.assay.stage.DecideStage;
import dev.assay.stage.ExtractStage;
import dev.assay.stage.IndexStage;
import dev.assay.stage.ReferenceShelf;
import dev.assay.stage.UnnamedBlobs;
import dev.assay.stage.priorwork.PriorWorkUses;
import dev.assay.stage.workshop.Workshop;
import dev.assay.vault.KeystoreRefused;
import dev.assay.vault.Vault;
import dev.assay.web.Answer;
import dev.assay.web.UploadListener;
import dev.assay.web.WebServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where a running installation is put together: everything is made here, in the order in which
/// it depends on each other, and closed in the opposite order.
public final class Wiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final Pattern SIGNS = Pattern.compile("[?{}$]|RAW\\(");
    private static final Duration IDLE = Duration.ofMillis(200);

    private final Opened opened = new Opened();
    private final Path home;
    private final Path data;
    private final Settings settings;
    private final Clock clock;
    private final Meters meters = Meters.create();
    private final Health health = new Health();

    private Wiring(Path home, Settings settings, Clock clock) {
        this.home = home;
        this.data = home.resolve("data");
        this.settings = settings;
        this.clock = clock;
    }

    /// A running installation.
    ///
    /// @param ledger         its record
    /// @param folders        what its queues' folders hold
    /// @param health         whether it is well
    /// @param managementPort where `/health` and `/metrics` answer
    /// @param uploadPort     where uploads are received; 0 where none are
    public record Running(
            Ledger ledger, QueueFolder folders, Health health, int managementPort, int uploadPort, Wiring wiring)
            implements AutoCloseable {
        @Override
        public void close() {
            wiring.close();
        }
    }

    /// Starts an installation.
    ///
    /// @param home        its folder
    /// @param environment what may override settings
    /// @param stop        ends the process when bytes may not be on the disk
    /// @throws InvalidFiles          with every mistake in its files
    /// @throws IllegalStateException if something it needs is taken or missing; the message says what and what
    ///                       to do
    public static Running start(Path home, Map<String, String> environment, Clock clock, Runnable stop) {
        Path folder = home.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("There is no folder " + folder + ". Name an installation's home.");
        }
        requirePlain(folder);
        requireFileNames(System.getProperty("sun.jnu.encoding", "UTF-8"));
        Definitions definitions = Definitions.load(folder, environment);
        Wiring wiring = new Wiring(folder, definitions.settings(), clock);
        try {
            return wiring.start(definitions, stop);
        } catch (IOException e) {
            wiring.close();
            throw new IllegalStateException("Cannot start in " + folder + ": " + reason(e), e);
        } catch (RuntimeException e) {
            wiring.close();
            throw e;
        }
    }

    private static void requirePlain(Path folder) {
        if (SIGNS.matcher(folder.toString()).find()) {
            throw new IllegalStateException("The path of a home must not hold '?', '{', '}', '$' or 'RAW(', which"
                    + " libraries read as signs of their own. Found: " + folder + ". Choose another folder.");
        }
    }

    private static void requireFileNames(String encoding) {
        if (!encoding.equalsIgnoreCase("UTF-8")) {
            throw new IllegalStateException("File names are read as " + encoding
                    + " here, which has no letters but English ones. Start Assay in a UTF-8 locale, such as"
                    + " LC_ALL=C.UTF-8.");
        }
    }

    /// The ledger of an installation, for looking into it, also while the installation runs.
    ///
    /// @throws IllegalStateException if there is none
    public static Ledger ledger(Path home, Map<String, String> environment) {
        Path folder = home.toAbsolutePath().normalize();
        requireData(folder);
        return ledger(new Wiring(folder, Settings.load(folder, environment), Clock.systemUTC()), Outlets.NONE);
    }

    private static Ledger ledger(Wiring wiring, Outlets outlets) {
        try {
            Vault vault = Vault.open(
                    wiring.data,
                    wiring.settings.text(Setting.KEYSTORE_PASSPHRASE).toCharArray());
            return Ledger.open(wiring.location(), vault, wiring.clock, outlets);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot open the ledger in " + wiring.home + ": " + reason(e), e);
        }
    }

    static void requireData(Path folder) {
        if (!Files.exists(folder.resolve("data/keys"))) {
            throw new IllegalStateException(
                    folder + " holds no data of an installation. Name the home of one that has run.");
        }
    }

    static String reason(IOException e) {
        return e instanceof KeystoreRefused
                ? e.getMessage()
                : e.getClass().getSimpleName() + " " + e.getMessage() + ". Let Assay read and write there.";
    }

    private Running start(Definitions definitions, Runnable stop) throws IOException {
        Catalogue catalogue = definitions.catalogue();
        if (catalogue.vendors().isEmpty()) {
            throw new IllegalStateException(home + " holds no installation: it has no vendors/<id>.yaml, so nothing"
                    + " could be received. The samples are a complete one.");
        }
        Files.createDirectories(data);
        opened(HomeLock.take(home, data));
        Vault vault =
                Vault.open(data, settings.text(Setting.KEYSTORE_PASSPHRASE).toCharArray());
        vault.clearWork();
        Path tasks = data.resolve("tasks");
        TaskFolder.prepare(tasks);
        LetterWiring letters = new LetterWiring(home, settings, catalogue, definitions.wordings(), clock);
        Ledger ledger = opened(Ledger.open(location(), vault, clock, letters.outlets()));
        if (!ledger.shared()) {
            ledger.jobs().releaseAll();
        }
        ArrivalBytes.tidy(ledger, vault);
        sweep(ledger, vault);
        QueueFolder folders = new QueueFolder(ledger, vault, catalogue, Assay.version());
        QueuePublisher publisher = new QueuePublisher(ledger, home.resolve("queues"), folders::write, folders::index);
        publisher.prepare();
        opened(publisher);
        PressureGauge pressure = pressure(ledger);
        ChannelWiring channels = new ChannelWiring(home, settings, catalogue, health, meters, clock, stop);
        ledger.orders().expect(catalogue.workOrders());
        opened(Heartbeat.start(ledger.outages(), () -> pressure.intake() instanceof Backpressure.Open));
        List<RouteEngine.Source> sources = channels.sources(vault, ledger, pressure);
        ChildPool children = opened(ChildPool.start(
                new ChildSettings(
                        settings.count(Setting.CHILDREN_COUNT),
                        Math.toIntExact(settings.size(Setting.CHILDREN_HEAP) >> 20),
                        settings.count(Setting.CHILDREN_RECYCLE_AFTER),
                        data.resolve("scratch"),
                        WarmUpTask.class,
                        List.of()),
                this::count));
        Workshop workshop =
                new Workshop(ledger, vault, children, tasks, settings.count(Setting.JOBS_MOST_ATTEMPTS), meters);
        measure(ledger, children);
        int port = management();
        PriorWorkWiring priorWork =
                opened(PriorWorkWiring.start(workshop, settings, data, PriorWorkUses.of(catalogue), health));
        RouteEngine engine = routes(
                definitions, workshop, priorWork, publisher, letters.publishers(ledger), sources, pressure, stop);
        int uploadPort = channels.listen(engine)
                .map(this::opened)
                .map(UploadListener::port)
                .orElse(0);
        health.started();
        LOG.info("Assay {} runs in {}; health and metrics on port {}", Assay.version(), home, port);
        return new Running(ledger, folders, health, port, uploadPort, this);
    }

    /// A command beside it may have stored what it is about to name.
    private void sweep(Ledger ledger, Vault vault) throws IOException {
        try (HomeLock alone = HomeLock.tryTakeForCommand(data).orElse(null)) {
            if (alone != null) {
                UnnamedBlobs.sweep(ledger, vault);
            }
        }
    }

    private RouteEngine routes(
            Definitions definitions,
            Workshop workshop,
            PriorWorkWiring priorWork,
            QueuePublisher publisher,
            Map<String, Object> outgoing,
            List<RouteEngine.Source> sources,
            PressureGauge pressure,
            Runnable stop) {
        IdentifyStage identify = new IdentifyStage(
                workshop.ledger(),
                workshop.vault(),
                workshop.children(),
                scanner(),
                definitions.catalogue(),
                workshop.tasks(),
                settings.duration(Setting.READING_DEADLINE),
                workshop.mostAttempts(),
                publisher::index);
        ReferenceShelf references =
                new ReferenceShelf(workshop, home.resolve("references"), settings.duration(Setting.READING_DEADLINE));
        CheckStage check = new CheckStage(
                workshop,
                definitions::checklist,
                references,
                priorWork.lookUp(),
                definitions::terms,
                settings.duration(Setting.CHECKS_DEADLINE_PER_ITEM),
                clock);
        Map<String, Object> beans = new HashMap<>(outgoing);
        beans.put("announce", new BrokerPublisher(workshop.ledger(), broker()));
        beans.putAll(Map.of(
                "identify",
                identify,
                "assemble",
                new AssembleStage(workshop.ledger()),
                "extract",
                new ExtractStage(workshop, references, settings.duration(Setting.READING_DEADLINE)),
                "index",
                new IndexStage(workshop, priorWork.replay()),
                "check",
                check,
                "decide",
                new DecideStage(workshop, settings.duration(Setting.CHECKS_DEADLINE_PER_ITEM)),
                "publish",
                publisher));
        Failures failures = new Failures(
                workshop.ledger(), health, settings.duration(Setting.JOBS_RETRY_AFTER), workshop.mostAttempts(), stop);
        return opened(RouteEngine.start(
                home,
                new RouteEngine.Work(
                        beans,
                        failures,
                        workshop.ledger().jobs(),
                        settings.duration(Setting.JOBS_LEASE),
                        IDLE,
                        settings.count(Setting.CHILDREN_COUNT),
                        meters,
                        pressure::reading),
                sources,
                health));
    }

    private VirusScanner scanner() {
        String clamd = settings.text(Setting.SCAN_CLAMD);
        return clamd.isEmpty()
                ? VirusScanner.NONE
                : opened(new Clamd(new ClamdAddress(clamd), settings.duration(Setting.SCAN_DEADLINE)));
    }

    private Broker broker() {
        String url = settings.text(Setting.QUEUES_BROKER_URL);
        return url.isEmpty()
                ? (queue, id, subject, text) -> {
                    throw new IOException("queues.broker-url is not set any more; set it, that what waits is told");
                }
                : opened(new JmsSender(
                        url, settings.text(Setting.QUEUES_BROKER_USER), settings.text(Setting.QUEUES_BROKER_PASSWORD)));
    }

    private PressureGauge pressure(Ledger ledger) {
        File disk = data.toFile();
        PressureGauge gauge = new PressureGauge(
                new Backpressure.Limits(
                        settings.share(Setting.INTAKE_LEAST_FREE_SHARE),
                        settings.size(Setting.INTAKE_LEAST_FREE_SPACE),
                        settings.share(Setting.READING_LEAST_FREE_SHARE),
                        settings.count(Setting.INTAKE_MOST_OPEN_JOBS)),
                disk::getUsableSpace,
                disk::getTotalSpace,
                () -> Math.toIntExact(ledger.jobs().open()),
                vendor -> Math.toIntExact(ledger.jobs().open(vendor)));
        health.ask(gauge::reasons);
        return gauge;
    }

    private LedgerLocation location() {
        return location(data, settings);
    }

    /// Where an installation's ledger is.
    static LedgerLocation location(Path data, Settings settings) {
        String url = settings.text(Setting.LEDGER_URL);
        return url.isEmpty()
                ? LedgerLocation.file(data.resolve("ledger.db"))
                : new LedgerLocation(url, settings.text(Setting.LEDGER_USER), settings.text(Setting.LEDGER_PASSWORD));
    }

    private void measure(Ledger ledger, ChildPool children) {
        meters.arrivals(() -> rows("recorded", ledger.balances().arrivals()));
        meters.submissions(() -> rows("received", ledger.balances().submissions()));
        meters.outboxBacklog(() -> ledger.outbox().backlog());
        meters.letterBacklog(Map.of(
                LetterWay.FILE.word(), () -> ledger.letters().backlog(LetterWay.FILE),
                LetterWay.MAIL.word(), () -> ledger.letters().backlog(LetterWay.MAIL)));
        meters.lettersParked(() -> ledger.letters().parked().size());
        health.notice(() -> ledger.letters().parked().stream()
                .distinct()
                .map(Wiring::parked)
                .toList());
        meters.oldestOpenJob(() -> ledger.jobs().oldest());
        opened(meters.machine());
        meters.health(() -> health.reasons().size(), () -> health.notices().size());
        meters.disk(() -> data.toFile().getUsableSpace(), () -> data.toFile().getTotalSpace());
        health.ask(() -> {
            String failure = children.state().startFailure();
            return failure.isEmpty() ? List.of() : List.of("Child processes do not start: " + failure);
        });
    }

    private static String parked(String vendor) {
        return "letters to vendor '" + vendor
                + "' are parked: its mail address is refused. See 'assay quarantine list'," + " correct vendors/"
                + vendor + ".yaml, start again and requeue them.";
    }

    private void count(Ending ending) {
        switch (ending) {
            case Ending.Overran ignored -> meters.childDeath("overran");
            case Ending.OutOfMemory ignored -> meters.childDeath("out-of-memory");
            case Ending.Died ignored -> meters.childDeath("died");
            case Ending.Done ignored -> {}
            case Ending.Threw ignored -> {}
        }
    }

    private static Map<String, Long> rows(String whole, dev.assay.ledger.Balance balance) {
        Map<String, Long> rows = new TreeMap<>(balance.rows());
        rows.put(whole, balance.in());
        return rows;
    }

    private int management() {
        Map<String, Function<String, Answer>> pages = Map.of(
                "/health",
                        rest -> {
                            boolean well = health.reasons().isEmpty();
                            return new Answer(well ? 200 : 503, "application/json", health.json());
                        },
                "/metrics", rest -> new Answer(200, "text/plain; version=0.0.4", meters.scrape()));
        WebServer server = opened(
                WebServer.start(settings.text(Setting.MANAGEMENT_HOST), settings.port(Setting.MANAGEMENT_PORT), pages));
        return server.port();
    }

    private <T extends AutoCloseable> T opened(T part) {
        return opened.add(part);
    }

    @Override
    public void close() {
        opened.close();
    }
}
