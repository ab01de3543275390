package dev.assay.extract.pdf;

import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Extracted;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Extraction.Unreadable;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.container.ChannelSlice;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.plain.ImageReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.util.Version;

/// PDF by PDFBox: text in reading order with its pages, running headers and footers apart, headings, lists and
/// tables as far as they can be told, and facts.
public final class PdfReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of("application/pdf");

    private static final String NAME = "assay-pdf 1 (PDFBox " + Version.getVersion() + ")";
    private static final int TAIL = 2048;

    private static final PageBoxes NO_BOXES = new PageBoxes() {
        @Override
        public void page(int number, float width, float height) {}

        @Override
        public void word(WordBox box) {}
    };

    private final ContainerLimits limits;

    public PdfReader(ContainerLimits limits) {
        this.limits = limits;
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
            return load(file, mediaType, broken);
        } catch (UnreadableFile e) {
            return e.as(mediaType);
        }
    }

    private Extraction load(Path file, String mediaType, int broken) throws IOException, UnreadableFile {
        try (RandomAccessReadBufferedFile in = new RandomAccessReadBufferedFile(file);
                PDDocument document = Loader.loadPDF(in, "", IOUtils.createTempFileOnlyStreamCache())) {
            // Encrypted streams look broken from outside.
            return read(document, file, mediaType, document.isEncrypted() ? 0 : broken);
        } catch (InvalidPasswordException e) {
            return new Unreadable(Reason.PASSWORD, mediaType, "the PDF opens with a password only");
        } catch (IOException e) {
            return new Unreadable(Reason.DAMAGED, mediaType, "the PDF is damaged or cut off");
        }
    }

    private Extraction read(PDDocument document, Path file, String mediaType, int broken)
            throws IOException, UnreadableFile {
        boolean ended = hasEnd(file);
        int counted = countPages(document);
        boolean incomplete = counted == 0 || counted < document.getNumberOfPages();
        if (incomplete || (!ended && broken > 0)) {
            return new Unreadable(Reason.DAMAGED, mediaType, "the PDF is damaged or cut off: pages are missing");
        }
        PdfStructure structure = PdfStructure.of(document);
        Gathered gathered = new Gathered();
        PdfPages reader = new PdfPages(structure, limits, gathered);
        reader.run(document);
        List<PdfPage> pages = gathered.all(Math.min(counted, limits.pages()));
        DocumentDraft draft = new DocumentDraft();
        PdfFacts facts = new PdfFacts(draft);
        new PdfWriter(draft, structure, facts, limits).write(document, pages);
        facts.document(document, reader.fonts());
        tooLarge(pages);
        if (gathered.full || counted > limits.pages()) {
            draft.gap(Gap.Reason.LIMIT, new Place.Page(pages.size()), "more pages or characters than are read");
        }
        if (!ended) {
            draft.gap(Gap.Reason.TRUNCATED, new Place.Whole(), "the end of the file is missing; its pages were found");
        }
        if (broken > 0) {
            draft.gap(Gap.Reason.DAMAGED, new Place.Whole(), broken + " of its streams are broken");
        }
        return new Extracted(draft.finish(mediaType, NAME));
    }

    /// How many pages the tree really has.
    private static int countPages(PDDocument document) {
        int count = 0;
        for (PDPage page : document.getPages()) {
            count += page == null ? 0 : 1;
        }
        return count;
    }

    private static boolean hasEnd(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long start = Math.max(0, channel.size() - TAIL);
            byte[] tail = new ChannelSlice(channel, start, TAIL).readNBytes(TAIL);
            return new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
        }
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
    private final class Gathered implements Consumer<PdfPage> {
        private final List<PdfPage> pages = new ArrayList<>();
        private long characters;
        private boolean full;

        @Override
        public void accept(PdfPage page) {
            characters += page.glyphs();
            full |= characters > limits.characters();
            if (!full) {
                pages.add(page);
            }
        }

        /// The pages in order, with those that hold nothing and were not run through.
        List<PdfPage> all(int count) {
            List<PdfPage> all = new ArrayList<>();
            int next = 0;
            int last = full ? pages.size() : count;
            for (int number = 1; number <= last; number++) {
                boolean seen = next < pages.size() && pages.get(next).number() == number;
                all.add(seen ? pages.get(next++) : PdfPage.blank(number));
            }
            return all;
        }
    }
}
