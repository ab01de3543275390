package dev.assay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Judges whether an installation has kept its promise, from what the test dropped, the folders and the
/// ledger's tables alone: it knows no class of the program.
///
/// It is also the consumer of the queues: it takes every folder as soon as it may, and so sees a folder that is
/// published half, twice or not at all.
final class DeliveryOracle {
    private static final List<String> QUEUES = List.of("accept", "rework", "review");

    private final Path home;
    private final List<Drop> drops = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<String> letters = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private int takes;

    DeliveryOracle(Path home) {
        this.home = home;
    }

    private record Drop(String sha256, String end) {}

    private record Taken(String queue, String submission, List<String> originals) {}

    /// Notes what is dropped.
    ///
    /// @param end a queue, or the state of the arrival in lower case; `any` where several are right
    void dropped(byte[] bytes, String end) {
        drops.add(new Drop(sha256(bytes), end));
    }

    /// Whether all that was dropped has come to an end, as far as the program sees it.
    boolean isAtRest() throws IOException {
        if (!sources().isEmpty() || !Files.exists(home.resolve("data/ledger.db"))) {
            return false;
        }
        try (Connection ledger = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/ledger.db"))) {
            return count(ledger, "SELECT COUNT(*) FROM job WHERE state <> 'DONE'") == 0
                    && count(ledger, "SELECT COUNT(*) FROM arrival WHERE acknowledged_at IS NULL") == 0;
        } catch (SQLException e) {
            // The program is just making its tables.
            return false;
        }
    }

    void neverAtRest() throws IOException {
        violations.add("it never came to rest; at the sources: " + sources());
    }

    /// Judges what a process that has just died left behind, and takes what lies in the queues.
    void judgeTheDead() throws IOException, SQLException {
        take();
        if (!Files.exists(home.resolve("data/ledger.db"))) {
            return;
        }
        try (Connection ledger = copyOfLedger()) {
            claimedJobsAreCounted(ledger);
            nothingIsLostMeanwhile(ledger);
        }
    }

    /// Judges an installation at rest.
    ///
    /// @return what is wrong with it, in words
    List<String> judge() throws IOException, SQLException {
        indexesListTheQueues();
        take();
        try (Connection ledger = copyOfLedger()) {
            arrivalsAreWhatWasDropped(ledger);
            submissionsArePublishedOnce(ledger);
            lettersAreWrittenOnce(ledger);
            ledgerIsWhole(ledger);
            nothingIsLeftOver(ledger);
        }
        return List.copyOf(violations);
    }

    private void claimedJobsAreCounted(Connection ledger) throws SQLException {
        expect(
                "claimed jobs whose attempt is not counted",
                List.of(),
                column(ledger, "SELECT kind FROM job WHERE state = 'CLAIMED' AND attempts = 0"));
    }

    /// Every file dropped is still a file, or recorded with its bytes kept.
    private void nothingIsLostMeanwhile(Connection ledger) throws IOException, SQLException {
        List<String> found = new ArrayList<>(column(ledger, "SELECT sha256 FROM arrival"));
        for (Path file : sources()) {
            found.add(sha256(Files.readAllBytes(file)));
        }
        List<String> lost = drops.stream()
                .map(Drop::sha256)
                .filter(each -> !found.contains(each))
                .toList();
        expect("files neither at their source nor recorded", List.of(), lost);
        blobsAreThere(ledger);
    }

    private void blobsAreThere(Connection ledger) throws SQLException {
        for (String arrival :
                column(ledger, "SELECT id FROM arrival WHERE state NOT IN ('ATTACHED', 'DUPLICATE', 'REFUSED')")) {
            if (!Files.exists(home.resolve("data/blobs/arrivals").resolve(arrival))) {
                violations.add("arrival " + arrival + " is recorded without its bytes");
            }
        }
        for (String part : column(
                ledger, "SELECT s.client || '/' || p.sha256 FROM part p JOIN submission s ON s.id = p.submission")) {
            if (!Files.exists(home.resolve("data/blobs").resolve(part))) {
                violations.add("part " + part + " is recorded without its bytes");
            }
        }
    }

    private void arrivalsAreWhatWasDropped(Connection ledger) throws SQLException {
        expect(
                "recorded arrivals",
                drops.stream().map(Drop::sha256).sorted().toList(),
                column(ledger, "SELECT sha256 FROM arrival ORDER BY sha256"));
        expect(
                "arrivals not acknowledged",
                List.of(),
                column(ledger, "SELECT id FROM arrival WHERE acknowledged_at IS NULL"));
        for (Drop drop : drops) {
            if (!QUEUES.contains(drop.end()) && !drop.end().equals("any")) {
                expect(
                        "end of a " + drop.end() + " file",
                        List.of(drop.end()),
                        column(ledger, "SELECT LOWER(state) FROM arrival WHERE sha256 = '" + drop.sha256() + "'"));
            }
        }
        blobsAreThere(ledger);
    }

