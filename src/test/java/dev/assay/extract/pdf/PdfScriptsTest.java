package dev.assay.extract.pdf;

import static dev.assay.extract.pdf.Paper.PLAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.extract.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From codes and places on paper to letters in reading order.
final class PdfScriptsTest {
    @TempDir
    Path folder;

    @Test
    void rightToLeftText_isReadFromTheRight_andItsLigaturesNumbersAndBracketsStay() throws IOException {
        try (Paper paper = new Paper()) {
            PDPage page = paper.page().lastPage();
            // Seen from left to right: ( 1 7 ) meem lam-alef seen, the brackets mapped as they look.
            COSDictionary font = drawn(paper, List.of("0028", "0031", "0037", "0029", "0645", "06440627", "0633"));
            content(paper, page, font, """
                BT /F 0.1 Tf 1 0 0 1 72 700 Tm [<01020304> -60000 <050607>] TJ ET
                """);
            assertEquals("سلام (17)", read(paper).text());
        }
    }

    @Test
    void verticalText_isReadDown_andColumnsFromTheRight() throws IOException {
        try (Paper paper = new Paper()) {
            PDPage page = paper.page().lastPage();
            COSDictionary font = japanese("UniJIS-UTF16-V");
            content(paper, page, font, """
                BT /F 12 Tf 1 0 0 1 300 700 Tm <65E5672C8A9E> Tj ET
                BT /F 12 Tf 1 0 0 1 280 700 Tm <6587732E> Tj ET
                """);
            assertEquals("日本語文献", read(paper).text());
        }
    }

    private static COSDictionary japanese(String encoding) {
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Japan1");
        system.setInt(COSName.SUPPLEMENT, 2);
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        descendant.setName(COSName.BASE_FONT, "HeiseiMin-W3");
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        COSArray descendants = new COSArray();
        descendants.add(descendant);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "HeiseiMin-W3");
        font.setName(COSName.ENCODING, encoding);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }

    @Test
    void drawnFont_hasTheSizeItIsShownIn_andLettersByItsMap() throws IOException {
        try (Paper paper = new Paper()) {
            PDPage page = paper.page().lastPage();
            COSDictionary font = drawn(paper, List.of("0041", "00660069", "006E"));
            content(paper, page, font, """
                BT /F 0.1 Tf 1 0 0 1 72 700 Tm <010203> Tj ET
                BT /F 0.1 Tf 1 0 0 1 72 680 Tm <0203> Tj ET
                """);
            Document document = read(paper);

            assertEquals("Afin fin", document.text());
            assertEquals(
                    List.of(new Fact.Font("unnamed", true, true)),
                    document.facts(Fact.Font.class).toList());
        }
    }

    /// A font of filled squares, 100 units large, one for each text.
    private static COSDictionary drawn(Paper paper, List<String> unicode) throws IOException {
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE3);
        font.setItem(COSName.FONT_BBOX, numbers(0, -20, 100, 80));
        font.setItem(COSName.FONT_MATRIX, numbers(1, 0, 0, 1, 0, 0));
        font.setInt(COSName.FIRST_CHAR, 1);
        font.setInt(COSName.LAST_CHAR, unicode.size());
        COSDictionary procedures = new COSDictionary();
        COSArray widths = new COSArray();
        COSArray differences = new COSArray();
        differences.add(COSInteger.get(1));
        StringBuilder map = new StringBuilder("1 begincodespacerange <00> <FF> endcodespacerange\n");
        for (int i = 1; i <= unicode.size(); i++) {
            procedures.setItem(COSName.getPDFName("g" + i), stream(paper, "100 0 0 0 100 80 d1 0 0 90 80 re f"));
            widths.add(COSInteger.get(100));
            differences.add(COSName.getPDFName("g" + i));
            map.append("1 beginbfchar <").append(String.format("%02X", i)).append("> <");
            map.append(unicode.get(i - 1)).append("> endbfchar\n");
        }
        COSDictionary encoding = new COSDictionary();
        encoding.setItem(COSName.DIFFERENCES, differences);
        font.setItem(COSName.ENCODING, encoding);
        font.setItem(COSName.CHAR_PROCS, procedures);
        font.setItem(COSName.WIDTHS, widths);
        font.setItem(
                COSName.TO_UNICODE,
                stream(paper, "/CIDInit /ProcSet findresource begin begincmap\n" + map + "endcmap end"));
        return font;
    }

    private static COSArray numbers(int... numbers) {
        COSArray array = new COSArray();
        for (int number : numbers) {
            array.add(COSInteger.get(number));
        }
        return array;
    }

    private static COSStream stream(Paper paper, String content) throws IOException {
        COSStream stream = paper.document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private static void content(Paper paper, PDPage page, COSDictionary font, String content) throws IOException {
        paper.bytes();
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F"), font);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        page.getCOSObject().setItem(COSName.RESOURCES, resources);
        page.getCOSObject().setItem(COSName.CONTENTS, stream(paper, content));
    }

    @Test
    void textThatMarksStandFor_isReadInTheirPlace() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(PLAIN, 11, 72, 100, "The");
            actual(paper, "office", 96, "0ff!ce");
            paper.text(PLAIN, 11, 132, 100, "is open");

            assertEquals("The office is open", read(paper).text());
        }
    }

    private static void actual(Paper paper, String text, float left, String glyphs) throws IOException {
        COSDictionary properties = new COSDictionary();
        properties.setString(COSName.ACTUAL_TEXT, text);
        paper.content().beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(properties));
        paper.text(PLAIN, 11, left, 100, glyphs);
        paper.content().endMarkedContent();
    }

    @Test
    void accentDrawnOverALetter_joinsIt_andBoldByPrintingTwiceCountsOnce() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(PLAIN, 11, 72, 100, "Cafe").text(PLAIN, 11, 89.5f, 100, "\u00B4");
            paper.text(PLAIN, 11, 72, 140, "Twice").text(PLAIN, 11, 72.3f, 140, "Twice");
            paper.text(PLAIN, 11, 72, 180, "book keeper aa");

            assertEquals("Caf\u00E9\nTwice\nbook keeper aa", read(paper).text());
        }
    }

    private Document read(Paper paper) throws IOException {
        return Reading.document(folder, paper.bytes(), "test.pdf");
    }
}
