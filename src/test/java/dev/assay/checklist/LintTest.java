package dev.assay.checklist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.config.Problem;
import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LintTest {
    private record Form(String id, List<Parameter> parameters, List<Range> ranges) implements KindForm {
        @Override
        public String requirement() {
            return "It is so.";
        }

        @Override
        public List<String> anyOf() {
            return List.of();
        }

        @Override
        public Set<Trait> traits() {
            return Set.of(Trait.READS_PASSAGES);
        }
    }

    private static final List<Form> KINDS = List.of(
            new Form(
                    "length",
                    List.of(
                            Parameter.optional("min", Parameter.Type.COUNT, "The least."),
                            Parameter.optional("max", Parameter.Type.COUNT, "The most."),
                            Parameter.choice("unit", List.of("words", "pages"), "words", "What is counted.")),
                    List.of(new KindForm.Range("min", "max"))),
            new Form(
                    "forbidden",
                    List.of(
                            Parameter.optional("terms", Parameter.Type.TEXTS, "The words.")
                                    .wording(Parameter.Wording.FORBIDDEN),
                            Parameter.optional("except", Parameter.Type.TEXTS, "Where they may.")),
                    List.of()),
            new Form(
                    "demanded",
                    List.of(Parameter.optional("phrases", Parameter.Type.TEXTS, "The phrases.")
                            .wording(Parameter.Wording.DEMANDED)),
                    List.of()));

    private static String warnings(List<Lint.Use> uses, String items) {
        Problems problems = new Problems();
        Optional<Checklist> checklist = new ChecklistReader(KINDS)
                .read(TextFile.of("c.yaml", "title: T\nitems:\n" + items), Shelf.EMPTY, problems);
        assertEquals(List.of(), problems.all());
        return Lint.of(checklist.orElseThrow(), KINDS, LocalDate.of(2026, 11, 28), uses).stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void sameAskedTwice_isTold_withWhateverSeverity() {
        assertEquals(
                "c.yaml:4:18: item 'b' asks for the same as item 'a' (c.yaml:3:3). Take one out",
                warnings(List.of(), """
                    - {id: a, check: length, with: {max: 9}}
                    - {id: b, check: length, with: {max: 9, unit: words}, severity: minor}
                    - {id: c, check: length, with: {max: 9}, scope: {section: Summary}}
                    - {id: d, check: length, with: {max: 9}, when: {tier: standard}}
                    """));
    }

    @Test
    void leastAboveMost_ofTwoItems_isTold() {
        assertEquals("""
            c.yaml:4:38: item 'b' and item 'a' (c.yaml:3:3) cannot both be met: min 300 is above max 200. Change one of them
            c.yaml:6:38: item 'd' and item 'c' (c.yaml:5:3) cannot both be met: min 9 is above max 8. Change one of them\
            """, warnings(List.of(), """
                - {id: a, check: length, with: {min: 300}}
                - {id: b, check: length, with: {max: 200}}
                - {id: c, check: length, with: {max: 8, unit: pages}}
                - {id: d, check: length, with: {min: 9, unit: pages}}
                """));
    }

    @Test
    void demandedAndForbidden_isTold_unlessExceptedOrThereIsAnotherWording() {
        assertEquals(
                "c.yaml:4:44: item 'b' and item 'a' (c.yaml:3:3) cannot both be met: 'Not a Guarantee of results' must"
                        + " be there, and 'guarantee' must not. Change one of them",
                warnings(List.of(), """
                    - {id: a, check: forbidden, with: {terms: [guarantee, best], except: best efforts}}
                    - {id: b, check: demanded, with: {phrases: [Not a Guarantee of results]}}
                    - {id: c, check: demanded, with: {phrases: [On best efforts, Our guarantees, A guarantee | Warranty]}}
                    """));
    }

    @Test
    void whatNeverHolds_isTold() {
        assertEquals(
                """
                c.yaml:3:68: item 'a' expired on 2026-11-27 and never counts. Take it out, or give a later day
                c.yaml:4:69: item 'b' never finds anything: a section has text of the layer body only. Add body, or take one of the two out
                c.yaml:5:55: item 'c' never holds: no work order that uses this checklist has the role deck. Found: report
                c.yaml:6:59: item 'd' never holds: no work order that uses this checklist has the language fr. Found: de-CH, en-GB\
                """,
                warnings(
                        List.of(
                                new Lint.Use(List.of("report"), "en-GB", "legal-review", "standard"),
                                new Lint.Use(List.of("report"), "de-CH", "legal-review", "standard")),
                        """
                        - {id: a, check: length, with: {max: 1}, severity: minor, expires: 2026-11-27}
                        - {id: b, check: length, with: {max: 2}, scope: {section: S, layer: [footnote]}}
                        - {id: c, check: length, with: {max: 3}, when: {role: deck}}
                        - {id: d, check: length, with: {max: 4}, when: {language: fr}}
                        - {id: e, check: length, with: {max: 5}, when: {language: de, tier: standard}, expires: 2026-11-28}
                        """));
    }
}
