package dev.assay.extract.tika;

import static dev.assay.extract.Reading.utf8;
import static dev.assay.extract.ZipBytes.entry;
import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Fact.ActiveContent;
import dev.assay.document.Fact.ExternalLink;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Tika mixes into the text of RTF and OpenDocument files, or does not tell of them.
class MixedTextTest {
    private static final String HEAD =
            "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                    + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
                    + " xmlns:dc='http://purl.org/dc/elements/1.1/'"
                    + " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
                    + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
                    + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
                    + " xmlns:xlink='http://www.w3.org/1999/xlink'"
                    + " xmlns:presentation='urn:oasis:names:tc:opendocument:xmlns:presentation:1.0'"
                    + " xmlns:script='urn:oasis:names:tc:opendocument:xmlns:script:1.0'>";

    @TempDir
    Path folder;

    @Test
    void hiddenAndDeletedTextOfRtf_isTold() throws IOException {
        Document document = Reading.document(
                folder,
                utf8("{\\r"
                        + "tf1\\ansi{\\stylesheet{\\s1\\v Unused;}}Shown {\\v unseen}{\\deleted gone} {\\v0"
                        + " seen}\\par}"),
                "a.rtf");
        assertTrue(
                document.facts().contains(new Fact.Hidden(Fact.Hidden.Kind.TEXT, "6 characters", new Place.Whole())));
        assertEquals(1, document.facts(Fact.TrackedChange.class).count());
        assertEquals(List.of(mixed("hidden and deleted text")), document.gaps());
        assertEquals(
                List.of(),
                Reading.document(folder, utf8("{\\rtf1{\\stylesheet{\\s1\\v Unused;}}Shown\\par}"), "a.rtf")
                        .gaps());
    }

    private static Gap mixed(String what) {
        return new Gap(
                Gap.Reason.SKIPPED_PART,
                new Place.Whole(),
                what + " stands among the text that is shown and cannot be told apart");
    }

    @Test
    void deletedTextOfAnOldWordFile_isRead_andHiddenTextIsTold() throws IOException {
        Document document = Reading.document(folder, OldWordSample.bytes(), "a.doc");
        assertEquals(List.of("Paragraph deletedwords"), Reading.blocks(document, Layer.DELETED));
        assertEquals(
                List.of(Fact.TrackedChange.Action.DELETION, Fact.TrackedChange.Action.INSERTION),
                document.facts(Fact.TrackedChange.class)
                        .map(Fact.TrackedChange::action)
                        .toList());
        assertTrue(document.facts().contains(new Fact.Hidden(Fact.Hidden.Kind.TEXT, "1 passages", new Place.Whole())));
        assertEquals(List.of(mixed("hidden text")), document.gaps());
    }

    @Test
    void fieldsObjectsAndTemplatesOfRtf_areTold() throws IOException {
        Document document = Reading.document(
                folder,
                utf8("{\\r"
                        + "tf1{\\*\\template \\\\\\\\server\\\\a.dot}{\\field{\\*\\fldinst { DDEAUTO"
                        + " c:\\\\\\\\cmd.exe \"/c calc\"}}{\\fldrslt x}}{\\field{\\*\\fldinst INCLUDEPICTURE"
                        + " \"http://example.org/a.png\" \\\\d}{\\fldrslt y}}{\\object\\objautlink{\\*\\objclass"
                        + " Excel.Sheet.8}{\\*\\objdata 0105}}Text\\par}"),
                "a.rtf");
        assertEquals(
                List.of(
                        new ExternalLink(ExternalLink.Kind.TEMPLATE, "\\\\server\\a.dot", new Place.Whole()),
                        new ActiveContent(
                                ActiveContent.Kind.DDE, "DDEAUTO c:\\\\cmd.exe \"/c calc\"", new Place.Whole()),
                        new ExternalLink(ExternalLink.Kind.MEDIA, "http://example.org/a.png", new Place.Whole()),
                        new ActiveContent(ActiveContent.Kind.OLE_OBJECT, "Excel.Sheet.8", new Place.Whole()),
                        new ExternalLink(ExternalLink.Kind.OBJECT, "Excel.Sheet.8", new Place.Whole())),
                document.facts().stream()
                        .filter(fact -> fact instanceof ExternalLink || fact instanceof ActiveContent)
                        .toList());
    }

    @Test
    void cutOffRtf_isTruncated_howeverManyGroupsCloseAtItsEnd() throws IOException {
        Document cut = Reading.document(folder, utf8("{\\rtf1\\ansi {\\b Hello}{\\b World}"), "a.rtf");
        assertEquals(
                List.of(Gap.Reason.TRUNCATED),
                cut.gaps().stream().map(Gap::reason).toList());
    }

