package dev.assay.extract;

import static dev.assay.extract.Reading.utf8;
import static dev.assay.extract.ZipBytes.entry;
import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.extract.survey.Survey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Row 4 of the threats: no name inside an archive or mail becomes a path, and no link in one is made or
/// followed. Trees inside and outside the task's folder stay as they are.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThreatRow4IT {
    private static final String LONG = "n".repeat(60_000);

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    private List<String> names() {
        return List.of(
                "../up.txt",
                "../../../../../../../../../tmp/up.txt",
                elsewhere.resolve("absolute.txt").toString(),
                "/" + elsewhere.resolve("slashes.txt"),
                "C:\\windows\\win.txt",
                "\\\\server\\share\\unc.txt",
                "a/../../b.txt",
                "nul\0name.txt",
                "new\nline.txt",
                "CON",
                "con.txt",
                "a:stream.txt",
                " ",
                ".",
                "..",
                "~/home.txt",
                "$HOME/home.txt",
                "%2e%2e%2fencoded.txt",
                "a\u202Etxt.exe",
                "manifest/../part-0001",
                "read.json",
                "arrived",
                LONG + ".txt");
    }

    @Test
    void packageIsUnpackedByNumber_andNothingElseChanges() throws Exception {
        List<ZipBytes.Entry> entries = new ArrayList<>(List.of(link("link", "/etc/passwd"), link("up", "..")));
        entries.add(entry("up/through-link.txt", "content"));
        names().forEach(name -> entries.add(entry(name, "content of " + name.length())));
        Path folder = home.resolve("tasks/survey");
        try (HostileReading reading = HostileReading.in(home)) {
            List<String> before = tree(elsewhere);
            Survey survey = reading.survey(folder, zip(entries), "slip.zip");
            assertEquals(before, tree(elsewhere));
            assertEquals(List.of("link", "up"), survey.skipped());
            List<String> expected = new ArrayList<>(List.of("arrived"));
            for (int i = 1; i <= survey.parts().size(); i++) {
                expected.add("part-%04d".formatted(i));
            }
            assertEquals(expected, tree(folder));
            assertEquals(List.of("survey"), HostileReading.names(home.resolve("tasks")));
            assertFalse(Files.exists(Path.of("/tmp/up.txt")));
        }
    }

    private static ZipBytes.Entry link(String name, String target) {
        ZipBytes.Entry link = entry(name, target);
        link.hostSystem = 3;
        link.attributes = 0xA1FF << 16;
        return link;
    }

    @Test
    void partsAreReadByNameAsData_andNothingElseChanges() throws Exception {
        List<ZipBytes.Entry> entries = new ArrayList<>();
        names().forEach(name -> entries.add(entry(name, "content")));
        try (HostileReading reading = HostileReading.in(home)) {
            List<String> before = tree(elsewhere);
            Document zip = reading.document(zip(entries), "a.zip");
            Document tar = reading.document(tar(), "a.tar");
            Document mail = reading.document(mail(), "a.eml");
            assertEquals(before, tree(elsewhere));
            assertEquals(names().size(), zip.facts(Fact.Attachment.class).count());
            assertEquals(
                    List.of(255),
                    zip.facts(Fact.Attachment.class)
                            .map(fact -> fact.name().length())
                            .filter(length -> length > 200)
                            .toList());
            assertEquals(3, tar.gaps().size());
            assertEquals(names().size() - 1, mail.facts(Fact.Attachment.class).count());
            assertFalse(mail.facts(Fact.Attachment.class)
                    .anyMatch(fact -> fact.name().matches("(?s).*\\p{Cc}.*")));
        }
    }

    private byte[] tar() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (byte kind : new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO}) {
                TarArchiveEntry special = new TarArchiveEntry("special" + kind, kind);
                special.setLinkName(elsewhere.toString());
                tar.putArchiveEntry(special);
                tar.closeArchiveEntry();
            }
            for (String name : names()) {
                TarArchiveEntry file = new TarArchiveEntry(name, true);
                file.setSize(7);
                tar.putArchiveEntry(file);
                tar.write(utf8("content"));
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    private byte[] mail() {
        StringBuilder mail = new StringBuilder("From: a@example.org\r\nSubject: s\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (String name : names()) {
            if (!name.isBlank()) {
                mail.append("--b\r\nContent-Disposition: attachment; filename*=utf-8''")
                        .append(java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                        .append("\r\n\r\ncontent\r\n");
            }
        }
        return utf8(mail + "--b--\r\n");
    }

    private static List<String> tree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
