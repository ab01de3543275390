package dev.assay.extract.word;

import static dev.assay.extract.word.WordText.MAIN;
import static dev.assay.extract.word.WordText.at;
import static dev.assay.extract.word.WordText.field;
import static dev.assay.extract.word.WordText.mark;
import static dev.assay.extract.word.WordText.p;
import static dev.assay.extract.word.WordText.r;
import static dev.assay.extract.word.WordText.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.extract.BlockLines;
import dev.assay.extract.PackageFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Comments, bookmarks, fields, references, captions and tracked changes know the text they are about.
final class WordMarksTest {
    private static final String COMMENT = "<w:comment w:id=\"%d\" w:author=\"%s\" w:date=\"%s\">%s</w:comment>";

    @TempDir
    Path folder;

    @Test
    void comments_knowTheirTextAndWhatTheyAreAbout() throws IOException {
        String body = "<w:p>" + r("One ") + "<w:commentRangeStart w:id=\"0\"/>" + r(" two")
                + "<w:commentRangeStart w:id=\"1\"/></w:p><w:p>" + r("three ") + "<w:commentRangeEnd w:id=\"0\"/>"
                + r("four") + "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"
                + "<w:r><w:commentReference w:id=\"2\"/></w:r></w:p>";
        Document document = read(commented(
                body,
                comment(0, "Ann", "2026-01-02T03:04:05Z", p("why") + p("so"))
                        + comment(1, "Bob", "", p("and"))
                        + comment(2, "Cy", "", p("here"))
                        + comment(3, "Di", "", p("lost"))));
        assertEquals(
                List.of(
                        "Ann 2026-01-02T03:04:05Z open: why\nso <- two\nthree at paragraph 1",
                        "Bob  open: and <- three four at paragraph 1",
                        "Cy  open: here <- null at paragraph 2",
                        "Di  open: lost <- null at the file as a whole"),
                comments(document));
    }

    @Test
    void commentsAreDone_whereTheyOrWhatTheyAnswerIsMarkedSo() throws IOException {
        String said = comment(0, "Ann", "", identified("A1", "x") + identified("A2", "y"))
                + comment(1, "Bob", "", identified("B1", "z"))
                + comment(2, "Cy", "", identified("C1", "w"));
        Document document = read(commented(p("text"), said)
                .relate(MAIN, "e1", "commentsExtended", "commentsExtended.xml")
                .xml(
                        "word/commentsExtended.xml",
                        "<e:commentsEx xmlns:e=\"http://schemas.microsoft.com/office/word/2012/wordml\">"
                                + "<e:commentEx e:paraId=\"A2\" e:done=\"1\"/>"
                                + "<e:commentEx e:paraId=\"B1\" e:paraIdParent=\"A2\" e:done=\"0\"/>"
                                + "<e:commentEx e:paraId=\"C1\" e:done=\"0\"/></e:commentsEx>"));
        assertEquals(
                List.of(true, true, false),
                document.facts(Fact.Comment.class).map(Fact.Comment::resolved).toList());
    }

    @Test
    void rangesOverCellsAndBetweenBlocks_areFound() throws IOException {
        String table = "<w:tbl><w:tr><w:tc><w:p>" + r("a ") + "<w:bookmarkStart w:id=\"1\" w:name=\"cells\"/>" + r("b")
                + "</w:p></w:tc><w:tc><w:p>" + r("c") + "<w:bookmarkEnd w:id=\"1\"/>" + r("d")
                + "</w:p></w:tc></w:tr></w:tbl>";
        String body = p("first") + "<w:bookmarkStart w:id=\"2\" w:name=\"blocks\"/>" + p("second") + table
                + "<w:bookmarkEnd w:id=\"2\"/>" + p("last");
        Document document = read(PackageFixture.word(body));
        assertEquals(List.of("blocks: second\na b\tcd", "cells: b\tc"), bookmarks(document));
    }

    @Test
    void bookmarks_surviveWhatTheirTextBecomes() throws IOException {
        String inner = "<w:tbl><w:tr><w:tc><w:p>" + r("  x ") + "<w:bookmarkStart w:id=\"1\" w:name=\"inner\"/>"
                + r("deep ") + "<w:bookmarkEnd w:id=\"1\"/></w:p></w:tc></w:tr></w:tbl>";
        String body = "<w:tbl><w:tr><w:tc><w:p/>" + p("out") + inner + "<w:p/></w:tc></w:tr></w:tbl>"
                + "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>" + r("in a ")
                + "<w:bookmarkStart w:id=\"2\" w:name=\"box\"/>" + r("box") + "<w:bookmarkEnd w:id=\"2\"/></w:p>"
                + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
                + "<w:p><w:bookmarkStart w:id=\"3\" w:name=\"empty\"/><w:bookmarkEnd w:id=\"3\"/></w:p>"
                + "<w:p><w:bookmarkStart w:id=\"4\" w:name=\"open\"/><w:bookmarkStart w:id=\"5\" w:name=\"_GoBack\"/>"
                + r("end") + "</w:p>";
        Document document = read(PackageFixture.word(body));
        assertEquals(List.of("inner: deep", "box: box", "empty: ", "open: "), bookmarks(document));
        assertEquals(
                List.of(at(3), at(5), at(6), at(7)),
                document.facts(Fact.Bookmark.class).map(Fact.Bookmark::place).toList());
    }

