package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.extract.mail.Tnef;
import dev.assay.intake.HostileNames;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.work.Channel;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows of the threats that concern what comes in, each live on every channel of one running installation. The security
/// page says where the others are.
final class ThreatsIT {
    private static final int LONGEST_NAME = 1024;
    private static final List<String> STEERING = List.of(
            "CamelFileName",
            "cAmElFileName",
            "CamelFileNameOnly",
            "CamelFileLastModified",
            "CamelHttpUri",
            "CamelHttpPath",
            "CamelBeanMethodName",
            "CamelSplitIndex",
            "camelsqlquery",
            "kafka.TOPIC",
            "kafka.OVERRIDE_TOPIC",
            "mail.smtp.host",
            "mail.smtp.from",
            "JMSDestination",
            "JMSReplyTo",
            "delete",
            "moveTo",
            "copyTo");

    @TempDir
    static Path folder;

    private static AllChannels channels;

    @BeforeAll
    static void start() throws Exception {
        channels = AllChannels.start(folder, List.of("h-mail", "h-upload", "replay", "winmail", "inner", "one", "two"));
    }

    @AfterAll
    static void stop() throws IOException {
        channels.close();
    }

    /// What Camel calls a header is a header of a mail or a request here, and a name of a file where there are none.
    @Test
    void row10_headersThatSteerRoutes_haveNoEffectOnAnyChannel() throws Exception {
        Path victim = Files.writeString(folder.resolve("victim.txt"), "as it was");
        channels.mail.account("other", "other");
        channels.mail.put("other", mail("nobody@deliveries.example", "Left alone."));
        List<String> before = tree();
        String target = "../../../victim.txt";
        String[] headers =
                STEERING.stream().flatMap(each -> Stream.of(each, target)).toArray(String[]::new);
        assertEquals(
                201,
                channels.upload("swift", "h-upload/a.txt", "row10", text("by upload"), headers)
                        .statusCode());
        channels.send(
                "swift",
                "[wo-1/h-mail]",
                "a.txt",
                text("by mail"),
                STEERING.stream().map(each -> each + ": " + target + "\r\n").collect(Collectors.joining()));
        TreeSet<String> hashes = new TreeSet<>();
        for (String name : STEERING) {
            byte[] byFolder = text("by folder, " + name);
            byte[] bySftp = text("by SFTP, " + name);
            channels.drop("swift", name + "=..\\victim.txt", byFolder);
            channels.serve("swift", name + "=..\\victim.txt", bySftp);
            hashes.add(AllChannels.hex(byFolder));
            hashes.add(AllChannels.hex(bySftp));
        }
        List<ArrivalRecord> named = channels.settled(
                hashes.size(), arrival -> arrival.arrival().path().endsWith("=..\\victim.txt"));
        assertEquals(
                List.copyOf(hashes),
                named.stream().map(each -> each.arrival().sha256()).sorted().toList());
        assertEquals(
                2,
                channels.settled(2, arrival -> submission(arrival).startsWith("h-"))
                        .size());
        assertEquals("as it was", Files.readString(victim));
        assertEquals(1, channels.mail.count("other", "other", "INBOX"));
        assertEquals(before, tree());
    }

