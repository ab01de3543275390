package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole program, halted at each point of receiving a mail from a server that runs on meanwhile.
final class MailChannelCrashIT {
    @TempDir
    private Path folder;

    /// W6m lies between the server's move and the note of it.
    @ParameterizedTest
    @ValueSource(strings = {"W2 W3 W4", "W5 W6 W7", "W6m W6m:2"})
    void haltedWhileReceiving_losesAndDoublesNothing(String points) throws Exception {
        CrashHome home = new CrashHome(folder.resolve("home"), Path.of(""));
        try (CrashMailbox mailbox = new CrashMailbox(home, folder.resolve("home"))) {
            mailbox.servedOn(mailbox.imapPort());
            mailbox.deliver("[hb-1/good]", CrashHome.good("Sales of still water"), "accept");
            mailbox.deliver("[hb-1/poor]", "Growth in the north is guaranteed to go on.\n", "rework");
            mailbox.deliver("no tag", "Nobody has ordered this note about the weather.\n", "held");
            Thread watch = mailbox.watch();
            try {
                for (String point : points.split(" ")) {
                    home.crash(point);
                    home.oracle().judgeTheDead();
                }
                home.run();
                assertEquals(List.of(), home.oracle().judge(), home.tail());
                assertEquals(3, mailbox.count("Processed"));
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
        try (CrashMailbox mailbox = new CrashMailbox(home, folder.resolve("home"))) {
            try (ImapFront front = ImapFront.before(mailbox.imapPort())) {
                front.without("MOVE");
                mailbox.servedOn(front.port());
                mailbox.deliver("[hb-1/good]", CrashHome.good("Sales of still water"), "accept");
                Thread watch = mailbox.watch();
                home.crash("W6c");
                home.oracle().judgeTheDead();
                home.run();
                watch.join();
            }
            assertEquals(List.of(), home.oracle().judge(), home.tail());
            assertEquals(0, mailbox.count("INBOX"));
            assertEquals(2, mailbox.count("Processed"));
        }
    }
}
