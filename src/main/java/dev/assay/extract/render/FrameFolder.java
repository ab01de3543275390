package dev.assay.extract.render;

import dev.assay.document.Place;
import dev.assay.extract.render.Rendering.Box;
import dev.assay.extract.render.Rendering.Form;
import dev.assay.extract.render.Rendering.Frame;
import dev.assay.extract.render.Rendering.Sight;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// Takes frames as they are drawn, into files of the task's folder, and remembers which wants are seen in which.
final class FrameFolder {
    private final Path folder;
    private final RenderLimits limits;
    private final List<Frame> frames = new ArrayList<>();
    private final Map<Integer, List<Sight>> sights = new TreeMap<>();
    private long written;

    FrameFolder(Path folder, RenderLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /// What a frame is about.
    ///
    /// @param width  in pixels, 0 where it takes the room there is
    /// @param height in pixels, 0 where its text decides
    /// @param notes  what was not drawn
    record Caption(Place place, int width, int height, String alternative, List<String> notes) {}

    boolean isFull() {
        return frames.size() >= limits.frames();
    }

    /// Takes a picture.
    ///
    /// @return the frame's index; empty where there is no room for it
    OptionalInt picture(byte[] png, Caption caption) throws IOException {
        return add(png, Form.PICTURE, "png", caption);
    }

    /// Takes markup.
    ///
    /// @return the frame's index; empty where there is no room for it
    OptionalInt markup(String html, Caption caption) throws IOException {
        return add(html.getBytes(StandardCharsets.UTF_8), Form.MARKUP, "html", caption);
    }

    private OptionalInt add(byte[] bytes, Form form, String extension, Caption caption) throws IOException {
        if (isFull() || bytes.length > limits.bytes() || written + bytes.length > limits.totalBytes()) {
            return OptionalInt.empty();
        }
        String file = "frame-%04d.%s".formatted(frames.size() + 1, extension);
        Files.write(folder.resolve(file), bytes);
        written += bytes.length;
        frames.add(new Frame(
                file,
                form,
                caption.place(),
                caption.width(),
                caption.height(),
                caption.alternative(),
                caption.notes()));
        return OptionalInt.of(frames.size() - 1);
    }

    /// Remembers that a want is seen in a frame.
    void see(int want, int frame, List<Box> boxes) {
        sights.computeIfAbsent(want, number -> new ArrayList<>()).add(new Sight(frame, boxes));
    }

    List<Frame> frames() {
        return frames;
    }

    List<Sight> sights(int want) {
        return sights.getOrDefault(want, List.of());
    }
}
