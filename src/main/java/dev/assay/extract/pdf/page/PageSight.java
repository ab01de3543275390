package dev.assay.extract.pdf.page;

import dev.assay.extract.pdf.layout.Unseen.Cause;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells which glyphs of a page are seen, once all of it is drawn.
///
/// Text without ink over or under an image was recognised from that image, and so is text that an image of the
/// whole page was drawn over: it stands for what the image shows, and counts as seen.
final class PageSight {
    private static final double MOST = 0.8;

    private final ShownGlyphs glyphs;
    private final PdfGround ground;
    private final Map<Integer, Boolean> suspects = new HashMap<>();
    private final boolean scanned;
    private boolean recognised;

    PageSight(ShownGlyphs glyphs, PdfGround ground) {
        this.glyphs = glyphs;
        this.ground = ground;
        this.scanned = isScanned();
    }

    /// Whether text of the page lies unseen over or under a picture of it.
    boolean isRecognised() {
        return recognised;
    }

    /// Whether nearly all glyphs lie under an image of nearly the whole page.
    private boolean isScanned() {
        int under = 0;
        for (int i = 0; i < glyphs.count(); i++) {
            if (!ground.coversAfter(glyphs.order(i))) {
                continue;
            }
            PdfGround.Area cover = cover(i);
            under += cover != null && cover.image() && ground.isMostOfPage(cover) ? 1 : 0;
        }
        return under > 0 && under >= glyphs.count() * MOST;
    }

    /// Why a glyph is not seen; null where it is.
    @Nullable
    Cause cause(int glyph) {
        Cause known = glyphs.cause(glyph);
        if (known == Cause.NO_INK && !isWord(glyph)) {
            return null;
        }
        if (known == Cause.NO_INK && ground.hasPicture(middle(glyph), glyphs.y(glyph))) {
            recognised = true;
            return null;
        }
        if (known != null) {
            return known;
        }
        PdfGround.Area cover = ground.coversAfter(glyphs.order(glyph)) ? cover(glyph) : null;
        if (cover != null && !(scanned && cover.image())) {
            return Cause.COVERED;
        }
        recognised |= cover != null;
        return hasColourOfGround(glyph) ? Cause.SAME_COLOUR : null;
    }

    /// A mark without ink stands for one that is drawn, such as the box before an entry of a checklist.
    private boolean isWord(int glyph) {
        return glyphs.text(glyph).codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private boolean hasColourOfGround(int glyph) {
        int colour = glyphs.run(glyph).colour();
        if (colour < 0 || !suspects.computeIfAbsent(colour, ground::mayHide)) {
            return false;
        }
        float[] box = box(glyph);
        return ground.hides(box[0], box[1], box[2], box[3], glyphs.order(glyph), colour);
    }

    private PdfGround.@Nullable Area cover(int glyph) {
        float[] box = box(glyph);
        return ground.cover(box[0], box[1], box[2], box[3], glyphs.order(glyph));
    }

    private float middle(int glyph) {
        return glyphs.x(glyph) + glyphs.width(glyph) / 2;
    }

    /// The rectangle around a glyph's letters in user space: left, lower, right, upper edge.
    private float[] box(int glyph) {
        PdfRun run = glyphs.run(glyph);
        double angle = Math.toRadians(run.angle());
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        float up = 0.6f * run.style().size();
        float width = Math.max(0.1f, glyphs.width(glyph));
        float x = glyphs.x(glyph);
        float y = glyphs.y(glyph);
        float x2 = x + width * cos - up * sin;
        float y2 = y + width * sin + up * cos;
        return new float[] {Math.min(x, x2), Math.min(y, y2), Math.max(x, x2), Math.max(y, y2)};
    }
}