    @Test
    void fields_knowTheirInstructionAndResult() throws IOException {
        String contents = "<w:p>" + mark("begin") + "<w:r><w:instrText> TOC \\o \"1-3\" </w:instrText></w:r>"
                + mark("separate") + "<w:hyperlink w:anchor=\"_Toc1\">" + r("Method ") + field("PAGEREF _Toc1 \\h", "3")
                + "</w:hyperlink></w:p><w:p>" + r("Results") + mark("end") + "</w:p>";
        String rest = "<w:p>" + r("Page ") + "<w:fldSimple w:instr=\" PAGE \">" + r("7") + "</w:fldSimple>"
                + mark("begin") + "<w:r><w:instrText>XE \"entry\"</w:instrText></w:r>" + mark("end") + r(" end")
                + "</w:p>";
        Document document = read(PackageFixture.word(contents + rest));
        assertEquals(
                List.of("TOC \\o \"1-3\" = Method 3\nResults", "PAGEREF _Toc1 \\h = 3", "PAGE = 7", "XE \"entry\" = "),
                fields(document));
        assertEquals(
                List.of("paragraph BODY 1: Method 3", "paragraph BODY 2: Results", "paragraph BODY 3: Page 7 end"),
                BlockLines.of(document));
    }

    @Test
    void fieldsInsideAnInstruction_arePartOfItAndNotHiddenText() throws IOException {
        String body = "<w:p>" + mark("begin") + "<w:r><w:instrText> IF </w:instrText></w:r>" + field("PAGE", "2")
                + "<w:r><w:instrText> &gt; 1 \"more\" \"one\" </w:instrText></w:r>" + mark("separate") + r("more")
                + mark("end") + "</w:p>";
        Document document = read(PackageFixture.word(body));
        assertEquals(List.of("IF 2 > 1 \"more\" \"one\" = more", "PAGE = "), fields(document));
        assertEquals(List.of("paragraph BODY 1: more"), BlockLines.of(document));
        assertEquals(List.of(), document.facts(Fact.Hidden.class).toList());
    }

    @Test
    void textInAnInstruction_isHiddenText() throws IOException {
        Document document = read(PackageFixture.word("<w:p>" + r("shown") + mark("begin")
                + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + r("secret") + mark("end") + "</w:p>"));
        assertEquals(List.of("paragraph BODY 1: shown", "paragraph HIDDEN 1: secret"), BlockLines.of(document));
        assertEquals(1, document.facts(Fact.Hidden.class).count());
    }

    @Test
    void buttons_showTheirOwnWords() throws IOException {
        Document document = read(PackageFixture.word("<w:p>" + mark("begin")
                + "<w:r><w:instrText>MACROBUTTON NoMacro [Click here and type]</w:instrText></w:r>" + mark("end")
                + "</w:p>"));
        assertEquals(List.of("paragraph BODY 1: [Click here and type]"), BlockLines.of(document));
    }

    @Test
    void deletedFields_areNoFields() throws IOException {
        Document document = read(PackageFixture.word("<w:p>" + r("stays") + "<w:del w:author=\"A\">" + mark("begin")
                + "<w:r><w:delInstrText>REF gone</w:delInstrText></w:r>" + mark("separate")
                + "<w:r><w:delText>old</w:delText></w:r>" + mark("end") + "</w:del></w:p>"));
        assertEquals(List.of(), document.facts(Fact.Field.class).toList());
        assertEquals(List.of(), document.facts(Fact.InternalLink.class).toList());
        assertEquals(List.of("paragraph BODY 1: stays", "paragraph DELETED 1: old"), BlockLines.of(document));
    }

