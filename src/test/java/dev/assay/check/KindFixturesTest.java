package dev.assay.check;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.Item;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.extract.FixtureFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Runs every fixture of every kind against its exact expected output.
///
/// A fixture `checks/<kind>/<outcome>-<what>.txt` holds item keys, a line `---`, and documents in light
/// notation, each introduced by `=== file name`. Its output lies beside it as `.expected`. Where its first line
/// is `formats:` with some of `docx`, `xlsx`, `pptx` and `pdf`, its documents are also written as real files of
/// each, read back, and inspected: `<outcome>-<what>.docx.expected`. Which formats a kind concerns stands in
/// `checks/<kind>/formats`. What the gate knows beyond the documents stands under `=== prior work`, `=== names`,
/// `=== delivery` and `=== round` ([BackgroundFixture]). What is held against stands under `=== reference protocol
/// protocol p.docx`:
/// its
/// id, its kind, `own` where the client alone may read it, its file name. `-Dfixtures=update` writes what is expected.
final class KindFixturesTest {
    private static final Path FOLDER = Path.of("src/test/resources/checks");
    private static final Pattern EXTENSION = Pattern.compile("\\.(?:docx|xlsx|pptx|pdf)$");
    private static final Pattern REFERENCE =
            Pattern.compile("reference (?<id>[a-z0-9-]+) (?<kind>[a-z-]+) (?<own>own )?(?<name>.+)");
    private static final Set<String> BACKGROUND = Set.of("prior work", "names", "delivery", "round");
    private static final boolean UPDATE = "update".equals(System.getProperty("fixtures"));

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> fixture_endsExactlyAsExpected() throws IOException {
        return fixtures()
                .map(Fixture::of)
                .flatMap(fixture -> fixture.outputs().stream()
                        .map(output -> DynamicTest.dynamicTest(
                                FOLDER.relativize(output).toString(), () -> verify(fixture, output))));
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
    void everyKind_hasAFlaggingAndACleanFixtureInEachFormatItConcerns() throws IOException {
        List<Fixture> all = fixtures().map(Fixture::of).toList();
        assertAll(Checks.all().stream().map(check -> check.kind().id()).map(kind -> () -> {
            for (FixtureFormat format : formats(Files.readString(FOLDER.resolve(kind, "formats")))) {
                for (String beginning : List.of("flagged", "clean")) {
                    assertTrue(
                            all.stream().anyMatch(fixture -> fixture.isOf(kind, beginning, format)),
                            kind + " has no fixture '" + beginning + "-...' with format " + format.extension());
                }
            }
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
        Set<Path> known = new TreeSet<>();
        for (Check check : Checks.all()) {
            known.add(FOLDER.resolve(check.kind().id(), "formats"));
        }
        fixtures().map(Fixture::of).forEach(fixture -> {
            known.add(fixture.file());
            known.addAll(fixture.outputs());
        });
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertEquals(
                    List.of(),
                    files.filter(Files::isRegularFile)
                            .filter(file -> !known.contains(file))
                            .toList());
        }
    }

    private void verify(Fixture fixture, Path expected) throws IOException {
        Item item = item(fixture.kind(), fixture.keys());
        Inspection inspection = inspection(fixture, expected);
        Outcome outcome =
                new Inspector(Checks.all()).inspect(item, inspection, Map.of()).outcome();
        if (UPDATE) {
            Files.writeString(expected, printed(outcome));
        }
        assertEquals(fixture.prefix(), beginning(outcome), printed(outcome));
        assertEquals(Files.readString(expected), printed(outcome));
    }

    private static Item item(String kind, String keys) {
        String text = "title: Fixture\nitems:\n- id: fixture\n  check: " + kind + "\n"
                + keys.indent(2).replaceAll("(?m)^ +$", "");
        Checklist checklist = new ChecklistReader(Checks.kinds()).read("fixture.yaml", text);
        return checklist.items().getFirst();
    }

    private Inspection inspection(Fixture fixture, Path expected) throws IOException {
        FixtureFormat format = fixture.format(expected);
        List<Inspection.Part> parts = new ArrayList<>();
        List<Given> references = new ArrayList<>();
        Map<String, String> background = new HashMap<>();
        for (String document : fixture.documents().split("(?m)^=== ")) {
            if (!document.isBlank()) {
                String[] halves = document.split("\n", 2);
                String text = halves.length > 1 ? halves[1] : "";
                if (BACKGROUND.contains(halves[0])) {
                    background.put(halves[0], text);
                } else if (halves[0].startsWith("reference ")) {
                    references.add(reference(halves[0], ExampleDocument.of(text), format));
                } else {
                    parts.add(part(halves[0], ExampleDocument.of(text), format));
                }
            }
        }
        return new Inspection("", "", "", "", parts, references, BackgroundFixture.of(background, parts, references));
    }

    private Given reference(String line, Document document, @Nullable FixtureFormat format) throws IOException {
        Matcher words = REFERENCE.matcher(line);
        assertTrue(words.matches(), "A reference is written: reference id kind [own] name. Found: " + line);
        return new Given(
                words.group("id"),
                words.group("kind"),
                words.group("own") == null,
                part(words.group("name"), document, format));
    }

    private Inspection.Part part(String name, Document document, @Nullable FixtureFormat format) throws IOException {
        if (format == null) {
            return new Inspection.Part(name, "", new Extraction.Extracted(document));
        }
        // A name that is to claim another type than the content has stays as it is.
        List<Fact> facts = document.facts().stream()
                .filter(fact -> !(fact instanceof Fact.TypeMismatch))
                .toList();
        boolean claims = facts.size() < document.facts().size();
        String real = claims ? name : EXTENSION.matcher(name).replaceFirst("." + format.extension());
        return new Inspection.Part(
                real, "", format.writtenAndRead(document.with(facts, document.languages()), real, folder));
    }

    private static List<FixtureFormat> formats(String words) {
        return Stream.of(words.strip().split(" +")).map(FixtureFormat::of).toList();
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

    private static List<String> names(Stream<Path> files) {
        return files.map(file -> FOLDER.relativize(file).toString()).toList();
    }

    private static Stream<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    /// A case.
    private record Fixture(Path file, List<FixtureFormat> formats, String keys, String documents) {
        private static final Pattern PARTS =
                Pattern.compile("(?:formats:(?<formats>[ a-z]+)\n)?(?<keys>.*?)---\n(?<documents>.*)", Pattern.DOTALL);

        static Fixture of(Path file) {
            try {
                Matcher parts = PARTS.matcher(Files.readString(file));
                assertTrue(parts.matches(), file + " has no line ---");
                String formats = parts.group("formats");
                return new Fixture(
                        file,
                        formats == null ? List.of() : KindFixturesTest.formats(formats),
                        parts.group("keys"),
                        parts.group("documents"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String kind() {
            return file.getParent().getFileName().toString();
        }

        String prefix() {
            return file.getFileName().toString().replaceFirst("-.*", "");
        }

        boolean isOf(String kind, String beginning, FixtureFormat format) {
            return kind().equals(kind) && prefix().equals(beginning) && formats.contains(format);
        }

        /// The expected outputs: of the light notation, then of each format.
        List<Path> outputs() {
            return Stream.concat(
                            Stream.of(".expected"), formats.stream().map(each -> "." + each.extension() + ".expected"))
                    .map(ending -> Path.of(file.toString().replaceFirst("\\.txt$", ending)))
                    .toList();
        }

        /// The format of an output; null for that of the light notation.
        @Nullable
        FixtureFormat format(Path output) {
            return formats.stream()
                    .filter(each -> output.toString().endsWith("." + each.extension() + ".expected"))
                    .findFirst()
                    .orElse(null);
        }
    }
}
