package dev.assay.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Fixture;
import dev.assay.extract.TableWorkbook;
import dev.assay.ledger.ArrivalState;
import dev.assay.page.Pages;
import dev.assay.work.CellText;
import dev.assay.work.Tier;
import dev.assay.work.VendorAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands in letters, in both languages and for each tier.
final class LetterTest {
    private static final String FIXTURES = "dev/assay/letter/";

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void letters_areWhatTheFixturesHold(String language) throws IOException {
        ReworkLetter rework = rework(language, Tier.STANDARD);
        compare("rework", language, rework.view());
        Fixture.compare(
                FIXTURES + "list-" + language + ".txt", table(rework.list().workbook()));
        Fixture.compare(FIXTURES + "manifest.yaml", rework.manifest());
        Ordered deck = SampleLetters.deck(
                language,
                Tier.STANDARD,
                SampleLetters.outcomes(),
                List.of(new VendorAnswer("0123abcd", VendorAnswer.Kind.DISPUTED, "It is the client's own wording.")));
        compare(
                "receipt",
                language,
                new Receipt(deck.naming(deck.due()), deck.story().arrivals().getFirst()).view(deck, List.of()));
        compare("hold", language, HoldNotice.view(SampleLetters.held(language)));
        compare(
                "quarantine",
                language,
                QuarantineNotice.view(
                        SampleLetters.wording(language),
                        SampleLetters.arrival(
                                ArrivalState.QUARANTINED,
                                "limit ratio: the container unpacks to more than 100 times its size")));
        compare(
                "refused",
                language,
                new Receipt(
                                SampleLetters.wording(language),
                                SampleLetters.arrival(ArrivalState.REFUSED, "The file has 3 bytes too many."))
                        .view());
    }

    @ParameterizedTest
    @EnumSource(
            value = Tier.class,
            names = {"CONFIDENTIAL", "RESTRICTED"})
    void closerTiers_quoteNothingOfTheDeliverable(Tier tier) throws IOException {
        ReworkLetter letter = rework("en", tier);
        String all = LetterText.render(letter.view()) + table(letter.list().workbook()) + letter.manifest();
        Fixture.compare(FIXTURES + "rework-" + tier.name().toLowerCase(java.util.Locale.ROOT) + ".txt", all);
        for (String text : List.of(SampleLetters.QUOTE, "TBD", "106", "Spend per head", "subjects")) {
            assertFalse(all.contains(text), text);
        }
        assertEquals(tier == Tier.CONFIDENTIAL, all.contains("Slide 6, Table 2"));
        assertEquals(tier == Tier.CONFIDENTIAL, all.contains("'Who was asked'"), "the client's own words");
        assertEquals(tier == Tier.RESTRICTED, all.contains("https://q.example/f0a9380d"));
    }

    @ParameterizedTest
    @EnumSource
    void whatContainsOrIsOnTrial_isNeverTold(Tier tier) throws IOException {
        ReworkLetter letter = rework("en", tier);
        String all = html(letter.view()) + table(letter.list().workbook()) + letter.manifest();
        assertFalse(all.contains("CANARY-CONTAIN") || all.contains("CANARY-TRIAL"), all);
        assertFalse(all.toLowerCase(java.util.Locale.ROOT).contains("score"));
    }

    @Test
    void elevenPoints_tenAreShownAndTheOneThatDecidesIsFirst() {
        Ordered deck = SampleLetters.deck("en", Tier.STANDARD, SampleLetters.many(12), List.of());
        ReworkLetter letter = new ReworkLetter(deck, SampleLetters.ASKED, "");
        List<LetterView.Group> shown = letter.view().sections().stream()
                .flatMap(section -> section.groups().stream())
                .toList();
        assertEquals(10, shown.size());
        assertEquals("Requirement 11", shown.getFirst().requirement());
        assertTrue(LetterText.render(letter.view()).contains("2 more points are in the list"));
        assertEquals(12, letter.list().rows().size());
    }

    /// Threat 8: what a spreadsheet could take for a formula is a text with an apostrophe before it.
    @Test
    void row08_textsLikeFormulas_areTexts() throws IOException {
        List<List<String>> rows = Stream.of(
                        "=1+1",
                        "+1",
                        "-1",
                        "@SUM(A1)",
                        "\t=1",
                        "\r=1",
                        " =HYPERLINK(\"http://x\")",
                        "\uFF1D1",
                        "1,200",
                        "plain")
                .map(List::of)
                .toList();
        byte[] bytes = TableWorkbook.write("S", List.of(new TableWorkbook.Column("A", 9, List.of())), rows);
        List<String> found = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (Row row : workbook.getSheetAt(0)) {
                assertEquals(CellType.STRING, row.getCell(0).getCellType());
                found.add(row.getCell(0).getStringCellValue());
            }
        }
        assertEquals(
                List.of(
                        "A",
                        "'=1+1",
                        "'+1",
                        "'-1",
                        "'@SUM(A1)",
                        "'\t=1",
                        "'\r=1",
                        "' =HYPERLINK(\"http://x\")",
                        "'\uFF1D1",
                        "1,200",
                        "plain"),
                found);
        assertFalse(CellText.isFormula(""));
    }

    @Test
    void bothLanguages_haveTheSameTextsWithTheSamePlaceholders() {
        var english = Wordings.resource("en");
        var german = Wordings.resource("de");
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(german.keySet()));
        english.forEach((key, text) -> {
            Set<String> names = Wordings.placeholders(text);
            assertEquals(names, Wordings.placeholders(german.get(key)), key);
        });
    }

    @Test
    void quotesWithinQuotes_areLeftOutWhole() {
        var item = SampleLetters.outcomes().getFirst().item();
        assertEquals("The author is [\u2026].", Redaction.of("The author is 'O'Brien of 'X''.", item));
        assertEquals(
                "There is no section 'Sample'; closest: [\u2026].",
                Redaction.of("There is no section 'Sample'; closest: 'Secret'.", item));
    }

    private static ReworkLetter rework(String language, Tier tier) {
        return new ReworkLetter(SampleLetters.deck(language, tier), SampleLetters.ASKED, "https://q.example/f0a9380d");
    }

    private static void compare(String name, String language, LetterView view) throws IOException {
        Fixture.compare(FIXTURES + name + "-" + language + ".txt", LetterText.render(view));
        Fixture.compare(FIXTURES + name + "-" + language + ".html", html(view));
    }

    private static String html(LetterView view) {
        return Pages.render("dev/assay/letter/letter.jte", view);
    }

    /// A workbook's rows, a line each.
    private static String table(byte[] bytes) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            List<String> lines = new ArrayList<>();
            for (Row row : workbook.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (Cell cell : row) {
                    cells.add(cell.getStringCellValue());
                }
                lines.add(String.join(" | ", cells));
            }
            assertTrue(workbook.getSheetAt(0).getDataValidations().size() == 1, "the status is chosen from a list");
            return lines.stream().collect(Collectors.joining("\n", "", "\n"));
        }
    }
}
