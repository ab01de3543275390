package dev.assay.extract.tika;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.TableBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Turns Tika's XHTML events into blocks: headings, paragraphs, list entries, tables. Places are sheets and
/// cells for workbooks, slides for presentations, else paragraphs under their headings.
final class BlockHandler extends DefaultHandler {
    private static final int MOST_LINKS = 2_000;

    private final DocumentDraft draft;
    private final Metadata metadata;
    private final ContainerLimits limits;
    private final Form form;
    private final StringBuilder open = new StringBuilder();
    private final Deque<Layer> layers = new ArrayDeque<>();
    private final Deque<Optional<Aside>> asides = new ArrayDeque<>();
    private final List<Title> section = new ArrayList<>();
    private final Map<Layer, Integer> numbers = new EnumMap<>(Layer.class);
    private final TableBuilder tables;
    private String element = "p";
    private int slide;
    private int lists;
    private int links;
    private boolean inBody;
    private boolean subjectTold;
    private boolean stopped;

    BlockHandler(DocumentDraft draft, String mediaType, Metadata metadata, ContainerLimits limits) {
        this.draft = draft;
        this.metadata = metadata;
        this.limits = limits;
        this.form = Form.of(mediaType);
        this.tables = new TableBuilder(draft, limits);
        layers.push(Layer.BODY);
    }

    /// What the parts of a format are called.
    private enum Form {
        TEXT,
        MAIL,
        SLIDES;

        static Form of(String mediaType) {
            if (mediaType.contains("rfc822") || mediaType.contains("ms-outlook")) {
                return MAIL;
            }
            return mediaType.contains("powerpoint") || mediaType.contains("presentation") ? SLIDES : TEXT;
        }
    }

