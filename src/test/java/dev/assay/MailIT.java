package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.lab.servers.FaultProxy;
import dev.assay.lab.servers.MailServers;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.SubmissionRecord;
import jakarta.mail.Flags;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A mailbox as a whole installation receives from it, through a proxy that breaks what passes.
final class MailIT {
    private static final String USER = Mailbox.USER;
    private static final String PASSWORD = Mailbox.PASSWORD;
    private static final String TOKEN = Mailbox.TOKEN;
    private static final String ADDRESS = "swift+" + TOKEN + "@deliveries.example";

    @TempDir
    private Path folder;

    private SmallHome home;
    private MailServers servers;
    private FaultProxy proxy;
    private Wiring.Running running;

    @BeforeEach
    void start() throws Exception {
        servers = MailServers.start(folder);
        servers.account(USER, PASSWORD);
        proxy = FaultProxy.before(servers.imapPort());
        home = SmallHome.in(folder, List.of("report", "deck"));
        home.write(
                "assay.properties", Files.readString(folder.resolve("assay.properties")) + "folder.enabled = false\n");
        Mailbox.receive(folder, proxy.port());
        home.write("vendors/swift.yaml", Mailbox.vendor("Swift Research Ltd", "swift@deliveries.example"));
    }

    @AfterEach
    void stop() throws Exception {
        if (running != null) {
            running.close();
        }
        proxy.close();
        servers.close();
    }

    @Test
    void attachedFile_isTheDelivery_andTheMailGoesWithIt_alsoWhenAPersonHasReadIt() throws Exception {
        servers.put(USER, mail("a1", "[wo-1/report] our report", ADDRESS, attached("final.txt", SmallHome.CLEAN)));
        servers.mark(USER, PASSWORD, "INBOX", Flags.Flag.SEEN);
        running = home.start();
        List<ArrivalRecord> arrivals = SmallHome.settled(running.ledger(), 1);
        SubmissionRecord submission = submission(arrivals.getFirst());
        assertEquals("wo-1", submission.workOrder());
        assertEquals("report", submission.deliverable());
        assertEquals(
                List.of("report final.txt", "covering-mail mail.eml"),
                submission.parts().stream()
                        .map(part -> part.role() + " " + part.name())
                        .toList());
        await("Processed", 1);
        assertEquals(0, servers.count(USER, PASSWORD, "INBOX"));
    }

    /// The same file under another covering mail is the same work.
    @Test
    void sameFileWithAnotherMail_isADuplicate_andReusedMessageIdsAreDistinct() throws Exception {
        running = home.start();
        servers.put(USER, mail("same", "[wo-1/report]", ADDRESS, attached("final.txt", SmallHome.CLEAN)));
        SmallHome.settled(running.ledger(), 1);
        servers.put(USER, mail("same", "[wo-1/report] once more", ADDRESS, attached("final.txt", SmallHome.CLEAN)));
        servers.put(USER, mail("", "[wo-1/deck]", ADDRESS, attached("deck.txt", SmallHome.CLEAN + " Again.")));
        List<ArrivalRecord> arrivals = SmallHome.settled(running.ledger(), 3);
        assertEquals(
                List.of(ArrivalState.ATTACHED, ArrivalState.ATTACHED, ArrivalState.DUPLICATE),
                arrivals.stream().map(ArrivalRecord::state).sorted().toList());
        await("Processed", 3);
    }

    @Test
    void mailInMail_isAPartOfItsOwn() throws Exception {
        String inner = "From: a@b.example\r\nSubject: inner\r\n\r\n" + SmallHome.CLEAN + "\r\n";
        servers.put(
                USER,
                mail(
                        "m1",
                        "[wo-1/report]",
                        ADDRESS,
                        "Content-Type: message/rfc822; name=\"forwarded.eml\"\r\n\r\n" + inner));
        running = home.start();
        SubmissionRecord submission =
                submission(SmallHome.settled(running.ledger(), 1).getFirst());
        assertEquals(
                List.of("forwarded.eml", "mail.eml"),
                submission.parts().stream().map(part -> part.name()).toList());
    }

