package dev.assay.extract.word;

import static dev.assay.extract.word.WordText.MAIN;
import static dev.assay.extract.word.WordText.field;
import static dev.assay.extract.word.WordText.item;
import static dev.assay.extract.word.WordText.mark;
import static dev.assay.extract.word.WordText.p;
import static dev.assay.extract.word.WordText.r;

import dev.assay.extract.PackageFixture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// A report that has something of everything, whole enough for other programs to open.
final class WordSpecimen {
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String LEVEL =
            "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>%s<w:lvlText w:val=\"%s\"/>"
                    + "<w:pPr><w:ind w:left=\"851\" w:hanging=\"851\"/></w:pPr></w:lvl>";

    private WordSpecimen() {}

    /// What every program prints alike.
    static PackageFixture printable() {
        return with(printed() + section());
    }

    /// The same, and what prints leave out or mark: tracked changes, hidden text, a picture, a text box.
    static PackageFixture whole() throws IOException {
        return with(printed() + changed() + section())
                .relate(MAIN, "i1", "image", "media/image1.png")
                .bytes("word/media/image1.png", image())
                .relate(MAIN, "c1", "comments", "comments.xml")
                .relate(MAIN, "n4", "endnotes", "endnotes.xml")
                .external(MAIN, "l1", "hyperlink", "https://example.org/method")
                .element(
                        "word/comments.xml",
                        "w:comments",
                        "<w:comment w:id=\"4\" w:author=\"Reviewer\" w:date=\"2026-03-04T05:06:07Z\">"
                                + p("Which base is this?") + "</w:comment>")
                .element(
                        "word/endnotes.xml",
                        "w:endnotes",
                        "<w:endnote w:id=\"3\"><w:p><w:r><w:endnoteRef/></w:r>" + r(" Unweighted.")
                                + "</w:p></w:endnote>")
                .type("word/comments.xml", TYPES + "comments+xml")
                .type("word/endnotes.xml", TYPES + "endnotes+xml");
    }

    private static PackageFixture with(String body) {
        return PackageFixture.word(body)
                .relate(MAIN, "s1", "styles", "styles.xml")
                .relate(MAIN, "n1", "numbering", "numbering.xml")
                .relate(MAIN, "n2", "footnotes", "footnotes.xml")
                .relate(MAIN, "h1", "header", "header1.xml")
                .relate(MAIN, "f1", "footer", "footer1.xml")
                .element("word/styles.xml", "w:styles", styles())
                .element("word/numbering.xml", "w:numbering", numbering())
                .element("word/footnotes.xml", "w:footnotes", footnotes())
                .element("word/header1.xml", "w:hdr", p("Specimen report"))
                .element(
                        "word/footer1.xml",
                        "w:ftr",
                        "<w:p>" + r("Page ") + "<w:fldSimple w:instr=\" PAGE \">" + r("1") + "</w:fldSimple></w:p>")
                .type(MAIN, TYPES + "document.main+xml")
                .type("word/styles.xml", TYPES + "styles+xml")
                .type("word/numbering.xml", TYPES + "numbering+xml")
                .type("word/footnotes.xml", TYPES + "footnotes+xml")
                .type("word/header1.xml", TYPES + "header+xml")
                .type("word/footer1.xml", TYPES + "footer+xml");
    }

