package dev.assay.extract.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.config.Json;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.extract.RenderTask;
import dev.assay.extract.render.RenderRequest.Marks;
import dev.assay.extract.render.Rendering.Answer;
import dev.assay.extract.render.Rendering.Box;
import dev.assay.extract.render.Rendering.Frame;
import dev.assay.extract.render.Rendering.Sight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// What a child would draw, drawn here.
public final class Drawing {
    private final Path folder;
    private final Rendering rendering;

    private Drawing(Path folder, Rendering rendering) {
        this.folder = folder;
        this.rendering = rendering;
    }

    /// Draws into a fresh folder inside another.
    public static Drawing of(Path parent, byte[] bytes, String name, Marks marks, RenderLimits limits, List<Want> wants)
            throws IOException {
        Path folder = Files.createTempDirectory(parent, "task");
        Files.write(folder.resolve("part"), bytes);
        RenderRequest request = new RenderRequest("part", name, wants, 800, marks, limits);
        byte[][] answer = new byte[1][];
        new RenderTask().run(folder, Json.bytes(request), part -> answer[0] = part);
        return new Drawing(folder, Json.read(answer[0], Rendering.class));
    }

    /// Draws from a document that was made without a file.
    static Drawing of(Path parent, Document document, Geometry geometry, List<Want> wants) throws IOException {
        Path folder = Files.createTempDirectory(parent, "task");
        RenderRequest request = new RenderRequest("part", "part", wants, 800, Marks.APART, RenderLimits.standard());
        Renderer renderer = new Renderer(folder, folder.resolve("part"), request, geometry);
        return new Drawing(folder, renderer.render(new Extraction.Extracted(document)));
    }

    static Drawing of(Path parent, Document document, String... quotes) throws IOException {
        return of(
                parent,
                document,
                new Geometry(),
                Stream.of(quotes).map(Want::of).toList());
    }

    public static Drawing of(Path parent, byte[] bytes, String name, List<Want> wants) throws IOException {
        return of(parent, bytes, name, Marks.APART, RenderLimits.standard(), wants);
    }

    public static Drawing of(Path parent, byte[] bytes, String name, String... quotes) throws IOException {
        return of(parent, bytes, name, Stream.of(quotes).map(Want::of).toList());
    }

    public Rendering rendering() {
        return rendering;
    }

    List<Frame> frames() {
        return rendering.frames();
    }

    Answer.Shown shown(int want) {
        return assertInstanceOf(Answer.Shown.class, rendering.answers().get(want));
    }

    Rendering.Reason missing(int want) {
        return assertInstanceOf(Answer.Missing.class, rendering.answers().get(want))
                .reason();
    }

    /// The boxes of a want that is seen in one frame.
    List<Box> boxes(int want) {
        List<Sight> sights = shown(want).sights();
        assertEquals(1, sights.size(), sights.toString());
        return sights.getFirst().boxes();
    }

    /// The markup of a frame, which a page may take in.
    String html(int frame) throws IOException {
        String html = Files.readString(folder.resolve(frames().get(frame).file()));
        assertEquals(true, FrameHtml.isSafe(html), html);
        return html;
    }

    /// All markup, frame by frame.
    String html() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < frames().size(); i++) {
            all.append(html(i));
        }
        return all.toString();
    }

    BufferedImage picture(int frame) throws IOException {
        return Objects.requireNonNull(
                ImageIO.read(folder.resolve(frames().get(frame).file()).toFile()));
    }

    /// What lies in the task's folder.
    List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
