package dev.assay.extract.pdf;

import static dev.assay.extract.pdf.Paper.BOLD;
import static dev.assay.extract.pdf.Paper.PLAIN;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.Fixture;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.extract.BlockLines;
import dev.assay.extract.draft.ContainerLimits;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole documents as they are read: blocks, facts, gaps and where each word stands.
final class PdfGoldenTest {
    @TempDir
    Path folder;

    @Test
    void report_isReadAsItWasBefore() throws IOException {
        try (Paper paper = new Paper()) {
            for (int page = 1; page <= 3; page++) {
                paper.page().text(PLAIN, 9, 72, 40, "Harrowgate tracker, wave 7");
                paper.text(BOLD, 18, 72, 90, page + " Section of page " + page);
                paper.text(PLAIN, 11, 72, 120, "Every outlet was visited twice, and the second visit com-");
                paper.text(PLAIN, 11, 72, 133.75f, "pared prices with the first.\u00B9");
                paper.text(PLAIN, 11, 90, 170, "\u2022 of which chains", "\u2022 of which kiosks");
                paper.text(
                        PLAIN,
                        8,
                        72,
                        740,
                        "1 Without those closed in " + "spring autumn winter".split(" ")[page - 1] + ".");
                paper.text(PLAIN, 9, 290, 810, "Page " + page + " of 3");
            }
            for (int row = 0; row <= 2; row++) {
                paper.line(72, 240 + row * 20, 372, 240 + row * 20);
            }
            paper.line(72, 240, 72, 280).line(222, 240, 222, 280).line(372, 240, 372, 280);
            paper.text(PLAIN, 10, 76, 254, "North").text(PLAIN, 10, 226, 254, "1,204");
            paper.text(PLAIN, 10, 76, 274, "South").text(PLAIN, 10, 226, 274, "1,305");
            paper.image(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), 72, 320, 144, 72);
            compare("report", paper);
        }
    }

    @Test
    void handedOverWithRemarks_isReadAsItWasBefore() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(PLAIN, 11, 72, 100, "The client is").text(PLAIN, 11, 150, 100, "Harrowgate Limited");
            paper.box(Color.BLACK, 148, 88, 120, 18);
            paper.text(PLAIN, 11, 72, 140, "Volumes rose in all regions but one.");
            paper.content().setRenderingMode(RenderingMode.NEITHER);
            paper.text(PLAIN, 11, 72, 180, "Written without ink");
            PDAnnotationHighlight highlight = new PDAnnotationHighlight();
            highlight.setTitlePopup("A. Reviewer");
            highlight.setContents("Which one?");
            highlight.setRectangle(new PDRectangle(70, 698, 160, 14));
            paper.lastPage().setAnnotations(List.of(highlight));
            paper.lastPage().setRotation(90);
            compare("remarks", paper);
        }
    }

    private void compare(String name, Paper paper) throws IOException {
        Path file = folder.resolve(name + ".pdf");
        Files.write(file, paper.bytes());
        List<String> boxes = new ArrayList<>();
        PageBoxes sink = new PageBoxes() {
            @Override
            public void page(int number, float width, float height) {
                boxes.add(String.format(Locale.ROOT, "page %d: %.1f by %.1f", number, width, height));
            }

            @Override
            public void word(WordBox box) {
                boxes.add(String.format(
                        Locale.ROOT,
                        "%d-%d at %.1f %.1f, %.1f by %.1f",
                        box.span().start(),
                        box.span().end(),
                        box.x(),
                        box.y(),
                        box.width(),
                        box.height()));
            }
        };
        Extraction extraction = new PdfReader(ContainerLimits.standard()).read(file, "application/pdf", sink);
        Document document =
                assertInstanceOf(Extraction.Extracted.class, extraction).document();
        List<String> lines = new ArrayList<>(BlockLines.of(document));
        lines.add("--- facts");
        document.facts().stream()
                .filter(fact -> !(fact instanceof Fact.Property property
                        && property.name().endsWith("Date")))
                .map(Fact::toString)
                .forEach(lines::add);
        lines.add("--- gaps");
        document.gaps().forEach(gap -> lines.add(gap.toString()));
        lines.add("--- words");
        lines.addAll(boxes);
        Fixture.compare("extract/pdf/" + name + ".txt", String.join("\n", lines) + "\n");
    }
}