    private static String printed() {
        return p("Title", "Specimen of a report")
                + "<w:p>" + mark("begin") + "<w:r><w:instrText> TOC \\o \"1-2\" </w:instrText></w:r>" + mark("separate")
                + entry("_Toc1", "1 Method", "1") + "</w:p><w:p>" + entry("_Toc2", "1.1 Sample", "1") + mark("end")
                + "</w:p>"
                + heading("H1", 1, "_Toc1", "Method")
                + p("The tracker interviews adults in Britain who bought a soft drink in the past four weeks.")
                + heading("H2", 2, "_Toc2", "Sample")
                + "<w:p>" + r("Quotas were set by region, age and sex") + footnote(2)
                + r(" and filled in eleven days. See Table ") + field("REF _Ref1 \\h", "1") + r(" for the base.")
                + "</w:p>"
                + "<w:p><w:pPr><w:pStyle w:val=\"Cap\"/></w:pPr>" + r("Table ")
                + "<w:bookmarkStart w:id=\"3\" w:name=\"_Ref1\"/>" + field("SEQ Table \\* ARABIC", "1")
                + "<w:bookmarkEnd w:id=\"3\"/>" + r(". Achieved sample by region") + "</w:p>" + table()
                + p("H2", "Weighting")
                + p("Weights correct for region alone:")
                + item(2, 0, "North and Scotland") + item(2, 0, "Midlands and Wales") + item(2, 1, "without Cardiff")
                + item(2, 1, "with Swansea") + item(2, 0, "London and South")
                + item(3, 0, "first remark") + item(3, 0, "second remark")
                + p("Interviews were made by telephone in the evening and at weekends. Each number was called up to six"
                        + " times before another took its place. Interviewers worked from one script in English and in"
                        + " Welsh, and one interview in ten was listened to by a supervisor.")
                + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
                + p("H1", "Results")
                + p("H2", "Sales")
                + "<w:p>" + r("Sales rose by 3.4 per cent") + footnote(4) + r(" on the year before; the margin is")
                + r(" half a point at most. Most of the growth came from the new bottle, which two thirds of all")
                + r(" buyers had seen and one third had bought. In Scotland, where it was launched last, sales rose")
                + r(" least; in London, where it was first, they rose most. The price had no effect that could be")
                + r(" measured: buyers who paid more bought as often as before.") + "</w:p>"
                + "<w:p>" + r("It is ") + "<w:sdt><w:sdtPr><w:alias w:val=\"Answer\"/><w:text/></w:sdtPr><w:sdtContent>"
                + r("certain") + "</w:sdtContent></w:sdt>" + r(" that the growth is real.") + "</w:p>";
    }

    private static String changed() {
        return "<w:p>" + r("The margin is ") + "<m:oMath><m:r><m:t>0.5</m:t></m:r></m:oMath></w:p><w:p>"
                + r("The launch ") + "<w:commentRangeStart w:id=\"4\"/><w:del w:author=\"Editor\""
                + " w:date=\"2026-02-03T04:05:06Z\"><w:r><w:delText xml:space=\"preserve\">failed"
                + " </w:delText></w:r></w:del><w:ins w:author=\"Editor\""
                + " w:date=\"2026-02-03T04:05:06Z\">"
                + r("went well ")
                + "</w:ins>" + r("in May")
                + "<w:commentRangeEnd w:id=\"4\"/><w:r><w:commentReference w:id=\"4\"/></w:r>"
                + "<w:r><w:endnoteReference w:id=\"3\"/></w:r>" + r(".") + r("<w:vanish/>", "Do not tell the client.")
                + "<w:hyperlink r:id=\"l1\">" + r(" More")
                + "</w:hyperlink></w:p><w:p><w:r><w:drawing><wp:inline><wp:extent"
                + " cx=\"914400\" cy=\"457200\"/><wp:docPr id=\"1\""
                + " name=\"P\" descr=\"Sales by"
                + " month\"/><a:graphic><a:graphicData"
                + " uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr"
                + " id=\"2\""
                + " name=\"a\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip"
                + " r:embed=\"i1\"/></pic:blipFill><pic:spPr><a:xfrm><a:off"
                + " x=\"0\" y=\"0\"/><a:ext cx=\"914400\""
                + " cy=\"457200\"/></a:xfrm></pic:spPr>"
                + "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p><w:p><w:r><w:pict><v:shape"
                + " style=\"width:100pt;height:40pt\"><v:textbox><w:txbxContent>"
                + p("In a box")
                + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
    }

    private static String section() {
        return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h1\"/><w:footerReference w:type=\"default\""
                + " r:id=\"f1\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1440\""
                + " w:bottom=\"1440\" w:left=\"1440\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>";
    }

    private static String entry(String bookmark, String text, String page) {
        return "<w:hyperlink w:anchor=\"" + bookmark + "\">" + r(text) + "<w:r><w:tab/></w:r>"
                + field("PAGEREF " + bookmark + " \\h", page) + "</w:hyperlink>";
    }

