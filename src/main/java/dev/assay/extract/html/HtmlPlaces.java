package dev.assay.extract.html;

import dev.assay.document.Place;
import java.util.ArrayList;
import java.util.List;

/// Counts the blocks that are shown (headings, paragraphs, list entries, tables) from 1 and knows the headings
/// they stand under. What hangs on a block, such as a link or hidden text, has that block's place.
final class HtmlPlaces {
    private final List<Title> section = new ArrayList<>();
    private int number;

    private record Title(int level, String words) {}

    /// The place of the block that is being read.
    Place coming() {
        return new Place.Paragraph(number + 1, titles());
    }

    /// The place of the next block, which is counted.
    Place next() {
        Place place = coming();
        number++;
        return place;
    }

    /// The place of a heading, which is counted and what follows stands under.
    Place heading(int level, String words) {
        section.removeIf(title -> title.level >= level);
        Place place = next();
        section.add(new Title(level, words));
        return place;
    }

    private List<String> titles() {
        return section.stream().map(Title::words).toList();
    }
}
