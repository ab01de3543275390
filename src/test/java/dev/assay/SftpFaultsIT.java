package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.lab.servers.FaultProxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A connection to a vendor's SFTP server that ends in each phase of a poll: while it is made, while keys are agreed
/// on, at the login, in a listing, while a file is read, at the rename. The reason is told, and once the connection
/// stands again each file comes in once. [SftpChannelIT] has what else a server does wrong.
final class SftpFaultsIT {
    private static final int FILES = 20;

    @TempDir
    private Path folder;

    private SftpHome sftp;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws Exception {
        sftp = new SftpHome(folder, List.of("report"));
        proxy = FaultProxy.before(sftp.server().port());
        sftp.home.write(
                "vendors/swift.yaml",
                Files.readString(sftp.home.folder.resolve("vendors/swift.yaml"))
                        .replace("port: " + sftp.server().port(), "port: " + proxy.port()));
    }

    @AfterEach
    void end() throws Exception {
        proxy.close();
        sftp.close();
    }

    /// How many bytes the server sends before the connection ends: the first ones are its greeting, then come keys, the
    /// answer to the login, the listing of twenty files with long names, and from about 8,000 on the files.
    @ParameterizedTest
    @ValueSource(longs = {0, 30, 900, 1800, 2600, 4500, 12_000})
    void cutAfterSoManyBytes_isToldAndEachFileComesInOnce(long bytes) throws Exception {
        for (int i = 0; i < FILES; i++) {
            sftp.put("swift/" + "name-".repeat(10) + i + ".txt", note(i));
        }
        proxy.cutAfter(bytes);
        try (SftpHome.Running running = sftp.run()) {
            running.awaitTrouble("SFTP account 'swift@127.0.0.1");
            proxy.heal();
            running.awaitAcknowledged(FILES);
            running.awaitWell();
            assertEquals(FILES, running.hashes().stream().distinct().count());
            assertEquals(FILES, running.paths().size());
            assertEquals(FILES, received());
        }
    }

    @Test
    void cutAtTheRename_isToldAndTheFileComesInOnce() throws Exception {
        sftp.put("swift/one.txt", note(1));
        sftp.server().faults().beforeRename(proxy::cut);
        try (SftpHome.Running running = sftp.run()) {
            running.awaitTrouble("SFTP account 'swift@127.0.0.1");
            sftp.server().faults().heal();
            running.awaitAcknowledged(1);
            running.awaitWell();
            assertEquals(List.of("one.txt"), running.paths());
            assertEquals(1, received());
        }
    }

    private long received() throws Exception {
        try (Stream<Path> inside = Files.list(sftp.root.resolve("swift/.received"))) {
            return inside.count();
        }
    }

    private static byte[] note(int number) {
        return ("note " + number + " " + "x".repeat(2000) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
