package dev.assay.check;

import dev.assay.config.Fields;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a document from light notation, for examples in checklists.
///
/// - `# Title` to `###### Title` are headings, `- entry` list entries (two spaces deeper for each level), lines
/// of `| a | b |` tables (`\|` is a bar, a line of dashes is passed over), other lines paragraphs up to a blank
/// line.
/// - `@page 2`, `@slide 3` and `@sheet Tables` say where what follows stands, `@layer footnote` in which layer.
/// - `@pages 12` and `@slides 9` say how many there are, `@gap no-text` that here is something unread,
/// `@language de` in which language what follows is, `@fact hidden kind=row name="3 rows"` what is true of the
/// place or text just before ([ExampleFact]).
final class ExampleDocument {
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.+)");
    private static final Pattern ENTRY = Pattern.compile("( *)[-*] (.+)");
    private static final Pattern DIRECTIVE =
            Pattern.compile("@(page|slide|sheet|layer|pages|slides|gap|type|fact|language)(?:\\s+(.*))?");
    private static final Pattern RULE = Pattern.compile("\\|[\\s:|-]*-[\\s:|-]*\\|?");

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Document.Language> languages = new ArrayList<>();
    private final List<String> section = new ArrayList<>();
    private final List<String> paragraph = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private String mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private Layer layer = Layer.BODY;
    private Place place = new Place.Whole();
    private int paragraphs;
    private int sheetRow;
    private String language = "";

    private ExampleDocument() {}

    static Document of(String notation) {
        ExampleDocument draft = new ExampleDocument();
        notation.lines().forEach(draft::line);
        draft.flush();
        return new Document(
                draft.mediaType,
                draft.text.toString(),
                draft.blocks,
                draft.facts,
                draft.gaps,
                draft.languages,
                "light notation");
    }

    private void line(String line) {
        Matcher directive = DIRECTIVE.matcher(line.strip());
        Matcher heading = HEADING.matcher(line);
        Matcher entry = ENTRY.matcher(line);
        if (line.startsWith("|")) {
            endParagraph();
            row(line.strip());
        } else if (line.isBlank()) {
            flush();
        } else if (directive.matches()) {
            flush();
            direct(
                    directive.group(1),
                    Optional.ofNullable(directive.group(2)).orElse("").strip());
        } else if (heading.matches()) {
            flush();
            heading(heading.group(1).length(), heading.group(2).strip());
        } else if (entry.matches()) {
            flush();
            add(new Block.ListItem(1 + entry.group(1).length() / 2, append(entry.group(2)), here(), layer));
        } else {
            endTable();
            paragraph.add(line.strip());
        }
    }

    private void flush() {
        endParagraph();
        endTable();
    }

    private void heading(int level, String title) {
        while (section.size() >= level) {
            section.removeLast();
        }
        while (section.size() < level - 1) {
            section.add("");
        }
        section.add(title);
        add(new Block.Heading(level, append(title), here(), layer));
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            add(new Block.Paragraph(append(String.join(" ", paragraph)), here(), layer));
            paragraph.clear();
        }
    }

    private void row(String line) {
        if (RULE.matcher(line).matches()) {
            return;
        }
        String inner = line.substring(1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
        rows.add(Stream.of(inner.split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList());
    }

    private void endTable() {
        if (rows.isEmpty()) {
            return;
        }
        Place at = here();
        int start = separated();
        List<Block.Row> read = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<Block.Cell> cells = new ArrayList<>();
            for (int column = 0; column < rows.get(row).size(); column++) {
                text.append(column > 0 ? "\t" : row > 0 ? "\n" : "");
                Span span = written(rows.get(row).get(column));
                cells.add(new Block.Cell(row, column, 1, 1, span, cellPlace(at, row, column), null, null, null));
            }
            read.add(new Block.Row(cells));
        }
        String name = place instanceof Place.Cell cell ? cell.sheet() : "";
        add(new Block.Table(name, 1, read, new Span(start, text.length()), at, layer));
        sheetRow += rows.size() + 1;
        rows.clear();
    }

    private Place cellPlace(Place table, int row, int column) {
        return table instanceof Place.Cell sheet
                ? new Place.Cell(sheet.sheet(), letters(column) + (sheetRow + row + 1))
                : table;
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    private Place here() {
        if (place instanceof Place.Whole) {
            paragraphs++;
            return new Place.Paragraph(
                    paragraphs,
                    section.stream().filter(title -> !title.isEmpty()).toList());
        }
        return place instanceof Place.Cell sheet ? new Place.Cell(sheet.sheet(), "A" + (sheetRow + 1)) : place;
    }

    private Span append(String words) {
        separated();
        return written(words);
    }

    private int separated() {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        return text.length();
    }

    private Span written(String words) {
        int start = text.length();
        text.append(words);
        return new Span(start, text.length());
    }

    private void direct(String directive, String value) {
        switch (directive) {
            case "page" -> place = new Place.Page(number(value));
            case "slide" -> place = new Place.Slide(number(value), "");
            case "sheet" -> {
                place = new Place.Cell(value, "A1");
                sheetRow = 0;
            }
            case "pages" -> facts.add(new Fact.Count(Fact.Count.Unit.PAGES, number(value)));
            case "slides" -> facts.add(new Fact.Count(Fact.Count.Unit.SLIDES, number(value)));
            case "layer" -> layer = constant(Layer.values(), value).orElse(Layer.BODY);
            case "gap" -> gaps.add(gap(value));
            case "fact" -> facts.add(new ExampleFact(text.toString(), stands(), latest()).of(value));
            case "language" -> language = value;
            default -> mediaType = value;
        }
    }

    /// Where the text just before stands.
    private Place stands() {
        return blocks.isEmpty() || !(place instanceof Place.Whole)
                ? place
                : blocks.getLast().place();
    }

    private Span latest() {
        return blocks.isEmpty() ? new Span(0, 0) : blocks.getLast().span();
    }

    private void add(Block block) {
        blocks.add(block);
        if (language.isEmpty()) {
            return;
        }
        boolean goesOn = !languages.isEmpty() && languages.getLast().tag().equals(language);
        int start =
                goesOn ? languages.removeLast().span().start() : block.span().start();
        languages.add(new Document.Language(new Span(start, block.span().end()), language, 1));
    }

    private Gap gap(String value) {
        Gap.Reason reason = constant(Gap.Reason.values(), value).orElse(Gap.Reason.NO_TEXT);
        return new Gap(reason, place, Fields.word(reason).replace('-', ' '));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String word) {
        return Stream.of(constants)
                .filter(each -> Fields.word(each).equals(word))
                .findFirst();
    }

    private static int number(String value) {
        return value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 1;
    }
}
