package dev.assay.extract;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Extracted;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Extraction.Unreadable;
import dev.assay.document.Fact;
import dev.assay.extract.container.ContainerScan;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.EmbeddedBudget;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.embedded.ArchiveReader;
import dev.assay.extract.embedded.ZipReader;
import dev.assay.extract.format.FormatDetector;
import dev.assay.extract.html.HtmlReader;
import dev.assay.extract.language.Languages;
import dev.assay.extract.mail.MailReader;
import dev.assay.extract.mail.OutlookReader;
import dev.assay.extract.mail.TnefReader;
import dev.assay.extract.pdf.PdfReader;
import dev.assay.extract.plain.DelimitedReader;
import dev.assay.extract.plain.ImageReader;
import dev.assay.extract.plain.TextReader;
import dev.assay.extract.render.Geometry;
import dev.assay.extract.slides.PresentationReader;
import dev.assay.extract.tika.TikaReader;
import dev.assay.extract.word.WordReader;
import dev.assay.extract.workbook.BinaryWorkbookReader;
import dev.assay.extract.workbook.OldWorkbookReader;
import dev.assay.extract.workbook.OpenWorkbookReader;
import dev.assay.extract.workbook.WorkbookReader;
import dev.assay.extract.xml.XmlGuard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses who reads what: the one place that maps media types to readers.
public final class Readers {
    private final ContainerLimits limits;
    private final @Nullable Geometry geometry;
    private final boolean alone;

    public Readers(ContainerLimits limits) {
        this(limits, null, false);
    }

    /// @param geometry takes where words and shapes of the arrived file stand, not those of files inside it; null
    ///                 where nobody asks
    Readers(ContainerLimits limits, @Nullable Geometry geometry) {
        this(limits, geometry, false);
    }

    private Readers(ContainerLimits limits, @Nullable Geometry geometry, boolean alone) {
        this.limits = limits;
        this.geometry = geometry;
        this.alone = alone;
    }

    /// Reader of a media type; a reader is added by one line here.
    private Reader reader(String mediaType, EmbeddedBudget budget) {
        if (PdfReader.MEDIA_TYPES.contains(mediaType)) {
            PdfReader pages = new PdfReader(limits);
            return geometry == null ? pages : (file, type) -> pages.read(file, type, geometry);
        }
        if (WordReader.MEDIA_TYPES.contains(mediaType)) {
            return new WordReader(limits, this::readEmbedded, budget);
        }
        if (WorkbookReader.MEDIA_TYPES.contains(mediaType)) {
            return new WorkbookReader(limits);
        }
        if (PresentationReader.MEDIA_TYPES.contains(mediaType)) {
            PresentationReader slides = new PresentationReader();
            return geometry == null ? slides : (file, type) -> slides.read(file, type, geometry);
        }
        if (OldWorkbookReader.MEDIA_TYPES.contains(mediaType)) {
            return new OldWorkbookReader(limits, new TikaReader(limits, this::readEmbedded, budget));
        }
        if (OpenWorkbookReader.MEDIA_TYPES.contains(mediaType)) {
            return new OpenWorkbookReader(limits, new TikaReader(limits, this::readEmbedded, budget));
        }
        if (BinaryWorkbookReader.MEDIA_TYPES.contains(mediaType)) {
            return new BinaryWorkbookReader(new TikaReader(limits, this::readEmbedded, budget));
        }
        if (DelimitedReader.MEDIA_TYPES.contains(mediaType)) {
            return new DelimitedReader(limits);
        }
        if (HtmlReader.MEDIA_TYPES.contains(mediaType)) {
            return new HtmlReader(limits, this::readEmbedded, budget);
        }
        if (MailReader.MEDIA_TYPES.contains(mediaType)) {
            return new MailReader(limits, this::readEmbedded, budget, alone);
        }
        if (OutlookReader.MEDIA_TYPES.contains(mediaType)) {
            return new OutlookReader(limits, this::readEmbedded, budget);
        }
        if (TnefReader.MEDIA_TYPES.contains(mediaType)) {
            return new TnefReader(limits, this::readEmbedded, budget);
        }
        if (ZipReader.MEDIA_TYPES.contains(mediaType)) {
            return new ZipReader(limits, this::readEmbedded, budget);
        }
        if (ArchiveReader.MEDIA_TYPES.contains(mediaType)) {
            return new ArchiveReader(limits, this::readEmbedded, budget);
        }
        if (TextReader.reads(mediaType)) {
            return new TextReader(limits);
        }
        if (mediaType.startsWith("image/") && !mediaType.equals("image/svg+xml")) {
            return new ImageReader(limits);
        }
        return new TikaReader(limits, this::readEmbedded, budget);
    }

