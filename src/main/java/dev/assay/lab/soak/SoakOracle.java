package dev.assay.lab.soak;

import dev.assay.lab.soak.Delivery.Way;
import dev.assay.lab.soak.QueueConsumer.Letter;
import dev.assay.lab.soak.QueueConsumer.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says what was lost, doubled or corrupted in an installation at rest, from what was sent, what the consumer took,
/// the ledger's tables and the disk alone: it knows no class of the program.
final class SoakOracle {
    private static final String SUPERSEDED = "SUPERSEDED";

    private final SoakHome home;
    private final List<Delivery> sent;
    private final SoakLedger ledger;
    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> corrupt = new ArrayList<>();
    private final List<Submission> submissions = new ArrayList<>();

    SoakOracle(SoakHome home, List<Delivery> sent, SoakLedger ledger) {
        this.home = home;
        this.sent = List.copyOf(sent);
        this.ledger = ledger;
    }

    /// A submission as the ledger has it.
    ///
    /// @param key   as [Delivery#submission] makes it
    /// @param files SHA-256 of every part, sorted
    private record Submission(String id, String key, String state, String verdict, List<String> files) {}

    /// Judges.
    void judge(List<Taken> taken, List<Letter> letters) throws SQLException, IOException {
        readSubmissions();
        everyDeliveryIsThereOnce();
        everySubmissionIsThereOnce();
        everyVerdictIsPublishedOnce(taken);
        everyLetterIsWrittenOnce(letters);
        nothingIsLeftToDo();
        nothingIsBroken();
        nothingIsLeftOver();
    }

    /// Each folder is announced once.
    void judgeMessages(List<String> messages) {
        for (Submission each : submissions) {
            long told = messages.stream()
                    .filter(text -> text.contains('"' + each.id() + '"'))
                    .count();
            if (told == 0) {
                lost.add("no message tells of submission " + each.id());
            } else if (told > 1) {
                doubled.add(told + " messages tell of submission " + each.id());
            }
        }
    }

    List<String> lost() {
        return lost;
    }

    List<String> doubled() {
        return doubled;
    }

    List<String> corrupt() {
        return corrupt;
    }

    int submissions() {
        return submissions.size();
    }

    SoakFigures.ChannelFigures channel(Way way, int kept) throws SQLException {
        int all =
                Math.toIntExact(sent.stream().filter(each -> each.way() == way).count());
        return new SoakFigures.ChannelFigures(
                way.word(),
                all,
                all - kept,
                (int) ledger.count("SELECT COUNT(*) FROM arrival WHERE channel = '" + way.word() + "'"),
                (int) ledger.count("SELECT COUNT(*) FROM submission WHERE vendor = '" + way.word() + "'"));
    }

    private void readSubmissions() throws SQLException {
        Map<String, List<String>> all = parts("");
        Map<String, List<String>> own = parts(" WHERE role <> 'covering-mail'");
        for (List<String> row : ledger.rows("SELECT id, deliverable, state, verdict FROM submission")) {
            String id = row.getFirst();
            String deliverable = row.get(1).substring(row.get(1).lastIndexOf('/') + 1);
            String key = deliverable + " " + String.join(" ", own.getOrDefault(id, List.of()));
            submissions.add(new Submission(id, key, row.get(2), row.get(3), all.getOrDefault(id, List.of())));
        }
    }

    private Map<String, List<String>> parts(String where) throws SQLException {
        return ledger.rows("SELECT submission, sha256 FROM part" + where + " ORDER BY sha256").stream()
                .collect(Collectors.groupingBy(
                        List::getFirst, TreeMap::new, Collectors.mapping(row -> row.get(1), Collectors.toList())));
    }

    /// The bytes of each as often as they were sent. A mail's bytes are the server's own, so that mails are counted
    /// by what they bring.
    private void everyDeliveryIsThereOnce() throws SQLException {
        for (Way way : Way.values()) {
            List<Delivery> mine =
                    sent.stream().filter(each -> each.way() == way).toList();
            if (way != Way.MAIL) {
                compare(
                        "arrival by " + way.word() + " of bytes",
                        count(mine, each -> each.files().getFirst().sha256()),
                        count(
                                ledger.column("SELECT sha256 FROM arrival WHERE channel = '" + way.word() + "'"),
                                each -> each));
            }
        }
        Map<String, String> keys = submissions.stream().collect(Collectors.toMap(Submission::id, Submission::key));
        compare(
                "arrival for submission",
                count(sent, Delivery::submission),
                count(
                        ledger.column(
                                "SELECT submission FROM arrival_submission UNION ALL SELECT duplicate_of FROM arrival"
                                        + " WHERE duplicate_of IS NOT NULL"),
                        id -> keys.getOrDefault(id, id)));
        for (List<String> row : ledger.rows(
                "SELECT id, state, channel FROM arrival WHERE state NOT IN ('ATTACHED'," + " 'DUPLICATE')")) {
            lost.add("arrival " + row.getFirst() + " by " + row.get(2) + " ended as " + row.get(1));
        }
    }

    private void everySubmissionIsThereOnce() {
        compare(
                "submission",
                sent.stream().map(Delivery::submission).distinct().collect(Collectors.toMap(each -> each, each -> 1)),
                count(submissions, Submission::key));
    }

