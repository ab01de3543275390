package dev.assay.extract.slides;

import static dev.assay.extract.slides.DeckFixture.shape;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.extract.PackageFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Slides are 9,144,000 by 6,858,000 units.
final class SlideOrderTest {
    private static final long HALF = 4_000_000;
    private static final long RIGHT = 4_600_000;

    @TempDir
    Path folder;

    @Test
    void title_comesFirstThoughItIsDrawnLast() throws IOException {
        assertOrder(
                box("left", 0, 1_500_000, HALF, 4_000_000, "left")
                        + box("right", RIGHT, 1_500_000, HALF, 4_000_000, "right")
                        + shape("T", "<p:ph type=\"title\"/>", 0, 0, 9_000_000, 1_000_000, "Title"),
                "Title",
                "left",
                "right");
    }

    @Test
    void columnsWithHeadings_areReadColumnByColumn() throws IOException {
        assertOrder(
                box("a", 0, 1_000_000, HALF, 500_000, "Strengths")
                        + box("b", RIGHT, 1_000_000, HALF, 500_000, "Weaknesses")
                        + box("c", 0, 1_600_000, HALF, 3_000_000, "Awareness is high in all regions but one.")
                        + box("d", RIGHT, 1_600_000, HALF, 3_000_000, "Consideration fell for the third time."),
                "Strengths",
                "Awareness is high in all regions but one.",
                "Weaknesses",
                "Consideration fell for the third time.");
    }

    @Test
    void labelsBesideTexts_areReadRowByRow() throws IOException {
        assertOrder(
                box("a", 0, 1_000_000, 2_000_000, 800_000, "Field")
                        + box("b", 0, 2_000_000, 2_000_000, 800_000, "Base")
                        + box("c", RIGHT, 1_000_000, HALF, 800_000, "3 to 14 May, by telephone and online")
                        + box("d", RIGHT, 2_000_000, HALF, 800_000, "1,004 adults, weighted by region"),
                "Field",
                "3 to 14 May, by telephone and online",
                "Base",
                "1,004 adults, weighted by region");
    }

    @Test
    void equalTexts_areReadAsTheyWereDrawn() throws IOException {
        String rows = box("a", 0, 0, HALF, 800_000, "one one")
                + box("b", RIGHT, 0, HALF, 800_000, "two two")
                + box("c", 0, 1_000_000, HALF, 800_000, "tri tri")
                + box("d", RIGHT, 1_000_000, HALF, 800_000, "for for");
        assertOrder(rows, "one one", "two two", "tri tri", "for for");
        String columns = box("a", 0, 0, HALF, 800_000, "one one")
                + box("b", 0, 1_000_000, HALF, 800_000, "two two")
                + box("c", RIGHT, 0, HALF, 800_000, "tri tri")
                + box("d", RIGHT, 1_000_000, HALF, 800_000, "for for");
        assertOrder(columns, "one one", "two two", "tri tri", "for for");
    }

    @Test
    void threeFullRows_areReadRowByRowHoweverTheyWereDrawn() throws IOException {
        StringBuilder shapes = new StringBuilder();
        for (long x : new long[] {0, RIGHT}) {
            for (long y = 0; y < 3; y++) {
                shapes.append(box("s", x, y * 1_000_000, HALF, 800_000, (x == 0 ? "left " : "also ") + y));
            }
        }
        assertOrder(shapes.toString(), "left 0", "also 0", "left 1", "also 1", "left 2", "also 2");
    }

    @Test
    void barAboveColumns_isReadBeforeThem() throws IOException {
        assertOrder(
                box("c", 0, 1_200_000, HALF, 3_000_000, "left column")
                        + box("d", RIGHT, 1_200_000, HALF, 3_000_000, "right column")
                        + box("e", 0, 4_300_000, 8_900_000, 500_000, "below both")
                        + box("a", 0, 0, 8_900_000, 1_200_000, "above both"),
                "above both",
                "left column",
                "right column",
                "below both");
    }

    @Test
    void smallOverlaps_areNoBridge() throws IOException {
        assertOrder(
                box("b", 3_900_000, 1_000_000, HALF, 3_000_000, "right, reaching over")
                        + box("a", 0, 1_000_000, 3_980_000, 3_000_000, "left, reaching over"),
                "left, reaching over",
                "right, reaching over");
    }

    @Test
    void whatLiesOnOneAnother_standsInRows() throws IOException {
        assertOrder(
                box("b", 100_000, 500_000, 2_000_000, 400_000, "lower")
                        + box("a", 0, 0, 9_000_000, 6_000_000, "ground")
                        + box("c", 3_000_000, 510_000, 2_000_000, 400_000, "beside"),
                "ground",
                "lower",
                "beside");
    }

    @Test
    void shapesTurnedOnTheirSide_areWhereTheyAreSeen() throws IOException {
        String turned = box("t", -1_250_000, 2_750_000, 3_000_000, 500_000, "label")
                .replace("<a:xfrm>", "<a:xfrm rot=\"16200000\">");
        assertOrder(
                box("a", 700_000, 1_500_000, HALF, 1_000_000, "first beside the label")
                        + box("b", 700_000, 3_400_000, HALF, 1_000_000, "second beside the label")
                        + turned,
                "label",
                "first beside the label",
                "second beside the label");
    }

    @Test
    void manyShapes_areReadInRows() throws IOException {
        StringBuilder shapes = new StringBuilder();
        for (int i = 600; i > 0; i--) {
            shapes.append(box("s", 0, i * 11_000L, 1_000, 1_000, "at " + i));
        }
        Document document = DeckFixture.read(PackageFixture.slide("", shapes.toString()), folder);
        assertEquals(600, document.blocks().size());
        assertEquals("at 600", document.text(document.blocks().getLast()));
    }

    private void assertOrder(String shapes, String... texts) throws IOException {
        Document document = DeckFixture.read(PackageFixture.slide("", shapes), folder);
        assertEquals(
                List.of(texts), document.blocks().stream().map(document::text).toList());
    }

    private static String box(String name, long x, long y, long width, long height, String text) {
        return shape(name, "", x, y, width, height, text);
    }
}
