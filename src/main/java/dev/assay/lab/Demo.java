package dev.assay.lab;

import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.ledger.SubmissionState;
import dev.assay.report.IndexRow;
import dev.assay.report.QueueFolder;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Plays the sample story in a scratch installation. Played again in the same home after it was interrupted, it
/// goes on where it was and comes to the same end.
public final class Demo {
    private static final String BASKET = "demo";
    private static final long PAUSE_MILLIS = 200;
    private static final int MOST_ARRIVALS = 1000;

    private final Path home;
    private final Story story;

    private Demo(Path home, Story story) {
        this.home = home;
        this.story = story;
    }

    /// Prepares a home: the samples' definitions, and a basket with what will be dropped. What is there is
    /// kept.
    ///
    /// @param samples the folder of samples
    /// @param home    made where absent
    public static Demo prepare(Path samples, Path home) throws IOException {
        Story story = Story.read(samples);
        Files.createDirectories(home);
        if (!Files.exists(home.resolve(BASKET))) {
            requireOurs(home);
            Files.createDirectories(home.resolve(BASKET + ".new"));
            for (String part : List.of("assay.properties", "clients", "vendors", "work-orders")) {
                copy(samples.resolve(part), home.resolve(part));
            }
            Path basket = home.resolve(BASKET + ".new");
            for (int i = 0; i < story.drops().size(); i++) {
                copy(samples.resolve(story.drops().get(i).file()), basket.resolve(Integer.toString(i)));
            }
            Files.move(basket, home.resolve(BASKET), StandardCopyOption.ATOMIC_MOVE);
        }
        return new Demo(home, story);
    }

    /// The samples replace what is there, so that nothing but an interrupted demo may be.
    private static void requireOurs(Path home) throws IOException {
        try (Stream<Path> inside = Files.list(home)) {
            if (inside.findAny().isPresent() && !Files.exists(home.resolve(BASKET + ".new"))) {
                throw new IllegalStateException(
                        home + " holds something else than a demo. Name a new or empty folder.");
            }
        }
    }

    /// How a drop ended.
    ///
    /// @param drop    what was dropped
    /// @param arrival what became of it on arrival
    /// @param row     its line in the index of reports; empty where it got no verdict
    public record Ended(Story.Drop drop, ArrivalRecord arrival, Optional<IndexRow> row) {
        /// accept, rework or review; else what became of the arrival or submission, such as `quarantined`.
        public String word() {
            return arrival.state() == ArrivalState.ATTACHED && row.isPresent()
                    ? row.get().report().substring(0, row.get().report().indexOf('/'))
                    : arrival.state().name().toLowerCase(Locale.ROOT);
        }

        /// Whether it ended as the story says.
        public boolean asTold() {
            return word().equals(drop.verdict());
        }
    }

    /// Drops wave after wave and waits until each has ended.
    ///
    /// @param told is told of each drop as it ends
    /// @return how all drops ended, in the story's order
    public List<Ended> play(Ledger ledger, QueueFolder folders, Consumer<Ended> told)
            throws IOException, InterruptedException {
        Map<Integer, Ended> ended = new HashMap<>();
        int last = story.drops().stream().mapToInt(Story.Drop::wave).max().orElse(0);
        for (int wave = 1; wave <= last; wave++) {
            int due = drop(wave);
            while (ended.size() < due) {
                Thread.sleep(PAUSE_MILLIS);
                look(ledger, folders, ended, told);
            }
        }
        List<Ended> all = new ArrayList<>();
        for (int i = 0; i < story.drops().size(); i++) {
            all.add(ended.get(i));
        }
        return all;
    }

    /// Moves a wave's files from the basket into the vendors' folders, each in one step.
    ///
    /// @return how many drops there are up to this wave
    private int drop(int wave) throws IOException {
        int due = 0;
        for (int i = 0; i < story.drops().size(); i++) {
            Story.Drop drop = story.drops().get(i);
            due += drop.wave() <= wave ? 1 : 0;
            Path file = home.resolve(BASKET).resolve(Integer.toString(i));
            if (drop.wave() == wave && Files.exists(file)) {
                Path target = home.resolve("drop").resolve(drop.vendor()).resolve(drop.path());
                Files.createDirectories(target.getParent());
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return due;
    }

    private void look(Ledger ledger, QueueFolder folders, Map<Integer, Ended> ended, Consumer<Ended> told) {
        Map<String, List<ArrivalRecord>> arrivals = new HashMap<>();
        for (ArrivalRecord arrival : ledger.arrivals().newest(MOST_ARRIVALS)) {
            arrivals.computeIfAbsent(
                            arrival.arrival().vendor() + "/" + arrival.arrival().path(), key -> new ArrayList<>())
                    .add(arrival);
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < story.drops().size(); i++) {
            Story.Drop drop = story.drops().get(i);
            String key = drop.vendor() + "/" + drop.path();
            int nth = seen.merge(key, 1, Integer::sum) - 1;
            List<ArrivalRecord> same = arrivals.getOrDefault(key, List.of());
            if (!ended.containsKey(i) && nth < same.size()) {
                Optional<Ended> end = ended(ledger, folders, drop, same.get(nth));
                if (end.isPresent()) {
                    ended.put(i, end.get());
                    told.accept(end.get());
                }
            }
        }
    }

    private static Optional<Ended> ended(Ledger ledger, QueueFolder folders, Story.Drop drop, ArrivalRecord arrival) {
        return switch (arrival.state()) {
            case IN_FLIGHT -> Optional.empty();
            case DUPLICATE, HELD, REFUSED, QUARANTINED, PARKED ->
                Optional.of(new Ended(drop, arrival, Optional.empty()));
            case ATTACHED -> attached(ledger, folders, drop, arrival);
        };
    }

    private static Optional<Ended> attached(
            Ledger ledger, QueueFolder folders, Story.Drop drop, ArrivalRecord arrival) {
        SubmissionRecord submission =
                ledger.submissions().find(arrival.submission().orElseThrow()).orElseThrow();
        SubmissionState state = submission.state();
        if (state.inFlight() || state == SubmissionState.DECIDED) {
            return Optional.empty();
        }
        Optional<IndexRow> row = submission
                .verdict()
                .map(verdict -> folders.row(submission.id(), verdict + "/" + submission.id() + "/report.html"));
        return Optional.of(new Ended(drop, arrival, row));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        file,
                        file.equals(from)
                                ? to
                                : to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
