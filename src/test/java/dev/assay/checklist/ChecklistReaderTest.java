package dev.assay.checklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.config.InvalidFiles;
import dev.assay.config.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChecklistReaderTest {
    private static final Path FOLDER = Path.of("src/test/resources/checklist");
    private static final KindForm LENGTH = form(
            "length",
            List.of(
                    Parameter.optional("min", Parameter.Type.COUNT, "The least."),
                    Parameter.optional("max", Parameter.Type.COUNT, "The most."),
                    Parameter.choice("unit", List.of("words", "pages"), "words", "What is counted.")),
            List.of(new KindForm.Range("min", "max")),
            List.of("min", "max"));
    private static final KindForm SECTION = form(
            "missing-section",
            List.of(
                    Parameter.required("titles", Parameter.Type.TEXTS, "The titles."),
                    Parameter.optional("pattern", Parameter.Type.PATTERN, "A pattern."),
                    Parameter.optional("patterns", Parameter.Type.PATTERNS, "Patterns."),
                    Parameter.optional("share", Parameter.Type.NUMBER, "A share."),
                    Parameter.limits("most", List.of("exact", "loose"), List.of("10 %"), "The most."),
                    Parameter.limits("any", List.of(), List.of("18 words"), "The most of any."),
                    Parameter.of("strict", Parameter.Type.FLAG, false, "Whether strict.")),
            List.of(),
            List.of());
    private static final ChecklistReader READER = new ChecklistReader(List.of(LENGTH, SECTION));

    @Test
    void itemWithNothingButItsCheck_getsDefaults() {
        Item item = only("- id: a\n  check: length\n  with: {max: 9}\n");
        assertEquals(By.MACHINE, item.by());
        assertEquals("length", item.check());
        assertEquals(Map.of("max", 9, "unit", "words"), item.parameters());
        assertEquals(Severity.MAJOR, item.severity());
        assertEquals(Effect.REWORK, item.effect());
        assertEquals(Mode.ENFORCE, item.mode());
        assertEquals(1.0, item.weight());
        assertEquals(false, item.blocking());
        assertEquals("The length rule.", item.requirement());
        assertEquals("", item.clause() + item.remedy() + item.guidance());
        assertEquals(new Item.Examples(List.of(), List.of()), item.examples());
        assertEquals("clients/northwind/base.yaml:3:3", item.position());
    }

    @Test
    void itemWithEverything_isReadAsWritten() {
        Item item = only("""
            - id: methods
              check: missing-section
              with: {titles: Methods, pattern: 'a+', patterns: [b, c], share: 0.10, most: [exact 60 words, 10 %], strict: true}
              severity: critical
              effect: contain
              mode: trial
              weight: 2.5
              blocking: true
              requirement: We want methods.
              clause: 4.2
              remedy: Add them.
              guidance: Read them.
              examples:
                pass: ['# Methods', {name: a.docx, text: x}]
                fail: one
            """);
        assertEquals(
                Map.of(
                        "titles",
                        List.of("Methods"),
                        "pattern",
                        "a+",
                        "patterns",
                        List.of("b", "c"),
                        "share",
                        "0.10",
                        "most",
                        List.of("exact 60 words", "10 %"),
                        "any",
                        List.of("18 words"),
                        "strict",
                        true),
                item.parameters());
        assertEquals(Severity.CRITICAL, item.severity());
        assertEquals(Effect.CONTAIN, item.effect());
        assertEquals(Mode.TRIAL, item.mode());
        assertEquals(2.5, item.weight());
        assertTrue(item.blocking());
        assertEquals(
                List.of("We want methods.", "4.2", "Add them.", "Read them."),
                List.of(item.requirement(), item.clause(), item.remedy(), item.guidance()));
        assertEquals(
                new Item.Examples(
                        List.of(new Item.Example("", "# Methods"), new Item.Example("a.docx", "x")),
                        List.of(new Item.Example("", "one"))),
                item.examples());
    }

    @Test
    void itemsOfPeople_areQuestions() {
        Item item = only("- {id: a, by: person, requirement: 'Do the conclusions follow?', guidance: Read 4.}\n");
        assertEquals(By.PERSON, item.by());
        assertNull(item.check());
        assertEquals(Map.of(), item.parameters());
    }

    @Test
    void sameCheckInSeveralItems_isNormal() {
        assertEquals(2, read("""
            - {id: a, check: length, with: {max: 9}}
            - {id: b, check: length, with: {min: 1}}
            """).items().size());
    }

    @Test
    void everyMistake_isToldAtOnceWithItsPlace() throws IOException {
        Path input = FOLDER.resolve("mistakes.yaml");
        Path expected = FOLDER.resolve("mistakes.expected");
        String told = told(Files.readString(input));
        if ("update".equals(System.getProperty("fixtures"))) {
            Files.writeString(expected, told);
        }
        assertEquals(Files.readString(expected), told);
    }

    @Test
    void emptyRange_isToldAsInTheStyleGuide() {
        assertEquals(
                "c.yaml:3:52: min must be at most max. Found: 900 and 600 (item 'abstract-length')\n",
                told("title: T\nitems:\n- {id: abstract-length, check: length, with: {min: 900, max: 600}}\n"));
    }

    @Test
    void severalFiles_areToldTogether() {
        Problems problems = new Problems();
        READER.read("b.yaml", "title: T\n", problems);
        READER.read("a.yaml", "- 1\n", problems);
        Optional<Checklist> good =
                READER.read("d.yaml", "title: T\nitems: [{id: a, by: vendor, requirement: Q}]", problems);
        InvalidFiles thrown = assertThrows(InvalidFiles.class, problems::throwIfAny);
        assertEquals("""
            a.yaml:1:1: a checklist is a mapping of keys and values. Found: a list
            b.yaml:1:1: key 'items' is missing\
            """, thrown.getMessage());
        assertTrue(good.isPresent());
    }

    @Test
    void version_dependsOnTheTextButNotOnLineEnds() {
        String text = "title: T\nitems: [{id: a, by: vendor, requirement: Q}]\n";
        String version = READER.read("a.yaml", text).version();
        assertEquals(64, version.length());
        assertEquals(version, READER.read("a.yaml", text.replace("\n", "\r\n")).version());
        assertEquals(version, READER.read("a.yaml", "\uFEFF" + text).version());
        assertNotEquals(version, READER.read("a.yaml", text + "#\n").version());
    }

    @Test
    void name_isTheFilesUnlessGiven() {
        String items = "title: T\nitems: [{id: a, by: vendor, requirement: Q}]\n";
        assertEquals("base", READER.read("clients/x/base.yaml", items).name());
        assertEquals(
                "own", READER.read("clients/x/base.yaml", "name: own\n" + items).name());
        assertTrue(told("name: O W N\n" + items).startsWith("c.yaml:1:7: 'name' is 1 to 64"));
    }

    private static String told(String text) {
        Problems problems = new Problems();
        assertTrue(READER.read("c.yaml", text, problems).isEmpty());
        StringBuilder told = new StringBuilder();
        problems.all().forEach(problem -> told.append(problem).append('\n'));
        return told.toString();
    }

    private static Item only(String items) {
        return read(items).items().getFirst();
    }

    private static Checklist read(String items) {
        return READER.read("clients/northwind/base.yaml", "title: T\nitems:\n" + items);
    }

    private static KindForm form(
            String id, List<Parameter> parameters, List<KindForm.Range> ranges, List<String> anyOf) {
        return new Form(id, "The " + id + " rule.", parameters, ranges, anyOf);
    }

    private record Form(
            String id, String requirement, List<Parameter> parameters, List<Range> ranges, List<String> anyOf)
            implements KindForm {}
}
