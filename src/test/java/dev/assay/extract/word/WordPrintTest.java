package dev.assay.extract.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Tools;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import dev.assay.document.Words;
import dev.assay.extract.BlockLines;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.pdf.PdfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A document and its print give the same words in the same order.
///
/// The prints were made by LibreOffice and lie beside this test's other fixtures; `-Dfixtures=update` prints anew,
/// which needs the program.
final class WordPrintTest {
    private static final Path PRINTS = Path.of("src/test/resources/extract/word");
    private static final Path SAMPLES = Path.of("samples/deliverables");
    private static final double LEAST = 0.95;

    @TempDir
    Path folder;

    @Test
    void trackerReport_readsLikeItsPrint() throws Exception {
        assertAlike(SAMPLES.resolve("01-tracker-report/kestrel-insight/hb-101/HB-101-report-wave-12.docx"));
    }

    @Test
    void conceptSummary_readsLikeItsPrint() throws Exception {
        assertAlike(SAMPLES.resolve("09-concept-summary/kestrel-insight/hb-103/HB-103-summary-elderflower-rye.docx"));
    }

    /// With numbered headings, contents, lists, footnotes, merged cells and a formula.
    @Test
    void specimen_readsLikeItsPrint() throws Exception {
        assertAlike(WordSpecimen.printable().write(folder.resolve("specimen.docx")));
    }

    private void assertAlike(Path file) throws Exception {
        Path print = PRINTS.resolve(file.getFileName().toString().replace(".docx", ".pdf"));
        if (System.getProperty("fixtures", "").equals("update")) {
            print(file, print);
        }
        List<String> written = words(BlockLines.read(new WordReader(), file));
        List<String> printed = words(BlockLines.read(new PdfReader(ContainerLimits.standard()), print));
        double similarity = 2.0 * common(written, printed) / (written.size() + printed.size());
        assertTrue(
                similarity >= LEAST,
                () -> print + " is alike by " + similarity + " only. Print it anew if the document was changed.");
    }

    private void print(Path file, Path print) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Tools.require("soffice").toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .inheritIO()
                .start();
        assertTrue(program.waitFor(5, TimeUnit.MINUTES));
        assertEquals(0, program.exitValue());
        Files.createDirectories(PRINTS);
        Files.move(folder.resolve(print.getFileName()), print, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The words of the body, in order, each cell by itself.
    private static List<String> words(Document document) {
        List<String> words = new ArrayList<>();
        document.layer(Layer.BODY).forEach(block -> {
            if (block instanceof Block.Table table) {
                table.rows().forEach(row -> row.cells().forEach(cell -> words(document, cell.span(), words)));
            } else {
                words(document, block.span(), words);
            }
        });
        return words;
    }

    private static void words(Document document, Span span, List<String> words) {
        String text = document.text(span);
        Words.spans(text).forEach(word -> words.add(text.substring(word.start(), word.end())));
    }

    /// How long the longest sequence of words is that stands in both, in order.
    private static int common(List<String> one, List<String> other) {
        int[] before = new int[other.size() + 1];
        for (String word : one) {
            int[] now = new int[other.size() + 1];
            for (int i = 0; i < other.size(); i++) {
                now[i + 1] = word.equals(other.get(i)) ? before[i] + 1 : Math.max(now[i], before[i + 1]);
            }
            before = now;
        }
        return before[other.size()];
    }
}
