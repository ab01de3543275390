package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.office.Measure;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// The sections of a document: their page setup, and the headers and footers they name. What holds for a section
/// is said at its end.
final class WordSections {
    private final WordSource shared;
    private final Set<String> headers = new LinkedHashSet<>();
    private final Set<String> footers = new LinkedHashSet<>();
    private @Nullable Place from;
    private @Nullable Setup setup;

    WordSections(WordSource shared) {
        this.shared = shared;
    }

    /// The relationship ids of the headers, in the order in which sections name them.
    Set<String> headers() {
        return headers;
    }

    /// The relationship ids of the footers, in the order in which sections name them.
    Set<String> footers() {
        return footers;
    }

    /// Takes what the section properties at hand say (`w:sectPr`).
    void properties(Markup properties, WordStory story, Place place) throws XMLStreamException, IOException {
        Setup read = new Setup();
        properties.each(property -> {
            switch (property.name()) {
                case "w:headerReference" -> headers.add(property.attribute("r:id", ""));
                case "w:footerReference" -> footers.add(property.attribute("r:id", ""));
                case "w:footnotePr", "w:endnotePr" -> shared.notes().sectionStyle(property);
                case "w:sectPrChange" -> story.change(property, Fact.TrackedChange.Action.FORMATTING, place);
                default -> read.property(property);
            }
        });
        setup = read;
    }

    /// Takes the place of a paragraph of the body that is complete: the section goes from its first to the one
    /// that holds its properties.
    void paragraph(Place place) {
        from = from == null ? place : from;
        end();
    }

    /// Ends the section, where its properties were read.
    void end() {
        Setup read = setup;
        if (read == null) {
            return;
        }
        Place start = from == null ? new Place.Whole() : from;
        setup = null;
        from = null;
        shared.notes().nextSection();
        shared.coversPages(false);
        if (read.width > 0 && read.height > 0) {
            shared.draft().fact(new Fact.PageSetup(read.width, read.height, read.margins, read.columns(), start));
        }
    }

    private static final class Setup {
        private static final int MOST_COLUMNS = 45;

        private double width;
        private double height;
        private Fact.PageSetup.@Nullable Margins margins;
        private int columns = 1;

        private void property(Markup property) {
            switch (property.name()) {
                case "w:pgSz" -> {
                    width = Measure.points(property, "w:w", 0);
                    height = Measure.points(property, "w:h", 0);
                }
                case "w:pgMar" ->
                    margins = new Fact.PageSetup.Margins(
                            Measure.points(property, "w:top", 0),
                            Measure.points(property, "w:right", 0),
                            Measure.points(property, "w:bottom", 0),
                            Measure.points(property, "w:left", 0));
                case "w:cols" -> columns = property.number("w:num", 1);
                default -> {}
            }
        }

        private int columns() {
            return Math.clamp(columns, 1, MOST_COLUMNS);
        }
    }
}
