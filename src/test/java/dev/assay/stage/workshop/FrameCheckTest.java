package dev.assay.stage.workshop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.render.FrameHtml;
import dev.assay.extract.render.RenderLimits;
import dev.assay.extract.render.RenderRequest;
import dev.assay.extract.render.RenderRequest.Marks;
import dev.assay.extract.render.Rendering;
import dev.assay.extract.render.Rendering.Answer;
import dev.assay.extract.render.Rendering.Box;
import dev.assay.extract.render.Rendering.Form;
import dev.assay.extract.render.Rendering.Frame;
import dev.assay.extract.render.Rendering.Sight;
import dev.assay.extract.render.Want;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a child may say it drew, and what is refused.
final class FrameCheckTest {
    private static final Place PAGE = new Place.Page(1);
    private static final String MARKUP = "<div class=\"frame\"><mark data-want=\"0\">x</mark></div>\n";
    private static final List<Box> BOXES = List.of(new Box(0.1, 0.2, 0.3, 0.05));

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.write(folder.resolve("frame-0001.png"), png(40, 30));
        Files.writeString(folder.resolve("frame-0002.html"), MARKUP);
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static Frame picture(String file, int width, int height) {
        return new Frame(file, Form.PICTURE, PAGE, width, height, "Page 1", List.of());
    }

    private static Frame markup(String file) {
        return new Frame(file, Form.MARKUP, PAGE, 0, 0, "Page 1", List.of());
    }

    private static Answer shown(String alternative, Sight... sights) {
        return new Answer.Shown(new Span(0, 1), PAGE, false, 1, List.of(sights), alternative);
    }

    private List<DrawnFrame> check(List<Frame> frames, Answer... answers) throws FrameCheck.Refused, IOException {
        return check(RenderLimits.standard(), frames, answers);
    }

    private List<DrawnFrame> check(RenderLimits limits, List<Frame> frames, Answer... answers)
            throws FrameCheck.Refused, IOException {
        RenderRequest request = new RenderRequest("part", "part", List.of(Want.of("x")), 100, Marks.APART, limits);
        Rendering rendering = new Rendering("text/plain", "test", null, frames, List.of(answers));
        return new FrameCheck(request, rendering).frames(folder);
    }

    private void assertRefused(String rule, List<Frame> frames, Answer... answers) {
        FrameCheck.Refused refused = assertThrows(FrameCheck.Refused.class, () -> check(frames, answers));
        assertEquals(rule, refused.getMessage());
    }

    @Test
    void honestAnswers_areUsed() throws Exception {
        List<DrawnFrame> frames = check(
                List.of(picture("frame-0001.png", 40, 30), markup("frame-0002.html")),
                shown("Page 1, marked: x", new Sight(0, BOXES), new Sight(1, List.of())));
        assertArrayEquals(png(40, 30), frames.getFirst().content());
        assertEquals(MARKUP, frames.getLast().html());
        String page = frames.getFirst().html();
        assertTrue(FrameHtml.isSafe(page), page);
        assertTrue(
                page.contains(
                        "<rect class=\"marked\" data-want=\"0\" x=\"4\" y=\"6\" width=\"12\" height=\"1.50\"></rect>"),
                page);
        assertTrue(page.contains("aria-label=\"Page 1, marked: x\""), page);
    }

    @Test
    void countsNamesAndIndexes_areHeld() {
        Answer plain = shown("");
        List<Frame> one = List.of(picture("frame-0001.png", 40, 30));
        assertRefused("one answer for each want", one);
        assertRefused("one answer for each want", one, plain, plain);
        assertRefused("each frame in a file of its own", List.of(one.getFirst(), one.getFirst()), plain);
        for (String name : List.of("../frame-0001.png", "/etc/passwd", "part", "frame-0001.png\n", "frame-1.png", "")) {
            assertRefused("names of frames", List.of(picture(name, 40, 30)), plain);
        }
        assertRefused("frames in regular files", List.of(picture("frame-0009.png", 40, 30)), plain);
        assertRefused("sights in frames that exist", one, shown("", new Sight(1, List.of())));
        assertRefused("sights in frames that exist", one, shown("", new Sight(-1, List.of())));
        assertRefused(
                "texts of bounded length",
                List.of(new Frame("frame-0001.png", Form.PICTURE, PAGE, 40, 30, "x".repeat(1_001), List.of())),
                plain);
        assertRefused("alternative texts of bounded length", one, shown("x".repeat(1_001)));
        assertRefused("boxes inside their frame", one, shown("", new Sight(0, List.of(new Box(0.9, 0, 0.2, 0.1)))));
        assertRefused("boxes inside their frame", one, shown("", new Sight(0, List.of(new Box(Double.NaN, 0, 0, 0)))));
        assertRefused("boxes inside their frame", one, shown("", new Sight(0, List.of(new Box(0, -0.1, 0, 0)))));
    }

    @Test
    void contents_areHeld() throws IOException {
        Answer plain = shown("");
        String pictures = "pictures that are PNG of their size";
        assertRefused(pictures, List.of(picture("frame-0001.png", 41, 30)), plain);
        Files.write(
                folder.resolve("frame-0003.png"),
                "GIF89a, not a picture of forty by thirty".getBytes(StandardCharsets.UTF_8));
        assertRefused(pictures, List.of(picture("frame-0003.png", 40, 30)), plain);
        Files.write(folder.resolve("frame-0004.png"), new byte[10]);
        assertRefused(pictures, List.of(picture("frame-0004.png", 40, 30)), plain);
        assertRefused(pictures, List.of(picture("frame-0002.html", 40, 30)), plain);
        String markup = "markup that a page may take in";
        assertRefused(markup, List.of(markup("frame-0001.png")), plain);
        Files.writeString(folder.resolve("frame-0005.html"), "<div><script>alert(1)</script></div>");
        assertRefused(markup, List.of(markup("frame-0005.html")), plain);
        Files.write(folder.resolve("frame-0006.html"), new byte[] {'<', 'p', '>', -1, '<', '/', 'p', '>'});
        assertRefused(markup, List.of(markup("frame-0006.html")), plain);
        Files.createSymbolicLink(folder.resolve("frame-0007.html"), folder.resolve("frame-0002.html"));
        assertRefused("frames in regular files", List.of(markup("frame-0007.html")), plain);
    }

    @Test
    void sizes_areHeld() throws IOException {
        Files.write(folder.resolve("frame-0008.png"), png(3_000, 3_000));
        assertRefused(
                "pictures that are PNG of their size", List.of(picture("frame-0008.png", 3_000, 3_000)), shown(""));
        RenderLimits small = new RenderLimits(1, 1, 100, 1_000_000, 1, 20, 1_000);
        FrameCheck.Refused refused = assertThrows(
                FrameCheck.Refused.class, () -> check(small, List.of(markup("frame-0002.html")), shown("")));
        assertEquals("files of bounded size", refused.getMessage());
        FrameCheck.Refused many = assertThrows(
                FrameCheck.Refused.class,
                () -> check(small, List.of(markup("frame-0002.html"), markup("frame-0003.html")), shown("")));
        assertEquals("no more frames than asked for", many.getMessage());
    }
}
