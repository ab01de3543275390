package dev.assay.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadBenchIT {
    @TempDir
    Path folder;

    @Test
    void filesThatBothRead_areMeasured_andOthersListed() throws IOException, InterruptedException {
        Path deliverables = Path.of("samples/deliverables");
        Files.copy(
                deliverables.resolve("01-tracker-report/kestrel-insight/hb-101/HB-101-report-wave-12.docx"),
                folder.resolve("report.docx"));
        Files.writeString(folder.resolve("notes.txt"), "Some words to read.\n");
        Files.write(folder.resolve("empty.pdf"), new byte[0]);
        List<String> told = new ArrayList<>();

        ReadCosts costs = ReadBench.run(List.of(folder), 1, told::add);

        assertEquals(
                List.of("notes.txt", "report.docx"),
                costs.costs().stream().map(ReadCost::file).toList());
        assertEquals(List.of(new LeftOut("empty.pdf", "ASSAY EMPTY")), costs.leftOut());
        assertTrue(costs.costs().stream()
                .allMatch(cost -> cost.tika() > 0 && cost.assay() > 0 && cost.wall() > 0 && cost.child() > 0));
        assertEquals(List.of("3 files; first each is read once to see which both read", "2 files; 1 round each"), told);
        assertTrue(costs.resident() > 0);
        String text = costs.text();
        assertTrue(text.contains("word "), text);
        assertTrue(text.endsWith("left out: 1\n  ASSAY EMPTY: 1\n    empty.pdf\n"), text);
    }
}
