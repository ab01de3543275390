package dev.assay.extract.pdf;

import static dev.assay.extract.pdf.Paper.BOLD;
import static dev.assay.extract.pdf.Paper.PLAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Tools;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Span;
import dev.assay.extract.draft.ContainerLimits;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where words stand: the same as other programs say, whatever way the page is turned or cut.
final class PdfBoxesTest {
    private static final Pattern WORD = Pattern.compile(
            "<word xMin=\"([-\\d.]+)\" yMin=\"([-\\d.]+)\" xMax=\"([-\\d.]+)\" yMax=\"([-\\d.]+)\">(.*?)</word>");

    @TempDir
    Path folder;

    /// What was handed out, beside the document.
    private record Placed(Document document, List<WordBox> words, List<String> pages) {
        String text(WordBox word) {
            return document.text(word.span());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void wordsLieWhereAnotherProgramFindsThem_howeverThePageIsTurned(int rotation) throws Exception {
        try (Paper paper = pages()) {
            paper.document.getPage(0).setRotation(rotation);
            Placed placed = read(paper.bytes());
            List<Found> found = found();

            assertEquals(
                    placed.words().stream().map(placed::text).sorted().toList(),
                    found.stream().map(Found::text).sorted().toList());
            for (WordBox word : placed.words()) {
                assertTrue(
                        found.stream().anyMatch(other -> other.isAt(word, placed.text(word))),
                        () -> placed.text(word) + " " + word + " is none of " + found);
            }
            boolean onItsSide = rotation % 180 != 0;
            assertEquals(onItsSide ? "1 842 595" : "1 595 842", placed.pages().getFirst());
        }
    }

    @Test
    void everyBlockIsCoveredByItsWords_andReadThereByAnotherReader() throws IOException {
        try (Paper paper = pages()) {
            paper.document.getPage(0).setCropBox(new PDRectangle(50, 100, 500, 700));
            byte[] bytes = paper.bytes();
            Placed placed = read(bytes);

            assertEquals(List.of("1 500 700", "2 595 842"), placed.pages());
            try (PDDocument original = Loader.loadPDF(bytes)) {
                for (Block block : placed.document().blocks()) {
                    assertEquals(
                            placed.document().text(block).replaceAll("\\s+", ""),
                            inAreas(original, placed, block.span()).replaceAll("[\\s-]+", ""));
                }
            }
        }
    }

    private static String inAreas(PDDocument document, Placed placed, Span span) throws IOException {
        StringBuilder text = new StringBuilder();
        for (WordBox word : placed.words()) {
            if (span.contains(word.span())) {
                PDFTextStripperByArea stripper = new PDFTextStripperByArea();
                stripper.addRegion(
                        "word", new Rectangle2D.Float(word.x() - 0.5f, word.y(), word.width() + 1, word.height()));
                stripper.extractRegions(document.getPage(word.page() - 1));
                text.append(stripper.getTextForRegion("word"));
            }
        }
        return text.toString();
    }

    @Test
    void documentIsTheSame_whetherBoxesAreTakenOrNot() throws IOException {
        try (Paper paper = pages()) {
            Placed placed = read(paper.bytes());
            Extraction without =
                    new PdfReader(ContainerLimits.standard()).read(folder.resolve("boxes.pdf"), "application/pdf");

            assertEquals(new Extraction.Extracted(placed.document()), without);
        }
    }

    @Test
    void brokenWord_hasABoxOnEachLine_andASlantedOneTheBoxAround() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(PLAIN, 11, 72, 100, "All of it was com-", "pared with care.");
            paper.content().beginText();
            paper.content().setFont(BOLD, 40);
            paper.content()
                    .setTextMatrix(org.apache.pdfbox.util.Matrix.getRotateInstance(Math.toRadians(45), 200, 300));
            paper.content().showText("DRAFT");
            paper.content().endText();
            Placed placed = read(paper.bytes());

            assertEquals(
                    "All of it was compared with care.\nDRAFT",
                    placed.document().text());
            WordBox first = word(placed, "com");
            WordBox second = word(placed, "pared");
            assertEquals(first.span().end(), second.span().start());
            assertTrue(second.y() > first.y() + 10 && second.x() < first.x(), first + " " + second);
            WordBox slanted = word(placed, "DRAFT");
            assertEquals(slanted.width(), slanted.height(), 1);
            assertEquals(200 - 0.72f * 40 * Math.sin(Math.PI / 4), slanted.x(), 1);
        }
    }

    private static WordBox word(Placed placed, String text) {
        return placed.words().stream()
                .filter(word -> placed.text(word).equals(text))
                .findFirst()
                .orElseThrow();
    }

    /// Two pages of paragraphs, a heading, a list, a ruled table and text set sideways.
    private static Paper pages() throws IOException {
        Paper paper = new Paper().page();
        paper.text(BOLD, 18, 120, 160, "Method of the survey");
        paper.text(PLAIN, 11, 120, 190, "Every outlet was visited twice, and the second", "visit checked the first.");
        paper.text(PLAIN, 11, 130, 240, "\u2022 of which chains", "\u2022 of which kiosks");
        for (int row = 0; row <= 2; row++) {
            paper.line(120, 300 + row * 20, 420, 300 + row * 20);
        }
        paper.line(120, 300, 120, 340).line(270, 300, 270, 340).line(420, 300, 420, 340);
        paper.text(PLAIN, 10, 126, 314, "North").text(PLAIN, 10, 276, 314, "1,204");
        paper.text(PLAIN, 10, 126, 334, "South").text(PLAIN, 10, 276, 334, "1,305");
        return paper.page().text(PLAIN, 11, 120, 190, "The other page.");
    }

    private Placed read(byte[] bytes) throws IOException {
        Path file = folder.resolve("boxes.pdf");
        Files.write(file, bytes);
        List<WordBox> words = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        Extraction extraction = new PdfReader(ContainerLimits.standard())
                .read(file, "application/pdf", new PageBoxes() {
                    @Override
                    public void page(int number, float width, float height) {
                        pages.add(number + " " + Math.round(width) + " " + Math.round(height));
                    }

                    @Override
                    public void word(WordBox box) {
                        words.add(box);
                    }
                });
        return new Placed(
                assertInstanceOf(Extraction.Extracted.class, extraction).document(), words, pages);
    }

    /// A word as pdftotext finds it.
    private record Found(String text, float left, float top, float right, float bottom) {
        boolean isAt(WordBox word, String words) {
            float shared = Math.min(bottom, word.y() + word.height()) - Math.max(top, word.y());
            float across = Math.min(right, word.x() + word.width()) - Math.max(left, word.x());
            return text.equals(words)
                    && shared > 0.6f * Math.min(bottom - top, word.height())
                    && across > 0.6f * Math.min(right - left, word.width());
        }
    }

    private List<Found> found() throws IOException, InterruptedException {
        Path out = folder.resolve("boxes.html");
        Process process = new ProcessBuilder(
                        Tools.require("pdftotext").toString(),
                        "-bbox",
                        folder.resolve("boxes.pdf").toString(),
                        out.toString())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor());
        List<Found> found = new ArrayList<>();
        Matcher word = WORD.matcher(Files.readString(out, StandardCharsets.UTF_8));
        while (word.find()) {
            if (!word.group(5).equals("\u2022")) {
                found.add(new Found(
                        word.group(5),
                        Float.parseFloat(word.group(1)),
                        Float.parseFloat(word.group(2)),
                        Float.parseFloat(word.group(3)),
                        Float.parseFloat(word.group(4))));
            }
        }
        return found;
    }
}
