package dev.assay.check;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.Item;
import dev.assay.document.Extraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Runs every fixture of every kind against its exact expected output.
///
/// A fixture `checks/<kind>/<outcome>-<what>.txt` holds item keys, a line `---`, and documents in light
/// notation, each after the first introduced by `=== file name`. Its output lies beside it as `.expected`;
/// `-Dfixtures=update` writes it.
final class KindFixturesTest {
    private static final Path FOLDER = Path.of("src/test/resources/checks");
    private static final boolean UPDATE = "update".equals(System.getProperty("fixtures"));

    @TestFactory
    Stream<DynamicTest> fixture_endsExactlyAsExpected() throws IOException {
        return fixtures()
                .map(file -> DynamicTest.dynamicTest(FOLDER.relativize(file).toString(), () -> verify(file)));
    }

    @Test
    void everyKind_hasAFlaggingAndACleanFixture() throws IOException {
        List<String> files = names(fixtures());
        assertAll(Checks.all().stream().map(check -> check.kind().id()).map(kind -> () -> {
            assertTrue(files.stream().anyMatch(file -> file.startsWith(kind + "/flagged-")), kind + " flags nothing");
            assertTrue(files.stream().anyMatch(file -> file.startsWith(kind + "/clean-")), kind + " passes nothing");
        }));
    }

    @Test
    void fixturesWithoutKindOrInput_areTold() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            assertEquals(
                    Checks.all().stream().map(check -> check.kind().id()).toList(),
                    folders.map(folder -> folder.getFileName().toString())
                            .sorted()
                            .toList());
        }
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Path> orphans = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".expected")
                            ? !Files.exists(input(file))
                            : !file.toString().endsWith(".txt"))
                    .toList();
            assertEquals(List.of(), orphans);
        }
    }

    private static void verify(Path file) throws IOException {
        String kind = file.getParent().getFileName().toString();
        String[] halves = Files.readString(file).split("(?m)^---\n", 2);
        Item item = item(kind, halves[0]);
        Outcome outcome = new Inspector(Checks.all())
                .inspect(item, inspection(halves[1]), Map.of())
                .outcome();
        Path expected = Path.of(file.toString().replaceFirst("\\.txt$", ".expected"));
        if (UPDATE) {
            Files.writeString(expected, printed(outcome));
        }
        assertEquals(prefix(file), beginning(outcome), printed(outcome));
        assertEquals(Files.readString(expected), printed(outcome));
    }

    private static Item item(String kind, String keys) {
        String text = "title: Fixture\nitems:\n- id: fixture\n  check: " + kind + "\n"
                + keys.indent(2).replaceAll("(?m)^ +$", "");
        Checklist checklist = new ChecklistReader(Checks.kinds()).read("fixture.yaml", text);
        return checklist.items().getFirst();
    }

    private static Inspection inspection(String documents) {
        List<Inspection.Part> parts = new ArrayList<>();
        for (String document : documents.split("(?m)^=== ")) {
            if (!document.isBlank()) {
                String[] halves = document.split("\n", 2);
                parts.add(new Inspection.Part(
                        halves[0],
                        "",
                        new Extraction.Extracted(ExampleDocument.of(halves.length > 1 ? halves[1] : ""))));
            }
        }
        return new Inspection("", "", "", "", parts);
    }

    private static String printed(Outcome outcome) {
        StringBuilder printed = new StringBuilder(outcome.getClass().getSimpleName() + ": " + outcome.reason() + "\n");
        if (outcome instanceof Outcome.CannotTell cannotTell) {
            printed.append("cause: ").append(cannotTell.cause()).append('\n');
        }
        if (outcome instanceof Outcome.Failed failed) {
            failed.findings().forEach(finding -> printed.append(printed(finding)));
        }
        return printed.toString();
    }

    private static String printed(Finding finding) {
        Finding.Quote quote = finding.quote();
        return "\n" + finding.part() + ", " + finding.place().describe() + "\n  " + finding.message() + "\n  "
                + finding.remedy() + "\n"
                + (quote == null ? "" : "  " + quote.before() + ">>" + quote.marked() + "<<" + quote.after() + "\n")
                + "  " + finding.fingerprint() + "\n";
    }

    private static String beginning(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed ignored -> "clean";
            case Outcome.Failed ignored -> "flagged";
            case Outcome.CannotTell ignored -> "unsure";
            case Outcome.NotApplicable ignored -> "other";
            case Outcome.NotRun ignored -> "never";
        };
    }

    private static String prefix(Path file) {
        return file.getFileName().toString().replaceFirst("-.*", "");
    }

    private static Path input(Path expected) {
        return Path.of(expected.toString().replaceFirst("\\.expected$", ".txt"));
    }

    private static List<String> names(Stream<Path> files) {
        return files.map(file -> FOLDER.relativize(file).toString()).toList();
    }

    private static Stream<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }
}
