package dev.assay.extract;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.extract.draft.ContainerLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The formats in which a document of light notation is written as a real file and read back.
public enum FixtureFormat {
    DOCX(WordFixture::write),
    XLSX(WorkbookFixture::write),
    PPTX(PresentationFixture::write),
    PDF(PdfFixture::write);

    private final Writer writer;

    FixtureFormat(Writer writer) {
        this.writer = writer;
    }

    /// The format by its extension.
    public static FixtureFormat of(String extension) {
        return valueOf(extension.toUpperCase(Locale.ROOT));
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Writes a document into a file and hands it to the reader of such files.
    ///
    /// @param name   what its vendor calls it
    /// @param folder takes the file
    /// @throws IllegalArgumentException if the format has no place for something in the document
    public Extraction writtenAndRead(Document document, String name, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "fixture", ".bin");
        Files.write(file, writer.write(document));
        return new Readers(ContainerLimits.standard()).read(file, name).extraction();
    }

    /// What a fixture asks of a format that has no place for it.
    static IllegalArgumentException unfit(Object what) {
        return new IllegalArgumentException("The format has no place for " + what + ": leave it out of the case.");
    }

    private interface Writer {
        byte[] write(Document document) throws IOException;
    }
}
