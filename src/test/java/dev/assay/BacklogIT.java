package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.lab.servers.MailServers;
import dev.assay.ledger.Balance;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backlog that lies at its source when Assay starts comes in whole, each once. What it took in time and memory is
/// printed, not asserted; `-Dassay.backlog=10000` makes it as long as the figures in the page on operations are for.
final class BacklogIT {
    private static final int FILES = Integer.getInteger("assay.backlog", 100);
    private static final Duration PATIENCE = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private SftpHome sftp;

    @BeforeEach
    void start() throws Exception {
        sftp = new SftpHome(folder, List.of("report"));
    }

    @AfterEach
    void end() throws Exception {
        sftp.close();
    }

    @Test
    void dropFolder_drains() throws Exception {
        for (int i = 0; i < FILES; i++) {
            sftp.home.deliver("file-" + i + ".txt", note(i));
        }
        drains("drop folder");
        try (var left = Files.list(sftp.home.drop())) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void sftpFolder_drains() throws Exception {
        for (int i = 0; i < FILES; i++) {
            sftp.put("swift/file-" + i + ".txt", note(i));
        }
        drains("SFTP folder");
    }

    @Test
    void mailbox_drains() throws Exception {
        try (MailServers servers = MailServers.start(sftp.home.folder)) {
            servers.account(Mailbox.USER, Mailbox.PASSWORD);
            Mailbox.receive(sftp.home.folder, servers.imapPort());
            for (int i = 0; i < FILES; i++) {
                servers.put(
                        Mailbox.USER,
                        ("From: a@swift.example\r\nTo: b@in.example\r\nSubject: " + i + "\r\n\r\n"
                                        + new String(note(i), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
            }
            drains("mailbox");
            SmallHome.await(() -> left(servers) == 0);
        }
    }

    private void drains(String source) throws Exception {
        try (SftpHome.Running running = sftp.run()) {
            IntSupplier recorded =
                    () -> Math.toIntExact(running.ledger().balances().arrivals().in());
            long before = live();
            Instant begin = Instant.now();
            SmallHome.await(() -> recorded.getAsInt() > 0);
            long listed = live();
            while (recorded.getAsInt() < FILES
                    && Duration.between(begin, Instant.now()).compareTo(PATIENCE) < 0) {
                Thread.sleep(200);
            }
            long millis = Duration.between(begin, Instant.now()).toMillis();
            Balance arrivals = running.ledger().balances().arrivals();
            assertEquals(FILES, arrivals.in());
            assertEquals(0, arrivals.gap());
            System.out.println("Backlog of " + FILES + " in a " + source + ": recorded in " + millis + " ms ("
                    + FILES * 1000L / Math.max(1, millis) + " a second); live heap " + mebibytes(before)
                    + " before, " + mebibytes(listed) + " with all of it listed, " + mebibytes(live()) + " after");
        }
    }

    private static int left(MailServers servers) {
        try {
            return servers.count(Mailbox.USER, Mailbox.PASSWORD, "INBOX");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// What is in use when what can go has gone.
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    private static byte[] note(int number) {
        return ("note " + number + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
