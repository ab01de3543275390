package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.lab.servers.MailServers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole program, halted at each point of receiving a mail from a server that runs on meanwhile.
final class MailChannelCrashIT {
    private static final String USER = "deliveries";
    private static final String PASSWORD = "mailbox-password";
    private static final String TOKEN = "t0ken";

    @TempDir
    private Path folder;

    /// W6m lies between the server's move and the note of it.
    @ParameterizedTest
    @ValueSource(strings = {"W2 W3 W4", "W5 W6 W7", "W6m W6m:2"})
    void haltedWhileReceiving_losesAndDoublesNothing(String points) throws Exception {
        CrashHome home = new CrashHome(folder.resolve("home"), Path.of(""));
        try (MailServers servers = MailServers.start(folder.resolve("home"))) {
            servers.account(USER, PASSWORD);
            settings(home, servers.imapPort());
            // The copies at the source stand for the mails: they go when the last mail has gone from its folder.
            Path source = folder.resolve("home/drop/kestrel");
            deliver(home, servers, "[hb-1/good]", CrashHome.good("Sales of still water"), "accept");
            deliver(home, servers, "[hb-1/poor]", "Growth in the north is guaranteed to go on.\n", "rework");
            deliver(home, servers, "no tag", "Nobody has ordered this note about the weather.\n", "held");
            Thread watch = Thread.ofVirtual().start(() -> empty(servers, source));
            try {
                for (String point : points.split(" ")) {
                    home.crash(point);
                    home.oracle().judgeTheDead();
                }
                home.run();
                assertEquals(List.of(), home.oracle().judge(), home.tail());
                assertEquals(3, servers.count(USER, PASSWORD, "Processed"));
            } finally {
                watch.interrupt();
                watch.join();
            }
        }
    }

    /// W6c lies between the copy and the expunge of a server that cannot move: the mail is moved again, and lies among
    /// the processed ones twice.
    @Test
    void haltedWhileCopyingOnAServerWithoutMove_losesAndDoublesNothing() throws Exception {
        CrashHome home = new CrashHome(folder.resolve("home"), Path.of(""));
        try (MailServers servers = MailServers.start(folder.resolve("home"))) {
            servers.account(USER, PASSWORD);
            try (ImapFront front = ImapFront.before(servers.imapPort())) {
                front.without("MOVE");
                settings(home, front.port());
                deliver(home, servers, "[hb-1/good]", CrashHome.good("Sales of still water"), "accept");
                Files.delete(folder.resolve("home/drop/kestrel/accept.eml"));
                home.crash("W6c");
                home.oracle().judgeTheDead();
                home.run();
            }
            assertEquals(List.of(), home.oracle().judge(), home.tail());
            assertEquals(0, servers.count(USER, PASSWORD, "INBOX"));
            assertEquals(2, servers.count(USER, PASSWORD, "Processed"));
        }
    }

    private void settings(CrashHome home, int port) throws Exception {
        home.set("""
            mail.enabled = true
            mail.host = localhost
            mail.port = %d
            mail.user = deliveries
            mail.password = %s
            mail.certificate = mail.pem
            mail.poll-every = 100ms
            """.formatted(port, PASSWORD));
        Files.setPosixFilePermissions(
                folder.resolve("home/assay.properties"), PosixFilePermissions.fromString("rw-------"));
        home.write("vendors/kestrel.yaml", """
            name: Kestrel Insight Ltd
            channels:
              folder: false
              mail: {address: kestrel@in.example, token-sha256: "%s"}
            """.formatted(hex(TOKEN)));
    }

    private void deliver(CrashHome home, MailServers servers, String subject, String text, String end)
            throws Exception {
        String mail = "From: a@kestrel.example\r\nTo: kestrel+" + TOKEN + "@in.example\r\nSubject: " + subject
                + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b0\"\r\n\r\n--b0\r\n"
                + "Content-Type: text/plain; name=\"note.txt\"\r\nContent-Disposition: attachment;"
                + " filename=\"note.txt\"\r\n\r\n" + text + "\r\n--b0--\r\n";
        servers.put(USER, mail.getBytes(StandardCharsets.UTF_8));
        byte[] served = servers.newest(USER, PASSWORD);
        home.oracle().dropped(served, end);
        Files.write(folder.resolve("home/drop/kestrel").resolve(end + ".eml"), served);
    }

    private static void empty(MailServers servers, Path source) {
        try {
            while (servers.count(USER, PASSWORD, "INBOX") > 0) {
                Thread.sleep(100);
            }
            try (Stream<Path> copies = Files.list(source)) {
                for (Path copy : copies.toList()) {
                    Files.delete(copy);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
