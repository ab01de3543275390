package dev.assay.extract.pdf.page;

import dev.assay.extract.pdf.layout.PageFrame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What text stands on and what was drawn over it: areas and images of a page in the order they were drawn.
final class PdfGround {
    private static final int WHITE = 0xFFFFFF;
    private static final int MOST_AREAS = 20_000;
    private static final int BANDS = 64;
    private static final float COVERED = 0.75f;
    private static final float TOUCHED = 0.1f;
    /// Colours whose parts differ by less are told apart by nobody.
    private static final int NEAR = 6;

    private PageFrame frame;
    private List<List<Area>> bands = List.of();
    private final Set<Integer> colours = new HashSet<>();
    private final List<Area> pictures = new ArrayList<>();
    private int count;
    private int last;

    /// An area that was drawn, in user space.
    ///
    /// @param order  when it was drawn
    /// @param colour below 0 where it is not known
    /// @param covers whether nothing below it is seen
    /// @param image  whether it is an image
    record Area(
            float left, float bottom, float right, float top, int order, int colour, boolean covers, boolean image) {
        float share(float l, float b, float r, float t) {
            float width = Math.min(right, r) - Math.max(left, l);
            float height = Math.min(top, t) - Math.max(bottom, b);
            float all = (r - l) * (t - b);
            return width <= 0 || height <= 0 || all <= 0 ? 0 : width * height / all;
        }

        float size() {
            return (right - left) * (top - bottom);
        }
    }

    PdfGround(PageFrame frame) {
        this.frame = frame;
    }

    void clear(PageFrame next) {
        frame = next;
        bands = List.of();
        colours.clear();
        colours.add(WHITE);
        pictures.clear();
        count = 0;
        last = -1;
    }

    void add(Area area) {
        if (count++ >= MOST_AREAS) {
            return;
        }
        if (bands.isEmpty()) {
            bands = new ArrayList<>(BANDS);
            for (int i = 0; i < BANDS; i++) {
                bands.add(new ArrayList<>(4));
            }
        }
        for (int band = band(area.bottom); band <= band(area.top); band++) {
            bands.get(band).add(area);
        }
        colours.add(area.colour);
        last = area.covers ? Math.max(last, area.order) : last;
        if (area.image) {
            pictures.add(area);
        }
    }

    private int band(float y) {
        float share = frame.height() <= 0 ? 0 : (y - frame.bottom()) / frame.height();
        return Math.clamp((int) (share * BANDS), 0, BANDS - 1);
    }

    /// Whether anything that covers was drawn after a time.
    boolean coversAfter(int order) {
        return last > order;
    }

    /// The area drawn later than a glyph that hides it; null where it is seen.
    @org.jspecify.annotations.Nullable
    Area cover(float left, float bottom, float right, float top, int order) {
        if (last <= order || bands.isEmpty()) {
            return null;
        }
        List<Area> band = bands.get(band((bottom + top) / 2));
        for (int i = band.size() - 1; i >= 0 && band.get(i).order > order; i--) {
            Area area = band.get(i);
            if (area.covers && area.share(left, bottom, right, top) >= COVERED) {
                return area;
            }
        }
        return null;
    }

    /// Whether some ground of the page has nearly a colour.
    boolean mayHide(int colour) {
        return colour >= 0 && count < MOST_AREAS && colours.stream().anyMatch(ground -> isNear(ground, colour));
    }

    /// Whether a glyph stands wholly on ground of its own colour.
    boolean hides(float left, float bottom, float right, float top, int order, int colour) {
        int ground = WHITE;
        List<Area> band = bands.isEmpty() ? List.of() : bands.get(band((bottom + top) / 2));
        for (int i = band.size() - 1; i >= 0; i--) {
            Area area = band.get(i);
            float share = area.order < order ? area.share(left, bottom, right, top) : 0;
            if (share > TOUCHED) {
                ground = share >= 0.95f ? area.colour : PaintState.UNKNOWN;
                break;
            }
        }
        return isNear(ground, colour);
    }

    private static boolean isNear(int one, int other) {
        return one >= 0
                && other >= 0
                && Math.abs((one >> 16) - (other >> 16)) < NEAR
                && Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF)) < NEAR
                && Math.abs((one & 0xFF) - (other & 0xFF)) < NEAR;
    }

    /// Whether an image lies at a point, over or under.
    boolean hasPicture(float x, float y) {
        for (Area picture : pictures) {
            if (x >= picture.left && x <= picture.right && y >= picture.bottom && y <= picture.top) {
                return true;
            }
        }
        return false;
    }

    /// Whether an area is most of the page.
    boolean isMostOfPage(Area area) {
        return area.size() >= 0.6f * frame.width() * frame.height();
    }
}