    /// Sixty texts in the place of an id, by manifest, by subject and by name: nothing is found, and nothing is made.
    @Test
    void row11_hostileIds_areLookedUpAndNothingElse() throws Exception {
        List<String> before = tree();
        int taken = 0;
        for (String hostile : HostileNames.all()) {
            String quoted = "\""
                    + hostile.codePoints()
                            .mapToObj(each -> each < 0xD800 || each > 0xDFFF ? "\\U%08x".formatted(each) : "\\uFFFD")
                            .collect(Collectors.joining())
                    + "\"";
            byte[] manifest = BadFiles.zip(
                    "manifest.yaml",
                    "work-order: " + quoted + "\ndeliverable: " + quoted + "\n",
                    "report.txt",
                    "A note of " + taken);
            // A request line as long as the longest of them is cut off before anybody looks at it.
            String name = hostile.length() > LONGEST_NAME ? "x.zip" : hostile;
            HttpResponse<String> named = channels.upload("lumen", name, "row11-" + taken, manifest);
            if (named.statusCode() != 201) {
                assertEquals(400, named.statusCode(), hostile);
                named = channels.upload("lumen", "x.zip", "row11-" + taken, manifest);
                assertEquals(201, named.statusCode(), hostile);
            }
            channels.send("lumen", "[" + hostile + "] [" + hostile + "/one]", "x.txt", text("mail " + taken), "");
            taken += 2;
        }
        List<ArrivalRecord> arrivals =
                channels.settled(taken, arrival -> arrival.arrival().vendor().equals("lumen"));
        assertTrue(arrivals.size() >= 120);
        assertEquals(
                List.of(ArrivalState.HELD),
                arrivals.stream().map(ArrivalRecord::state).distinct().toList());
        assertEquals(before, tree());
    }

    @Test
    void row15_sameBytesAHundredTimes_areAHundredArrivalsAndOneEffect() throws Exception {
        byte[] report = text("sent again and again");
        for (int i = 0; i < 50; i++) {
            assertEquals(
                    201,
                    channels.upload("swift", "replay/r.txt", "row15-" + i, report)
                            .statusCode());
            channels.drop("swift", "wo-1/replay/r" + i + ".txt", report);
        }
        List<ArrivalRecord> arrivals =
                channels.settled(100, arrival -> submission(arrival).equals("replay"));
        assertEquals(100, arrivals.size());
        assertEquals(
                99,
                arrivals.stream()
                        .filter(each -> each.state() == ArrivalState.DUPLICATE)
                        .count());
        String submission = arrivals.getFirst().submission().orElseThrow();
        assertEquals(
                List.of(submission),
                arrivals.stream()
                        .map(each -> each.submission().orElseThrow())
                        .distinct()
                        .toList());
        assertEquals(
                1,
                channels.home.queue("accept").stream()
                        .filter(submission::equals)
                        .count());
    }

    /// Every vendor asks by every endpoint for every kind of object: a foreign one is as one that never was.
    @Test
    void row16_noVendorReadsAnothers() throws Exception {
        TreeMap<String, List<String>> objects = new TreeMap<>();
        for (String vendor : AllChannels.VENDORS) {
            objects.put(vendor, deliverByEveryChannel(vendor));
        }
        String nothing = channels.ask(channels.request("swift", "/deliveries/" + "0".repeat(32)))
                .body();
        for (String vendor : AllChannels.VENDORS) {
            String other = vendor.equals("swift") ? "lumen" : "swift";
            List<String> answers = new ArrayList<>();
            for (String object : objects.get(other)) {
                for (String path : List.of("", "/", "?vendor=" + other, "/..", "%2f", ";vendor=" + other)) {
                    answers.add(channels.ask(channels.request(vendor, "/deliveries/" + object + path))
                            .body());
                }
                for (String method : List.of("DELETE", "PATCH", "HEAD", "OPTIONS")) {
                    answers.add(channels.ask(channels.request(vendor, "/deliveries/" + object)
                                    .method(method, BodyPublishers.noBody()))
                            .body());
                }
                assertEquals(
                        nothing,
                        channels.ask(channels.request(vendor, "/deliveries/" + object))
                                .body());
            }
            answers.add(channels.ask(channels.request(vendor, "/deliveries")).body());
            answers.add(channels.ask(channels.request(vendor, "/deliveries?vendor=" + other))
                    .body());
            answers.add(channels.upload(vendor, "x-canary.txt", "row16", text("canary of " + vendor))
                    .body());
            for (String answer : answers) {
                assertFalse(answer.contains("canary-" + other), answer);
                for (String object : objects.get(other)) {
                    assertFalse(answer.contains(object), answer);
                }
            }
            String list = channels.ask(channels.request(vendor, "/deliveries")).body();
            assertTrue(objects.get(vendor).stream().allMatch(list::contains), "it sees its own");
        }
    }