    private void everyVerdictIsPublishedOnce(List<Taken> taken) {
        Map<String, List<Taken>> bySubmission = taken.stream().collect(Collectors.groupingBy(Taken::submission));
        Map<String, String> queues = expectedQueues();
        for (Submission each : submissions) {
            List<Taken> found = bySubmission.getOrDefault(each.id(), List.of());
            bySubmission.remove(each.id());
            if (found.isEmpty() && !each.state().equals(SUPERSEDED)) {
                lost.add("submission " + each.id() + " (" + each.state() + ") was never published: " + each.key());
            }
            if (found.size() > 1) {
                doubled.add("submission " + each.id() + " was published " + found.size() + " times: " + each.key());
            }
            for (Taken one : found) {
                expect("files of " + each.id(), each.files(), one.originals());
                expect("reports of " + each.id() + " are whole", true, one.whole());
                expect("queue of " + each.id(), each.verdict(), one.queue());
                expect("verdict of " + each.id(), queues.getOrDefault(each.key(), one.queue()), one.queue());
            }
        }
        bySubmission.keySet().forEach(id -> corrupt.add("submission " + id + " was published and is in no ledger"));
    }

    /// Of deliverables that came in one version only; what follows an accepted one goes to review.
    private Map<String, String> expectedQueues() {
        Map<String, List<Delivery>> byDeliverable = sent.stream().collect(Collectors.groupingBy(Delivery::deliverable));
        Map<String, String> queues = new TreeMap<>();
        byDeliverable.values().stream()
                .filter(each ->
                        each.stream().map(Delivery::submission).distinct().count() == 1)
                .forEach(each -> queues.put(
                        each.getFirst().submission(), each.getFirst().queue().word()));
        return queues;
    }

    /// One receipt for each arrival; of one name, one letter.
    private void everyLetterIsWrittenOnce(List<Letter> letters) throws SQLException {
        count(letters, each -> each.vendor() + "/" + each.name()).forEach((name, times) -> {
            if (times > 1) {
                doubled.add("letter " + name + " was written " + times + " times");
            }
        });
        letters.stream()
                .filter(each -> !each.whole())
                .forEach(each -> corrupt.add("letter " + each.name() + " is not whole"));
        compare(
                "receipts for",
                count(
                        ledger.column("SELECT vendor FROM arrival WHERE state IN ('ATTACHED', 'DUPLICATE')"),
                        each -> each),
                count(
                        letters.stream()
                                .filter(each -> each.name().contains("receipt-"))
                                .toList(),
                        Letter::vendor));
    }

    private void nothingIsLeftToDo() throws SQLException, IOException {
        for (List<String> row : ledger.rows("SELECT kind, subject, attempts, error FROM job WHERE state <> 'DONE'")) {
            lost.add("job " + String.join(" ", row) + " is still to be done");
        }
        for (String id : ledger.column("SELECT id FROM outbox WHERE state <> 'PUBLISHED'")) {
            lost.add("outbox entry " + id + " is not published");
        }
        for (String id : ledger.column("SELECT id FROM arrival WHERE acknowledged_at IS NULL")) {
            lost.add("the acknowledgement of arrival " + id + " is not noted");
        }
    }

    private void nothingIsBroken() throws SQLException, IOException {
        for (String part : ledger.column(
                "SELECT DISTINCT s.client || '/' || p.sha256 FROM part p JOIN submission s ON s.id = p.submission")) {
            expect(
                    "bytes of part " + part + " are kept",
                    true,
                    Files.exists(home.folder.resolve("data/blobs").resolve(part)));
        }
        for (Path let : files("server/sftp/.received")) {
            expect(
                    "bytes of arrival " + let.getFileName() + " on the server",
                    ledger.column("SELECT sha256 FROM arrival WHERE id = '" + let.getFileName() + "'"),
                    List.of(Delivery.sha256(Files.readAllBytes(let))));
        }
        long events = ledger.count("SELECT COUNT(*) FROM event");
        expect("number of the head", events, ledger.count("SELECT seq FROM chain_head"));
        expect("last event", events, ledger.count("SELECT COALESCE(MAX(seq), 0) FROM event"));
        expect(
                "events that do not follow the one before",
                0L,
                ledger.count(
                        "SELECT COUNT(*) FROM event e JOIN event b ON b.seq = e.seq - 1 WHERE e.previous <> b.hash"));
    }

    private void nothingIsLeftOver() throws IOException {
        for (String folder : List.of(
                "drop",
                "data/work",
                "data/tasks",
                "data/scratch",
                "data/blobs/arrivals",
                "queues/.stage",
                "outbox/.stage")) {
            for (Path file : files(folder)) {
                corrupt.add("left over: " + home.folder.relativize(file));
            }
        }
    }

    private List<Path> files(String folder) throws IOException {
        Path root = home.folder.resolve(folder);
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.walk(root)) {
            return inside.filter(Files::isRegularFile).toList();
        }
    }

    private static <T> Map<String, Integer> count(Collection<T> things, Function<T, String> key) {
        return things.stream().collect(Collectors.toMap(key, each -> 1, Integer::sum, TreeMap::new));
    }

    private void compare(String what, Map<String, Integer> expected, Map<String, Integer> found) {
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        for (String key : keys) {
            int wanted = expected.getOrDefault(key, 0);
            int there = found.getOrDefault(key, 0);
            if (there < wanted) {
                lost.add(what + " " + key + ": " + there + " of " + wanted);
            } else if (there > wanted) {
                doubled.add(what + " " + key + ": " + there + " instead of " + wanted);
            }
        }
    }

    private void expect(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            corrupt.add(what + ": expected " + expected + ", found " + found);
        }
    }
}
