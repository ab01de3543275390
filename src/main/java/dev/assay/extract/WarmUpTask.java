package dev.assay.extract;

import dev.assay.child.Task;
import dev.assay.config.Json;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.xml.XmlGuard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Reads one tiny file of each common format, made in memory, so that a child has loaded its classes before the
/// first real file arrives. Hands out the number of files read, as JSON. Takes no input.
public final class WarmUpTask implements Task {
    public WarmUpTask() {}

    @Override
    public void run(Path folder, byte[] input, Parts parts) throws IOException {
        XmlGuard.limitProcess();
        int read = 0;
        for (byte[] sample : List.of(word(), workbook(), slides(), pdf())) {
            Path file = folder.resolve("warm-" + read + ".bin");
            Files.write(file, sample);
            Readers.Reading reading = new Readers(ContainerLimits.standard()).read(file, "warm-up");
            Json.bytes(reading.extraction());
            Files.delete(file);
            read++;
        }
        parts.send(Json.bytes(read));
    }

    private static byte[] word() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph()
                    .createRun()
                    .setText("A warm child answers the first real file as fast as any other file.");
            document.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Warm").createRow(0).createCell(0).setCellValue(1);
            workbook.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] slides() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.createSlide().createTextBox().setText("Warm");
            show.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] pdf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText("Warm");
                content.endText();
            }
            document.save(out);
        }
        return out.toByteArray();
    }
}
