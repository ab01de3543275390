package dev.assay.stage.workshop;

import dev.assay.extract.render.FrameHtml;
import dev.assay.extract.render.RenderRequest;
import dev.assay.extract.render.Rendering;
import dev.assay.extract.render.Rendering.Answer;
import dev.assay.extract.render.Rendering.Box;
import dev.assay.extract.render.Rendering.Form;
import dev.assay.extract.render.Rendering.Frame;
import dev.assay.extract.render.Rendering.Sight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks at what a child says it drew before anything of it is used: names, counts, sizes, that a picture is a
/// PNG of the stated size and markup is [FrameHtml].
final class FrameCheck {
    private static final Pattern NAME = Pattern.compile("frame-[0-9]{4}\\.(png|html)");
    private static final long PNG_MAGIC = 0x89504E470D0A1A0AL;
    private static final int PNG_HEADER = 0x49484452;
    private static final int HEADER_BYTES = 24;
    private static final int LONGEST_WORDS = 1_000;
    private static final int MOST_NOTES = 20;
    private static final int MOST_BOXES = 500;

    private final RenderRequest request;
    private final Rendering rendering;

    FrameCheck(RenderRequest request, Rendering rendering) {
        this.request = request;
        this.rendering = rendering;
    }

    /// Says what is wrong with a child's answer.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String rule) {
            super(rule);
        }
    }

    /// The frames with their files' bytes.
    ///
    /// @throws Refused     if anything is not as a child may answer
    /// @throws IOException if the disk failed
    List<DrawnFrame> frames(Path folder) throws Refused, IOException {
        require(rendering.answers().size() == request.wants().size(), "one answer for each want");
        require(rendering.frames().size() <= request.limits().frames(), "no more frames than asked for");
        for (Answer answer : rendering.answers()) {
            if (answer instanceof Answer.Shown shown) {
                answer(shown);
            }
        }
        List<DrawnFrame> drawn = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long total = 0;
        for (Frame frame : rendering.frames()) {
            require(names.add(frame.file()), "each frame in a file of its own");
            byte[] content = content(folder, frame);
            total += content.length;
            require(total <= request.limits().totalBytes(), "no more bytes than allowed");
            drawn.add(new DrawnFrame(rendering, drawn.size(), content));
        }
        return drawn;
    }

    private void answer(Answer.Shown shown) throws Refused {
        require(shown.alternative().length() <= LONGEST_WORDS, "alternative texts of bounded length");
        require(shown.sights().size() <= rendering.frames().size(), "a sight for each frame at most");
        for (Sight sight : shown.sights()) {
            require(sight.frame() >= 0 && sight.frame() < rendering.frames().size(), "sights in frames that exist");
            require(sight.boxes().size() <= MOST_BOXES, "boxes of bounded number");
            for (Box box : sight.boxes()) {
                require(isInside(box.x(), box.width()) && isInside(box.y(), box.height()), "boxes inside their frame");
            }
        }
    }

    private static boolean isInside(double at, double length) {
        return at >= 0 && length >= 0 && at + length <= 1.0001;
    }

    private byte[] content(Path folder, Frame frame) throws Refused, IOException {
        require(NAME.matcher(frame.file()).matches(), "names of frames");
        require(
                frame.alternative().length() <= LONGEST_WORDS
                        && frame.notes().size() <= MOST_NOTES
                        && frame.notes().stream().allMatch(note -> note.length() <= LONGEST_WORDS),
                "texts of bounded length");
        Path file = folder.resolve(frame.file());
        require(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS), "frames in regular files");
        byte[] content;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            content = in.readNBytes(request.limits().bytes() + 1);
        }
        require(content.length <= request.limits().bytes(), "files of bounded size");
        if (frame.form() == Form.PICTURE) {
            require(frame.file().endsWith(".png") && isPicture(content, frame), "pictures that are PNG of their size");
        } else {
            require(frame.file().endsWith(".html") && isMarkup(content), "markup that a page may take in");
        }
        return content;
    }

    private boolean isPicture(byte[] content, Frame frame) {
        ByteBuffer header = ByteBuffer.wrap(content);
        return content.length > HEADER_BYTES
                && header.getLong(0) == PNG_MAGIC
                && header.getInt(12) == PNG_HEADER
                && header.getInt(16) == frame.width()
                && header.getInt(20) == frame.height()
                && frame.width() > 0
                && frame.height() > 0
                && (long) frame.width() * frame.height() <= request.limits().pixels() * 1.01;
    }

    private static boolean isMarkup(byte[] content) {
        try {
            return FrameHtml.isSafe(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static void require(boolean holds, String rule) throws Refused {
        if (!holds) {
            throw new Refused(rule);
        }
    }
}
