package dev.assay.extract.html;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.EmbeddedBudget;
import dev.assay.extract.draft.EmbeddedReader;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.embedded.EmbeddedFiles;
import dev.assay.extract.plain.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// HTML, and the text of SVG pictures, by jsoup: headings, paragraphs, lists and tables of data, each at its number
/// among the blocks that are
/// shown. What the page hides is read apart. Nothing it refers to is fetched, no script is run.
public final class HtmlReader implements Reader {
    public static final Set<String> MEDIA_TYPES =
            Set.of("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml", "image/svg+xml");

    private static final String NAME = "assay-html 1";
    private static final int LOOKED_AT = 1 << 13;
    private static final int DEEPEST = 400;
    private static final Pattern DECLARED =
            Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})"
                    + "|<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([\\w.:-]{1,40})");

    private final ContainerLimits limits;
    private final EmbeddedReader readers;
    private final EmbeddedBudget budget;

    public HtmlReader(ContainerLimits limits, EmbeddedReader readers, EmbeddedBudget budget) {
        this.limits = limits;
        this.readers = readers;
        this.budget = budget;
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        TextEncoding decoded = TextEncoding.read(file, limits.characters(), declared(file));
        DocumentDraft draft = new DocumentDraft();
        draft.fact(new Fact.Property("encoding", decoded.charset().name()));
        try {
            write(decoded.text(), draft, null);
        } catch (UnreadableFile e) {
            return e.as(mediaType);
        }
        if (decoded.cut()) {
            draft.gap(Gap.Reason.LIMIT, new Place.Whole(), "the page is longer than the limit of characters");
        }
        if (decoded.malformed()) {
            draft.gap(
                    Gap.Reason.DAMAGED,
                    new Place.Whole(),
                    "some bytes are no text in " + decoded.charset().name());
        }
        return new Extraction.Extracted(draft.finish(mediaType, NAME));
    }

    /// Reads the body of a mail.
    ///
    /// @param quotes tells what repeats an earlier mail
    /// @throws UnreadableFile if a limit is passed that holds for the mail as a whole
    public Document body(String markup, QuoteMarks quotes) throws UnreadableFile {
        DocumentDraft draft = new DocumentDraft();
        write(markup, draft, quotes);
        return draft.finish("text/html", NAME);
    }

    private void write(String markup, DocumentDraft draft, @Nullable QuoteMarks quotes) throws UnreadableFile {
        DataImages images = new DataImages(draft, new EmbeddedFiles(draft, readers, budget, limits));
        org.jsoup.nodes.Document page =
                Jsoup.parse(markup, "", Parser.htmlParser().setMaxDepth(DEEPEST));
        HtmlWalk walk = new HtmlWalk(page, draft, limits, quotes, images);
        page.filter(walk);
        walk.flush();
        if (images.failure() != null) {
            throw images.failure();
        }
    }

    private static @Nullable String declared(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
            Matcher declared = DECLARED.matcher(head);
            if (!declared.find()) {
                return null;
            }
            return declared.group(1) == null ? declared.group(2) : declared.group(1);
        }
    }
}
