package dev.assay.extract.pdf;

import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Extracted;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Extraction.Unreadable;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.pdf.facts.PdfFacts;
import dev.assay.extract.pdf.layout.PdfPage;
import dev.assay.extract.pdf.page.PdfLayers;
import dev.assay.extract.pdf.page.PdfPages;
import dev.assay.extract.pdf.page.PdfStructure;
import dev.assay.extract.plain.ImageReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.util.Version;

/// PDF by PDFBox: text in reading order with its pages, running headers and footers apart, headings, lists and
/// tables as far as they can be told, what is there but not seen, and facts.
public final class PdfReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of("application/pdf");

    private static final String NAME = "assay-pdf 2 (PDFBox " + Version.getVersion() + ")";
    private static final PageBoxes NO_BOXES = new PageBoxes() {
        @Override
        public void page(int number, float width, float height) {}

        @Override
        public void word(WordBox box) {}
    };

    private final ContainerLimits limits;
    private final Detail detail;

    /// How much is told beside the text.
    public enum Detail {
        /// Text, boxes and fonts: what reading costs at least. All text counts as seen, and the file's structure is
        /// not looked at.
        TEXT,
        /// All that the reader can tell.
        ALL
    }

    public PdfReader(ContainerLimits limits) {
        this(limits, Detail.ALL);
    }

    /// A reader that tells less, to measure what the rest costs.
    public PdfReader(ContainerLimits limits, Detail detail) {
        this.limits = limits;
        this.detail = detail;
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        return read(file, mediaType, NO_BOXES);
    }

    /// Reads a file and tells where the words of its text stand. The document is the same as without.
    ///
    /// @param boxes takes the words of a document; of a file that is unreadable it may have taken some
    public Extraction read(Path file, String mediaType, PageBoxes boxes) throws IOException {
        try {
            int broken = PdfStreams.check(file, limits);
            return load(file, mediaType, broken, boxes);
        } catch (UnreadableFile e) {
            return e.as(mediaType);
        }
    }

    private Extraction load(Path file, String mediaType, int broken, PageBoxes boxes)
            throws IOException, UnreadableFile {
        try (RandomAccessReadBufferedFile in = new RandomAccessReadBufferedFile(file);
                PDDocument document = Loader.loadPDF(in, "", IOUtils.createTempFileOnlyStreamCache())) {
            // Encrypted streams look broken from outside.
            return read(document, PdfEnds.of(file), mediaType, document.isEncrypted() ? 0 : broken, boxes);
        } catch (InvalidPasswordException e) {
            return new Unreadable(Reason.PASSWORD, mediaType, "the PDF opens with a password only");
        } catch (IOException e) {
            return new Unreadable(Reason.DAMAGED, mediaType, "the PDF is damaged or cut off");
        }
    }

    private Extraction read(PDDocument document, PdfEnds ends, String mediaType, int broken, PageBoxes boxes)
            throws UnreadableFile {
        List<PDPage> tree = pages(document);
        boolean incomplete = tree.isEmpty() || tree.size() < document.getNumberOfPages();
        if (incomplete || (!ends.ended() && broken > 0)) {
            return new Unreadable(Reason.DAMAGED, mediaType, "the PDF is damaged or cut off: pages are missing");
        }
        boolean all = detail == Detail.ALL;
        PdfStructure structure = all ? PdfStructure.of(document) : PdfStructure.none();
        PdfLayers layers = PdfLayers.of(document);
        Gathered gathered = new Gathered();
        PdfPages reader = new PdfPages(structure, layers, limits, all);
        reader.run(tree, gathered);
        tooLarge(gathered.pages);
        DocumentDraft draft = new DocumentDraft();
        PdfFacts facts = new PdfFacts(draft, document, tree, ends.length());
        new PdfWriter(draft, structure, facts, limits, boxes, all).write(tree, gathered.pages);
        reader.fonts().forEach(facts::tell);
        if (all) {
            layers.facts().forEach(facts::tell);
            facts.document(ends.linearised());
        }
        if (gathered.full || tree.size() > limits.pages()) {
            Place last = new Place.Page(gathered.pages.size());
            draft.gap(Gap.Reason.LIMIT, last, "more pages or characters than are read");
        }
        gaps(draft, ends, broken);
        return new Extracted(draft.finish(mediaType, NAME));
    }

    private static void gaps(DocumentDraft draft, PdfEnds ends, int broken) {
        Place whole = new Place.Whole();
        if (!ends.ended()) {
            draft.gap(Gap.Reason.TRUNCATED, whole, "the end of the file is missing; its pages were found");
        } else if (!ends.indexed()) {
            draft.gap(
                    Gap.Reason.DAMAGED,
                    whole,
                    "its table of objects is not where the file says; the objects were searched for");
        }
        if (broken > 0) {
            draft.gap(Gap.Reason.DAMAGED, whole, broken + " of its streams are broken");
        }
    }

    /// The pages that the tree really has.
    private static List<PDPage> pages(PDDocument document) {
        List<PDPage> pages = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            if (page != null) {
                pages.add(page);
            }
        }
        return pages;
    }

    private void tooLarge(List<PdfPage> pages) throws UnreadableFile {
        for (PdfPage page : pages) {
            for (Fact.Image image : page.images()) {
                if (ImageReader.tooLarge(image, limits)) {
                    throw new UnreadableFile(
                            Reason.LIMIT,
                            ImageReader.tooLargeText(image, limits) + " ("
                                    + image.place().describe() + ")");
                }
            }
        }
    }

    /// Takes pages as long as their characters are within the limit.
    private final class Gathered implements Predicate<PdfPage> {
        private final List<PdfPage> pages = new ArrayList<>();
        private long characters;
        private boolean full;

        @Override
        public boolean test(PdfPage page) {
            characters += page.glyphs();
            full |= characters > limits.characters();
            if (!full) {
                pages.add(page);
            }
            return !full;
        }
    }
}
