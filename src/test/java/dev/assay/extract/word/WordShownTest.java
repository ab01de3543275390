package dev.assay.extract.word;

import static dev.assay.extract.word.WordText.MAIN;
import static dev.assay.extract.word.WordText.at;
import static dev.assay.extract.word.WordText.field;
import static dev.assay.extract.word.WordText.item;
import static dev.assay.extract.word.WordText.mark;
import static dev.assay.extract.word.WordText.p;
import static dev.assay.extract.word.WordText.r;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.extract.BlockLines;
import dev.assay.extract.PackageFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The text is what the page shows, with all changes accepted.
final class WordShownTest {
    @TempDir
    Path folder;

    @Test
    void paragraphsWhoseEndWasDeleted_areOneWithTheNext() throws IOException {
        String deletedEnd = "<w:p><w:pPr><w:rPr><w:del w:author=\"A\"/></w:rPr></w:pPr>%s</w:p>";
        assertLines(
                deletedEnd.formatted(r("The sales ")) + deletedEnd.formatted(r("of May "))
                        + "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" + r("rose") + "</w:p>"
                        + deletedEnd.formatted("<w:del w:author=\"A\"><w:r><w:delText>gone</w:delText></w:r></w:del>")
                        + p("next") + deletedEnd.formatted(r("last")),
                "heading1 BODY 3: The sales of May rose",
                "paragraph DELETED 4/The sales of May rose: gone",
                "paragraph BODY 5/The sales of May rose: next",
                "paragraph BODY 6/The sales of May rose: last");
    }

    @Test
    void endsDeletedInCells_endWithTheCell() throws IOException {
        String deletedEnd = "<w:p><w:pPr><w:rPr><w:moveFrom w:author=\"A\"/></w:rPr></w:pPr>" + r("a") + "</w:p>";
        assertLines(
                "<w:tbl><w:tr><w:tc>" + deletedEnd + "</w:tc><w:tc>" + deletedEnd + p("b") + "</w:tc></w:tr></w:tbl>",
                "table BODY 1: ",
                "| 0,0 a | 0,1 ab |");
    }

    @Test
    void largeFirstLetters_areOneWithTheirWord() throws IOException {
        assertLines(
                "<w:p><w:pPr><w:framePr w:dropCap=\"drop\" w:lines=\"3\"/></w:pPr>" + r("O") + "</w:p>"
                        + p("nce upon a time"),
                "paragraph BODY 2: Once upon a time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f> ~ 1/2",
                "<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den></m:f> ~ (a+b)/c",
                "<m:f><m:fPr><m:type m:val='noBar'/></m:fPr><m:num><m:r><m:t>n</m:t></m:r></m:num><m:den><m:r><m:t>k"
                        + "</m:t></m:r></m:den></m:f> ~ n ¦ k",
                "<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup> ~ 10^6",
                "<m:sSubSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sub><m:r><m:t>i</m:t></m:r></m:sub><m:sup><m:r>"
                        + "<m:t>-1</m:t></m:r></m:sup></m:sSubSup> ~ x_i^(-1)",
                "<m:rad><m:deg/><m:e><m:r><m:t>x+1</m:t></m:r></m:e></m:rad> ~ √(x+1)",
                "<m:rad><m:deg><m:r><m:t>3</m:t></m:r></m:deg><m:e><m:r><m:t>x</m:t></m:r></m:e></m:rad> ~ 3√x",
                "<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub><m:sup><m:r>"
                        + "<m:t>n</m:t></m:r></m:sup><m:e><m:r><m:t>i</m:t></m:r></m:e></m:nary> ~ ∑_(i=1)^n i",
                "<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=')'/></m:dPr><m:e><m:r><m:t>0</m:t></m:r></m:e><m:e>"
                        + "<m:r><m:t>1</m:t></m:r></m:e></m:d> ~ [0|1)",
                "<m:func><m:fName><m:r><m:t>sin</m:t></m:r></m:fName><m:e><m:r><m:t>x</m:t></m:r></m:e></m:func> ~ sin"
                        + " x",
                "<m:m><m:mr><m:e><m:r><m:t>a</m:t></m:r></m:e><m:e><m:r><m:t>b</m:t></m:r></m:e></m:mr><m:mr><m:e><m:r>"
                        + "<m:t>c</m:t></m:r></m:e></m:mr></m:m> ~ a b; c",
                "<m:acc><m:e><m:r><m:t>x</m:t></m:r></m:e></m:acc> ~ x\u0302",
                "<m:limLow><m:e><m:r><m:t>lim</m:t></m:r></m:e><m:lim><m:r><m:t>n</m:t></m:r></m:lim></m:limLow> ~"
                        + " lim_n",
                "<m:phant><m:phantPr><m:show m:val='0'/></m:phantPr><m:e><m:r><m:t>x</m:t></m:r></m:e></m:phant>"
                        + "<m:r><m:t>y</m:t></m:r> ~ y"
            })
    void formulas_areTypedInOneLine(String formula, String shown) throws IOException {
        assertLines(
                "<w:p><m:oMathPara><m:oMath>" + formula + "</m:oMath></m:oMathPara></w:p>",
                "paragraph BODY 1: " + shown);
    }

