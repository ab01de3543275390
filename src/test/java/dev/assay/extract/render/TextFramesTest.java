package dev.assay.extract.render;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Fixture;
import dev.assay.Payloads;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Passages among their neighbours and ranges of sheets, written exactly.
final class TextFramesTest {
    private static final Pattern TAG = Pattern.compile("<(/?[A-Za-z]+)");

    @TempDir
    Path folder;

    private final DocumentDraft draft = new DocumentDraft();
    private int number;

    private Place next(String... section) {
        number++;
        return new Place.Paragraph(number, List.of(section));
    }

    private Document report() {
        draft.heading(1, "Results", next(), Layer.BODY);
        draft.heading(2, "Sample", next("Results"), Layer.BODY);
        Span about = draft.paragraph("We asked 2,014 people & more in May.", next("Results", "Sample"), Layer.BODY);
        draft.listItem(1, "Fieldwork by telephone", next("Results", "Sample"), Layer.BODY);
        draft.listItem(2, "in the evening only", next("Results", "Sample"), Layer.BODY);
        draft.paragraph("Old words", next("Results", "Sample"), Layer.DELETED);
        draft.paragraph("New words", next("Results", "Sample"), Layer.INSERTED);
        draft.paragraph("Margins of error are given.", next("Results", "Sample"), Layer.BODY);
        var table = draft.table("Table 1: Sales", next("Results", "Sample"), Layer.BODY);
        for (int row = 0; row < 30; row++) {
            for (int column = 0; column < 3; column++) {
                String words = row == 0 ? "Head " + column : "r" + row + " c" + column;
                table.cell(row, column, 1, 1, words, next(), column == 1 && row > 0 ? "1" : null, null);
            }
            table.endRow();
        }
        table.merge(1, 0, 2, 1);
        table.end();
        draft.paragraph("Source: own survey", next("Results", "Sample"), Layer.FOOTNOTE);
        Span comment = draft.paragraph("Please check this", next("Results", "Sample"), Layer.COMMENT);
        draft.fact(new Fact.Comment(
                "Ann", "", false, comment, new Span(about.start() + 3, about.start() + 20), new Place.Whole()));
        return draft.finish("text/test", "test");
    }

    @Test
    void passageInText_standsAmongItsNeighboursUnderItsHeadings() throws IOException {
        Drawing drawing = Drawing.of(folder, report(), "2,014 people");
        Fixture.compare("render/paragraph.html", drawing.html());
        assertEquals(
                "Section \u201CSample\u201D, paragraph 3, marked: \u201C2,014 people\u201D",
                drawing.shown(0).alternative());
        assertEquals(
                "Section \u201CSample\u201D, paragraph 3",
                drawing.frames().getFirst().alternative());
    }

    @Test
    void layers_areNamed_changesAreSeen_andACommentSaysWhatItIsAbout() throws IOException {
        Drawing drawing = Drawing.of(folder, report(), "New", "check");
        assertEquals(2, drawing.frames().size());
        Fixture.compare("render/layers.html", drawing.html());
    }

    @Test
    void passageInATable_isSeenWithItsRowAndColumnHeads() throws IOException {
        Drawing drawing = Drawing.of(folder, report(), "r20 c1");
        Fixture.compare("render/table.html", drawing.html());
        Drawing merged = Drawing.of(folder, report(), "r1 c0", "r2 c2");
        assertEquals(1, merged.frames().size());
        assertTrue(merged.html().contains("rowspan=\"2\""), merged.html());
    }

