package dev.assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExampleFactTest {
    @Test
    void fact_standsWhereItsLineStands() {
        Document document = ExampleDocument.of("""
            # Method

            We asked 100 people.

            @fact tracked-change author="Ann Lee" action=deletion
            @fact comment author=Bob anchor="100 people" resolved=true
            @fact image width=300 height=200 shownWidth=72.5
            @slide 2
            @fact hidden kind=slide
            """);
        Place paragraph = new Place.Paragraph(2, List.of("Method"));
        Span sentence = new Span(7, 27);
        assertEquals(
                List.of(
                        new Fact.TrackedChange("Ann Lee", Fact.TrackedChange.Action.DELETION, "", null, paragraph),
                        new Fact.Comment("Bob", "", true, sentence, new Span(16, 26), paragraph),
                        new Fact.Image("", 300, 200, 72.5, 0, null, paragraph),
                        new Fact.Hidden(Fact.Hidden.Kind.SLIDE, "", new Place.Slide(2, ""))),
                document.facts());
    }

    @Test
    void language_lastsUntilTheNext() {
        Document document = ExampleDocument.of("@language de\nEins.\n\nZwei.\n\n@language en\nThree.\n");
        assertEquals(
                List.of(
                        new Document.Language(new Span(0, 11), "de", 1),
                        new Document.Language(new Span(12, 18), "en", 1)),
                document.languages());
    }

    @Test
    void mistake_isTold() {
        assertEquals(
                "A fact 'font' has no field 'size'. Known: name, embedded, unicode",
                assertThrows(IllegalArgumentException.class, () -> ExampleDocument.of("@fact font size=3"))
                        .getMessage());
        assertEquals(
                "'shy' is none of: macro, ole-object, dde, script, launch-action",
                assertThrows(IllegalArgumentException.class, () -> ExampleDocument.of("@fact active-content kind=shy"))
                        .getMessage());
    }
}
