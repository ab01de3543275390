package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.assay.config.InvalidFiles;
import dev.assay.lab.servers.MailServers;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LetterWay;
import dev.assay.ledger.SubmissionRecord;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole program writes to vendors: into their outbox folders, and by mail to a server on this machine.
final class LettersIT {
    private static final String POOR = "The margin was CANARYWORD TBD in the north of the country this spring.";

    @TempDir
    private Path temporary;

    private SmallHome home;
    private int port;
    private GreenMail server;

    @BeforeEach
    void prepare() throws IOException {
        home = SmallHome.in(temporary.resolve("home"), List.of("report", "second"));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        home.write(
                "assay.properties",
                Files.readString(home.folder.resolve("assay.properties")) + "smtp.host = 127.0.0.1\nsmtp.port = " + port
                        + "\nsmtp.tls = false\nsmtp.from = quality@assay.example\n");
        home.write("vendors/swift.yaml", "name: Swift Research Ltd\ncontact: desk@swift.example\nlanguage: en-GB\n");
        server = server();
    }

    private GreenMail server() {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(20_000);
        return new GreenMail(setup);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void rework_isWrittenByBothWays_andItsAnswersOpenTheNextRound() throws Exception {
        server.start();
        Path outbox = Files.createDirectories(home.folder.resolve("outbox/swift"));
        Files.setPosixFilePermissions(outbox, PosixFilePermissions.fromString("rwxr-x---"));
        try (Wiring.Running running = home.start()) {
            Ledger ledger = running.ledger();
            home.deliver("wo-1/report/heron.docx", BadFiles.docx(POOR));
            SmallHome.settled(ledger, 1);
            assertEquals(List.of("receipt", "rework"), kinds());
            assertEquals(Set.of("rwxr-x---", "rw-r-----"), rights());
            List<MimeMessage> mails = mails();
            assertEquals(
                    List.of("Please mend: The report, round 1", "Received: The report, round 1"),
                    mails.stream().map(LettersIT::subject).sorted().toList());
            String letter = file("rework", "rework.txt");
            assertTrue(letter.contains("CANARYWORD"), letter);
            assertTrue(letter.contains("Nothing is left to be filled in."), letter);
            MimeMessage mail = mails.stream()
                    .filter(each -> subject(each).startsWith("Please"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("desk@swift.example", mail.getAllRecipients()[0].toString());
            assertEquals("auto-generated", mail.getHeader("Auto-Submitted")[0]);
            Map<String, String> parts = parts(mail);
            assertEquals(letter, parts.get("text/plain").replace("\r\n", "\n"));
            assertEquals(
                    List.of("findings.xlsx", "manifest.yaml", "text/html", "text/plain"), List.copyOf(parts.keySet()));
            assertEquals(
                    file("rework", "manifest.yaml"), parts.get("manifest.yaml").replace("\r\n", "\n"));

            String manifest = file("rework", "manifest.yaml")
                    .replace("answer: fixed, text: \"\"", "answer: disputed, text: \"It is a name.\"");
            home.deliver(
                    "again.zip", BadFiles.zip("heron.docx", BadFiles.docx(POOR + " More."), "manifest.yaml", manifest));
            SmallHome.settled(ledger, 2);
            SubmissionRecord second = submission(ledger, 2);
            assertEquals("review", second.verdict().orElseThrow());
            assertEquals(1, ledger.answers().of(second.id()).size());
            String report = Files.readString(
                    home.folder.resolve("queues/review").resolve(second.id()).resolve("report.html"));
            assertTrue(report.contains("the vendor disputes it"), report);
            assertTrue(report.contains("disputed. It is a name."), report);
            assertEquals(List.of("receipt", "receipt", "rework"), kinds());
            assertTrue(files().stream().anyMatch(text -> text.contains("Disputed. It is a name.")));
            assertTrue(ledger.verify().intact());
        }
    }

    @Test
    void disputedWithUnchangedFiles_isRecordedWithTheSubmission() throws Exception {
        server.start();
        try (Wiring.Running running = home.start()) {
            Ledger ledger = running.ledger();
            byte[] heron = BadFiles.docx(POOR);
            home.deliver("wo-1/report/heron.docx", heron);
            SmallHome.settled(ledger, 1);
            String manifest = file("rework", "manifest.yaml")
                    .replace("answer: fixed, text: \"\"", "answer: disputed, text: \"It is a name.\"");
            for (int i = 0; i < 2; i++) {
                home.deliver("again-" + i + ".zip", BadFiles.zip("heron.docx", heron, "manifest.yaml", manifest));
            }
            List<ArrivalRecord> arrivals = SmallHome.settled(ledger, 3);
            assertEquals(ArrivalState.DUPLICATE, arrivals.getLast().state());
            assertEquals(
                    "The files are unchanged and bring answers to the letter, which a person reads.",
                    arrivals.getLast().reason());
            assertEquals(
                    1, ledger.answers().of(ledger.submissionIds().getFirst()).size());
        }
    }

    @Test
    void deadMailServer_delaysAndNeverLoses_andTheIdIsTheSame() throws Exception {
        try (Wiring.Running running = home.start()) {
            Ledger ledger = running.ledger();
            home.deliver("wo-1/report/heron.docx", BadFiles.docx(POOR));
            SmallHome.await(() -> ledger.letters().backlog(LetterWay.MAIL) == 2
                    && ledger.letters().backlog(LetterWay.FILE) == 0
                    && ledger.outbox().backlog() == 0
                    && SmallHome.body(running, "/health").contains("send: cannot send letter"));
            assertEquals(List.of("receipt", "rework"), kinds());
            assertEquals(503, SmallHome.get(running, "/health").statusCode());
            assertTrue(SmallHome.body(running, "/metrics").contains("assay_letter_backlog{way=\"mail\"} 2.0"));
        }
        server.start();
        try (Wiring.Running running = home.start()) {
            SmallHome.settled(running.ledger(), 1);
            assertEquals(2, mails().size());
            assertEquals(
                    List.of(),
                    mails().stream()
                            .map(LettersIT::id)
                            .filter(id -> !id.matches("<[0-9a-f]{32}@assay.example>"))
                            .toList());
            SmallHome.await(() -> !SmallHome.body(running, "/health").contains("send"));
            assertEquals(List.of("receipt", "rework"), kinds());
        }
    }

    @Test
    void whatContains_isToldToNobody() throws Exception {
        home.write("clients/acme/checklist.yaml", """
            title: Acme report
            items:
              - id: no-secret
                check: forbidden-term
                with: {terms: [CANARYWORD]}
                severity: critical
                effect: contain
                blocking: true
                requirement: No secret leaves.
              - id: nothing-left-open
                check: placeholder-text
                severity: major
                blocking: true
                requirement: Nothing is left to be filled in.
            """);
        server.start();
        try (Wiring.Running running = home.start()) {
            home.deliver("wo-1/report/heron.docx", BadFiles.docx(POOR));
            home.deliver("wo-1/second/heron.docx", BadFiles.docx(SmallHome.CLEAN));
            SmallHome.settled(running.ledger(), 2);
            assertEquals(List.of("receipt", "receipt"), kinds());
            assertEquals(2, mails().size());
            List<String> neutral = files().stream()
                    .map(text -> text.replaceAll("second|report", "X")
                            .replaceAll("[0-9a-f]{32,64}", "H")
                            .replaceAll("[0-9.]+ (kB|bytes)", "S")
                            .replaceAll("\\d\\d:\\d\\d", "T")
                            .replaceAll("\\s+", " "))
                    .distinct()
                    .toList();
            assertEquals(1, neutral.size(), "a vendor sees no difference between accept and contain: " + neutral);
            assertFalse((files() + allMail()).contains("CANARYWORD"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"confidential", "restricted"})
    void closerTiers_goToTheFolder_andAMailSaysOnlyThat(String tier) throws Exception {
        Path order = home.folder.resolve("work-orders/wo-1.yaml");
        home.write("work-orders/wo-1.yaml", Files.readString(order).replace("tier: standard", "tier: " + tier));
        server.start();
        try (Wiring.Running running = home.start()) {
            home.deliver("wo-1/report/heron.docx", BadFiles.docx(POOR));
            home.deliver("stray.docx", BadFiles.docx(SmallHome.CLEAN));
            SmallHome.settled(running.ledger(), 2);
            assertEquals(List.of("on-hold", "receipt", "rework"), kinds());
            assertFalse(files().toString().contains("CANARYWORD"));
            assertEquals(3, mails().size());
            String mail = allMail();
            for (String word : List.of("wo-1", "heron", "stray", "Acme", "The report", "mend", "TBD", "xlsx")) {
                assertFalse(mail.contains(word), word + "\n" + mail);
            }
            for (String folder : folders()) {
                String number = folder.substring(folder.lastIndexOf('-') + 1);
                assertTrue(mail.contains("Letter " + number + " is in your outbox folder"), folder + "\n" + mail);
            }
        }
    }

    @Test
    void heldQuarantinedRefusedAndDoubled_areToldWithWhatToDo() throws Exception {
        home.write("vendors/swift.yaml", "name: Swift Research Ltd\nlanguage: de\n");
        try (Wiring.Running running = home.start()) {
            home.deliver("stray.docx", BadFiles.docx(SmallHome.CLEAN));
            byte[] clean = BadFiles.docx(SmallHome.CLEAN);
            home.deliver("wo-1/report/a.docx", clean);
            SmallHome.settled(running.ledger(), 2);
            home.deliver("wo-1/report/b.docx", clean);
            home.deliver("wo-1/second/bomb.zip", bomb());
            home.deliver("wo-1/second/large.bin", new byte[(1 << 20) + 1]);
            SmallHome.settled(running.ledger(), 5);
            assertEquals(List.of("on-hold", "receipt", "receipt", "receipt", "set-aside"), kinds());
            String all = String.join("\n", files()).replaceAll("\\s+", " ");
            for (String said : List.of(
                    "Ihre Lieferung ist angehalten",
                    "Nothing says which deliverable it is.",
                    "Ihre Lieferung wurde beiseitegelegt",
                    "limit ratio",
                    "Dieselben Dateien sind noch einmal eingegangen.",
                    "Diese Datei konnten wir nicht annehmen.",
                    "the most that is taken is 1048576")) {
                assertTrue(all.contains(said), said + "\n" + all);
            }
            assertEquals(0, running.ledger().letters().backlog(LetterWay.MAIL));
        }
    }

    @Test
    void clientsOwnTexts_areUsed_andEveryMistakeInThemEndsTheStart() throws Exception {
        home.write("clients/acme/letters/letter_en.properties", "receipt.title = {client} has it\n");
        try (Wiring.Running running = home.start()) {
            home.deliver("wo-1/report/a.docx", BadFiles.docx(SmallHome.CLEAN));
            SmallHome.await(() -> running.ledger().letters().backlog(LetterWay.FILE) == 0
                    && !running.ledger().submissionIds().isEmpty());
            assertTrue(file("receipt", "receipt.txt").startsWith("Acme Foods plc has it\n"));
        }
        home.write(
                "clients/acme/letters/letter_en.properties",
                "# ours\nreceipt.titel = x\nrework.lead = Mend {titel} by {due}\nreceipt.title = {vendor\n");
        home.write("clients/acme/letters/letter_fr.properties", "receipt.title = Reçu\n");
        InvalidFiles mistakes = assertThrows(InvalidFiles.class, home::start);
        assertEquals("""
            clients/acme/letters/letter_en.properties:2:1: unknown text 'receipt.titel' of letters. Did you mean 'receipt.title'?
            clients/acme/letters/letter_en.properties:3:20: unknown placeholder '{titel}' of text 'rework.lead'. Did you mean 'title'?
            clients/acme/letters/letter_en.properties:4:17: '{' begins a placeholder and no '}' ends it
            clients/acme/letters/letter_fr.properties: a client's texts of letters are in letter_en.properties or letter_de.properties. Found: 'letter_fr.properties'. Did you mean 'letter_de.properties'?\
            """, mistakes.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }

    @Test
    void overTls_theServersCertificateIsLookedAt() throws Exception {
        try (MailServers secure = MailServers.start(temporary)) {
            String settings = Files.readString(home.folder.resolve("assay.properties"))
                    .replace("smtp.port = " + port, "smtp.port = " + secure.smtpPort())
                    .replace("smtp.tls = false\n", "");
            home.write("assay.properties", settings);
            try (Wiring.Running running = home.start()) {
                home.deliver("wo-1/report/a.docx", BadFiles.docx(SmallHome.CLEAN));
                SmallHome.await(() -> SmallHome.body(running, "/health").contains("send: cannot send letter"));
                assertTrue(SmallHome.body(running, "/health").contains("127.0.0.1:" + secure.smtpPort()));
            }
            Files.copy(secure.certificate(), home.folder.resolve("mail.pem"));
            home.write("assay.properties", settings + "mail.certificate = mail.pem\n");
            try (Wiring.Running running = home.start()) {
                SmallHome.settled(running.ledger(), 1);
                assertEquals(1, secure.sentTo("swift.example").size());
            }
        }
    }

    @Test
    void releasedLetter_goesWhenAPersonReleasesIt() throws Exception {
        home.write("clients/acme/client.yaml", "name: Acme Foods plc\npolicy: {release-letters: true}\n");
        server.start();
        try (Wiring.Running running = home.start()) {
            Ledger ledger = running.ledger();
            home.deliver("wo-1/report/heron.docx", BadFiles.docx(POOR));
            SmallHome.settled(ledger, 1);
            assertEquals(List.of("receipt"), kinds());
            String submission = ledger.submissionIds().getFirst();
            Object[] release = {
                "letter", "release", submission.substring(0, 6), "--reason", "read", "--home", home.folder
            };
            assertEquals(0, Console.run(release).exit());
            Console again = Console.run(release);
            assertEquals(1, again.exit(), again.toString());
            SmallHome.settled(ledger, 1);
            assertEquals(List.of("receipt", "rework"), kinds());
            assertTrue(ledger.verify().intact());
        }
    }

    private static SubmissionRecord submission(Ledger ledger, int round) {
        return ledger.submissionIds().stream()
                .map(id -> ledger.submissions().find(id).orElseThrow())
                .filter(each -> each.round() == round)
                .findFirst()
                .orElseThrow();
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> inside = Files.list(home.folder.resolve("outbox/swift"))) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /// What lies in the outbox, by kind.
    private List<String> kinds() throws IOException {
        return folders().stream()
                .map(name -> name.replaceAll(".*(receipt|rework|on-hold|set-aside)-[0-9a-f]{8}", "$1"))
                .sorted()
                .toList();
    }

    private String file(String kind, String name) throws IOException {
        String folder = folders().stream()
                .filter(each -> each.contains("-" + kind + "-"))
                .findFirst()
                .orElseThrow();
        return Files.readString(
                home.folder.resolve("outbox/swift").resolve(folder).resolve(name));
    }

    /// The rights of all that lies in the outbox.
    private Set<String> rights() throws IOException {
        try (Stream<Path> inside = Files.walk(home.folder.resolve("outbox/swift"))) {
            Set<String> rights = new TreeSet<>();
            for (Path path : inside.toList()) {
                rights.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            }
            return rights;
        }
    }

    /// The plain text of every letter.
    private List<String> files() throws IOException {
        try (Stream<Path> inside = Files.walk(home.folder.resolve("outbox/swift"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : inside.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    private List<MimeMessage> mails() {
        return List.of(server.getReceivedMessages());
    }

    /// Every mail with its headers, decoded.
    private String allMail() throws Exception {
        StringBuilder all = new StringBuilder();
        for (MimeMessage mail : mails()) {
            all.append(subject(mail)).append('\n').append(parts(mail)).append('\n');
        }
        return all.toString();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> parts(MimeMessage mail) throws Exception {
        Map<String, String> parts = new TreeMap<>();
        collect((Multipart) mail.getContent(), parts);
        return parts;
    }

    private static void collect(Multipart multipart, Map<String, String> parts) throws Exception {
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart part = multipart.getBodyPart(i);
            if (part.getContent() instanceof Multipart inner) {
                collect(inner, parts);
            } else {
                parts.put(
                        part.getFileName() == null ? part.getContentType().split(";", 2)[0] : part.getFileName(),
                        new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private static byte[] bomb() throws IOException {
        return BadFiles.zip("zeros.txt", new byte[64 << 20], "b.txt", "b");
    }
}