    private static String heading(String style, int id, String bookmark, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:bookmarkStart w:id=\"" + id + "\" w:name=\""
                + bookmark + "\"/>" + r(text) + "<w:bookmarkEnd w:id=\"" + id + "\"/></w:p>";
    }

    private static String footnote(int id) {
        return "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"" + id
                + "\"/></w:r>";
    }

    private static String table() {
        String border = "<w:%1$s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>";
        String borders = "<w:tblBorders>" + border.formatted("top") + border.formatted("left")
                + border.formatted("bottom") + border.formatted("right") + border.formatted("insideH")
                + border.formatted("insideV") + "</w:tblBorders>";
        return "<w:tbl><w:tblPr><w:tblW w:w=\"7500\" w:type=\"dxa\"/>" + borders + "</w:tblPr><w:tblGrid>"
                + "<w:gridCol w:w=\"2500\"/><w:gridCol w:w=\"2500\"/><w:gridCol w:w=\"2500\"/></w:tblGrid>"
                + row(cell("<w:vMerge w:val=\"restart\"/>", "Region"), cell("<w:gridSpan w:val=\"2\"/>", "Interviews"))
                + row(cell("<w:vMerge/>", ""), cell("", "Planned"), cell("", "Achieved"))
                + row(cell("", "North"), cell("", "400"), cell("", "402"))
                + row(cell("", "South"), cell("", "600"), cell("", "598")) + "</w:tbl>";
    }

    private static String row(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    private static String cell(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
    }

    private static String styles() {
        return "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Liberation Sans\" w:hAnsi=\"Liberation Sans\"/>"
                + "<w:sz w:val=\"22\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                + style("Normal", "Normal", "", " w:default=\"1\"")
                + style("Title", "Title", "<w:rPr><w:sz w:val=\"40\"/></w:rPr>", "")
                + style("Cap", "caption", "", "")
                + style("H1", "heading 1", numbered(0) + "<w:rPr><w:b/><w:sz w:val=\"30\"/></w:rPr>", "")
                + style("H2", "heading 2", numbered(1) + "<w:rPr><w:b/><w:sz w:val=\"26\"/></w:rPr>", "");
    }

    private static String numbered(int level) {
        return "<w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>";
    }

    private static String style(String id, String name, String properties, String attributes) {
        return "<w:style w:type=\"paragraph\"" + attributes + " w:styleId=\"" + id + "\"><w:name w:val=\"" + name
                + "\"/>" + properties + "</w:style>";
    }

    private static String numbering() {
        String outline = LEVEL.formatted(0, "decimal", "<w:pStyle w:val=\"H1\"/>", "%1")
                + LEVEL.formatted(1, "decimal", "<w:pStyle w:val=\"H2\"/>", "%1.%2");
        String steps = LEVEL.formatted(0, "lowerLetter", "", "%1)") + LEVEL.formatted(1, "upperRoman", "", "%2.");
        return definition(0, outline)
                + definition(1, steps)
                + definition(2, LEVEL.formatted(0, "bullet", "", "\u2022"))
                + list(1, 0)
                + list(2, 1)
                + list(3, 2);
    }

    private static String definition(int id, String levels) {
        return "<w:abstractNum w:abstractNumId=\"" + id + "\"><w:multiLevelType w:val=\"multilevel\"/>" + levels
                + "</w:abstractNum>";
    }

    private static String list(int id, int definition) {
        return "<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + definition + "\"/></w:num>";
    }

    private static String footnotes() {
        return "<w:footnote w:type=\"separator\""
                + " w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote"
                + " w:type=\"continuationSeparator\" w:id=\"1\"><w:p><w:r><w:continuationSeparator/></w:r></w:p>"
                + "</w:footnote>" + note(2, "Office for National Statistics, 2024.") + note(4, "Base: 1,000 adults.");
    }

    private static String note(int id, String text) {
        return "<w:footnote w:id=\"" + id + "\"><w:p><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>"
                + "<w:footnoteRef/></w:r>" + r(" " + text) + "</w:p></w:footnote>";
    }

    private static byte[] image() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 150, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
