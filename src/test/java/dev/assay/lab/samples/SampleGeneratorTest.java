package dev.assay.lab.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleGeneratorTest {
    private static final Path COMMITTED = Path.of("samples", "deliverables");
    private static final long MOST_BYTES = 3_000_000;

    @TempDir
    Path folder;

    @Test
    void generatedFiles_equalTheCommittedOnes() throws IOException {
        new SampleGenerator().writeTo(folder);
        if ("update".equals(System.getProperty("fixtures"))) {
            delete(COMMITTED);
            new SampleGenerator().writeTo(COMMITTED);
        }
        assertSame(files(COMMITTED), files(folder));
    }

    @Test
    void anotherLocaleAndTimeZone_giveTheSameBytes() throws IOException {
        new SampleGenerator().writeTo(folder.resolve("here"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            new SampleGenerator().writeTo(folder.resolve("there"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertSame(files(folder.resolve("here")), files(folder.resolve("there")));
    }

    @Test
    void committedFiles_areSmallTogether() throws IOException {
        long bytes = files(COMMITTED).values().stream()
                .mapToLong(content -> content.length)
                .sum();
        assertTrue(bytes < MOST_BYTES, "The samples have " + bytes + " bytes");
    }

    private static void assertSame(TreeMap<String, byte[]> expected, TreeMap<String, byte[]> found) {
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(found.keySet()));
        expected.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
    }

    private static TreeMap<String, byte[]> files(Path root) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