    /// Scans, detects and reads an arrived file.
    ///
    /// @param name what its vendor calls it
    public Reading read(Path file, String name) throws IOException {
        Reading reading = read(file, name, new EmbeddedBudget(limits));
        // Who asks where words stand has no use for their language, which takes long to tell.
        return geometry == null ? new Reading(withLanguages(reading.extraction()), reading.claimedType()) : reading;
    }

    /// As [#read], of a mail without the files that are attached to it.
    public Reading readAlone(Path file, String name) throws IOException {
        return new Readers(limits, geometry, true).read(file, name);
    }

    private Extraction readEmbedded(Path file, String name, EmbeddedBudget budget) throws IOException {
        return new Readers(limits).read(file, name, budget).extraction();
    }

    /// Reads a file, or a file embedded in one.
    private Reading read(Path file, String name, EmbeddedBudget budget) throws IOException {
        if (Files.size(file) == 0) {
            return new Reading(new Unreadable(Reason.EMPTY, FormatDetector.UNKNOWN, "the file has no bytes"), "");
        }
        try {
            new ContainerScan(limits).scan(file);
        } catch (UnreadableFile e) {
            return new Reading(e.as(typeOfRefused(file)), FormatDetector.claimed(name));
        }
        FormatDetector.Format format = FormatDetector.detect(file, name);
        return new Reading(withMismatch(format, dispatch(file, format.mediaType(), budget)), format.claimed());
    }

    private Extraction dispatch(Path file, String mediaType, EmbeddedBudget budget) throws IOException {
        if (mediaType.equals(FormatDetector.PROTECTED_OFFICE)) {
            return new Unreadable(Reason.PASSWORD, mediaType, "the office file is encrypted");
        }
        try {
            guardXml(file, mediaType);
            return reader(mediaType, budget).read(file, mediaType);
        } catch (UnreadableFile e) {
            return e.as(mediaType);
        } catch (RuntimeException | StackOverflowError e) {
            // A parser's own fault on strange bytes: the file is not readable here, whoever is to blame.
            return new Unreadable(
                    Reason.CRASHED,
                    mediaType,
                    "the reader failed: " + e.getClass().getSimpleName());
        }
    }

    private static void guardXml(Path file, String mediaType) throws IOException, UnreadableFile {
        if (!mediaType.startsWith("text/") && XmlGuard.looksLikeXml(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                XmlGuard.check(in);
            }
        }
    }

    private static Extraction withMismatch(FormatDetector.Format format, Extraction extraction) {
        if (!format.mismatch() || !(extraction instanceof Extracted(Document document))) {
            return extraction;
        }
        List<Fact> facts = new ArrayList<>(document.facts());
        facts.add(new Fact.TypeMismatch(format.claimed(), format.mediaType()));
        return new Extracted(document.with(facts, document.languages()));
    }

    private static Extraction withLanguages(Extraction extraction) {
        return extraction instanceof Extracted(Document document)
                ? new Extracted(document.with(document.facts(), Languages.of(document.text(), document.blocks())))
                : extraction;
    }

    /// Type of a container that no library may open.
    private static String typeOfRefused(Path file) throws IOException {
        return ContainerScan.Magic.of(file) == ContainerScan.Magic.ZIP ? "application/zip" : "application/gzip";
    }

    /// An extraction and what the file's name claimed.
    public record Reading(Extraction extraction, String claimedType) {}
}
