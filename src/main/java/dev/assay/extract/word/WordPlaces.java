package dev.assay.extract.word;

import dev.assay.document.Layer;
import dev.assay.document.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Counts the paragraphs of each layer from 1 and knows the headings that the body is under.
///
/// Every `w:p` outside text boxes counts, those of tables and empty ones too. What hangs on a paragraph (a text
/// box, a picture, deleted or hidden text) has the place of that paragraph.
final class WordPlaces {
    private final Map<Layer, Integer> counts = new EnumMap<>(Layer.class);
    private final List<Integer> levels = new ArrayList<>();
    private List<String> path = List.of();

    /// The place of the next paragraph, which is counted.
    Place.Paragraph next(Layer layer, List<String> section) {
        return new Place.Paragraph(counts.merge(layer, 1, Integer::sum), section);
    }

    /// The place the next paragraph will have, which is not counted.
    Place.Paragraph coming(Layer layer, List<String> section) {
        return new Place.Paragraph(counts.getOrDefault(layer, 0) + 1, section);
    }

    /// The headings the body is under, outermost first.
    List<String> section() {
        return path;
    }

    /// The headings a heading of a level stands under.
    List<String> above(int level) {
        int keep = 0;
        while (keep < levels.size() && levels.get(keep) < level) {
            keep++;
        }
        return path.subList(0, keep);
    }

    /// Goes under a heading.
    void enter(int level, String title) {
        List<String> above = new ArrayList<>(above(level));
        levels.subList(above.size(), levels.size()).clear();
        levels.add(level);
        above.add(title.strip());
        path = List.copyOf(above);
    }
}