    @Test
    void deletedTextOfOpenDocument_hasItsLayer_andHiddenTextIsTold() throws IOException {
        String content = HEAD + "<office:automatic-styles><style:style style:name='T1'"
                              + " style:family='text'><style:text-properties"
                              + " text:display='none'/></style:style></office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>A."
                              + " Jones</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info><text:p>Gone"
                              + " words</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Live"
                              + " words<text:span text:style-name='T1'>unseen</text:span>"
                              + "</text:p></office:text></office:body></office:document-content>";
        Document document = odf("text", content);
        assertEquals(List.of("Paragraph Gone words"), Reading.blocks(document, Layer.DELETED));
        assertEquals(List.of("Paragraph Live wordsunseen"), Reading.blocks(document, Layer.BODY));
        assertTrue(document.facts()
                .contains(new Fact.TrackedChange(
                        "A. Jones",
                        Fact.TrackedChange.Action.DELETION,
                        "2026-01-01T00:00:00",
                        null,
                        new Place.Whole())));
        assertTrue(document.facts().contains(new Fact.Hidden(Fact.Hidden.Kind.TEXT, "1 passages", new Place.Whole())));
        assertEquals(List.of(mixed("hidden text")), document.gaps());
    }

    @Test
    void macrosObjectsAndLinksOfOpenDocument_areTold() throws IOException {
        String content = HEAD
                + "<office:body><office:text><text:p><draw:frame><draw:image"
                + " xlink:href='http://example.org/a.png'/></draw:frame><draw:frame><draw:object-ole"
                + " xlink:href='./Object 1'/></draw:frame></text:p><text:section><text:section-source"
                + " xlink:href='file:///a.odt'/></text:section><script:event-listener script:event-name='dom:load'"
                + " xlink:href='vnd.sun.star.script:Standard.Module1.Main'/><office:dde-source"
                + " office:dde-application='soffice' office:dde-topic='a.ods'"
                + " office:dde-item='A1'/></office:text></office:body></office:document-content>";
        Document document = Reading.document(
                folder,
                zip(
                        entry("mimetype", "application/vnd.oasis.opendocument.text"),
                        entry("content.xml", content),
                        entry("Basic/script-lc.xml", "<a/>"),
                        entry("Basic/Standard/script-lb.xml", "<a/>"),
                        entry("Basic/Standard/Module1.xml", "<a/>")),
                "a.odt");
        assertEquals(
                List.of(
                        new ActiveContent(ActiveContent.Kind.MACRO, "Basic/Standard/Module1.xml", new Place.Whole()),
                        new ExternalLink(ExternalLink.Kind.MEDIA, "http://example.org/a.png", new Place.Whole()),
                        new ActiveContent(ActiveContent.Kind.OLE_OBJECT, "./Object 1", new Place.Whole()),
                        new ExternalLink(ExternalLink.Kind.OTHER, "file:///a.odt", new Place.Whole()),
                        new ActiveContent(
                                ActiveContent.Kind.SCRIPT,
                                "dom:load vnd.sun.star.script:Standard.Module1.Main",
                                new Place.Whole()),
                        new ActiveContent(ActiveContent.Kind.DDE, "soffice a.ods A1", new Place.Whole())),
                document.facts().stream()
                        .filter(fact -> fact instanceof ExternalLink || fact instanceof ActiveContent)
                        .toList());
    }

    @Test
    void hiddenSheetsRowsAndSlidesOfOpenDocument_areTold() throws IOException {
        String styles = HEAD + "<office:automatic-styles><style:style style:name='h'"
                + " style:family='table'><style:table-properties"
                + " table:display='false'/></style:style><style:style"
                + " style:name='d'><style:drawing-page-properties"
                + " presentation:visibility='hidden'/></style:style></office:automatic-styles>"
                + "<office:body>";
        Document sheets = odf(
                "spreadsheet",
                styles + "<office:spreadsheet><table:table table:name='Secret' table:style-name='h'><table:table-row"
                       + " table:visibility='collapse'><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>"
                       + "</table:table></office:spreadsheet></office:body></office:document-content>");
        assertEquals(
                List.of(
                        new Fact.Hidden(Fact.Hidden.Kind.SHEET, "Secret", new Place.Cell("Secret", "A1")),
                        new Fact.Hidden(Fact.Hidden.Kind.ROW, "", new Place.Cell("Secret", "1:1"))),
                sheets.facts(Fact.Hidden.class).toList());
        Document slides = odf(
                "presentation",
                styles
                        + "<office:presentation><draw:page draw:name='1'/><draw:page"
                        + " draw:style-name='d'/></office:presentation></office:body></office:document-content>");
        assertEquals(
                List.of(new Fact.Hidden(Fact.Hidden.Kind.SLIDE, "", new Place.Slide(2, ""))),
                slides.facts(Fact.Hidden.class).toList());
        assertTrue(slides.facts().contains(new Fact.Count(Fact.Count.Unit.SLIDES, 2)));
    }

    private Document odf(String kind, String content) throws IOException {
        return Reading.document(
                folder,
                zip(entry("mimetype", "application/vnd.oasis.opendocument." + kind), entry("content.xml", content)),
                "a.odf");
    }
}
