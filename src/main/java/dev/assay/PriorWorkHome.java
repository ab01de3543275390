package dev.assay;

import dev.assay.child.ChildPool;
import dev.assay.child.ChildSettings;
import dev.assay.child.TaskFolder;
import dev.assay.config.Catalogue;
import dev.assay.config.Problems;
import dev.assay.config.Setting;
import dev.assay.config.Settings;
import dev.assay.dispatch.QueuePublisher;
import dev.assay.ledger.Ledger;
import dev.assay.meter.Meters;
import dev.assay.priorwork.index.IndexSnapshot;
import dev.assay.priorwork.index.LiveIndex;
import dev.assay.report.QueueFolder;
import dev.assay.stage.Examination;
import dev.assay.stage.ReferenceShelf;
import dev.assay.stage.Rehearsal;
import dev.assay.stage.priorwork.IndexReplay;
import dev.assay.stage.priorwork.PartFingerprints;
import dev.assay.stage.priorwork.PriorWorkUses;
import dev.assay.stage.workshop.Workshop;
import dev.assay.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the commands about prior work need of an installation, also while it runs.
public final class PriorWorkHome implements AutoCloseable {
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(1);

    private final Opened opened = new Opened();
    private final Path home;
    private final Path data;
    private final Settings settings;
    private final Catalogue catalogue;
    private final Vault vault;
    private final Ledger ledger;
    private @Nullable Workshop workshop;

    private PriorWorkHome(Path home, Settings settings, Catalogue catalogue, Vault vault, Ledger ledger) {
        this.home = home;
        this.data = home.resolve("data");
        this.settings = settings;
        this.catalogue = catalogue;
        this.vault = vault;
        this.ledger = ledger;
        opened.add(ledger);
    }

    /// Opens an installation that has run before.
    ///
    /// @throws dev.assay.config.InvalidFiles with every mistake in its files
    /// @throws IllegalStateException if there is none
    public static PriorWorkHome open(Path home, Map<String, String> environment) throws IOException {
        Path folder = home.toAbsolutePath().normalize();
        Wiring.requireData(folder);
        return openOrMake(home, environment);
    }

    /// Opens an installation, also one that is to run for the first time later.
    ///
    /// @throws dev.assay.config.InvalidFiles with every mistake in its files
    public static PriorWorkHome openOrMake(Path home, Map<String, String> environment) throws IOException {
        Path folder = home.toAbsolutePath().normalize();
        Problems problems = new Problems();
        Settings settings = Settings.read(folder, environment, problems);
        Catalogue catalogue = Catalogue.read(folder, environment, settings, problems);
        problems.throwIfAny();
        Path data = folder.resolve("data");
        Files.createDirectories(data);
        try {
            Vault vault =
                    Vault.open(data, settings.text(Setting.KEYSTORE_PASSPHRASE).toCharArray());
            return new PriorWorkHome(
                    folder,
                    settings,
                    catalogue,
                    vault,
                    Ledger.open(Wiring.location(data, settings), vault, Clock.systemUTC()));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot open the ledger in " + folder + ": " + Wiring.reason(e), e);
        }
    }

    public Ledger ledger() {
        return ledger;
    }