    /// Whether reading was stopped at a limit, which is told as a gap.
    boolean stopped() {
        return stopped;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        String name = local.toLowerCase(Locale.ROOT);
        switch (name) {
            case "body" -> startBody();
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                flush();
                element = name;
            }
            case "ul", "ol", "menu", "dir" -> {
                flush();
                lists++;
            }
            case "li" -> {
                flush();
                element = name;
            }
            case "p" -> startParagraph(Objects.requireNonNullElse(attributes.getValue("class"), ""));
            case "pre", "blockquote", "dt", "dd", "address" -> flush();
            case "div" -> startDivision(Objects.requireNonNullElse(attributes.getValue("class"), ""));
            case "table" -> startTable();
            case "tr" -> tables.startRow();
            case "td", "th" -> tables.startCell(attributes);
            case "br" -> append("\n");
            case "a" -> link(attributes.getValue("href"));
            case "img" -> image(attributes);
            default -> stopAtLimit();
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        String name = local.toLowerCase(Locale.ROOT);
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6", "li" -> {
                flush();
                element = "p";
            }
            case "ul", "ol", "menu", "dir" -> {
                flush();
                lists = Math.max(0, lists - 1);
            }
            case "p" -> endParagraph(asides.isEmpty() ? Optional.empty() : asides.pop());
            case "pre", "blockquote", "dt", "dd", "address", "body" -> endParagraph(Optional.empty());
            case "div" -> {
                flush();
                if (layers.size() > 1) {
                    layers.pop();
                }
            }
            case "table" -> tables.end();
            case "tr" -> tables.endRow();
            case "td", "th" -> tables.endCell();
            default -> stopAtLimit();
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (inBody) {
            append(new String(text, start, length));
            stopAtLimit();
        }
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
        characters(text, start, length);
    }

    private void append(String words) {
        if (tables.isOpen()) {
            tables.append(words);
        } else {
            open.append(words);
        }
    }

    /// A note or comment stands inside the paragraph it belongs to: that one is put aside until the note has
    /// ended.
    private void startParagraph(String style) {
        boolean isAside = !tables.isOpen() && (style.equals("note") || layer(style) != layers.element());
        if (isAside) {
            asides.push(Optional.of(new Aside(open.toString(), element)));
            open.setLength(0);
            element = "p";
            layers.push(style.equals("note") ? Layer.FOOTNOTE : layer(style));
        } else {
            asides.push(Optional.empty());
            flush();
        }
    }

    private void endParagraph(Optional<Aside> aside) {
        if (tables.isOpen()) {
            tables.append("\n");
            return;
        }
        flush();
        aside.ifPresent(outer -> {
            layers.pop();
            open.append(outer.words);
            element = outer.element;
        });
    }

    private void startBody() {
        inBody = true;
        tellSubject();
    }

    private void tellSubject() {
        String subject = metadata.get(TikaCoreProperties.TITLE);
        if (form == Form.MAIL && subject != null && !subjectTold) {
            subjectTold = true;
            draft.paragraph(subject, new Place.Whole(), Layer.METADATA);
        }
    }

    private void startDivision(String style) {
        flush();
        boolean first = style.equals("slide-content") && form == Form.SLIDES && slide == 0;
        if (style.equals("slide") || first) {
            slide++;
        }
        layers.push(layer(style.toLowerCase(Locale.ROOT)));
    }

    private Layer layer(String style) {
        if (style.contains("footnote") || style.contains("endnote")) {
            return Layer.FOOTNOTE;
        }
        if (style.contains("notes")) {
            return Layer.SPEAKER_NOTE;
        }
        if (style.contains("comment") || style.contains("annotation")) {
            return Layer.COMMENT;
        }
        if (style.contains("header")) {
            return Layer.HEADER;
        }
        return style.contains("footer") ? Layer.FOOTER : layers.element();
    }

    private void startTable() {
        flush();
        tables.start(nextPlace(), layers.element());
    }

    private void link(@Nullable String target) {
        if (target != null && target.matches("(?i)(https?|ftp|file|mailto|smb):.*") && links++ < MOST_LINKS) {
            draft.fact(new Fact.ExternalLink(Fact.ExternalLink.Kind.HYPERLINK, target, place()));
        }
    }

    private void image(Attributes attributes) {
        link(attributes.getValue("src"));
        String alternative = attributes.getValue("alt");
        if (alternative != null && !alternative.isBlank() && !tables.isOpen()) {
            flush();
            draft.paragraph(alternative, place(), Layer.ALT_TEXT);
        }
    }

    /// Closes the open block.
    void flush() {
        if (tables.isOpen() || open.toString().isBlank()) {
            if (!tables.isOpen()) {
                open.setLength(0);
            }
            return;
        }
        String words = open.toString().strip();
        open.setLength(0);
        Layer layer = layers.element();
        if (element.startsWith("h")) {
            heading(element.charAt(1) - '0', words, layer);
        } else if (element.equals("li") || lists > 0) {
            draft.listItem(Math.max(1, lists), words, nextPlace(), layer);
        } else {
            draft.paragraph(words, nextPlace(), layer);
        }
    }

    private void heading(int level, String words, Layer layer) {
        section.removeIf(title -> title.level >= level);
        draft.heading(level, words, nextPlace(), layer);
        section.add(new Title(level, words));
    }

    private Place nextPlace() {
        numbers.merge(layers.element(), 1, Integer::sum);
        return place();
    }

    private Place place() {
        return switch (form) {
            case SLIDES -> slide == 0 ? new Place.Whole() : new Place.Slide(slide, "");
            case TEXT, MAIL ->
                new Place.Paragraph(
                        Math.max(1, numbers.getOrDefault(layers.element(), 0)),
                        section.stream().map(Title::words).toList());
        };
    }

    private void stopAtLimit() throws SAXException {
        if (draft.length() + open.length() + tables.length() > limits.characters() || tables.full()) {
            if (!stopped) {
                stopped = true;
                draft.gap(Gap.Reason.LIMIT, place(), "more text or cells than are read");
            }
            throw new SAXException("stopped at a limit");
        }
    }

    /// Closes what is open and tells the counts.
    void finish() {
        tables.endAll();
        flush();
        tellSubject();
        if (slide > 0) {
            draft.fact(new Fact.Count(Fact.Count.Unit.SLIDES, slide));
        }
    }

    private record Title(int level, String words) {}

    /// A block that waits for a note inside it to end.
    private record Aside(String words, String element) {}
}