    @Test
    void mailWithoutAttachment_isHeld_unlessItIsWhatWasOrdered() throws Exception {
        servers.put(USER, mail("n1", "hello", ADDRESS));
        servers.put(USER, mail("n2", "[wo-1/report] in the text", ADDRESS));
        running = home.start();
        List<ArrivalRecord> arrivals = SmallHome.settled(running.ledger(), 2);
        assertEquals(
                List.of(ArrivalState.ATTACHED, ArrivalState.HELD),
                arrivals.stream().map(ArrivalRecord::state).sorted().toList());
    }

    /// Row 14: who it says it is from, and what it says was checked, can be written by anybody.
    @Test
    void row14_forgedSenders_areHeld() throws Exception {
        String file = attached("final.txt", SmallHome.CLEAN);
        servers.put(USER, mail("f1", "[wo-1/report]", "swift@deliveries.example", file));
        servers.put(USER, mail("f2", "[wo-1/report]", "swift+wrong@deliveries.example", file));
        servers.put(USER, mail("f3", "[wo-1/report] " + TOKEN, "deliveries@deliveries.example", file));
        servers.put(
                USER,
                ("Authentication-Results: mx.deliveries.example; dkim=pass header.d=swift.example\r\n"
                                + new String(
                                        mail("f4", "[wo-1/report]", "x@deliveries.example", file),
                                        StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        running = home.start();
        for (ArrivalRecord arrival : SmallHome.settled(running.ledger(), 4)) {
            assertEquals(ArrivalState.HELD, arrival.state());
            assertEquals("(unknown)", arrival.arrival().vendor());
            assertTrue(arrival.reason().startsWith("It came to no vendor's address"), arrival.reason());
        }
        await("Processed", 4);
    }

    @Test
    void mailOfAnUnknownSender_goesOnAsWhatAPersonSays_andIsThatVendorsFromThenOn() throws Exception {
        servers.put(USER, mail("u1", "our report", "sales@deliveries.example", attached("final.txt", SmallHome.CLEAN)));
        running = home.start();
        String id = SmallHome.settled(running.ledger(), 1).getFirst().arrival().id();
        await("Processed", 1);
        assertEquals(0, running.ledger().letters().backlog(dev.assay.ledger.LetterWay.FILE));
        String[] named = {"requeue", id, "--as", "wo-1/report", "--reason", "they called", "--home", folder.toString()};
        Console nameless = Console.run((Object[]) named);
        assertEquals(64, nameless.exit());
        assertTrue(nameless.err().startsWith("Nobody knows whose it is. Say it with --vendor."), nameless.err());
        Console done = Console.run(
                Stream.concat(Stream.of(named), Stream.of("--vendor", "swift")).toArray());
        assertEquals("Arrival " + id + " is begun anew.\n", done.out(), done.err());
        ArrivalRecord found = SmallHome.settled(running.ledger(), 1).getFirst();
        assertEquals(ArrivalState.ATTACHED, found.state(), found.reason());
        assertEquals("swift", found.arrival().vendor());
        assertEquals("person", submission(found).identifiedBy());
        assertEquals("swift", submission(found).vendor());
        assertTrue(running.ledger().verify().intact());
    }

    @Test
    void whatAPersonDeleted_isNeitherReceivedNorExpunged() throws Exception {
        servers.put(USER, mail("d1", "[wo-1/report]", ADDRESS, attached("old.txt", SmallHome.CLEAN)));
        servers.mark(USER, PASSWORD, "INBOX", Flags.Flag.DELETED);
        servers.put(USER, mail("d2", "[wo-1/report]", ADDRESS, attached("new.txt", SmallHome.CLEAN)));
        running = home.start();
        SmallHome.settled(running.ledger(), 1);
        await("Processed", 1);
        assertEquals(1, servers.count(USER, PASSWORD, "INBOX"));
    }

    @Test
    void row10_headersThatSteerRoutes_haveNoEffect() throws Exception {
        byte[] plain = mail("h1", "[wo-1/report]", ADDRESS, attached("final.txt", SmallHome.CLEAN));
        String hostile = Stream.of(
                        "CamelFileName",
                        "cAmElFileName",
                        "delete",
                        "moveTo",
                        "copyTo",
                        "mail.smtp.host",
                        "CamelBeanMethodName",
                        "kafka.TOPIC")
                .map(name -> name + ": ../../escaped\r\n")
                .collect(Collectors.joining());
        servers.put(USER, (hostile + new String(plain, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        running = home.start();
        SubmissionRecord submission =
                submission(SmallHome.settled(running.ledger(), 1).getFirst());
        assertEquals(2, submission.parts().size());
        await("Processed", 1);
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(
                    List.of(),
                    all.filter(each -> each.toString().contains("escaped")).toList());
        }
    }

    /// The connection ends after so many bytes, in each phase of it; once it stands, each mail comes in once.
    @Test
    void cutInEveryPhase_losesAndDoublesNothing() throws Exception {
        for (int i = 0; i < 3; i++) {
            String text = SmallHome.CLEAN + " " + i + "x".repeat(20_000);
            servers.put(USER, mail("c" + i, "[wo-1/report]", ADDRESS, attached("final" + i + ".txt", text)));
        }
        running = null;
        Wiring.Running early = home.start();
        for (long bytes : new long[] {0, 200, 1500, 3000, 5000, 9000, 20_000, 40_000}) {
            proxy.cutAfter(bytes);
            proxy.cut();
            Thread.sleep(400);
        }
        proxy.heal();
        running = early;
        SmallHome.settled(running.ledger(), 3);
        await("Processed", 3);
        assertEquals(0, servers.count(USER, PASSWORD, "INBOX"));
        SmallHome.await(() -> running.health().reasons().isEmpty());
    }

    @Test
    void wrongPassword_isToldByHealth_withWhatToDo() throws Exception {
        String settings = Files.readString(folder.resolve("assay.properties"));
        home.write("assay.properties", settings.replace(PASSWORD, "another"));
        running = home.start();
        SmallHome.await(() -> running.health().reasons().stream()
                .anyMatch(each -> each.startsWith(
                                "mailbox 'deliveries@localhost/INBOX': the server does not let" + " 'deliveries' in")
                        && each.contains("Check mail.user and mail.password.")));
    }

    @Test
    void unknownCertificate_andMissingServer_areToldByHealth() throws Exception {
        String settings = Files.readString(folder.resolve("assay.properties"));
        home.write("assay.properties", settings.replace("mail.certificate = mail.pem\n", ""));
        running = home.start();
        SmallHome.await(() -> running.health().reasons().stream()
                .anyMatch(
                        each -> each.contains("no safe connection to localhost") && each.contains("mail.certificate")));
        running.close();
        home.write("assay.properties", settings);
        proxy.refuse();
        running = home.start();
        SmallHome.await(() -> running.health().reasons().stream().anyMatch(each -> each.startsWith("mailbox")));
        proxy.heal();
        SmallHome.await(() -> running.health().reasons().isEmpty());
    }

    private SubmissionRecord submission(ArrivalRecord arrival) {
        return running.ledger()
                .submissions()
                .find(arrival.submission().orElseThrow())
                .orElseThrow();
    }

    private void await(String box, int count) throws Exception {
        SmallHome.await(() -> {
            try {
                Integer found = servers.count(USER, PASSWORD, box);
                return found != null && found == count;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static byte[] mail(String messageId, String subject, String to, String... parts) {
        StringBuilder mail = new StringBuilder("From: Someone <someone@swift.example>\r\nTo: " + to + "\r\nSubject: "
                + subject + "\r\n" + (messageId.isEmpty() ? "" : "Message-ID: <" + messageId + "@swift.example>\r\n")
                + "MIME-Version: 1.0\r\n");
        if (parts.length == 0) {
            mail.append("Content-Type: text/plain; charset=UTF-8\r\n\r\n")
                    .append(SmallHome.CLEAN)
                    .append("\r\n");
            return mail.toString().getBytes(StandardCharsets.UTF_8);
        }
        mail.append("Content-Type: multipart/mixed; boundary=\"b0\"\r\n\r\n--b0\r\nContent-Type: text/plain;"
                + " charset=UTF-8\r\n\r\nPlease find it attached.\r\n");
        for (String part : parts) {
            mail.append("--b0\r\n").append(part).append("\r\n");
        }
        return mail.append("--b0--\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String attached(String name, String text) {
        return "Content-Type: text/plain; charset=UTF-8; name=\"" + name + "\"\r\nContent-Disposition: attachment;"
                + " filename=\"" + name + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
