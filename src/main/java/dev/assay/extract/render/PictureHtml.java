package dev.assay.extract.render;

import dev.assay.extract.render.Rendering.Answer;
import dev.assay.extract.render.Rendering.Box;
import dev.assay.extract.render.Rendering.Frame;
import dev.assay.extract.render.Rendering.Sight;
import java.util.Base64;
import java.util.List;

/// Lays boxes over a picture of a page, in the markup of frames: the picture stays as it was drawn, the boxes
/// grow with it.
public final class PictureHtml {
    private PictureHtml() {}

    /// A fragment that [FrameHtml] allows.
    ///
    /// @param frame   index of the frame
    /// @param picture its PNG
    public static String of(Rendering rendering, int frame, byte[] picture) {
        Frame page = rendering.frames().get(frame);
        String width = String.valueOf(page.width());
        String height = String.valueOf(page.height());
        FrameWriter writer = new FrameWriter();
        writer.open("div", "class", "frame page").line();
        writer.element("p", page.alternative(), "class", "where").line();
        writer.open(
                "svg", "viewBox", "0 0 " + width + " " + height, "role", "img", "aria-label", said(rendering, frame));
        String source = "data:image/png;base64," + Base64.getEncoder().encodeToString(picture);
        writer.open("image", "href", source, "width", width, "height", height)
                .close()
                .line();
        List<Answer> answers = rendering.answers();
        for (int want = 0; want < answers.size(); want++) {
            if (answers.get(want) instanceof Answer.Shown shown) {
                boxes(writer, want, shown.sights(), frame, page);
            }
        }
        writer.close().line();
        page.notes().forEach(note -> writer.element("p", note, "class", "more").line());
        return writer.close().finish();
    }

    private static void boxes(FrameWriter writer, int want, List<Sight> sights, int frame, Frame page) {
        for (Sight sight : sights) {
            for (Box box : sight.frame() == frame ? sight.boxes() : List.<Box>of()) {
                writer.open(
                                "rect",
                                "class",
                                "marked",
                                "data-want",
                                String.valueOf(want),
                                "x",
                                FrameWriter.number(box.x() * page.width()),
                                "y",
                                FrameWriter.number(box.y() * page.height()),
                                "width",
                                FrameWriter.number(box.width() * page.width()),
                                "height",
                                FrameWriter.number(box.height() * page.height()))
                        .close()
                        .line();
            }
        }
    }

    /// What the page shows, in words.
    private static String said(Rendering rendering, int frame) {
        List<String> marked = rendering.answers().stream()
                .filter(Answer.Shown.class::isInstance)
                .map(Answer.Shown.class::cast)
                .filter(shown -> shown.sights().stream().anyMatch(sight -> sight.frame() == frame))
                .map(Answer.Shown::alternative)
                .toList();
        return marked.isEmpty()
                ? rendering.frames().get(frame).alternative()
                : Wording.brief(String.join("; ", marked));
    }
}