    private void submissionsArePublishedOnce(Connection ledger) throws SQLException {
        expect(
                "folders taken from the queues",
                column(ledger, "SELECT verdict || '/' || id FROM submission WHERE verdict IS NOT NULL ORDER BY 1"),
                taken.stream()
                        .map(each -> each.queue() + "/" + each.submission())
                        .sorted()
                        .toList());
        for (Taken each : taken) {
            expect(
                    "originals of " + each.submission(),
                    column(ledger, "SELECT sha256 FROM part WHERE submission = '" + each.submission() + "' ORDER BY 1"),
                    each.originals());
        }
        for (Drop drop : drops) {
            if (QUEUES.contains(drop.end())) {
                expect(
                        "queues that hold what should end in " + drop.end(),
                        List.of(drop.end()),
                        taken.stream()
                                .filter(each -> each.originals().contains(drop.sha256()))
                                .map(Taken::queue)
                                .toList());
            }
        }
        expect(
                "outbox entries not published",
                List.of(),
                column(ledger, "SELECT id FROM outbox WHERE state <> 'PUBLISHED'"));
        expect(
                "effects in the outbox",
                column(ledger, "SELECT effect_key FROM submission WHERE verdict IS NOT NULL ORDER BY 1"),
                column(ledger, "SELECT effect_key FROM outbox WHERE kind = 'queue' ORDER BY 1"));
    }

    /// One receipt or notice for each arrival, one letter for each rework.
    private void lettersAreWrittenOnce(Connection ledger) throws SQLException {
        expect(
                "letters taken from the outbox",
                column(
                        ledger,
                        "SELECT 'receipt' FROM arrival WHERE state IN ('ATTACHED', 'DUPLICATE', 'REFUSED', 'PARKED')"
                                + " UNION ALL SELECT 'on-hold' FROM arrival WHERE state = 'HELD' UNION ALL SELECT"
                                + " 'set-aside' FROM arrival WHERE state = 'QUARANTINED' UNION ALL SELECT 'rework' FROM"
                                + " submission WHERE verdict = 'rework' ORDER BY 1"),
                letters.stream()
                        .map(name -> name.replaceAll(".*(receipt|rework|on-hold|set-aside)-[0-9a-f]{8}", "$1"))
                        .sorted()
                        .toList());
        expect("letters under one name", letters.size(), new TreeSet<>(letters).size());
    }

    private void ledgerIsWhole(Connection ledger) throws SQLException {
        long events = count(ledger, "SELECT COUNT(*) FROM event");
        expect("last event's number", events, count(ledger, "SELECT MAX(seq) FROM event"));
        expect("first event's number", 1L, count(ledger, "SELECT MIN(seq) FROM event"));
        expect("the head's number", events, count(ledger, "SELECT seq FROM chain_head"));
        expect(
                "events that do not follow the one before",
                0L,
                count(
                        ledger,
                        "SELECT COUNT(*) FROM event e JOIN event b ON b.seq = e.seq - 1 WHERE e.previous <> b.hash"));
        long attached = count(ledger, "SELECT COUNT(*) FROM arrival WHERE state = 'ATTACHED'");
        expect("submissions", attached, count(ledger, "SELECT COUNT(*) FROM submission"));
        expect("arrivals of submissions", attached, count(ledger, "SELECT COUNT(*) FROM arrival_submission"));
        expect(
                "arrivals by state",
                (long) drops.size(),
                attached
                        + count(
                                ledger,
                                "SELECT COUNT(*) FROM arrival WHERE (state = 'DUPLICATE' AND duplicate_of IS NOT NULL)"
                                        + " OR state IN ('HELD', 'REFUSED', 'QUARANTINED', 'PARKED')"));
        expect(
                "submissions neither routed nor superseded",
                List.of(),
                column(ledger, "SELECT id FROM submission WHERE state NOT IN ('ROUTED', 'SUPERSEDED')"));
        expect(
                "jobs done that were never counted",
                List.of(),
                column(
                        ledger,
                        "SELECT kind FROM job WHERE attempts = 0 AND subject NOT IN (SELECT id FROM submission WHERE"
                                + " state = 'SUPERSEDED')"));
    }

    private void nothingIsLeftOver(Connection ledger) throws IOException, SQLException {
        expect("files left at the sources", List.of(), sources());
        for (String folder : List.of("data/work", "data/tasks", "queues/.stage", "outbox/.stage")) {
            expect("files left in " + folder, List.of(), files(folder));
        }
        expect("folders left in the stage", List.of(), names("queues/.stage"));
        expect("letters left in the stage", List.of(), names("outbox/.stage"));
        expect("folders left of tasks", List.of(), names("data/tasks"));
        expect("folders left of children", List.of(), names("data/scratch"));
        expect(
                "bytes kept of arrivals",
                column(
                        ledger,
                        "SELECT id FROM arrival WHERE state NOT IN ('ATTACHED', 'DUPLICATE', 'REFUSED') ORDER BY id"),
                names("data/blobs/arrivals"));
        bytesOfTheClient(ledger);
    }