    @Test
    void referencesInside_areResolvedAgainstAllBookmarks() throws IOException {
        String body =
                "<w:p><w:hyperlink w:anchor=\"Later\">" + r("see") + "</w:hyperlink>" + field("REF later \\h", "x")
                        + field("PAGEREF _Ref9 \\h", "Error!") + field("HYPERLINK \\l \"_top\"", "up")
                        + field("HYPERLINK \"https://example.org/\" \\l \"there\"", "out")
                        + "<w:hyperlink r:id=\"l1\">" + r("fragment") + "</w:hyperlink></w:p>"
                        + field("SET price \"3\"", "").replaceFirst("^", "<w:p>") + field("REF price", "3") + "</w:p>";
        Document document = read(PackageFixture.word(body)
                .external(MAIN, "l1", "hyperlink", "#LATER")
                .relate(MAIN, "f1", "footnotes", "footnotes.xml")
                .element(
                        "word/footnotes.xml",
                        "w:footnotes",
                        "<w:footnote w:id=\"2\"><w:p><w:bookmarkStart w:id=\"9\" w:name=\"Later\"/>" + r("note")
                                + "</w:p></w:footnote>"));
        assertEquals(
                List.of(
                        new Fact.InternalLink("Later", true, at(1)),
                        new Fact.InternalLink("later", true, at(1)),
                        new Fact.InternalLink("_Ref9", false, at(1)),
                        new Fact.InternalLink("_top", true, at(1)),
                        new Fact.InternalLink("LATER", true, at(1)),
                        new Fact.InternalLink("price", true, at(2))),
                document.facts(Fact.InternalLink.class).toList());
        assertEquals(
                List.of(new Fact.ExternalLink(Fact.ExternalLink.Kind.HYPERLINK, "https://example.org/", at(1))),
                document.facts(Fact.ExternalLink.class).toList());
    }

    @Test
    void notes_haveTheNumberTheyAreShownWith() throws IOException {
        String body = "<w:p>" + r("Sales") + reference("footnote", 5) + r(" rose") + reference("endnote", 2)
                + "<w:del w:author=\"A\">" + reference("footnote", 7) + "</w:del>" + reference("footnote", 3)
                + reference("footnote", 9) + "</w:p>";
        Document document = read(PackageFixture.word(body)
                .relate(MAIN, "f1", "footnotes", "footnotes.xml")
                .relate(MAIN, "e1", "endnotes", "endnotes.xml")
                .element(
                        "word/footnotes.xml",
                        "w:footnotes",
                        note("footnote", 3, "third") + note("footnote", 5, "first"))
                .element("word/endnotes.xml", "w:endnotes", note("endnote", 2, "last")));
        assertEquals(
                List.of(
                        "paragraph BODY 1: Sales rose",
                        "paragraph FOOTNOTE 1: 2 third",
                        "paragraph FOOTNOTE 2: 1 first",
                        "paragraph ENDNOTE 1: i last"),
                BlockLines.of(document));
        assertEquals(
                List.of(
                        new Fact.InternalLink("footnote 1", true, at(1)),
                        new Fact.InternalLink("endnote i", true, at(1)),
                        new Fact.InternalLink("footnote 2", true, at(1)),
                        new Fact.InternalLink("footnote 3", false, at(1))),
                document.facts(Fact.InternalLink.class).toList());
    }

    @Test
    void notesOfSections_areNumberedAsTheSectionSays() throws IOException {
        String properties = "<w:pPr><w:sectPr><w:footnotePr><w:numFmt w:val=\"lowerLetter\"/>"
                + "<w:numRestart w:val=\"eachSect\"/></w:footnotePr></w:sectPr></w:pPr>";
        String body = "<w:p>" + properties + r("one") + reference("footnote", 1) + reference("footnote", 2) + "</w:p>"
                + "<w:p>" + r("two") + reference("footnote", 3) + "</w:p>"
                + "<w:sectPr><w:footnotePr><w:numRestart w:val=\"eachSect\"/></w:footnotePr></w:sectPr>";
        Document document = read(PackageFixture.word(body)
                .relate(MAIN, "f1", "footnotes", "footnotes.xml")
                .element(
                        "word/footnotes.xml",
                        "w:footnotes",
                        note("footnote", 1, "x") + note("footnote", 2, "y") + note("footnote", 3, "z")));
        assertEquals(
                List.of("a x", "b y", "1 z"),
                document.layer(Layer.FOOTNOTE).map(document::text).toList());
    }

    @Test
    void captions_haveLabelAndNumberAsShown() throws IOException {
        String styles = "<w:style w:type=\"paragraph\" w:styleId=\"Cap\"><w:name w:val=\"caption\"/></w:style>";
        String body = "<w:p>" + r("Figure ") + field("STYLEREF 1 \\s", "4") + r("-") + field("SEQ Figure \\s 1", "2")
                + r(": Sales") + "</w:p>"
                + p("Cap", "Table A.3. Prices")
                + p("Cap", "Source of all")
                + "<w:p>" + r("(") + field("SEQ Equation", "5") + r(")") + "</w:p>"
                + "<w:p>" + r("Requirement") + field("SEQ Req \\h", "") + r(" none") + "</w:p>"
                + "<w:tbl><w:tr><w:tc><w:p><w:pPr><w:pStyle w:val=\"Cap\"/></w:pPr>" + r("Abb. ")
                + "<w:fldSimple w:instr=\"SEQ Abbildung\">" + r("7") + "</w:fldSimple></w:p></w:tc></w:tr></w:tbl>"
                + p("Tabelle 9: by hand");
        Document document = read(PackageFixture.word(body)
                .relate(MAIN, "s1", "styles", "styles.xml")
                .element("word/styles.xml", "w:styles", styles));
        assertEquals(
                List.of(
                        "Figure|4-2|Figure 4-2: Sales",
                        "Table|A.3|Table A.3. Prices",
                        "||Source of all",
                        "Equation|5|(5)",
                        "Abb.|7|Abb. 7"),
                document.facts(Fact.Caption.class)
                        .map(each -> each.label() + "|" + each.number() + "|" + document.text(each.span()))
                        .toList());
        assertEquals(
                at(6), document.facts(Fact.Caption.class).toList().getLast().place());
    }

