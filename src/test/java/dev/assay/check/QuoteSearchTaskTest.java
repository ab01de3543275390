package dev.assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.config.Json;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuoteSearchTaskTest {
    private static final String REPORT = """
        # Aims
        We asked about brand\u2019s first-choice recall in the north and in the south.

        # Results
        | Brand | Share |
        | Still | 47 % |
        | Cider | 12 % |

        Total follows.
        """;

    @TempDir
    private Path folder;

    @Test
    void unchangedText_isFound_whateverElseChanged() throws Exception {
        assertFound(true, REPORT, "first-choice recall", REPORT);
        assertFound(true, REPORT, "first-choice recall", "# Another beginning\nNew.\n\n" + REPORT + "\nAnd an end.\n");
        assertFound(
                true,
                REPORT,
                "first-choice recall",
                REPORT.replace("brand\u2019s first-choice", "brand's  first\u2010choice"));
        assertFound(true, REPORT, "47 %", REPORT.replace("Cider | 12", "Cider | 13"));
    }

    @Test
    void changedText_isNotFound() throws Exception {
        assertFound(false, REPORT, "first-choice recall", REPORT.replace("recall", "Recall"));
        assertFound(false, REPORT, "first-choice recall", REPORT.replace("in the north", "in the west"));
        assertFound(false, REPORT, "47 %", REPORT.replace("Still | 47", "Still | 41"));
        assertFound(false, REPORT, "47 %", "# Results\nNothing left.\n");
    }

    /// Its quote takes a little of the paragraphs beside it.
    @Test
    void paragraphThatIsAllQuoted_isFoundAmongItsNeighbours() throws Exception {
        String slides = "@slide 1\nOne point.\n\nTBD\n\nAnother point.\n";
        assertFound(true, slides, "TBD", "@slide 1\nBefore it. One point.\n\nTBD\n\nAnother point.\n");
        assertFound(false, slides, "TBD", "@slide 1\nTwo points.\n\nTBD\n\nAnother point.\n");
    }

    @Test
    void quoteShortenedInItsMiddle_isFoundByItsEnds() throws Exception {
        String paragraph = "Begins here " + "and goes on ".repeat(60) + "and ends here.";
        assertFound(true, "# A\n" + paragraph + "\n", paragraph, "# A\n" + paragraph + "\n");
        assertFound(
                false,
                "# A\n" + paragraph + "\n",
                paragraph,
                "# A\n" + paragraph.replace("ends here", "ends there") + "\n");
    }

    @Test
    void documentThatCouldNotBeRead_holdsNothing() throws Exception {
        Json.write(
                folder.resolve("0.json"),
                new Extraction.Unreadable(Extraction.Reason.DAMAGED, "application/pdf", "it is cut off"));
        assertEquals(List.of(), search(List.of("0.json"), quote(REPORT, "47 %")));
    }

    @Test
    void fileOutsideTheTasksFolder_isRefused() {
        for (String file : List.of("../0.json", "/etc/passwd", "sub/0.json", ".", "")) {
            assertThrows(IllegalArgumentException.class, () -> search(List.of(file), quote(REPORT, "47 %")), file);
        }
    }

    private void assertFound(boolean expected, String quoted, String sought, String earlier) throws Exception {
        Json.write(folder.resolve("0.json"), new Extraction.Extracted(ExampleDocument.of("Another part.")));
        Json.write(folder.resolve("1.json"), new Extraction.Extracted(ExampleDocument.of(earlier)));
        assertEquals(
                expected ? List.of(1) : List.of(),
                search(
                        List.of("0.json", "1.json"),
                        new Finding.Quote("never ", "written", " anywhere"),
                        quote(quoted, sought)));
    }

    private static Finding.Quote quote(String notation, String sought) {
        Document document = ExampleDocument.of(notation);
        int at = document.text().indexOf(sought);
        Span span = new Span(at, at + sought.length());
        return Quotes.situated(document, span, Quotes.of(document, span));
    }

    private List<Integer> search(List<String> documents, Finding.Quote... quotes) throws Exception {
        List<QuoteSearchTask.Found> found = new ArrayList<>();
        new QuoteSearchTask()
                .run(
                        folder,
                        Json.bytes(new QuoteSearchRequest(documents, List.of(quotes))),
                        part -> found.add(Json.read(part, QuoteSearchTask.Found.class)));
        assertEquals(1, found.size());
        return found.getFirst().quotes();
    }
}
