package dev.assay.stage.workshop;

import dev.assay.extract.render.PictureHtml;
import dev.assay.extract.render.Rendering;
import dev.assay.extract.render.Rendering.Form;
import dev.assay.extract.render.Rendering.Frame;
import java.nio.charset.StandardCharsets;

/// A frame that a child drew and that was found to be what the child says.
public final class DrawnFrame {
    private final Rendering rendering;
    private final int index;
    private final byte[] content;

    DrawnFrame(Rendering rendering, int index, byte[] content) {
        this.rendering = rendering;
        this.index = index;
        this.content = content;
    }

    public Frame frame() {
        return rendering.frames().get(index);
    }

    /// A fragment for a page to take in as it is: the frame's own, or the picture with its boxes.
    public String html() {
        return frame().form() == Form.PICTURE
                ? PictureHtml.of(rendering, index, content)
                : new String(content, StandardCharsets.UTF_8);
    }

    /// The frame's file: PNG, or markup in UTF-8.
    public byte[] content() {
        return content.clone();
    }
}