    private Document sheet() {
        var table = draft.table("Sales", new Place.Cell("Sales", "B2:AF60"), Layer.BODY);
        for (int row = 1; row < 60; row++) {
            for (int column = 1; column < 32; column++) {
                String reference = SheetLetters.reference(row, column);
                boolean text = row == 1 || column == 1;
                table.cell(
                        row,
                        column,
                        1,
                        1,
                        text ? "head " + reference : "v" + reference,
                        new Place.Cell("Sales", reference),
                        text ? null : "12.5",
                        column == 9 && row > 1 ? "SUM(C" + (row + 1) + ":H" + (row + 1) + ")" : null);
            }
            table.endRow();
        }
        table.merge(30, 8, 2, 3);
        table.end();
        draft.fact(new Fact.Hidden(Fact.Hidden.Kind.ROW, "", new Place.Cell("Sales", "30:30")));
        draft.fact(new Fact.Hidden(Fact.Hidden.Kind.COLUMN, "", new Place.Cell("Sales", "K:L")));
        draft.fact(new Fact.Hidden(Fact.Hidden.Kind.COLUMN, "", new Place.Cell("Other", "I:J")));
        draft.paragraph("Look here", new Place.Cell("Sales", "I31"), Layer.COMMENT);
        return draft.finish("text/test", "test");
    }

    @Test
    void cell_isSeenInItsRange() throws IOException {
        Drawing drawing = Drawing.of(folder, sheet(), "vJ30");
        Fixture.compare("render/sheet.html", drawing.html());
        assertEquals(
                new Place.Cell("Sales", "G25:N36"), drawing.frames().getFirst().place());
        assertEquals("Sheet Sales, cells G25:N36", drawing.frames().getFirst().alternative());
    }

    @Test
    void cellsNearEachOther_shareARange_othersDoNot() throws IOException {
        Drawing drawing = Drawing.of(folder, sheet(), "vJ30", "vM31", "vAF60", "head B2");
        assertEquals(3, drawing.frames().size());
        assertTrue(drawing.html(1).contains("<mark data-want=\"0\">vJ30</mark>"), drawing.html(1));
        assertTrue(drawing.html(1).contains("<mark data-want=\"1\">vM31</mark>"), drawing.html(1));
        assertTrue(drawing.html(2).contains("<mark data-want=\"2\">vAF60</mark>"), drawing.html(2));
        assertTrue(drawing.html(0).contains("<mark data-want=\"3\">head B2</mark>"), drawing.html(0));
    }

    @Test
    void cellThatAMergedCellCovers_isSeenWhereItIsWanted() throws IOException {
        Drawing drawing = Drawing.of(folder, sheet(), "vJ31");
        assertTrue(drawing.html().contains("<mark data-want=\"0\">vJ31</mark>"), drawing.html());
        assertTrue(drawing.html().contains(">vI31<"), drawing.html());
    }

    @Test
    void commentOnACell_isSeenAboveItsRange() throws IOException {
        String html = Drawing.of(folder, sheet(), "Look here").html();
        assertTrue(html.contains("<span class=\"layer\">Comment</span> <mark data-want=\"0\">Look here</mark>"), html);
        assertTrue(html.contains(">vI31<"), html);
    }

    @Test
    void emptyCell_isFramedByItsPlace() throws IOException {
        var table = draft.table("Data", new Place.Cell("Data", "A1:B1"), Layer.BODY);
        table.cell(0, 0, 1, 1, "left", new Place.Cell("Data", "A1"), null, null);
        table.cell(0, 1, 1, 1, "", new Place.Cell("Data", "B1"), null, "A1");
        table.end();
        Document document = draft.finish("text/test", "test");
        Drawing drawing = Drawing.of(folder, document, new Geometry(), List.of(Want.of(new Place.Cell("Data", "B1"))));
        assertTrue(drawing.html().contains("<td class=\"wanted\" title=\"=A1\" dir=\"auto\"></td>"), drawing.html());
    }

