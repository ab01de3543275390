package dev.assay.lab;

import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.ledger.SubmissionState;
import dev.assay.report.IndexRow;
import dev.assay.report.QueueFolder;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
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
    private static final String TOKEN = "token";
    private static final long PAUSE_MILLIS = 200;
    private static final int MOST_ARRIVALS = 1000;

    private final Path home;
    private final Story story;

    private final VendorFiles vendors;

    private Demo(Path home, Story story, VendorFiles vendors) {
        this.home = home;
        this.story = story;
        this.vendors = vendors;
    }

    /// Prepares a home: the samples' definitions, and a basket with what will be delivered. What is there is
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
            VendorFiles vendors = VendorFiles.of(home, basket.resolve(TOKEN));
            for (int i = 0; i < story.drops().size(); i++) {
                Story.Drop drop = story.drops().get(i);
                pack(drop, samples.resolve(drop.file()), basket.resolve(Integer.toString(i)), vendors);
            }
            Files.move(basket, home.resolve(BASKET), StandardCopyOption.ATOMIC_MOVE);
        }
        return new Demo(home, story, VendorFiles.of(home, home.resolve(BASKET).resolve(TOKEN)));
    }

    /// A mail is written once, so that it is known again.
    private static void pack(Story.Drop drop, Path file, Path target, VendorFiles vendors) throws IOException {
        if (drop.channel() == Channel.MAIL) {
            String name = drop.path().substring(drop.path().lastIndexOf('/') + 1);
            new DeliveryMail(
                            vendors.name(drop.vendor()),
                            vendors.contact(drop.vendor()),
                            vendors.mailAddress(drop.vendor()),
                            drop.subject(),
                            name)
                    .write(file, target, Clock.systemUTC());
        } else {
            copy(file, target);
        }
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

    /// Starts the servers of its vendors and has their files name them.
    public DemoServers servers() throws IOException {
        return DemoServers.start(vendors, home.resolve(BASKET));
    }

    /// The installation that is played with.
    ///
    /// @param uploadPort where it takes uploads
    public record Played(Ledger ledger, QueueFolder folders, int uploadPort) {}

    /// How the story ended.
    ///
    /// @param drops    in the story's order
    /// @param answered how each vendor was answered
    public record Ending(List<Ended> drops, List<Answered> answered) {
        public Ending {
            drops = List.copyOf(drops);
            answered = List.copyOf(answered);
        }

        /// Whether all ended as the story says.
        public boolean asTold() {
            return drops.stream().allMatch(Ended::asTold);
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

    /// Delivers wave after wave and waits until each has ended, and until vendors have their answers.
    ///
    /// @param told is told of each drop as it ends
    public Ending play(Played played, DemoServers servers, Consumer<Ended> told)
            throws IOException, InterruptedException {
        try (Courier courier = new Courier(home, servers, vendors.token(), played.uploadPort())) {
            Map<Integer, Ended> ended = new HashMap<>();
            int last = story.drops().stream().mapToInt(Story.Drop::wave).max().orElse(0);
            for (int wave = 1; wave <= last; wave++) {
                int due = deliver(wave, courier, arrivals(played.ledger()));
                while (ended.size() < due) {
                    Thread.sleep(PAUSE_MILLIS);
                    look(played, ended, told);
                }
            }
            List<Ended> all = new ArrayList<>();
            for (int i = 0; i < story.drops().size(); i++) {
                all.add(ended.get(i));
            }
            return new Ending(all, Answered.of(story, vendors, played.ledger(), home, servers, courier.receipts()));
        }
    }

    /// Has a wave delivered.
    ///
    /// @param arrivals that there are already
    /// @return how many drops there are up to this wave
    private int deliver(int wave, Courier courier, Map<String, List<ArrivalRecord>> arrivals)
            throws IOException, InterruptedException {
        int due = 0;
        for (int i = 0; i < story.drops().size(); i++) {
            Story.Drop drop = story.drops().get(i);
            due += drop.wave() <= wave ? 1 : 0;
            if (drop.wave() == wave) {
                courier.deliver(drop, packed(i), arrivals.containsKey(key(i)));
            }
        }
        return due;
    }

    private Path packed(int number) {
        return home.resolve(BASKET).resolve(Integer.toString(number));
    }

    /// What an arrival is known by as the one of a drop. A mail has no name but its number in the mailbox.
    private String key(int number) throws IOException {
        Story.Drop drop = story.drops().get(number);
        return drop.channel() == Channel.MAIL
                ? HexFormat.of().formatHex(Courier.sha256(packed(number)))
                : drop.channel().word() + " " + drop.vendor() + "/" + drop.path();
    }

    private static Map<String, List<ArrivalRecord>> arrivals(Ledger ledger) {
        Map<String, List<ArrivalRecord>> arrivals = new HashMap<>();
        for (ArrivalRecord each : ledger.arrivals().newest(MOST_ARRIVALS)) {
            Arrival arrival = each.arrival();
            String key = arrival.channel() == Channel.MAIL
                    ? arrival.sha256()
                    : arrival.channel().word() + " " + arrival.vendor() + "/" + arrival.path();
            arrivals.computeIfAbsent(key, _ -> new ArrayList<>()).add(each);
        }
        return arrivals;
    }

    private void look(Played played, Map<Integer, Ended> ended, Consumer<Ended> told) throws IOException {
        Map<String, List<ArrivalRecord>> arrivals = arrivals(played.ledger());
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < story.drops().size(); i++) {
            Story.Drop drop = story.drops().get(i);
            String key = key(i);
            int nth = seen.merge(key, 1, Integer::sum) - 1;
            List<ArrivalRecord> same = arrivals.getOrDefault(key, List.of());
            if (!ended.containsKey(i) && nth < same.size()) {
                Optional<Ended> end = ended(played.ledger(), played.folders(), drop, same.get(nth));
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