    @Test
    void changesInFormulas_areApart() throws IOException {
        assertLines(
                "<w:p><m:oMath><m:r><m:t>a</m:t></m:r><w:del w:author=\"A\"><m:r><m:t>b</m:t></m:r></w:del>"
                        + "<w:ins w:author=\"A\"><m:r><m:t>c</m:t></m:r></w:ins></m:oMath></w:p>",
                "paragraph BODY 1: ac",
                "paragraph DELETED 1: b");
    }

    @Test
    void textOfAllScripts_keepsTheOrderItIsReadIn() throws IOException {
        Document document = read(PackageFixture.word("<w:p><w:pPr><w:bidi/></w:pPr>"
                + r("<w:rFonts w:ascii=\"Arial\" w:cs=\"David\"/><w:rtl/>", "שלום ")
                + "<w:dir w:val=\"rtl\"><w:bdo w:val=\"rtl\">" + r("12 ") + "</w:bdo></w:dir>"
                + "<w:smartTag w:element=\"place\"><w:smartTagPr/>" + r("Leeds") + "</w:smartTag>"
                + "<w:customXml><w:customXmlPr/>" + r(" end") + "</w:customXml></w:p><w:p><w:r><w:ruby><w:rubyPr/>"
                + "<w:rt>" + r("かんじ") + "</w:rt><w:rubyBase>"
                + r("<w:rFonts w:ascii=\"Arial\" w:eastAsia=\"Mincho\"/>", "漢字")
                + "</w:rubyBase></w:ruby></w:r></w:p>"));
        assertEquals(
                List.of("paragraph BODY 1: שלום 12 Leeds end", "paragraph BODY 2: 漢字(かんじ)"), BlockLines.of(document));
        assertEquals(
                List.of("David", "Mincho"),
                document.facts(Fact.Font.class).map(Fact.Font::name).toList());
    }

    @Test
    void formFieldsAndContentControls_areToldWithWhatIsFilledIn() throws IOException {
        String controls = control("<w:alias w:val=\"Client\"/><w:tag w:val=\"t\"/><w:text/>", r("Harrowgate"))
                + control("<w:tag w:val=\"When\"/><w:showingPlcHdr/><w:date/>", r("Click to enter a date."))
                + control(
                        "<w14:checkbox xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\">"
                                + "<w14:checked w14:val=\"1\"/></w14:checkbox>",
                        r("\u2612"))
                + control("<w:dropDownList/>", r("Yes"))
                + control("<w:docPartObj/>", r("."));
        String legacy = mark("begin")
                        .replace(
                                "/></w:r>",
                                "><w:ffData><w:name w:val=\"Agree\"/><w:checkBox><w:default"
                                        + " w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>")
                + "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>" + mark("end")
                + mark("begin")
                        .replace(
                                "/></w:r>",
                                "><w:ffData><w:name w:val=\"Size\"/><w:ddList><w:result w:val=\"1\"/><w:listEntry"
                                        + " w:val=\"small\"/><w:listEntry w:val=\"large\"/></w:ddList></w:ffData>"
                                        + "</w:fldChar></w:r>")
                + "<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>" + mark("end")
                + field("FORMTEXT", "filled")
                        .replaceFirst(
                                "/></w:r>",
                                "><w:ffData><w:name w:val=\"Free\"/><w:textInput/></w:ffData></w:fldChar></w:r>");
        String block = "<w:sdt><w:sdtPr><w:alias w:val=\"Block\"/><w:text/></w:sdtPr><w:sdtContent>" + p("one")
                + p("two") + "</w:sdtContent></w:sdt>";
        String cell = "<w:tbl><w:tr><w:sdt><w:sdtPr><w:alias w:val=\"Cell\"/><w:text/></w:sdtPr><w:sdtContent><w:tc>"
                + p("in cell") + "</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>";
        Document document =
                read(PackageFixture.word("<w:p>" + controls + "</w:p><w:p>" + legacy + "</w:p>" + block + cell));
        assertEquals(
                List.of(
                        new Fact.FormField("Client", "text", "Harrowgate", at(1)),
                        new Fact.FormField("When", "date", "", at(1)),
                        new Fact.FormField("", "check box", "checked", at(1)),
                        new Fact.FormField("", "choice", "Yes", at(1)),
                        new Fact.FormField("Agree", "check box", "checked", at(2)),
                        new Fact.FormField("Size", "choice", "large", at(2)),
                        new Fact.FormField("Free", "text", "filled", at(2)),
                        new Fact.FormField("Block", "text", "one two", at(3)),
                        new Fact.FormField("Cell", "text", "in cell", at(5))),
                document.facts(Fact.FormField.class).toList());
        assertEquals(
                List.of(
                        "paragraph BODY 1: HarrowgateClick to enter a date.\u2612Yes.",
                        "paragraph BODY 2: \u2612largefilled",
                        "paragraph BODY 3: one",
                        "paragraph BODY 4: two",
                        "table BODY 5: ",
                        "| 0,0 in cell |"),
                BlockLines.of(document));
    }