    @Test
    void passageOverManyBlocks_isSeenFromItsBeginning() throws IOException {
        for (int i = 0; i < 100; i++) {
            draft.paragraph("Paragraph " + i, new Place.Line(i + 1), Layer.BODY);
        }
        Document document = draft.finish("text/test", "test");
        Span all = new Span(
                document.text().indexOf("Paragraph 10"), document.text().length());
        String html = Drawing.of(folder, document, new Geometry(), List.of(Want.of(all, "")))
                .html();
        assertTrue(html.contains(">Paragraph 9<"), html);
        assertTrue(html.contains("<mark data-want=\"0\">Paragraph 10</mark>"), html);
        assertTrue(html.contains("<mark data-want=\"0\">Paragraph 33</mark>"), html);
        assertTrue(html.contains("and 66 more, marked to the end"), html);
        assertFalse(html.contains("Paragraph 34"), html);
    }

    @Test
    void longParagraph_isCutWhereNothingIsMarked() throws IOException {
        draft.paragraph(
                "start " + "before ".repeat(5_000) + "here " + "after ".repeat(5_000) + "end",
                new Place.Line(1),
                Layer.BODY);
        String html =
                Drawing.of(folder, draft.finish("text/test", "test"), "here").html();
        assertTrue(html.length() < 3_000, html);
        assertTrue(html.contains("before <mark data-want=\"0\">here</mark> after"), html);
        assertEquals(3, html.split("<span class=\"cut\">", -1).length, html);
    }

    @Test
    void acceptedInsertion_isUnderlinedInItsParagraph() throws IOException {
        Span whole = draft.paragraph("Sales grew by 12 % in May.", new Place.Line(1), Layer.BODY);
        draft.fact(new Fact.TrackedChange(
                "Ann",
                Fact.TrackedChange.Action.INSERTION,
                "",
                new Span(whole.start() + 11, whole.start() + 18),
                new Place.Line(1)));
        String html =
                Drawing.of(folder, draft.finish("text/test", "test"), "12 % in").html();
        assertTrue(
                html.contains("Sales grew <ins>by </ins><ins><mark data-want=\"0\">12 %</mark></ins>"
                        + "<mark data-want=\"0\"> in</mark> May."),
                html);
    }

    @Test
    void overlappingPassages_areMarkedEach() throws IOException {
        draft.paragraph("one two three", new Place.Line(1), Layer.BODY);
        String html = Drawing.of(folder, draft.finish("text/test", "test"), "one two", "two three")
                .html();
        assertTrue(
                html.contains("<mark data-want=\"0\">one </mark><mark data-want=\"0 1\">two</mark>"
                        + "<mark data-want=\"1\"> three</mark>"),
                html);
    }

    @Test
    void payloads_stayTextWhereverTheyStand() throws IOException {
        List<String> harmless = structure(everywhere("plain text"));
        assertAll(Payloads.ALL.stream()
                .map(payload -> () -> assertEquals(harmless, structure(everywhere(payload)), payload)));
    }

    private static List<String> structure(String html) {
        return TAG.matcher(html).results().map(tag -> tag.group(1)).toList();
    }

    /// A text in every place where one can stand.
    private String everywhere(String text) throws IOException {
        DocumentDraft made = new DocumentDraft();
        Place place = new Place.Part(text, new Place.Paragraph(1, List.of(text)));
        made.heading(1, text + "x", place, Layer.BODY);
        for (Layer layer : Layer.values()) {
            made.paragraph(text + "x", place, layer);
        }
        made.listItem(1, text + "x", place, Layer.BODY);
        var table = made.table(text, place, Layer.BODY);
        table.cell(0, 0, 1, 1, text + "x", place, "1", text);
        table.end();
        var sheet = made.table(text, new Place.Cell(text, "A1"), Layer.BODY);
        sheet.cell(0, 0, 1, 1, text + "x", new Place.Cell(text, "A1"), "1", text);
        sheet.end();
        Document document = made.finish(text, text);
        int blocks = document.blocks().size();
        List<Want> wants = IntStream.range(0, blocks)
                .mapToObj(i -> Want.of(document.blocks().get(i).span(), ""))
                .toList();
        return Drawing.of(folder, document, new Geometry(), wants).html();
    }
}
