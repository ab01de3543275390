package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.ledger.ArrivalRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program and a real SFTP server, which is made to do wrong.
final class SftpChannelIT {
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
    void aFile_isReceivedAndRenamed() throws Exception {
        sftp.put("swift/wo-1/report/report.docx", BadFiles.docx(SmallHome.CLEAN));
        try (Wiring.Running running = sftp.home.start()) {
            ArrivalRecord arrival = SmallHome.settled(running.ledger(), 1).getFirst();
            assertEquals("wo-1/report/report.docx", arrival.arrival().path());
            assertEquals(List.of(arrival.arrival().id()), names("swift/.received"));
            assertEquals("", SmallHome.outcome(running.ledger(), arrival));
        }
    }

    private static byte[] note(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private List<String> names(String path) throws Exception {
        try (Stream<Path> inside = Files.list(sftp.root.resolve(path))) {
            return inside.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
