package dev.assay.checklist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.check.Checks;
import dev.assay.config.Problem;
import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Figures that a checklist names, through its layers, and the mistakes in them.
final class NamedFiguresTest {
    private static final ChecklistReader READER = new ChecklistReader(Checks.kinds());
    private static final String BASE = """
        title: Base
        figures:
          price: {label: Price | Share price}
          target: {label: Target, column: 2027, table: Key figures, role: report, source: model}
        items:
          - {id: upside, check: expression, with: {rule: target > price}}
          - {id: open, check: placeholder-text}
        """;

    @Test
    void figures_goToTheItemsThatReckonWithThem() {
        Checklist checklist = read(BASE, Map.of());
        assertEquals(
                List.of(
                        "price = label: Price | Share price",
                        "target = label: Target; column: 2027; table: Key figures; role: report; source: model"),
                figures(checklist, "upside"));
        assertEquals(null, figures(checklist, "open"));
        assertEquals(
                "mine.yaml:4:3", checklist.trace("upside").at().get("with.figures"), "where the last of them stands");
    }

    @Test
    void laterLayer_addsFiguresAndMovesThemWithAReason() {
        String later = """
            extends: base
            figures:
              price: {cell: Model!B7, reason: Our notes give no label.}
              published: {label: Published, date: true}
            items:
              - {id: fresh, check: expression, with: {rule: published > 0}}
            """;
        Checklist checklist = read(later, Map.of("base", BASE));
        List<String> all = List.of(
                "price = cell: Model!B7",
                "target = label: Target; column: 2027; table: Key figures; role: report; source: model",
                "published = label: Published; date: true");
        assertEquals(all, figures(checklist, "upside"), "inherited items reckon with the moved figure");
        assertEquals(all, figures(checklist, "fresh"));
        assertEquals(
                "mine.yaml:3:3: figure 'price' is inherited (base.yaml:3:3), and items rest on it. Say with 'reason'"
                        + " why it stands elsewhere, or give yours another name",
                mistakes(later.replace(", reason: Our notes give no label.", ""), Map.of("base", BASE)));
    }

    @Test
    void everyFigure_isWhatItWasWrittenAs() {
        for (String text : List.of(
                "a = label: A | B: c; column: 2027 (e); date: true", "b = cell: Sheet 1!B7; role: model; source: x")) {
            assertEquals(true, NamedFigure.isOne(text));
            assertEquals(text, NamedFigure.of(text).text());
        }
    }

    @Test
    void mistakes_areToldByLineAndColumn() {
        assertEquals("""
            mine.yaml:3:3: a figure's name is 1 to 40 lower-case letters, digits and '_', a letter first. Found: 'Price-1'
            mine.yaml:4:6: a figure has a 'label' or a 'cell', one of the two
            mine.yaml:5:13: a cell is written as 'Sheet!B7'. Found: 'B7'
            mine.yaml:6:24: 'column' and 'table' go with 'label'; a cell says both
            mine.yaml:7:14: 'label' cannot hold '; '. Found: 'a; b'
            mine.yaml:8:6: a figure has a 'label' or a 'cell', one of the two
            mine.yaml:8:7: unknown key 'labl' of a figure. Did you mean 'label'?\
            """, mistakes("""
                title: Mine
                figures:
                  Price-1: {label: Price}
                  a: {column: x}
                  b: {cell: B7}
                  c: {column: y, cell: S!B7}
                  d: {label: a; b}
                  e: {labl: a}
                items:
                  - {id: open, check: placeholder-text}
                """, Map.of()));
        assertEquals("""
            mine.yaml:5:47: 'rule': at character 8: a number, a name or '(' comes next, and here the rule ends
            mine.yaml:6:47: 'rule': 'prize' is no figure of this checklist. Did you mean 'price'?\
            """, mistakes("""
                title: Mine
                figures:
                  price: {label: Price}
                items:
                  - {id: one, check: expression, with: {rule: price > }}
                  - {id: two, check: expression, with: {rule: prize > 0}}
                """, Map.of()));
        assertEquals(
                "mine.yaml:3:63: 'figures': 'x' names no figure. Name it under 'figures' of the checklist",
                mistakes("""
                    title: Mine
                    items:
                      - {id: one, check: expression, with: {rule: 1 = 1, figures: x}}
                    """, Map.of()));
    }

    private static Object figures(Checklist checklist, String item) {
        return checklist.items().stream()
                .filter(each -> each.id().equals(item))
                .findFirst()
                .orElseThrow()
                .parameters()
                .get("figures");
    }

    private static Checklist read(String text, Map<String, String> others) {
        Problems problems = new Problems();
        Optional<Checklist> read = READER.read(TextFile.of("mine.yaml", text), shelf(others), problems);
        problems.throwIfAny();
        return read.orElseThrow();
    }

    private static String mistakes(String text, Map<String, String> others) {
        Problems problems = new Problems();
        READER.read(TextFile.of("mine.yaml", text), shelf(others), problems);
        return problems.all().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    private static Shelf shelf(Map<String, String> texts) {
        return new Shelf() {
            @Override
            public Optional<TextFile> find(String name, Problems problems) {
                return Optional.of(TextFile.of(name + ".yaml", texts.get(name)));
            }

            @Override
            public List<String> names() {
                return List.copyOf(texts.keySet());
            }
        };
    }
}
