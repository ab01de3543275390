package dev.assay.lab.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.lab.samples.Manuscript.Piece;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The samples' own figures: right everywhere but where a mistake is wanted.
class SampleArithmeticTest {
    private final List<Respondent> interviews = Survey.interviews();
    private final Tabulation tabulation = new Tabulation(interviews, Measure.all());

    @Test
    void quotas_areMetExactly() {
        for (Cut cut : Cut.banner()) {
            assertEquals(cut.quota(), tabulation.count("all", cut.trait()), cut.label());
        }
    }

    @Test
    void answers_areThoseOfTheirRegion() {
        for (Measure measure : Measure.all()) {
            for (int region = 0; region < Cut.REGIONS.size(); region++) {
                assertEquals(
                        measure.counts().get(region),
                        tabulation.count(
                                measure.trait(), Cut.REGIONS.get(region).trait()),
                        measure.trait());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"usual", "frequency", "recall", "recommend"})
    void oneAnswer_addsUpToThoseAsked(String question) {
        for (Cut cut : Cut.banner()) {
            int sum = tabulation.question(question).stream()
                    .mapToInt(measure -> tabulation.count(measure.trait(), cut.trait()))
                    .sum();
            assertEquals(tabulation.base(question + "-", cut.trait()), sum, cut.label());
        }
    }

    @Test
    void buyers_considerAndKnowWhatTheyBuy() {
        for (Respondent respondent : interviews) {
            for (String brand : List.of("harrowgate", "botanic", "fenwicks", "alder", "cobalt", "marlow")) {
                assertTrue(!respondent.is("usual-" + brand) || respondent.is("bought-" + brand));
                assertTrue(!respondent.is("bought-" + brand) || respondent.is("consider-" + brand));
                assertTrue(!respondent.is("consider-" + brand) || respondent.is("aware-" + brand));
            }
        }
    }

    @Test
    void dataFile_countsAsTheTablesDo() throws IOException {
        List<String> lines = dataFile();
        List<String> heads = List.of(lines.getFirst().split(",", -1));
        int botanic = heads.indexOf("q2_aware_botanic");
        int usual = heads.indexOf("q5_usual_brand");
        List<String[]> records =
                lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        assertEquals(1200, records.size());
        assertEquals(492, count(records, botanic, "1"));
        assertEquals(tabulation.count("aware-botanic", "all"), count(records, botanic, "1"));
        assertEquals(tabulation.count("usual-harrowgate", "all"), count(records, usual, "1"));
        assertEquals(1200, records.stream().map(record -> record[0]).distinct().count());
        assertTrue(records.stream().allMatch(record -> record.length == heads.size()));
    }

    @Test
    void codebook_hasAllVariablesInOrder() throws IOException {
        List<String> heads = List.of(dataFile().getFirst().split(",", -1));
        List<String> documented = TrackerData.codebook()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertEquals(heads, documented);
    }

    @Test
    void tables_addUpButForTheTotalAndTheShareThatAreWrong() {
        List<String> wrong = new ArrayList<>();
        for (WorkbookWriter.Sheet sheet : new TrackerTables(tabulation).sheets()) {
            for (List<List<Object>> table : sheet.tables()) {
                wrong.addAll(wrongTotals(sheet.name(), table));
            }
        }
        assertEquals(List.of("T1 Interviews: 1200, total 1210", "T5 North: 103, total 100"), wrong);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tracker-report.txt",
                "tracker-deck.txt",
                "concept-summary.txt",
                "initiation.txt",
                "flash-fenwick.txt",
                "flash-cobalt.txt",
                "appendix.txt"
            })
    void manuscripts_addUp(String resource) {
        UnaryOperator<String> figures = tabulation.figures();
        Manuscript manuscript = ManuscriptReader.read(
                resource, name -> name.startsWith("?") || name.startsWith("index=") ? name : figures.apply(name));
        for (Piece piece : manuscript.pieces()) {
            if (piece instanceof Piece.Grid(String caption, List<List<String>> rows)) {
                assertEquals(List.of(), wrongTotals(caption, rows));
            }
        }
    }

    @Test
    void upsideOfTheInitiation_isElevenPerCent() {
        assertEquals(11, Math.round(100.0 * (535 - 482) / 482));
        assertTrue(Resources.text("initiation.txt").contains("upside of 18 per cent"));
    }

    @Test
    void figures_areKnownOrRefused() {
        UnaryOperator<String> figures = tabulation.figures();
        assertEquals("41", figures.apply("aware-botanic"));
        assertEquals("492", figures.apply("n aware-botanic"));
        assertEquals("+6", figures.apply("change aware-botanic"));
        assertEquals("\u22121", figures.apply("change aware-cobalt"));
        assertEquals("1,200", figures.apply("n all"));
        assertThrows(IllegalArgumentException.class, () -> figures.apply("aware-nobody"));
    }

    private List<String> dataFile() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(TrackerData.zip(interviews)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().contains("data")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
                }
            }
        }
        throw new AssertionError("The package has no data file");
    }

    private static int count(List<String[]> records, int column, String code) {
        return (int)
                records.stream().filter(record -> record[column].equals(code)).count();
    }

    /// Columns whose rows above "Total" differ from it by more than rounding to whole per cent explains.
    private static List<String> wrongTotals(String name, List<? extends List<?>> table) {
        int total = 0;
        while (total < table.size() && !table.get(total).getFirst().toString().startsWith("Total")) {
            total++;
        }
        List<String> wrong = new ArrayList<>();
        for (int column = 1; total < table.size() && column < table.getFirst().size(); column++) {
            String head = table.getFirst().get(column).toString();
            BigDecimal stated = number(table.get(total).get(column));
            BigDecimal sum = BigDecimal.ZERO;
            for (List<?> row : table.subList(1, total)) {
                sum = sum.add(number(row.get(column)));
            }
            int rounding = stated.intValue() == 100 ? 2 : 0;
            boolean isSum = !head.startsWith("Change");
            if (isSum && sum.subtract(stated).abs().intValue() > rounding) {
                wrong.add(name + " " + head + ": " + sum + ", total " + stated);
            }
        }
        return wrong;
    }

    private static BigDecimal number(Object cell) {
        return new BigDecimal(cell.toString().replace(",", "").replace("\u2212", "-"));
    }
}
