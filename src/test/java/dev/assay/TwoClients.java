package dev.assay;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.Ledger;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import dev.assay.priorwork.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/// An installation with two clients whose deliverables have one passage in common, and what it logs.
final class TwoClients implements AutoCloseable {
    static final String OURS = "Ourheron opens the report. " + Texts.PASSAGE + " Ourheron closes the report.";
    static final String THEIRS = "Secretfalcon opens it. " + Texts.PASSAGE + " Secretfalcon closes it.";
    /// Words of the passage that only the other client's text has.
    static final List<String> THEIR_TEXT = List.of("secretfalcon", "falcon-wave");
    static final List<String> THEIR_IDS = List.of("zenithcorp", "zenith corporation", "lumenworks", "zen-77");

    final SmallHome home;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private TwoClients(SmallHome home) {
        this.home = home;
        log.start();
        root().addAppender(log);
    }

    static TwoClients in(Path temporary) throws IOException {
        SmallHome home = SmallHome.in(temporary.resolve("home"), List.of("report", "second"));
        home.write("clients/zenithcorp/client.yaml", "name: Zenith Corporation\n");
        Files.copy(
                home.folder.resolve("clients/acme/checklist.yaml"),
                home.folder.resolve("clients/zenithcorp/checklist.yaml"));
        home.write("vendors/lumenworks.yaml", "name: Lumenworks SA\n");
        String order = Files.readString(home.folder.resolve("work-orders/wo-1.yaml"));
        home.write(
                "work-orders/zen-77.yaml", order.replace("acme", "zenithcorp").replace("swift", "lumenworks"));
        return new TwoClients(home);
    }

    @Override
    public void close() {
        root().detachAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger("root");
    }

    /// The newest operation that the index is to hold.
    long sequence() {
        try (Ledger ledger = Wiring.ledger(home.folder, Map.of())) {
            return ledger.indexOps().newest();
        }
    }

    String theirs(Ledger ledger) throws Exception {
        Path upload = Files.write(home.folder.resolve("upload"), BadFiles.docx(THEIRS));
        Path drop = Files.createDirectories(home.folder.resolve("drop/lumenworks/zen-77/report"));
        Files.move(upload, drop.resolve("falcon-wave.docx"));
        return newest(SmallHome.settled(ledger, 1));
    }

    String ours(Ledger ledger, String deliverable, int arrivals) throws Exception {
        home.deliver("wo-1/" + deliverable + "/heron.docx", BadFiles.docx(OURS + deliverable));
        return newest(SmallHome.settled(ledger, arrivals));
    }

    /// Of the arrival that was recorded last.
    static String newest(List<ArrivalRecord> arrivals) {
        return arrivals.stream()
                .max(Comparator.comparing(each -> each.arrival().times().recorded()))
                .orElseThrow()
                .submission()
                .orElseThrow();
    }

    static List<Match> matches(Ledger ledger, String submission) {
        return Matches.of(ledger.submissions().find(submission).orElseThrow().priorWork())
                .matches();
    }

    String document(String submission) {
        try (Ledger ledger = Wiring.ledger(home.folder, Map.of())) {
            return ledger.submissions()
                    .find(submission)
                    .orElseThrow()
                    .parts()
                    .getFirst()
                    .document();
        }
    }

    void truncateASegment() throws IOException {
        try (Stream<Path> files = Files.list(home.folder.resolve("data/index"))) {
            Path segment = files.filter(each -> each.toString().endsWith(".cfs"))
                    .findFirst()
                    .orElseThrow();
            Files.write(segment, Arrays.copyOf(Files.readAllBytes(segment), 64));
        }
    }

    Console run(Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = home.folder;
        return Console.run(all);
    }

    /// All bytes of a published folder.
    String folder(String submission) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files =
                Files.walk(home.folder.resolve("queues/accept").resolve(submission))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(file.getFileName()).append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertTrue(all.toString().contains("report.json"));
        return all.toString();
    }

    String logged() {
        return log.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : event.getThrowableProxy().getMessage()))
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    /// Fails where an output holds any of the words.
    static void assertNone(String output, List<String> texts, List<String> ids) {
        String lower = output.toLowerCase(Locale.ROOT);
        Stream.concat(texts.stream(), ids.stream())
                .forEach(word -> assertFalse(lower.contains(word), () -> word + " is in\n" + output));
    }
}
