package dev.assay.priorwork;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class LeftOutTest {
    private static final String QUOTED = "\u201cPrice mattered less than the size of the refill to most of them\u201d";

    @Test
    void quotation_isLeftOutWhereItsSourceIsNamedNearby() {
        assertEquals(List.of(quotation(QUOTED)), leftOut("As they say, " + QUOTED + " (Ray, 2019, p. 4)."));
        assertEquals(List.of(quotation(QUOTED)), leftOut("Ray et al. say: " + QUOTED + "."));
        assertEquals(List.of(quotation(QUOTED)), leftOut(QUOTED + " [12]"));
        assertEquals(List.of(), leftOut("One said: " + QUOTED + " and left."));
        assertEquals(List.of(), leftOut("She calls it \u201cthe very best of worlds\u201d (Ray, 2019)."));
    }

    /// It would not come to its end within the test's patience otherwise.
    @Test
    @Timeout(60)
    void longLine_isNoEntryOfContents() {
        assertEquals(List.of(), leftOut("word ".repeat(200_000)));
    }

    @Test
    void bibliography_endsAtTheNextHeading_orWhereTextResumes() {
        assertEquals(
                List.of("BIBLIOGRAPHY Ray, A. Bottles. 2019.\nUhl, B. Refills. 2020."),
                leftOut(
                        "#1 Findings",
                        "Text.",
                        "#1 5. References",
                        "Ray, A. Bottles. 2019.",
                        "Uhl, B. Refills. 2020.",
                        "#1 Method",
                        "More text."));
        assertEquals(
                List.of("BIBLIOGRAPHY Ray, A. Bottles. 2019."),
                leftOut("#1 Literaturverzeichnis", "Ray, A. Bottles. 2019.", "#2 Anhang A: Fragebogen", "Text."));
        assertEquals(
                List.of("BIBLIOGRAPHY Ray, A. Bottles. 2019."),
                leftOut("Sources:", "Ray, A. Bottles. 2019.", "Appendix 1", "Text of the appendix."));
        assertEquals(List.of(), leftOut("#1 Sources of income", "Text that stays."));
        assertEquals(
                List.of("BIBLIOGRAPHY Ray, A. Bottles. 2019."),
                leftOut("#1 Appendix B: References", "Ray, A. Bottles. 2019.", "#1 Appendix C: Tables", "Text."));
        assertEquals(
                List.of("BIBLIOGRAPHY Ray, A. Bottles. 2019."),
                leftOut("#2 Referenzen", "Ray, A. Bottles. 2019.", "#2 Steuerung", "Text."));
    }

    @Test
    void contents_areThreeLinesOrMoreThatEndInAPage() {
        assertEquals(
                List.of("CONTENTS Method\t3\nFindings ...... 4\nAnnex . . . . ix"),
                leftOut("Contents", "Method\t3", "Findings ...... 4", "Annex . . . . ix", "Text 12."));
        assertEquals(List.of(), leftOut("Sales\\t3", "Costs\\t4", "Text."));
    }

    private static String quotation(String text) {
        return "QUOTATION " + text;
    }

    /// Blocks are paragraphs, and headings where they begin with a number sign and a level.
    private static List<String> leftOut(String... blocks) {
        StringBuilder text = new StringBuilder();
        List<Block> read = new ArrayList<>();
        for (String block : blocks) {
            boolean heading = block.startsWith("#");
            String shown = heading ? block.substring(3) : block;
            Span span = new Span(text.length(), text.length() + shown.length());
            text.append(shown).append('\n');
            Place place = new Place.Paragraph(read.size() + 1, List.of());
            read.add(
                    heading
                            ? new Block.Heading(block.charAt(1) - '0', span, place, Layer.BODY)
                            : new Block.Paragraph(span, place, Layer.BODY));
        }
        Document document =
                new Document("text/plain", text.toString(), read, List.of(), List.of(), List.of(), "test 1");
        return LeftOut.of(document).stream()
                .map(each -> each.why() + " " + document.text(each.span()))
                .toList();
    }
}
