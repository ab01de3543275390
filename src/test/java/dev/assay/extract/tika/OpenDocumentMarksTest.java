package dev.assay.extract.tika;

import static dev.assay.extract.ZipBytes.entry;
import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Fact.Hidden.Kind;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenDocumentMarksTest {
    private static final Place WHOLE = new Place.Whole();
    private static final String STYLES = "<office:automatic-styles><style:style style:name='H'><style:text-properties"
            + " text:display='none'/></style:style><style:style style:name='P'><style:drawing-page-properties"
            + " presentation:visibility='hidden'/></style:style><style:style style:name='T'><style:table-properties"
            + " table:display='false'/></style:style></office:automatic-styles>";

    @TempDir
    Path folder;

    @Test
    void trackedChanges_areToldAndNotToldApart() throws IOException {
        Document document =
                text("<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Ana"
                    + "</dc:creator><dc:date>2026-05-01T10:00:00</dc:date></office:change-info><text:p>gone</text:p>"
                    + "</text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region>"
                    + "</text:tracked-changes><text:p>kept</text:p>");
        assertEquals(
                List.of(
                        new Fact.TrackedChange(
                                "Ana", Fact.TrackedChange.Action.DELETION, "2026-05-01T10:00:00", null, WHOLE),
                        new Fact.TrackedChange("", Fact.TrackedChange.Action.INSERTION, "", null, WHOLE)),
                document.facts(Fact.TrackedChange.class).toList());
        assertEquals(
                List.of(new Gap(
                        Gap.Reason.SKIPPED_PART,
                        WHOLE,
                        "The text of 2 tracked changes was not told apart: deleted text was read as if it stood"
                                + " there.")),
                document.gaps());
    }

    @Test
    void hiddenText_isToldAndNotToldApart() throws IOException {
        Document document = text("<text:p>seen <text:span text:style-name='H'>unseen</text:span></text:p><text:section"
                + " text:name='Notes'"
                + " text:display='none'><text:p>unseen</text:p></text:section><text:p><text:hidden-text"
                + " text:is-hidden='true'/><text:hidden-text text:is-hidden='false'/></text:p>");
        assertEquals(
                List.of(new Fact.Hidden(Kind.TEXT, "", WHOLE), new Fact.Hidden(Kind.TEXT, "Notes", WHOLE)),
                document.facts(Fact.Hidden.class).toList());
        assertEquals(
                List.of("The text of 3 hidden places was not told apart: it was read as if it were seen."),
                document.gaps().stream().map(Gap::detail).toList());
    }

    @Test
    void plainFile_hasNoGaps() throws IOException {
        Document document =
                text("<text:p>seen</text:p><text:section text:name='S'><text:p>seen</text:p></text:section>");
        assertEquals(List.of(), document.gaps());
    }

    @Test
    void hiddenSheetsAndRows_areTold() throws IOException {
        Document document = read(
                "spreadsheet",
                "<office:spreadsheet><table:table table:name='A'><table:table-column"
                    + " table:visibility='collapse'/><table:table-row"
                    + " table:visibility='filter'><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table><table:table"
                    + " table:name='B' table:style-name='T'/></office:spreadsheet>",
                "a.ods");
        assertEquals(
                List.of(
                        new Fact.Hidden(Kind.COLUMN, "", WHOLE),
                        new Fact.Hidden(Kind.ROW, "", WHOLE),
                        new Fact.Hidden(Kind.SHEET, "B", new Place.Cell("B", "A1"))),
                document.facts(Fact.Hidden.class).toList());
        assertEquals(
                List.of(new Fact.Count(Fact.Count.Unit.SHEETS, 2)),
                document.facts(Fact.Count.class).toList());
    }

    @Test
    void hiddenSlides_areTold() throws IOException {
        Document document = read(
                "presentation",
                "<office:presentation><draw:page draw:name='one'/><draw:page draw:name='two' draw:style-name='P'/>"
                        + "</office:presentation>",
                "a.odp");
        assertEquals(
                List.of(new Fact.Hidden(Kind.SLIDE, "two", new Place.Slide(2, ""))),
                document.facts(Fact.Hidden.class).toList());
        assertEquals(
                List.of(new Fact.Count(Fact.Count.Unit.SLIDES, 2)),
                document.facts(Fact.Count.class).toList());
    }

    @Test
    void hiddenStyleOfTheStylesPart_isKnownToo() throws IOException {
        byte[] file = zip(
                entry("mimetype", "application/vnd.oasis.opendocument.text"),
                entry(
                        "content.xml",
                        document("<office:text><text:p text:style-name='H'>unseen</text:p></office:text>", "")),
                entry("styles.xml", document("", STYLES)));
        assertEquals(
                List.of(new Fact.Hidden(Kind.TEXT, "", WHOLE)),
                Reading.document(folder, file, "a.odt").facts(Fact.Hidden.class).toList());
    }

    private Document text(String body) throws IOException {
        return read("text", "<office:text>" + body + "</office:text>", "a.odt");
    }

    private Document read(String kind, String body, String name) throws IOException {
        byte[] file = zip(
                entry("mimetype", "application/vnd.oasis.opendocument." + kind),
                entry("content.xml", document(body, STYLES)));
        return Reading.document(folder, file, name);
    }

    private static String document(String body, String styles) {
        StringBuilder spaces = new StringBuilder();
        for (String each : new String[] {"office", "text", "table", "style", "drawing", "presentation"}) {
            String prefix = each.equals("drawing") ? "draw" : each;
            spaces.append(" xmlns:")
                    .append(prefix)
                    .append("='urn:oasis:names:tc:opendocument:xmlns:")
                    .append(each)
                    .append(":1.0'");
        }
        return "<office:document-content" + spaces + " xmlns:dc='http://purl.org/dc/elements/1.1/'>" + styles
                + "<office:body>" + body + "</office:body></office:document-content>";
    }
}
