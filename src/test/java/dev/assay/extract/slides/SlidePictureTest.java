package dev.assay.extract.slides;

import static dev.assay.extract.slides.DeckFixture.SLIDE;
import static dev.assay.extract.slides.DeckFixture.facts;
import static dev.assay.extract.slides.DeckFixture.position;
import static dev.assay.extract.slides.DeckFixture.withMaster;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.PackageFixture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The picture is 400 by 200 pixels, its shape 100 by 50 points.
final class SlidePictureTest {
    private static final String BOX = position(0, 0, 1_270_000, 635_000);
    private static final String DECORATIVE = "<a:extLst><a:ext><adec:decorative"
        + " xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'name=\"P\" descr=\"A bar chart\"', '', A bar chart",
                "'name=\"P\" title=\"Bars\"', '', Bars",
                "'name=\"P\" descr=\"\"', '', none",
                "'name=\"P\"', '', none",
                "'name=\"P\" descr=\"\"', decorative, ''",
                "'name=\"P\" descr=\"left over\"', decorative, ''"
            })
    void alternativeText_isTextOrNothingOrDecoration(String attributes, String inside, String alternative)
            throws IOException {
        Document document = read(picture(attributes, inside.isEmpty() ? "" : DECORATIVE, "", BOX));
        assertEquals(
                List.of(new Fact.Image("image1.png", 400, 200, 100, 50, alternative, new Place.Slide(1, "P"))),
                facts(document, Fact.Image.class));
    }

    @Test
    void croppedPicture_hasTheResolutionThatIsSeen() throws IOException {
        Document document = read(picture("name=\"P\"", "", "<a:srcRect l=\"25000\" r=\"25000\" t=\"60000\"/>", BOX));
        Fact.Image image = facts(document, Fact.Image.class).getFirst();
        assertEquals(200, image.shownWidth());
        assertEquals(125, image.shownHeight(), 1e-9);
        assertEquals(115.2, image.resolution(), 1e-9);
    }

    @Test
    void pictureInAScaledGroup_isAsLargeAsItIsShown() throws IOException {
        String group = "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"5\" name=\"G\"/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off"
                + " x=\"0\" y=\"0\"/><a:ext cx=\"2000000\" cy=\"1000000\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt"
                + " cx=\"1000000\" cy=\"1000000\"/></a:xfrm></p:grpSpPr>"
                + shape("name=\"P\"", "", "", BOX) + "</p:grpSp>";
        Fact.Image image = facts(read(with(PackageFixture.slide("", group))), Fact.Image.class)
                .getFirst();
        assertEquals(List.of(200.0, 50.0), List.of(image.shownWidth(), image.shownHeight()));
    }

    @Test
    void pictureInAPlaceholder_takesItsSizeFromTheLayout() throws IOException {
        String placeholder = "<p:ph type=\"pic\" idx=\"3\"/>";
        PackageFixture fixture = with(withMaster(
                shape("name=\"P\"", "", "", "").replace("<p:nvPr/>", "<p:nvPr>" + placeholder + "</p:nvPr>"),
                DeckFixture.shape("L", placeholder, BOX, ""),
                ""));
        Fact.Image image = facts(read(fixture), Fact.Image.class).getFirst();
        assertEquals(List.of(100.0, 50.0), List.of(image.shownWidth(), image.shownHeight()));
    }

    @Test
    void tiledFillAndBackground_areToldWithWhatIsKnown() throws IOException {
        String tiled =
                DeckFixture.shape("S", "", BOX + "<a:blipFill><a:blip r:embed=\"rId7\"/><a:tile/></a:blipFill>", "");
        PackageFixture fixture = with(PackageFixture.slide("", "")
                .element(
                        SLIDE,
                        "p:sld",
                        "<p:cSld><p:bg><p:bgPr><a:blipFill><a:blip"
                                + " r:embed=\"rId7\"/><a:stretch/></a:blipFill></p:bgPr></p:bg>"
                                + "<p:spTree>" + tiled + "</p:spTree></p:cSld>"));
        Document document = read(fixture);
        assertEquals(
                List.of(
                        new Fact.Image("image1.png", 400, 200, 720, 540, "", new Place.Slide(1, "")),
                        new Fact.Image("image1.png", 400, 200, 0, 0, null, new Place.Slide(1, "S"))),
                facts(document, Fact.Image.class));
        assertEquals(Gap.Reason.NO_TEXT, document.gaps().getFirst().reason());
    }

    @Test
    void pictureOutsideTheFile_isALink() throws IOException {
        String linked = shape("name=\"P\"", "", "", BOX).replace("r:embed=\"rId7\"", "r:link=\"rId7\"");
        Document document =
                read(PackageFixture.slide("", linked).external(SLIDE, "rId7", "image", "https://example.org/a.png"));
        assertEquals(
                List.of(new Fact.ExternalLink(
                        Fact.ExternalLink.Kind.MEDIA, "https://example.org/a.png", new Place.Slide(1, "P"))),
                facts(document, Fact.ExternalLink.class));
        assertEquals(List.of(), facts(document, Fact.Image.class));
    }

    @Test
    void film_isAnAttachmentThatWasNotRead() throws IOException {
        String film = shape("name=\"Film\"", "", "", BOX)
                .replace(
                        "<p:nvPr/>",
                        "<p:nvPr><a:videoFile r:link=\"rId3\"/><p:extLst><p:ext><p14:media"
                                + " xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\""
                                + " r:embed=\"rId4\"/></p:ext></p:extLst></p:nvPr>");
        Document document = read(with(PackageFixture.slide("", film))
                .relate(SLIDE, "rId3", "video", "../media/film.mp4")
                .relate(SLIDE, "rId4", "media", "../media/film.mp4")
                .bytes("ppt/media/film.mp4", new byte[9]));
        Place place = new Place.Slide(1, "Film");
        assertEquals(
                List.of(new Fact.Attachment("film.mp4", "application/octet-stream", place)),
                facts(document, Fact.Attachment.class));
        assertEquals(
                new Gap(Gap.Reason.SKIPPED_PART, place, "The film or sound ppt/media/film.mp4 was not read."),
                document.gaps().getFirst());
    }

    @Test
    void filmAndObjectOutsideTheFile_areLinks() throws IOException {
        String film = shape("name=\"Film\"", "", "", BOX)
                .replace("<p:nvPr/>", "<p:nvPr><a:videoFile r:link=\"rId3\"/></p:nvPr>");
        String object =
                DeckFixture.frame("Book", 0, "<p:oleObj progId=\"Excel.Sheet.12\" r:id=\"rId5\"><p:link/></p:oleObj>");
        Document document = read(with(PackageFixture.slide("", film + object))
                .external(SLIDE, "rId3", "video", "https://example.org/film.mp4")
                .external(SLIDE, "rId5", "oleObject", "file:///S:/book.xlsx"));
        assertEquals(
                List.of(
                        new Fact.ExternalLink(
                                Fact.ExternalLink.Kind.MEDIA,
                                "https://example.org/film.mp4",
                                new Place.Slide(1, "Film")),
                        new Fact.ExternalLink(
                                Fact.ExternalLink.Kind.OBJECT, "file:///S:/book.xlsx", new Place.Slide(1, "Book"))),
                facts(document, Fact.ExternalLink.class));
    }

    private static PackageFixture picture(String attributes, String inside, String crop, String properties) {
        return with(PackageFixture.slide("", shape(attributes, inside, crop, properties)));
    }

    private static String shape(String attributes, String inside, String crop, String properties) {
        return "<p:pic><p:nvPicPr><p:cNvPr id=\"4\" " + attributes + ">" + inside
                + "</p:cNvPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed=\"rId7\"/>" + crop
                + "<a:stretch/></p:blipFill><p:spPr>" + properties + "</p:spPr></p:pic>";
    }

    /// With the image, as far as its header tells its size.
    private static PackageFixture with(PackageFixture fixture) {
        byte[] header = ByteBuffer.allocate(40)
                .putInt(0, 0x89504E47)
                .putInt(16, 400)
                .putInt(20, 200)
                .array();
        return fixture.relate(SLIDE, "rId7", "image", "../media/image1.png").bytes("ppt/media/image1.png", header);
    }

    private Document read(PackageFixture fixture) throws IOException {
        return DeckFixture.read(fixture, folder);
    }
}