    public Vault vault() {
        return vault;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public PriorWorkUses uses() {
        return PriorWorkUses.of(catalogue);
    }

    /// How long reading a small file may take.
    public Duration readingDeadline() {
        return settings.duration(Setting.READING_DEADLINE);
    }

    /// How long comparing two parts may take.
    public Duration comparingDeadline() {
        return settings.duration(Setting.CHECKS_DEADLINE_PER_ITEM);
    }

    /// How many files are worked on at a time.
    public int children() {
        return settings.count(Setting.CHILDREN_COUNT);
    }

    /// Where the index lies.
    public Path index() {
        return PriorWorkWiring.folder(data);
    }

    /// The index as it was last made durable.
    public Optional<IndexSnapshot> snapshot() throws IOException {
        return IndexSnapshot.open(index());
    }

    /// Makes fingerprints.
    public PartFingerprints fingerprints() throws IOException {
        return PriorWorkWiring.parts(workshop(), settings);
    }

    /// Inspects past submissions with other checklists.
    public Rehearsal rehearsal() throws IOException {
        Workshop bench = workshop();
        ReferenceShelf references = new ReferenceShelf(bench, home.resolve("references"), readingDeadline());
        return new Rehearsal(
                bench,
                new Examination(
                        bench,
                        references,
                        client -> Definitions.terms(catalogue, client),
                        comparingDeadline(),
                        Clock.systemUTC()));
    }

    /// Where files are opened. One command at a time has one.
    ///
    /// @throws IllegalStateException if another command has it
    public Workshop workshop() throws IOException {
        Workshop known = workshop;
        if (known != null) {
            return known;
        }
        opened.add(HomeLock.tryTakeForCommand(data)
                .orElseThrow(() -> new IllegalStateException(
                        "Another index command works in " + home + ". Wait until it has ended.")));
        Path tasks = data.resolve("commands");
        TaskFolder.prepare(tasks.resolve("tasks"));
        opened.add(() -> TaskFolder.wipe(tasks));
        ChildPool pool = ChildPool.start(new ChildSettings(
                children(),
                Math.toIntExact(settings.size(Setting.CHILDREN_HEAP) >> 20),
                settings.count(Setting.CHILDREN_RECYCLE_AFTER),
                tasks.resolve("scratch"),
                null,
                List.of()));
        opened.add(pool);
        Workshop made = new Workshop(
                ledger,
                vault,
                pool,
                tasks.resolve("tasks"),
                settings.count(Setting.JOBS_MOST_ATTEMPTS),
                Meters.create());
        workshop = made;
        return made;
    }

    /// Takes the home, so that no installation runs in it.
    ///
    /// @throws IllegalStateException if one does
    public void takeAlone() throws IOException {
        opened.add(HomeLock.take(home, data));
    }

    /// Wipes what an installation that was killed left open in plain. The home is taken.
    public void wipeLeftovers() throws IOException {
        TaskFolder.wipe(data.resolve("tasks"));
        TaskFolder.wipe(data.resolve("scratch"));
    }

    /// Where the queues lie.
    public Path queues() {
        return home.resolve("queues");
    }

    /// Writes the indexes of the queues anew. The home is taken.
    public void writeQueueIndexes() throws IOException {
        QueueFolder folders = new QueueFolder(ledger, vault, () -> catalogue, Assay.version());
        for (String queue : QueuePublisher.QUEUES) {
            if (Files.isDirectory(queues().resolve(queue))) {
                folders.index(queue, queues().resolve(queue).resolve("index.tsv"));
            }
        }
    }

    /// Takes the home if no installation runs in it.
    ///
    /// @return whether none does
    public boolean tryTakeAlone() throws IOException {
        Optional<HomeLock> lock = HomeLock.tryTake(data);
        lock.ifPresent(opened::add);
        return lock.isPresent();
    }

    /// The index in use, for a command that has taken the home.
    public LiveIndex live() throws IOException {
        return LiveIndex.open(index(), PriorWorkWiring.opening(workshop(), uses()));
    }

    /// Builds an index anew beside the one in use and offers it to whoever uses that.
    ///
    /// @param progress told about once a second
    /// @return up to which operation it holds all
    public long rebuild(Consumer<IndexReplay.Progress> progress) throws IOException, InterruptedException {
        Path building = LiveIndex.building(index());
        TaskFolder.wipe(building);
        long sequence;
        try (LiveIndex index = LiveIndex.open(building, PriorWorkWiring.opening(workshop(), uses()))) {
            sequence = catchUp(index, progress);
        }
        LiveIndex.offer(index());
        return sequence;
    }

    /// Brings an index up to date with the ledger.
    ///
    /// @param progress told about once a second
    public long catchUp(LiveIndex index, Consumer<IndexReplay.Progress> progress)
            throws IOException, InterruptedException {
        IndexReplay replay = new IndexReplay(workshop(), index, fingerprints(), uses());
        Thread teller = Thread.ofVirtual().start(() -> tell(replay, progress));
        try {
            return replay.catchUp();
        } finally {
            teller.interrupt();
            teller.join();
        }
    }

    private static void tell(IndexReplay replay, Consumer<IndexReplay.Progress> progress) {
        try {
            while (true) {
                Thread.sleep(PROGRESS_EVERY);
                if (replay.progress().isBehind()) {
                    progress.accept(replay.progress());
                }
            }
        } catch (InterruptedException e) {
            // It has come to its end.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