    @Test
    void trackedChanges_knowTheTextTheyChanged() throws IOException {
        String body = "<w:p>" + r("It ") + "<w:ins w:author=\"A\" w:date=\"2026-05-06T07:08:09Z\">" + r("really ")
                + "<w:del w:author=\"B\"><w:r><w:delText xml:space=\"preserve\">truly"
                + " </w:delText></w:r></w:del></w:ins><w:del w:author=\"B\"><w:r><w:delText xml:space=\"preserve\">is"
                + " </w:delText></w:r></w:del><w:moveFrom"
                + " w:author=\"C\">" + r("here") + "</w:moveFrom>" + r("rains") + "</w:p>"
                + "<w:p><w:pPr><w:rPr><w:ins w:author=\"A\"/></w:rPr></w:pPr><w:moveTo w:author=\"C\">" + r("here")
                + "</w:moveTo></w:p>";
        Document document = read(PackageFixture.word(body));
        assertEquals(
                List.of(
                        "A INSERTION 2026-05-06T07:08:09Z really",
                        "B DELETION  truly",
                        "B DELETION  is",
                        "C MOVE_FROM  here",
                        "A INSERTION  null",
                        "C MOVE_TO  here"),
                document.facts(Fact.TrackedChange.class)
                        .map(each -> each.author() + " " + each.action() + " " + each.when() + " "
                                + text(document, each.text()))
                        .toList());
        assertEquals(
                List.of(
                        "paragraph BODY 1: It really rains",
                        "paragraph DELETED 1: truly is here",
                        "paragraph BODY 2: here"),
                BlockLines.of(document));
    }

    @Test
    void manyFacts_areBoundedAndThatIsSaid() throws IOException {
        StringBuilder body = new StringBuilder("<w:p>");
        for (int i = 0; i < 50_010; i++) {
            body.append("<w:bookmarkStart w:id=\"")
                    .append(i)
                    .append("\" w:name=\"b")
                    .append(i)
                    .append("\"/>");
        }
        Document document = read(PackageFixture.word(body + r("text") + "</w:p>"));
        assertEquals(50_000, document.facts(Fact.Bookmark.class).count());
        assertEquals(
                "More than 50000 facts of the kind Bookmark.",
                document.gaps().getFirst().detail());
        assertEquals(1, document.gaps().size());
    }

    private static String comment(int id, String author, String date, String paragraphs) {
        return COMMENT.formatted(id, author, date, paragraphs);
    }

    private static String identified(String id, String text) {
        return "<w:p w14:paraId=\"" + id + "\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\">"
                + r(text) + "</w:p>";
    }

    private static PackageFixture commented(String body, String comments) {
        return PackageFixture.word(body)
                .relate(MAIN, "c1", "comments", "comments.xml")
                .element("word/comments.xml", "w:comments", comments);
    }

    private static String reference(String kind, int id) {
        return "<w:r><w:" + kind + "Reference w:id=\"" + id + "\"/></w:r>";
    }

    private static String note(String kind, int id, String text) {
        return "<w:" + kind + " w:id=\"" + id + "\"><w:p><w:r><w:" + kind + "Ref/></w:r>" + r(" " + text) + "</w:p></w:"
                + kind + ">";
    }

    private static List<String> comments(Document document) {
        return document.facts(Fact.Comment.class)
                .map(each -> each.author() + " " + each.when() + (each.resolved() ? " done: " : " open: ")
                        + document.text(each.text()) + " <- " + text(document, each.anchor()) + " at "
                        + each.place().describe())
                .toList();
    }

    private static List<String> bookmarks(Document document) {
        return document.facts(Fact.Bookmark.class)
                .map(each -> each.name() + ": " + document.text(each.span()))
                .toList();
    }

    private static List<String> fields(Document document) {
        return document.facts(Fact.Field.class)
                .map(each -> each.instruction() + " = " + document.text(each.result()))
                .toList();
    }

    private Document read(PackageFixture fixture) throws IOException {
        return WordText.read(folder, fixture);
    }
}
