package dev.assay.extract.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.BlockLines;
import dev.assay.extract.PackageFixture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WordFactsTest {
    private static final String MAIN = "word/document.xml";
    private static final Place FIRST = new Place.Paragraph(1, List.of());

    @TempDir
    Path folder;

    @Test
    void images_haveTheSizeOfTheirHeaderAndTheirDescription() throws IOException {
        for (String format : List.of("png", "jpg", "gif", "bmp")) {
            Document document = read(PackageFixture.word(picture("A bar chart", "i1"))
                    .relate(MAIN, "i1", "image", "media/image1." + format)
                    .bytes("word/media/image1." + format, image(format, 30, 20)));
            assertEquals(List.of("paragraph ALT_TEXT 1: A bar chart"), BlockLines.of(document));
            assertEquals(
                    List.of(new Fact.Image("image1." + format, 30, 20, 72, 36, "A bar chart", FIRST)),
                    document.facts(Fact.Image.class).toList());
        }
    }

    @Test
    void imageWithoutReadableHeader_hasTheSizeItIsDrawnAt() throws IOException {
        Document document = read(PackageFixture.word(picture("", "i1"))
                .relate(MAIN, "i1", "image", "media/image1.emf")
                .bytes("word/media/image1.emf", new byte[100]));
        assertEquals(
                List.of(new Fact.Image("image1.emf", 96, 48, 72, 36, null, FIRST)),
                document.facts(Fact.Image.class).toList());
    }

    @Test
    void decorativeImages_haveAnEmptyDescription() throws IOException {
        String decorative = picture("", "i1")
                .replace(
                        "<wp:docPr id=\"1\" name=\"P\" descr=\"\"/>",
                        "<wp:docPr id=\"1\" name=\"P\"><a:extLst><a:ext uri=\"u\"><d:decorative"
                                + " xmlns:d=\"http://schemas.microsoft.com/office/drawing/2017/decorative\""
                                + " val=\"1\"/></a:ext></a:extLst></wp:docPr>");
        Document document = read(PackageFixture.word(decorative)
                .relate(MAIN, "i1", "image", "media/image1.png")
                .bytes("word/media/image1.png", image("png", 30, 20)));
        assertEquals(
                List.of(new Fact.Image("image1.png", 30, 20, 72, 36, "", FIRST)),
                document.facts(Fact.Image.class).toList());
    }

    @Test
    void imagesOfAGroup_haveTheirOwnSizeInIt() throws IOException {
        String one = "<pic:pic><pic:nvPicPr><pic:cNvPr id=\"2\" name=\"a\" descr=\"%s\"/></pic:nvPicPr><pic:blipFill>"
                + "<a:blip r:embed=\"i1\"/></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%d\""
                + " cy=\"%d\"/></a:xfrm></pic:spPr></pic:pic>";
        String group = "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"914400\" cy=\"457200\"/><wp:docPr id=\"1\""
                + " name=\"G\" descr=\"all\"/><a:graphic><a:graphicData><g:wgp"
                + " xmlns:g=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\"><g:grpSpPr><a:xfrm>"
                + "<a:ext cx=\"914400\" cy=\"457200\"/><a:chExt cx=\"200\" cy=\"100\"/></a:xfrm></g:grpSpPr>"
                + one.formatted("left", 100, 100)
                + "<g:grpSp><g:grpSpPr><a:xfrm><a:ext cx=\"100\" cy=\"100\"/><a:chExt cx=\"10\" cy=\"10\"/></a:xfrm>"
                + "</g:grpSpPr>" + one.formatted("", 5, 5)
                + "</g:grpSp></g:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
        Document document = read(PackageFixture.word(group)
                .relate(MAIN, "i1", "image", "media/image1.png")
                .bytes("word/media/image1.png", image("png", 72, 72)));
        assertEquals(
                List.of(
                        new Fact.Image("image1.png", 72, 72, 36, 36, "left", FIRST),
                        new Fact.Image("image1.png", 72, 72, 18, 18, "all", FIRST)),
                document.facts(Fact.Image.class).toList());
        assertEquals(
                List.of(144.0, 288.0),
                document.facts(Fact.Image.class).map(Fact.Image::resolution).toList());
    }

    @Test
    void imagesOfTheOlderKind_haveTheSizeOfTheirShape() throws IOException {
        Document document = read(PackageFixture.word("<w:p><w:r><w:pict><v:shape style=\"position:absolute;width:144pt;"
                        + "height:1in\" alt=\"A map\"><v:imagedata r:id=\"i1\"/></v:shape></w:pict></w:r></w:p>")
                .relate(MAIN, "i1", "image", "media/image1.png")
                .bytes("word/media/image1.png", image("png", 30, 20)));
        assertEquals(
                List.of(new Fact.Image("image1.png", 30, 20, 144, 72, "A map", FIRST)),
                document.facts(Fact.Image.class).toList());
    }

    @Test
    void documentOfPicturesOnly_isAGap() throws IOException {
        Document document = read(PackageFixture.word(picture("a scan", "i1"))
                .relate(MAIN, "i1", "image", "media/image1.png")
                .bytes("word/media/image1.png", image("png", 30, 20)));
        assertEquals(
                List.of(new Gap(Gap.Reason.NO_TEXT, new Place.Whole(), "The document shows images and holds no text.")),
                document.gaps());
    }

    @Test
    void nestingWithoutEnd_isAGap() throws IOException {
        Document document = read(PackageFixture.word("<w:p><w:r><w:t>one</w:t></w:r></w:p>"
                + "<w:sdt><w:sdtContent>".repeat(5000) + "</w:sdtContent></w:sdt>".repeat(5000)));
        assertEquals(List.of("paragraph BODY 1: one"), BlockLines.of(document));
        assertEquals(Gap.Reason.DAMAGED, document.gaps().getFirst().reason());
    }

    @Test
    void deepTables_areReadToTheLimit() throws IOException {
        String open = "<w:tbl><w:tr><w:tc>";
        String close = "<w:p/></w:tc></w:tr></w:tbl>";
        Document document = read(
                PackageFixture.word(open.repeat(120) + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>" + close.repeat(120)));
        assertEquals(List.of("table BODY 1: ", "| 0,0 deep |"), BlockLines.of(document));
        assertEquals(List.of(), document.gaps());
    }

    @Test
    void otherMainPart_isAGap() throws IOException {
        Document document = read(PackageFixture.word("").xml(MAIN, "<html><p>text</p></html>"));
        assertEquals(
                "The main part is not what the file's type says: it has no w:document.",
                document.gaps().getFirst().detail());
    }

    @Test
    void missingImage_isAGap() throws IOException {
        Document document = read(PackageFixture.word(picture("", "i1")).relate(MAIN, "i1", "image", "media/none.png"));
        assertEquals(
                List.of(new Gap(Gap.Reason.DAMAGED, FIRST, "The part word/media/none.png is missing.")),
                document.gaps());
    }

    @Test
    void targetsOutside_areTold() throws IOException {
        Document document =
                read(PackageFixture.word("<w:p><w:hyperlink r:id=\"l1\"><w:r><w:t>site</w:t></w:r></w:hyperlink></w:p>")
                        .external(MAIN, "l1", "hyperlink", "https://example.org/x")
                        .external(MAIN, "l2", "frame", "https://example.org/unused")
                        .relate(MAIN, "s1", "settings", "settings.xml")
                        .element("word/settings.xml", "w:settings", "<w:attachedTemplate r:id=\"t1\"/>")
                        .external("word/settings.xml", "t1", "attachedTemplate", "http://example.org/evil.dotm"));
        assertEquals(
                List.of(
                        new Fact.ExternalLink(Fact.ExternalLink.Kind.HYPERLINK, "https://example.org/x", FIRST),
                        new Fact.ExternalLink(
                                Fact.ExternalLink.Kind.MEDIA, "https://example.org/unused", new Place.Whole()),
                        new Fact.ExternalLink(
                                Fact.ExternalLink.Kind.TEMPLATE, "http://example.org/evil.dotm", new Place.Whole())),
                document.facts(Fact.ExternalLink.class).toList());
    }

    @Test
    void macrosAndObjects_areTold() throws IOException {
        Document document = read(PackageFixture.word("<w:p><w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.8\""
                        + " r:id=\"o1\"/></w:object></w:r></w:p>")
                .relate(MAIN, "o1", "oleObject", "embeddings/oleObject1.bin")
                .bytes("word/embeddings/oleObject1.bin", new byte[10])
                .relate(MAIN, "v1", "vbaProject", "vbaProject.bin")
                .bytes("word/vbaProject.bin", new byte[10]));
        assertEquals(
                List.of(
                        new Fact.ActiveContent(Fact.ActiveContent.Kind.OLE_OBJECT, "Excel.Sheet.8", FIRST),
                        new Fact.ActiveContent(
                                Fact.ActiveContent.Kind.MACRO, "word/vbaProject.bin", new Place.Whole())),
                document.facts(Fact.ActiveContent.class).toList());
        assertEquals(
                List.of(new Gap(
                        Gap.Reason.UNOPENED_FILE,
                        FIRST,
                        "The embedded file word/embeddings/oleObject1.bin was not read.")),
                document.gaps());
    }

    @Test
    void fonts_areThoseThatTextIsShownIn() throws IOException {
        Document document = read(PackageFixture.word("""
            <w:p><w:r><w:t>default</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="Garamond"/></w:rPr><w:t>own</w:t></w:r>\
            <w:r><w:rPr><w:rFonts w:ascii="Unused"/></w:rPr><w:t xml:space="preserve"> </w:t></w:r></w:p>\
            """)
                .relate(MAIN, "s1", "styles", "styles.xml")
                .relate(MAIN, "t1", "theme", "theme/theme1.xml")
                .relate(MAIN, "f1", "fontTable", "fontTable.xml")
                .element(
                        "word/styles.xml",
                        "w:styles",
                        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts"
                                + " w:asciiTheme=\"minorHAnsi\"/></w:rPr></w:rPrDefault></w:docDefaults>")
                .element(
                        "word/theme/theme1.xml",
                        "a:theme",
                        "<a:themeElements><a:fontScheme><a:majorFont><a:latin"
                                + " typeface=\"Big\"/></a:majorFont><a:minorFont><a:latin"
                                + " typeface=\"Aptos\"/></a:minorFont></a:fontScheme></a:themeElements>")
                .element(
                        "word/fontTable.xml",
                        "w:fonts",
                        "<w:font w:name=\"Garamond\"><w:embedRegular r:id=\"x\"/></w:font><w:font w:name=\"Aptos\"/>"));
        assertEquals(
                List.of(new Fact.Font("Aptos", false, true), new Fact.Font("Garamond", true, true)),
                document.facts(Fact.Font.class).toList());
    }

    @Test
    void properties_keepTheNamesTheFormatGives() throws IOException {
        Document document = read(PackageFixture.word("<w:p/>")
                .relate("", "p1", "metadata/core-properties", "docProps/core.xml")
                .relate("", "p2", "extended-properties", "docProps/app.xml")
                .relate("", "p3", "custom-properties", "docProps/custom.xml")
                .xml("docProps/core.xml", """
                    <c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                    xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/"><d:title>Wave 3</d:title>\
                    <d:creator>Ann</d:creator><c:lastModifiedBy>Bob</c:lastModifiedBy>\
                    <t:modified>2026-01-02T03:04:05Z</t:modified></c:coreProperties>\
                    """)
                .xml("docProps/app.xml", """
                    <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
                    <Company>Pellworm</Company><Pages>7</Pages><TitlesOfParts><x>y</x></TitlesOfParts></Properties>\
                    """)
                .xml("docProps/custom.xml", """
                    <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">\
                    <property name="Client"><v>Harrowgate</v></property></Properties>\
                    """));
        assertEquals(
                List.of(
                        new Fact.Property("dc:title", "Wave 3"),
                        new Fact.Property("dc:creator", "Ann"),
                        new Fact.Property("cp:lastModifiedBy", "Bob"),
                        new Fact.Property("dcterms:modified", "2026-01-02T03:04:05Z"),
                        new Fact.Property("Company", "Pellworm"),
                        new Fact.Property("Pages", "7"),
                        new Fact.Property("custom:Client", "Harrowgate")),
                document.facts(Fact.Property.class).toList());
    }

    @Test
    void brokenParts_areGapsAndTheRestIsRead() throws IOException {
        Document document = read(PackageFixture.word("<w:p><w:r><w:t>fine</w:t></w:r></w:p>")
                .relate(MAIN, "c1", "comments", "comments.xml")
                .xml(
                        "word/comments.xml",
                        "<w:comments xmlns:w=\"" + PackageFixture.W
                                + "\">\n<w:comment w:id=\"1\"><w:p><w:r><w:t>half</w:t></w:r></w:oops>"));
        assertEquals(List.of("paragraph BODY 1: fine", "paragraph COMMENT 1: half"), BlockLines.of(document));
        assertEquals(1, document.gaps().size());
        Gap gap = document.gaps().getFirst();
        assertEquals(Gap.Reason.DAMAGED, gap.reason());
        assertEquals(FIRST, gap.place());
        assertTrue(gap.detail().startsWith("The part word/comments.xml is broken at line 2, column "), gap.detail());
    }

    @Test
    void brokenBody_keepsWhatWasReadBeforeTheBreak() throws IOException {
        Document document = read(PackageFixture.word("")
                .xml(
                        MAIN,
                        "<w:document xmlns:w=\"" + PackageFixture.W + "\"><w:body><w:p><w:r><w:t>one</w:t></w:r></w:p>"
                                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>two</w:t></w:r><"));
        assertEquals(List.of("paragraph BODY 1: one", "table BODY 2: ", "| 0,0 two |"), BlockLines.of(document));
        assertEquals(
                new Place.Paragraph(2, List.of()), document.gaps().getFirst().place());
    }

    @Test
    void truncatedFile_isDamaged() throws IOException {
        Path file = PackageFixture.word("<w:p/>").write(folder.resolve("whole.docx"));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 40));
        assertUnreadable(Extraction.Reason.DAMAGED, file);
    }

    @Test
    void emptyFile_isEmpty() throws IOException {
        assertUnreadable(Extraction.Reason.EMPTY, Files.createFile(folder.resolve("empty.docx")));
    }

    @Test
    void packageWithoutDocument_isDamaged() throws IOException {
        Path file = PackageFixture.word("").without(MAIN).write(folder.resolve("none.docx"));
        assertUnreadable(Extraction.Reason.DAMAGED, file);
    }

    @Test
    void declaredEntities_areRefused() throws IOException {
        Path canary = Files.writeString(folder.resolve("canary.txt"), "canary");
        Path file = PackageFixture.word("")
                .xml(
                        MAIN,
                        "<!DOCTYPE d [<!ENTITY e SYSTEM \"" + canary.toUri() + "\">]><w:document xmlns:w=\""
                                + PackageFixture.W
                                + "\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>")
                .write(folder.resolve("entity.docx"));
        assertUnreadable(Extraction.Reason.LIMIT, file);
    }

    @Test
    void relationshipsLeadNowhereOutsideThePackage() throws IOException {
        Document document = read(
                PackageFixture.word(picture("", "i1")).relate(MAIN, "i1", "image", "../../../../../../etc/passwd"));
        assertEquals(
                "The part etc/passwd is missing.", document.gaps().getFirst().detail());
    }

    private void assertUnreadable(Extraction.Reason reason, Path file) throws IOException {
        Extraction extraction = new WordReader().read(file, "test/type");
        assertEquals(
                reason,
                assertInstanceOf(Extraction.Unreadable.class, extraction).reason());
    }

    private Document read(PackageFixture fixture) throws IOException {
        return BlockLines.read(new WordReader(), fixture.write(folder.resolve("test.docx")));
    }

    private static String picture(String description, String id) {
        return "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"914400\" cy=\"457200\"/><wp:docPr id=\"1\" name=\"P\""
                + " descr=\""
                + description + "\"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"" + id
                + "\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    }

    private static byte[] image(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
