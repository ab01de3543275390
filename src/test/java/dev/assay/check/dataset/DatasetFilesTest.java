package dev.assay.check.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.check.Background;
import dev.assay.check.Checks;
import dev.assay.check.Finding;
import dev.assay.check.Inspection;
import dev.assay.check.Inspector;
import dev.assay.check.Outcome;
import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.Item;
import dev.assay.extract.Readers;
import dev.assay.extract.draft.ContainerLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data sets in files that have no fixture form: delimited text and load files.
final class DatasetFilesTest {
    @TempDir
    Path folder;

    private final List<Inspection.Part> parts = new ArrayList<>();

    @Test
    void rowOfAnotherLength_isFlaggedAtItsFirstField() throws Exception {
        file("data.csv", "id,name,amount\n1,Miller,10\n2,Smith,John,20\n3,Jones,30\n");
        assertEquals(List.of("sheet 1, cell A3: Row 3 has 4 fields, the others have 3."), findings("check: dataset"));
    }

    @Test
    void headerOfAnotherLengthThanAllRows_isOneFault() throws Exception {
        file("data.csv", "id,name\n1,Miller,10\n2,Smith,20\n3,Jones,30\n");
        assertEquals(
                List.of("sheet 1, cell A1: The header has 2 names, the rows have 3 fields."),
                findings("check: dataset"));
    }

    @Test
    void decimalComma_isUnderstoodFromTheFile() throws Exception {
        file("data.csv", "id;amount\n1;1.234,50\n2;0,50\n");
        assertEquals(List.of(), findings("check: dataset\n  with:\n    totals: sum of amount = 1235"));
    }

    @Test
    void sumThatFloatingPointMisses_isExact() throws Exception {
        file("data.csv", "id,amount\n1,0.1\n2,0.2\n3,100000000000000000.01\n");
        assertEquals(List.of(), findings("check: dataset\n  with:\n    totals: sum of amount = 100000000000000000.31"));
    }

    @Test
    void fileWithoutHeader_isReadByTheDeclaredOrder() throws Exception {
        file("data.csv", "1,200\n2,20\n");
        assertEquals(
                List.of("sheet 1, cell B1: '200' in column 'age' is outside what is allowed: 18 to 99."),
                findings("check: dataset\n  with:\n    header: no\n    columns: [id, 'age = 18 to 99']"
                        .replace("header: no", "header: 'no'")));
    }

    @Test
    void quotedFieldThatIsNeverClosed_leavesDoubt() throws Exception {
        file("data.csv", "id,name\n1,a\n2,\"b\n3,c\n");
        assertInstanceOf(Outcome.CannotTell.class, outcome("check: dataset\n  with:\n    columns: [id, name]"));
    }

    @Test
    void pagesOfADocument_areCountedInAnOpticonFile() throws Exception {
        file("load.opt", "A1,V,I\\A1.tif,Y,,,3\nA2,V,I\\A2.tif,,,,\nA3,V,I\\A3.tif,Y,,,1\nA3,V,I\\A3.tif,,,,\n");
        assertEquals(
                List.of(
                        "sheet 1, cell A1: Document 'A1' (row 1) states 3 pages and has 2 images.",
                        "sheet 1, cell A3: Document 'A3' (row 3) states 1 page and has 2 images.",
                        "sheet 1, cell A4: Image key 'A3' of row 4 is that of row 3 already."),
                findings("check: dataset"));
    }

    @Test
    void loadFilesOfOneProduction_areHeldAgainstEachOther() throws Exception {
        file(
                "load.dat",
                "\u00FEBEGBATES\u00FE\u0014\u00FEENDBATES\u00FE\r\n\u00FEA1\u00FE\u0014\u00FEA2\u00FE\r\n"
                        + "\u00FEA4\u00FE\u0014\u00FEA5\u00FE\r\n");
        assertEquals(
                List.of("sheet 1, cell A3: A3 is missing between A2 (row 2) and A4 (row 3)."),
                findings("check: dataset\n  with:\n    sequences: BEGBATES to ENDBATES"));
    }

    @Test
    void manyFaultsOfOneRule_areListedInPart() throws Exception {
        StringBuilder text = new StringBuilder("id,age\n");
        for (int i = 0; i < 500; i++) {
            text.append(i).append(",x\n");
        }
        file("data.csv", text.toString());
        List<String> findings = findings("check: dataset\n  with:\n    columns: 'age = integer'");
        assertEquals(Faults.LISTED + 1, findings.size());
        assertEquals(
                "sheet 1, cell A1: 480 more of the same kind are not listed (no number in column 'age'): 500 in all.",
                findings.getLast());
    }

    private void file(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        parts.add(new Inspection.Part(
                name,
                "",
                new Readers(ContainerLimits.standard()).read(file, name).extraction()));
    }

    private Outcome outcome(String keys) {
        Item item = new ChecklistReader(Checks.kinds())
                .read("test.yaml", "title: Test\nitems:\n- id: data\n  " + keys + "\n")
                .items()
                .getFirst();
        Inspection inspection = new Inspection("", "", "", "", parts, Background.NONE);
        return new Inspector(Checks.all()).inspect(item, inspection, Map.of()).outcome();
    }

    private List<String> findings(String keys) {
        return switch (outcome(keys)) {
            case Outcome.Failed failed ->
                failed.findings().stream().map(DatasetFilesTest::line).toList();
            case Outcome.Passed ignored -> List.of();
            case Outcome other -> throw new AssertionError(other.toString());
        };
    }

    private static String line(Finding finding) {
        return finding.place().describe() + ": " + finding.message();
    }
}
