package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole program, halted at each point of receiving a mail from a server that runs on meanwhile.
final class MailChannelCrashIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"W2 W3 W4", "W5 W6 W7", "W7:2"})
    void haltedWhileReceiving_losesAndDoublesNothing(String points) throws Exception {
        CrashHome home = new CrashHome(folder.resolve("home"), Path.of(""));
        try (CrashMailbox mailbox = new CrashMailbox(home, folder.resolve("home"))) {
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
                assertEquals(3, mailbox.processed());
            } finally {
                watch.interrupt();
                watch.join();
            }
        }
    }
}
