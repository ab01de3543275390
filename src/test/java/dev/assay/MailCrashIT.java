package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program, halted before and after the mail server takes a letter: every letter comes, and one that comes
/// twice has the same Message-ID both times.
final class MailCrashIT {
    @TempDir
    private Path folder;

    @Test
    void haltedAroundTheSending_everyMailComes_andARepeatedOneIsKnown() throws Exception {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(20_000);
        GreenMail server = new GreenMail(setup);
        server.start();
        try {
            CrashHome home = new CrashHome(folder.resolve("home"), Path.of(""));
            home.set("smtp.host = 127.0.0.1\nsmtp.port = " + server.getSmtp().getPort()
                    + "\nsmtp.tls = false\nsmtp.from = quality@assay.example\njobs.most-attempts = 20\n");
            home.dropAll();
            home.crash("M1");
            assertEquals(Map.of(), sent(server));
            home.crash("M2");
            assertEquals(List.of(1), List.copyOf(sent(server).values()));
            home.crash("M2:2");
            home.crash("M2:2");
            home.run();
            assertEquals(List.of(), home.oracle().judge(), home.tail());
            Map<String, Integer> sent = sent(server);
            assertEquals(4, sent.size(), "two receipts, a notice and a letter, each under one id: " + sent);
            assertEquals(3, sent.values().stream().filter(times -> times == 2).count(), sent.toString());
        } finally {
            server.stop();
        }
    }

    /// How often each Message-ID came.
    private static Map<String, Integer> sent(GreenMail server) {
        Map<String, Integer> sent = new TreeMap<>();
        Stream.of(server.getReceivedMessages()).map(MailCrashIT::id).forEach(id -> sent.merge(id, 1, Integer::sum));
        return sent;
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
