package dev.assay.extract.plain;

import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plain text: paragraphs between empty lines, each at its first line. In Markdown, lines with number signs are
/// headings and marked lines list entries.
public final class TextReader implements Reader {
    private static final String NAME = "assay-text 1";
    private static final Pattern MARKDOWN_HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
    private static final Pattern MARKDOWN_ITEM = Pattern.compile("(\\s*)(?:[-*+]|\\d{1,3}[.)])\\s+(.*)");

    private final ContainerLimits limits;

    public TextReader(ContainerLimits limits) {
        this.limits = limits;
    }

    public static boolean reads(String mediaType) {
        return mediaType.equals("application/json")
                || (mediaType.startsWith("text/") && !mediaType.equals("text/html") && !mediaType.endsWith("xml"));
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        TextEncoding decoded = TextEncoding.read(file, limits.characters());
        DocumentDraft draft = new DocumentDraft();
        draft.fact(new Fact.Property("encoding", decoded.charset().name()));
        new Paragraphs(draft, mediaType.contains("markdown"))
                .read(decoded.text().lines().toList());
        tellGaps(decoded, draft);
        return new Extraction.Extracted(draft.finish(mediaType, NAME));
    }

    static void tellGaps(TextEncoding decoded, DocumentDraft draft) {
        if (decoded.cut()) {
            draft.gap(Gap.Reason.LIMIT, new Place.Whole(), "the text is longer than the limit of characters");
        }
        if (decoded.malformed()) {
            draft.gap(
                    Gap.Reason.DAMAGED,
                    new Place.Whole(),
                    "some bytes are no text in " + decoded.charset().name());
        }
    }

    /// Gathers lines into blocks.
    private static final class Paragraphs {
        private final DocumentDraft draft;
        private final boolean markdown;
        private final StringBuilder open = new StringBuilder();
        private int first;

        Paragraphs(DocumentDraft draft, boolean markdown) {
            this.draft = draft;
            this.markdown = markdown;
        }

        void read(List<String> lines) {
            for (int i = 0; i < lines.size(); i++) {
                line(i + 1, lines.get(i));
            }
            close();
        }

        private void line(int number, String line) {
            if (line.isBlank()) {
                close();
                return;
            }
            if (markdown && marked(number, line)) {
                return;
            }
            if (open.isEmpty()) {
                first = number;
            } else {
                open.append('\n');
            }
            open.append(line);
        }

        private boolean marked(int number, String line) {
            Place at = new Place.Line(number);
            Matcher heading = MARKDOWN_HEADING.matcher(line);
            if (heading.matches()) {
                close();
                draft.heading(heading.group(1).length(), heading.group(2), at, Layer.BODY);
                return true;
            }
            Matcher item = MARKDOWN_ITEM.matcher(line);
            if (item.matches()) {
                close();
                draft.listItem(1 + item.group(1).length() / 2, item.group(2), at, Layer.BODY);
                return true;
            }
            return false;
        }

        private void close() {
            if (!open.isEmpty()) {
                draft.paragraph(open.toString(), new Place.Line(first), Layer.BODY);
                open.setLength(0);
            }
        }
    }
}
