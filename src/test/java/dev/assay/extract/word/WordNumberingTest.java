package dev.assay.extract.word;

import static dev.assay.extract.word.WordText.MAIN;
import static dev.assay.extract.word.WordText.item;
import static dev.assay.extract.word.WordText.p;
import static dev.assay.extract.word.WordText.r;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.extract.BlockLines;
import dev.assay.extract.PackageFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The number a paragraph is shown with is its text's beginning, as on the page.
final class WordNumberingTest {
    private static final String OUTLINE =
            level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "(%3)");

    @TempDir
    Path folder;

    @Test
    void levels_countOnAndStartAgainAfterALevelAbove() throws IOException {
        assertLines(
                numbered(
                        item(1, 0, "A")
                                + item(1, 1, "B")
                                + item(1, 1, "C")
                                + item(1, 2, "D")
                                + item(1, 0, "E")
                                + item(1, 1, "F")
                                + item(1, 2, "G"),
                        definition(0, OUTLINE) + list(1, 0, "")),
                "item1 BODY 1: 1 A",
                "item2 BODY 2: 1.1 B",
                "item2 BODY 3: 1.2 C",
                "item3 BODY 4: (a) D",
                "item1 BODY 5: 2 E",
                "item2 BODY 6: 2.1 F",
                "item3 BODY 7: (a) G");
    }

    @Test
    void headings_haveTheLevelThatTheDefinitionNamesTheirStyleFor() throws IOException {
        String levels = level(0, "upperRoman", "Part %1:", "<w:pStyle w:val=\"H1\"/>")
                + level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"H2\"/><w:isLgl/>");
        String styles = heading("H1", 1, "<w:numPr><w:numId w:val=\"1\"/></w:numPr>")
                + heading("H2", 2, "<w:numPr><w:ilvl w:val=\"5\"/><w:numId w:val=\"1\"/></w:numPr>")
                + "<w:style w:type=\"paragraph\" w:styleId=\"H2a\"><w:name w:val=\"own\"/><w:basedOn"
                + " w:val=\"H2\"/></w:style>";
        assertLines(
                numbered(
                                p("H1", "Method")
                                        + p("H2", "Sample")
                                        + p("H2a", "Field")
                                        + p("H1", "Results")
                                        + p("H2", "Sales"),
                                definition(0, levels) + list(1, 0, ""))
                        .relate(MAIN, "s1", "styles", "styles.xml")
                        .element("word/styles.xml", "w:styles", styles),
                "heading1 BODY 1: Part I: Method",
                "heading2 BODY 2/Part I: Method: 1.1 Sample",
                "heading2 BODY 3/Part I: Method: 1.2 Field",
                "heading1 BODY 4: Part II: Results",
                "heading2 BODY 5/Part II: Results: 2.1 Sales");
    }

    @Test
    void listsOfOneDefinition_countOnUnlessTheySayWhereTheyStart() throws IOException {
        assertLines(
                numbered(
                        item(1, 0, "A") + item(2, 0, "B") + item(3, 0, "C") + item(3, 0, "D") + item(1, 0, "E"),
                        definition(0, OUTLINE)
                                + list(1, 0, "")
                                + list(2, 0, "")
                                + list(
                                        3,
                                        0,
                                        "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>")),
                "item1 BODY 1: 1 A",
                "item1 BODY 2: 2 B",
                "item1 BODY 3: 7 C",
                "item1 BODY 4: 8 D",
                "item1 BODY 5: 9 E");
    }

    @Test
    void levelsOfALevelThatWasNeverCounted_showWhereItWouldStart() throws IOException {
        assertLines(
                numbered(item(1, 1, "A") + item(1, 1, "B"), definition(0, OUTLINE) + list(1, 0, "")),
                "item2 BODY 1: 1.1 A",
                "item2 BODY 2: 1.2 B");
    }

    @Test
    void restart_followsWhatTheLevelSays() throws IOException {
        String never = level(0, "decimal", "%1")
                + level(1, "decimal", "%2", "<w:lvlRestart w:val=\"0\"/>")
                + level(2, "decimal", "%3", "<w:lvlRestart w:val=\"1\"/>");
        assertLines(
                numbered(
                        item(1, 0, "A")
                                + item(1, 1, "B")
                                + item(1, 2, "C")
                                + item(1, 1, "D")
                                + item(1, 2, "E")
                                + item(1, 0, "F")
                                + item(1, 1, "G")
                                + item(1, 2, "H"),
                        definition(0, never) + list(1, 0, "")),
                "item1 BODY 1: 1 A",
                "item2 BODY 2: 1 B",
                "item3 BODY 3: 1 C",
                "item2 BODY 4: 2 D",
                "item3 BODY 5: 2 E",
                "item1 BODY 6: 2 F",
                "item2 BODY 7: 3 G",
                "item3 BODY 8: 1 H");
    }

    @Test
    void bulletsAndHiddenNumbers_areNotText() throws IOException {
        String levels = level(0, "bullet", "\u2022")
                + level(1, "decimal", "%2.", "<w:rPr><w:vanish/></w:rPr>")
                + level(2, "none", "\u2013")
                + level(3, "none", "Note:");
        assertLines(
                numbered(
                        item(1, 0, "dot") + item(1, 1, "hidden") + item(1, 2, "dash") + item(1, 3, "word"),
                        definition(0, levels) + list(1, 0, "")),
                "item1 BODY 1: dot",
                "item2 BODY 2: hidden",
                "item3 BODY 3: dash",
                "item4 BODY 4: Note: word");
    }

    @Test
    void numbersOfBulletLevels_areEmptyInOthers() throws IOException {
        String levels = level(0, "decimal", "%1.") + level(1, "bullet", "\u2014") + level(2, "decimal", "%1.%2%3.");
        assertLines(
                numbered(item(1, 0, "A") + item(1, 2, "B"), definition(0, levels) + list(1, 0, "")),
                "item1 BODY 1: 1. A",
                "item3 BODY 2: 1.1. B");
    }

    @Test
    void deletedAndHiddenEnds_areNotCounted() throws IOException {
        String deleted = item(1, 0, "")
                .replace("</w:numPr>", "</w:numPr><w:rPr><w:del w:author=\"A\"/></w:rPr>")
                .replace(r(""), "<w:del w:author=\"A\"><w:r><w:delText>gone</w:delText></w:r></w:del>");
        String hidden = item(1, 0, "")
                .replace("</w:numPr>", "</w:numPr><w:rPr><w:vanish/></w:rPr>")
                .replace(r(""), r("<w:vanish/>", "unseen"));
        assertLines(
                numbered(item(1, 0, "A") + deleted + hidden + item(1, 0, "B"), definition(0, OUTLINE) + list(1, 0, "")),
                "item1 BODY 1: 1 A",
                "paragraph DELETED 2: gone",
                "paragraph HIDDEN 3: unseen",
                "item1 BODY 4: 2 B");
    }

    @Test
    void linkedDefinitions_areThoseOfTheNumberingStyle() throws IOException {
        assertLines(
                numbered(
                                item(2, 0, "A") + item(1, 0, "B"),
                                definition(0, "<w:numStyleLink w:val=\"Outline\"/>")
                                        + definition(1, level(0, "upperLetter", "%1)"))
                                        + list(1, 1, "")
                                        + list(2, 0, ""))
                        .relate(MAIN, "s1", "styles", "styles.xml")
                        .element(
                                "word/styles.xml",
                                "w:styles",
                                "<w:style w:type=\"numbering\" w:styleId=\"Outline\"><w:name"
                                        + " w:val=\"o\"/><w:pPr><w:numPr><w:numId"
                                        + " w:val=\"1\"/></w:numPr></w:pPr></w:style>"),
                "item1 BODY 1: A) A",
                "item1 BODY 2: B) B");
    }

    @Test
    void linksInACircle_showNoNumber() throws IOException {
        assertLines(
                numbered(item(1, 0, "A"), definition(0, "<w:numStyleLink w:val=\"Outline\"/>") + list(1, 0, ""))
                        .relate(MAIN, "s1", "styles", "styles.xml")
                        .element(
                                "word/styles.xml",
                                "w:styles",
                                "<w:style w:type=\"numbering\" w:styleId=\"Outline\"><w:name"
                                        + " w:val=\"o\"/><w:pPr><w:numPr><w:numId"
                                        + " w:val=\"1\"/></w:numPr></w:pPr></w:style>"),
                "item1 BODY 1: A");
    }

    @Test
    void numbersInCellsAndBoxes_countWithTheOthers() throws IOException {
        assertLines(
                numbered(
                        item(1, 0, "A") + "<w:tbl><w:tr><w:tc>" + item(1, 0, "B") + "</w:tc><w:tc>" + item(1, 0, "C")
                                + "</w:tc></w:tr></w:tbl><w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
                                + item(1, 0, "D") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
                                + item(1, 0, "E"),
                        definition(0, level(0, "decimal", "%1.", "<w:suff w:val=\"nothing\"/>")) + list(1, 0, "")),
                "item1 BODY 1: 1.A",
                "table BODY 2: ",
                "| 0,0 2.B | 0,1 3.C |",
                "paragraph BODY 4: 4.D",
                "item1 BODY 5: 5.E");
    }

    private void assertLines(PackageFixture fixture, String... lines) throws IOException {
        assertEquals(List.of(lines), BlockLines.of(WordText.read(folder, fixture)));
    }

    private static PackageFixture numbered(String body, String numbering) {
        return PackageFixture.word(body)
                .relate(MAIN, "n1", "numbering", "numbering.xml")
                .element("word/numbering.xml", "w:numbering", numbering);
    }

    private static String definition(int id, String levels) {
        return "<w:abstractNum w:abstractNumId=\"" + id + "\">" + levels + "</w:abstractNum>";
    }

    private static String list(int id, int definition, String changes) {
        return "<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + definition + "\"/>" + changes + "</w:num>";
    }

    private static String level(int level, String format, String text, String... more) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>"
                + "<w:lvlText w:val=\"" + text + "\"/>" + String.join("", more) + "</w:lvl>";
    }

    private static String heading(String id, int level, String properties) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"heading " + level + "\"/><w:pPr>"
                + properties + "</w:pPr></w:style>";
    }
}