    /// What was read of a submission while the next revision replaced it may stay, under the client's key.
    private void bytesOfTheClient(Connection ledger) throws IOException, SQLException {
        TreeSet<String> kept = new TreeSet<>(column(ledger, "SELECT sha256 FROM part"));
        kept.addAll(column(ledger, "SELECT document FROM part WHERE document IS NOT NULL"));
        kept.addAll(column(ledger, "SELECT outcomes FROM submission WHERE outcomes IS NOT NULL"));
        List<String> found = names("data/blobs/harrowgate");
        if (count(ledger, "SELECT COUNT(*) FROM submission WHERE state = 'SUPERSEDED'") == 0) {
            expect("bytes kept for the client", List.copyOf(kept), found);
        } else {
            kept.removeAll(found);
            expect("bytes missing of the client", List.of(), List.copyOf(kept));
        }
    }

    private void indexesListTheQueues() throws IOException, SQLException {
        try (Connection ledger = copyOfLedger()) {
            for (String queue : QUEUES) {
                Path index = home.resolve("queues").resolve(queue).resolve("index.tsv");
                List<String> listed = Files.readAllLines(index).stream()
                        .skip(1)
                        .map(line -> line.split("\t", 2)[0])
                        .sorted()
                        .toList();
                expect(
                        "index of " + queue,
                        column(
                                ledger,
                                "SELECT o.submission FROM outbox o JOIN submission s ON s.id = o.submission WHERE"
                                        + " s.state <> 'SUPERSEDED' AND o.kind = 'queue' AND o.target = '" + queue
                                        + "' ORDER BY o.submission"),
                        listed);
            }
        }
    }

    /// Takes every folder out of the queues, as a consumer that never waits.
    private void take() throws IOException {
        takeLetters();
        for (String queue : QUEUES) {
            Path folder = home.resolve("queues").resolve(queue);
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder, Files::isDirectory)) {
                    for (Path each : inside) {
                        take(queue, each);
                    }
                }
            }
        }
    }

    private void takeLetters() throws IOException {
        for (String vendor : names("outbox")) {
            for (String letter : vendor.startsWith(".") ? List.<String>of() : names("outbox/" + vendor)) {
                Path mine = Files.createDirectories(home.resolve("taken").resolve(Integer.toString(takes++)))
                        .resolve(letter);
                Files.move(home.resolve("outbox").resolve(vendor).resolve(letter), mine);
                letters.add(letter);
                List<Path> files = files(home.relativize(mine).toString());
                boolean empty = false;
                for (Path file : files) {
                    empty |= Files.size(file) == 0;
                }
                if (empty || files.size() != (letter.contains("-rework-") ? 4 : 2)) {
                    violations.add("letter " + letter + " is not whole: " + files);
                }
            }
        }
    }

    private void take(String queue, Path folder) throws IOException {
        String submission = folder.getFileName().toString();
        Path mine = Files.createDirectories(home.resolve("taken").resolve(Integer.toString(takes++)))
                .resolve(submission);
        Files.move(folder, mine);
        List<String> originals = new ArrayList<>();
        if (Files.isDirectory(mine.resolve("original"))) {
            try (Stream<Path> inside = Files.list(mine.resolve("original"))) {
                for (Path original : inside.toList()) {
                    originals.add(sha256(Files.readAllBytes(original)));
                }
            }
        }
        taken.add(new Taken(queue, submission, originals.stream().sorted().toList()));
        for (String report : List.of("report.html", "report.json")) {
            if (!Files.exists(mine.resolve(report)) || Files.size(mine.resolve(report)) == 0) {
                violations.add(queue + "/" + submission + " was published without " + report);
            }
        }
    }

    /// The ledger as the last commit left it; what the program will find there is not touched.
    private Connection copyOfLedger() throws IOException, SQLException {
        Path copy = Files.createTempDirectory(home, "ledger-");
        for (String file : List.of("ledger.db", "ledger.db-wal")) {
            Path from = home.resolve("data").resolve(file);
            if (Files.exists(from)) {
                Files.copy(from, copy.resolve(file));
            }
        }
        return DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("ledger.db"));
    }

    /// What lies where vendors put it: in the drop folder and on the server, but for what the server keeps of what
    /// it has let go of.
    private List<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>(files("drop"));
        for (Path file : files("server")) {
            if (!file.getParent().endsWith(".received")) {
                files.add(file);
            }
        }
        return files;
    }

    private List<Path> files(String folder) throws IOException {
        Path root = home.resolve(folder);
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.walk(root)) {
            return inside.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            // A file went while it was listed: the program is at work.
            return List.of(root);
        }
    }

    private List<String> names(String folder) throws IOException {
        Path root = home.resolve(folder);
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(root)) {
            return inside.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private void expect(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            violations.add(what + ": expected " + shown(expected) + ", found " + shown(found));
        }
    }

    private static String shown(Object value) {
        if (value instanceof Collection<?> many) {
            Map<String, Integer> counts = new TreeMap<>();
            many.forEach(each -> counts.merge(each.toString(), 1, Integer::sum));
            return counts.toString();
        }
        return value.toString();
    }

    private static long count(Connection ledger, String query) throws SQLException {
        try (Statement statement = ledger.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : -1;
        }
    }

    private static List<String> column(Connection ledger, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = ledger.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