    /// Ids and hashes of what it delivered.
    private static List<String> deliverByEveryChannel(String vendor) throws Exception {
        String name = "canary-" + vendor + ".txt";
        int mails = channels.settled(0, arrival -> isMailOf(arrival, vendor)).size();
        channels.upload(vendor, name, "row16", text("as a canary of " + vendor));
        channels.drop(vendor, name, text("as a canary of " + vendor + " by folder"));
        channels.serve(vendor, name, text("as a canary of " + vendor + " by SFTP"));
        channels.send(vendor, "canary-" + vendor, name, text("as a canary of " + vendor + " by mail"), "");
        List<ArrivalRecord> all = new ArrayList<>(
                channels.settled(3, arrival -> arrival.arrival().path().endsWith(name)));
        all.add(channels.settled(mails + 1, arrival -> isMailOf(arrival, vendor))
                .getFirst());
        assertEquals(
                4, all.stream().map(each -> each.arrival().channel()).distinct().count());
        return all.stream()
                .flatMap(each -> Stream.of(each.arrival().id(), each.arrival().sha256()))
                .toList();
    }

    /// Row 9 of the bad inputs.
    @Test
    void badInput09_mailInMail_winmail_andMessageIds_areProcessedAndDistinct() throws Exception {
        byte[] winmail = new Tnef()
                .attach("report.txt", text("in Outlook's own wrapping"))
                .attach("tables.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .bytes();
        String id = "Message-ID: <same@swift.example>\r\n";
        channels.send("swift", "[wo-1/winmail]", "winmail.dat", winmail, "");
        channels.send("swift", "[wo-1/inner]", "inner.eml", mail("x@y.example", "A forwarded mail."), id);
        channels.send("swift", "[wo-1/one]", "one.txt", text("first of one id"), id);
        channels.send("swift", "[wo-1/two]", "two.txt", text("second of one id"), id);
        List<String> wanted = List.of("winmail", "inner", "one", "two");
        List<ArrivalRecord> arrivals = channels.settled(4, arrival -> wanted.contains(submission(arrival)));
        TreeMap<String, List<String>> parts = new TreeMap<>();
        for (ArrivalRecord arrival : arrivals) {
            assertEquals(ArrivalState.ATTACHED, arrival.state());
            SubmissionRecord submission = found(arrival);
            parts.put(
                    submission.deliverable(),
                    submission.parts().stream().map(each -> each.name()).toList());
        }
        assertEquals(
                "{inner=[inner.eml, mail.eml], one=[one.txt, mail.eml], two=[two.txt, mail.eml],"
                        + " winmail=[report.txt, tables.csv, mail.eml]}",
                parts.toString());
        SmallHome.await(() -> channels.running()
                .ledger()
                .arrivals()
                .unacknowledged(Channel.MAIL)
                .isEmpty());
    }

    private static boolean isMailOf(ArrivalRecord record, String vendor) {
        return record.arrival().vendor().equals(vendor) && record.arrival().channel() == Channel.MAIL;
    }

    /// The deliverable that an arrival belongs to; empty where there is none yet.
    private static String submission(ArrivalRecord arrival) {
        return arrival.submission().isEmpty() ? "" : found(arrival).deliverable();
    }

    private static SubmissionRecord found(ArrivalRecord arrival) {
        return channels.running()
                .ledger()
                .submissions()
                .find(arrival.submission().orElseThrow())
                .orElseThrow();
    }

    private static byte[] text(String what) {
        return (SmallHome.CLEAN + " It came " + what + ".").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mail(String to, String text) {
        return ("From: a@b.example\r\nTo: " + to + "\r\nSubject: s\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// All files but those of the program itself, and folders but those that vendors made.
    private static List<String> tree() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            TreeSet<String> own = all.map(each -> folder.relativize(each).toString())
                    .filter(each -> !each.matches("home/(data|queues|outbox|drop)(/.*)?|servers/.*"))
                    .collect(Collectors.toCollection(TreeSet::new));
            return List.copyOf(own);
        }
    }
}
