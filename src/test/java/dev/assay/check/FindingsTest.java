package dev.assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Span;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class FindingsTest {
    private static final Kind KIND = Checks.kinds().getFirst();
    private static final String TEXT = "# 2 Results\nAwareness rose to XX% in the third wave.";

    @Test
    void fingerprint_staysWhenUnrelatedTextComesAndGoes() {
        String moved = "# 1 New\nA new chapter with a table.\n\n| a | b |\n\n# 3 RESULTS\nA new sentence before.\n\n"
                + "Awareness rose to XX% in the third wave, as was expected by those who asked.";
        assertEquals(fingerprint(TEXT, "XX%"), fingerprint(moved, "XX%"));
    }

    @Test
    void fingerprint_staysWhenPagesMove() {
        assertEquals(fingerprint("@page 2\n" + TEXT, "XX%"), fingerprint("@page 1\nMore.\n\n@page 3\n" + TEXT, "XX%"));
    }

    @Test
    void fingerprint_differsInAnotherSectionOrSentence() {
        assertNotEquals(fingerprint(TEXT, "XX%"), fingerprint(TEXT.replace("Results", "Outlook"), "XX%"));
        assertNotEquals(fingerprint(TEXT, "XX%"), fingerprint(TEXT.replace("rose to", "fell by"), "XX%"));
    }

    @Test
    void sameWordsTwiceInTheSameSurroundings_areTwoFindings() {
        Findings findings = new Findings(KIND);
        Inspection.ReadPart part = part("| TBD |\n| TBD |\n");
        findings.at(part, new Span(0, 3), "m", "r");
        findings.at(part, new Span(4, 7), "m", "r");
        Outcome.Failed failed = (Outcome.Failed) findings.outcome("fault|faults", "p");
        assertEquals(
                2,
                failed.findings().stream().map(Finding::fingerprint).distinct().count());
        assertEquals("2 faults.", failed.reason());
    }

    @Test
    void quote_isCutAtWordsAndStaysInItsBlock() {
        String long60 = "word ".repeat(30);
        Document document = ExampleDocument.of("Before.\n\n" + long60 + "XX% " + long60 + "\n\nAfter.");
        int at = document.text().indexOf("XX%");
        Finding.Quote quote = Quotes.of(document, new Span(at, at + 3));
        assertEquals("word ".repeat(12), quote.before());
        assertEquals("XX%", quote.marked());
        assertEquals(" word".repeat(12), quote.after());
        assertEquals(new Finding.Quote("", "Before.", ""), Quotes.of(document, new Span(0, 7)));
    }

    @Test
    void quote_inATableIsItsRow() {
        Document document = ExampleDocument.of("| a | 1 |\n| b | 22 |\n| c | 3 |");
        int at = document.text().indexOf("22");
        assertEquals(new Finding.Quote("b ", "22", ""), Quotes.of(document, new Span(at, at + 2)));
    }

    @Test
    void quoteOfAWholeParagraph_showsItsNeighbours() {
        assertEquals(
                new Finding.Quote("Fieldwork / ", "TBA", " / It ended."),
                quote("# Fieldwork\nTBA\n\nIt ended.", "TBA"));
        assertEquals(new Finding.Quote("", "TBA", ""), quote("TBA", "TBA"));
        String words = "word ".repeat(30).strip();
        assertEquals(
                new Finding.Quote("word ".repeat(12) + "/ ", "TBA", " /" + " word".repeat(12)),
                quote(words + "\n\nTBA\n\n" + words, "TBA"));
    }

    @Test
    void quoteOfAWholeRow_showsTheRowsAround() {
        assertEquals(
                new Finding.Quote("Item Value / ", "TBA", " / Price 12"),
                quote("@sheet A\n| Item | Value |\n| TBA |  |\n| Price | 12 |", "TBA"));
        assertEquals(new Finding.Quote("Costs / ", "TBA", ""), quote("# Costs\n| TBA |", "TBA"));
    }

    @Test
    void quoteOfAWholeParagraph_staysOnItsSlideAndInItsLayer() {
        assertEquals(
                new Finding.Quote("", "TBA", ""),
                quote("@slide 1\nFirst.\n\n@slide 2\nTBA\n\n@layer speaker-note\nSay this.", "TBA"));
    }

    private static Finding.Quote quote(String notation, String sought) {
        Inspection.ReadPart part = part(notation);
        int at = part.document().text().indexOf(sought);
        Findings findings = new Findings(KIND);
        findings.at(part, new Span(at, at + sought.length()), "m", "r");
        Outcome.Failed failed = (Outcome.Failed) findings.outcome("f", "p");
        return Objects.requireNonNull(failed.findings().getFirst().quote());
    }

    private static String fingerprint(String notation, String sought) {
        Inspection.ReadPart part = part(notation);
        int at = part.document().text().indexOf(sought);
        Findings findings = new Findings(KIND);
        findings.at(part, new Span(at, at + sought.length()), "m", "r");
        return ((Outcome.Failed) findings.outcome("f", "p"))
                .findings()
                .getFirst()
                .fingerprint();
    }

    private static Inspection.ReadPart part(String notation) {
        Document document = ExampleDocument.of(notation);
        return new Inspection.ReadPart(new Inspection.Part("a.docx", "", new Extraction.Extracted(document)), document);
    }
}