    @Test
    void buildingBlocks_areMetadata() throws IOException {
        Document document = read(PackageFixture.word(p("shown"))
                .relate(MAIN, "g1", "glossaryDocument", "glossary/document.xml")
                .element(
                        "word/glossary/document.xml",
                        "w:glossaryDocument",
                        "<w:docParts><w:docPart><w:docPartPr><w:name w:val=\"n\"/></w:docPartPr><w:docPartBody>"
                                + p("kept for later") + "</w:docPartBody></w:docPart></w:docParts>"));
        assertEquals(
                List.of("paragraph BODY 1: shown", "paragraph METADATA part glossary, paragraph 1: kept for later"),
                BlockLines.of(document));
    }

    @Test
    void stylesAndPages_areTold() throws IOException {
        String landscape = "<w:p><w:pPr><w:pStyle w:val=\"h1\"/><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\"/>"
                + "<w:pgMar w:top=\"1440\" w:right=\"720\" w:bottom=\"-1440\" w:left=\"720\"/><w:cols w:num=\"2\"/>"
                + "</w:sectPr></w:pPr>" + r("Method") + "</w:p>";
        String strict = "<w:sectPr><w:pgSz w:w=\"210mm\" w:h=\"29.7cm\"/></w:sectPr>";
        Document document = read(PackageFixture.word(
                        landscape + p("a") + "<w:tbl><w:tblPr><w:tblStyle w:val=\"grid\"/></w:tblPr><w:tr><w:tc>"
                                + p("b") + "</w:tc></w:tr></w:tbl>" + strict)
                .relate(MAIN, "s1", "styles", "styles.xml")
                .element("word/styles.xml", "w:styles", """
                    <w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/></w:style>
                    <w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/></w:style>
                    <w:style w:type="table" w:styleId="grid"><w:name w:val="Table Grid"/></w:style>
                    <w:style w:type="paragraph" w:styleId="u"><w:name w:val="Unused"/></w:style>
                    """));
        assertEquals(
                List.of(new Fact.Style("heading 1", 1), new Fact.Style("Normal", 2), new Fact.Style("Table Grid", 1)),
                document.facts(Fact.Style.class).toList());
        List<Fact.PageSetup> setups = document.facts(Fact.PageSetup.class).toList();
        assertEquals(
                new Fact.PageSetup(841.9, 595.3, new Fact.PageSetup.Margins(72, 36, -72, 36), 2, at(1)),
                setups.getFirst());
        assertEquals(at(2, "Method"), setups.getLast().from());
        assertEquals(
                "595.3 by 841.9",
                "%.1f by %.1f"
                        .formatted(setups.getLast().width(), setups.getLast().height()));
    }

    @Test
    void settings_areProperties() throws IOException {
        Document document = read(PackageFixture.word(p("x"))
                .relate(MAIN, "t1", "settings", "settings.xml")
                .element(
                        "word/settings.xml",
                        "w:settings",
                        "<w:trackRevisions/><w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\"/><w:docVars>"
                                + "<w:docVar w:name=\"Client\" w:val=\"Harrowgate\"/></w:docVars>"));
        assertEquals(
                List.of(
                        new Fact.Property("trackRevisions", "on"),
                        new Fact.Property("documentProtection", "readOnly"),
                        new Fact.Property("variable:Client", "Harrowgate")),
                document.facts(Fact.Property.class).toList());
    }

    @Test
    void listEntriesWithoutTheirDefinition_haveNoNumber() throws IOException {
        assertLines(item(8, 2, "entry"), "item3 BODY 1: entry");
    }

    private static String control(String properties, String content) {
        return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
    }

    private void assertLines(String body, String... lines) throws IOException {
        assertEquals(List.of(lines), BlockLines.of(read(PackageFixture.word(body))));
    }

    private Document read(PackageFixture fixture) throws IOException {
        return WordText.read(folder, fixture);
    }
}
