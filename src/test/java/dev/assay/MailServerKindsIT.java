package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.lab.servers.MailServers;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.work.Channel;
import jakarta.mail.Flags;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mail servers that can do less than others, and one that numbers its mails anew.
final class MailServerKindsIT {
    private static final String USER = Mailbox.USER;
    private static final String PASSWORD = Mailbox.PASSWORD;
    private static final String TOKEN = Mailbox.TOKEN;

    @TempDir
    private Path folder;

    private SmallHome home;
    private MailServers servers;
    private ImapFront front;

    @BeforeEach
    void start() throws Exception {
        servers = MailServers.start(folder);
        servers.account(USER, PASSWORD);
        front = ImapFront.before(servers.imapPort());
        home = SmallHome.in(folder, List.of("report", "deck"));
        home.write(
                "assay.properties", Files.readString(folder.resolve("assay.properties")) + "folder.enabled = false\n");
        Mailbox.receive(folder, front.port());
        home.write("vendors/swift.yaml", Mailbox.vendor("Swift Research Ltd", "swift@deliveries.example"));
    }

    @AfterEach
    void stop() throws Exception {
        front.close();
        servers.close();
    }

    @Test
    void withoutMove_eachMailIsCopiedAndItAloneExpunged() throws Exception {
        put("[wo-1/report]", "Deleted by a person.");
        servers.mark(USER, PASSWORD, "INBOX", Flags.Flag.DELETED);
        put("[wo-1/report]", SmallHome.CLEAN);
        put("[wo-1/deck]", SmallHome.CLEAN + " As slides.");
        front.without("MOVE");
        try (Wiring.Running running = home.start()) {
            SmallHome.settled(running.ledger(), 2);
            SmallHome.await(() ->
                    running.ledger().arrivals().unacknowledged(Channel.MAIL).isEmpty());
        }
        assertEquals(2, servers.count(USER, PASSWORD, "Processed"));
        assertEquals(1, servers.count(USER, PASSWORD, "INBOX"), "what a person has deleted is not expunged");
        assertEquals(
                List.of(
                        "UID COPY 2 Processed",
                        "UID STORE 2 +FLAGS.SILENT (\\Deleted)",
                        "UID EXPUNGE 2",
                        "UID COPY 3 Processed",
                        "UID STORE 3 +FLAGS.SILENT (\\Deleted)",
                        "UID EXPUNGE 3"),
                asked("UID COPY", "UID STORE", "UID EXPUNGE", "UID MOVE", "EXPUNGE"));
        List<String> selections = asked("SELECT", "EXAMINE", "CLOSE");
        for (int i = 0; i < selections.size(); i++) {
            assertTrue(
                    !selections.get(i).equals("CLOSE") || selections.get(i - 1).startsWith("EXAMINE"),
                    "a CLOSE expunges all that is marked, unless the folder was opened for reading: " + selections);
        }
    }

    private List<String> asked(String... commands) {
        return front.commands().stream()
                .filter(each -> Stream.of(commands).anyMatch(each::startsWith))
                .toList();
    }

    @Test
    void withNeitherMoveNorUidPlus_nothingIsReceived_andHealthSaysWhy() throws Exception {
        put("[wo-1/report]", SmallHome.CLEAN);
        front.without("MOVE", "UIDPLUS");
        try (Wiring.Running running = home.start()) {
            SmallHome.await(() -> running.health().reasons().stream()
                    .anyMatch(each -> each.contains("the server has neither MOVE (RFC 6851) nor UIDPLUS (RFC 4315)")
                            && each.contains("Nothing is received. Use a server that has one of them.")));
            assertEquals(List.of(), running.ledger().arrivals().newest(10));
            assertEquals(1, servers.count(USER, PASSWORD, "INBOX"));
            assertTrue(front.commands().stream().noneMatch(each -> each.contains("EXPUNGE")));
            front.without();
            SmallHome.settled(running.ledger(), 1);
            SmallHome.await(() -> running.health().reasons().isEmpty());
        }
    }

    /// What was recorded and moved is not there under any number; what comes is new, though its number is not.
    @Test
    void numbersThatBeginAnew_neitherHideNorRepeatAMail() throws Exception {
        put("[wo-1/report]", SmallHome.CLEAN);
        try (Wiring.Running running = home.start()) {
            SmallHome.settled(running.ledger(), 1);
            SmallHome.await(() ->
                    running.ledger().arrivals().unacknowledged(Channel.MAIL).isEmpty());
            front.uidValidity(77);
            put("[wo-1/deck]", SmallHome.CLEAN + " As slides.");
            List<ArrivalRecord> arrivals = SmallHome.settled(running.ledger(), 2);
            assertEquals(
                    List.of(ArrivalState.ATTACHED, ArrivalState.ATTACHED),
                    arrivals.stream().map(ArrivalRecord::state).toList());
            assertTrue(
                    arrivals.stream().anyMatch(each -> each.arrival().path().equals("77.2/mail.eml")),
                    "it is known by its new number");
            SmallHome.await(() ->
                    running.ledger().arrivals().unacknowledged(Channel.MAIL).isEmpty());
        }
        assertEquals(2, servers.count(USER, PASSWORD, "Processed"));
        assertEquals(0, servers.count(USER, PASSWORD, "INBOX"));
    }

    private void put(String subject, String text) throws Exception {
        String mail = "From: a@swift.example\r\nTo: swift+" + TOKEN + "@deliveries.example\r\nSubject: " + subject
                + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b0\"\r\n\r\n--b0\r\n"
                + "Content-Type: text/plain; name=\"note.txt\"\r\nContent-Disposition: attachment;"
                + " filename=\"note.txt\"\r\n\r\n" + text + "\r\n--b0--\r\n";
        servers.put(USER, mail.getBytes(StandardCharsets.UTF_8));
    }
}
