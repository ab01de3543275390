package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The security page lists every row of the threats and of the bad inputs, with tests that are there, and every test
/// that bears a row's number in its name. That what it names exists is held by [PagesTest] as well.
final class ThreatsPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([0-9]+) \\|.*\\|$");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))`");
    private static final Pattern NUMBERED = Pattern.compile("void ((row|badInput)([0-9]{2})_[A-Za-z0-9_]+)\\(");
    private static final Pattern NUMBERED_CLASS = Pattern.compile("ThreatRow([0-9]+)(?:Test|IT)");

    private final String page = read(Path.of("src/site/markdown/security.md"));

    @Test
    void everyRow_isListedOnceInOrder_withTestsThatExist() throws IOException {
        Map<String, String> tests = tests();
        assertRows(section("## Threats, row by row"), 20, List.of("18", "19"), tests);
        assertRows(section("## Bad inputs, row by row"), 13, List.of("13"), tests);
    }

    /// @param untested rows whose last column says why there is no test
    private static void assertRows(String section, int count, List<String> untested, Map<String, String> tests) {
        Map<String, String> rows = rows(section);
        assertEquals(IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList(), List.copyOf(rows.keySet()));
        rows.forEach((number, line) -> {
            List<String> named =
                    NAMED.matcher(line).results().map(each -> each.group(1)).toList();
            assertTrue(tests.keySet().containsAll(named), line);
            assertEquals(untested.contains(number), named.isEmpty(), line);
        });
    }

    @Test
    void everyTestThatBearsARow_isListedInItsRow() throws IOException {
        Map<String, String> threats = rows(section("## Threats, row by row"));
        Map<String, String> inputs = rows(section("## Bad inputs, row by row"));
        List<String> missing = new ArrayList<>();
        tests().forEach((name, text) -> {
            Matcher numbered = NUMBERED_CLASS.matcher(name);
            if (numbered.matches() && !threats.get(numbered.group(1)).contains("`" + name + "`")) {
                missing.add(name);
            }
            NUMBERED.matcher(text).results().forEach(method -> {
                Map<String, String> rows = method.group(2).equals("row") ? threats : inputs;
                String line = rows.getOrDefault(Integer.toString(Integer.parseInt(method.group(3))), "");
                if (!line.contains("`" + name + "`")) {
                    missing.add(name + "." + method.group(1));
                }
            });
        });
        assertEquals(List.of(), missing);
    }

    private String section(String heading) {
        int from = page.indexOf(heading + "\n");
        assertTrue(from >= 0, heading);
        int to = page.indexOf("\n## ", from + heading.length());
        return page.substring(from, to < 0 ? page.length() : to);
    }

    private static Map<String, String> rows(String section) {
        Map<String, String> rows = new java.util.LinkedHashMap<>();
        ROW.matcher(section).results().forEach(each -> rows.merge(each.group(1), each.group(), String::concat));
        return rows;
    }

    /// The tests' texts by their classes' names.
    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().matches(".*(?:Test|IT)\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ThreatsPageTest::read,
                            (one, other) -> one + other,
                            TreeMap::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
