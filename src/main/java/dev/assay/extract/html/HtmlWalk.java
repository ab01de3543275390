package dev.assay.extract.html;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/// Walks through a page and writes its blocks in the order of the markup.
final class HtmlWalk implements NodeFilter {
    private static final int MOST_HIDDEN = 1_000;

    private static final Set<String> BLOCKS = Set.of(
            "body",
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "menu",
            "dir",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "section",
            "article",
            "aside",
            "header",
            "footer",
            "main",
            "nav",
            "figure",
            "figcaption",
            "address",
            "form",
            "fieldset",
            "legend",
            "center",
            "hr",
            "details",
            "summary",
            "option",
            "optgroup",
            "textarea",
            "listing",
            "xmp",
            "noscript",
            "text",
            "desc");

    private static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dir");

    /// What holds no text of the page.
    private static final Set<String> PASSED = Set.of("head", "script", "style", "noframes", "iframe", "noembed");

    private final DocumentDraft draft;
    private final ContainerLimits limits;
    private final @Nullable QuoteMarks quotes;
    private final Looks looks;
    private final HtmlFacts facts;
    private final HtmlTables tables;
    private final DataImages images;
    private final HtmlPlaces places = new HtmlPlaces();
    private final HtmlText text = new HtmlText();
    private final List<Element> pictures = new ArrayList<>();
    private final Deque<Look> shown = new ArrayDeque<>();
    private int heading;
    private int lists;
    private int cells;
    private int hidden;
    private boolean restQuoted;
    private boolean stopped;

    HtmlWalk(
            Document page,
            DocumentDraft draft,
            ContainerLimits limits,
            @Nullable QuoteMarks quotes,
            DataImages images) {
        this.draft = draft;
        this.limits = limits;
        this.quotes = quotes;
        this.images = images;
        this.looks = new Looks(StyleSheets.of(page));
        this.facts = new HtmlFacts(draft);
        this.tables = new HtmlTables(page);
        shown.push(Look.PLAIN);
        facts.head(page);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText(), shown.element());
            return isFull() ? FilterResult.STOP : FilterResult.CONTINUE;
        }
        return node instanceof Element element ? start(element) : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && !(node instanceof Document)) {
            end(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult start(Element element) {
        if (element instanceof Document) {
            return FilterResult.CONTINUE;
        }
        String name = element.normalName();
        boolean quote = quotes != null && QuotedMarkup.isQuote(element);
        if (quote || BLOCKS.contains(name)) {
            flush();
        }
        restQuoted |= quotes != null && QuotedMarkup.startsRest(element);
        Look look = looks.of(element, shown.element());
        shown.push(quote ? look.quote() : look);
        if (PASSED.contains(name)) {
            return passed(element);
        }
        facts.element(element, places.coming());
        return inside(element, name);
    }

    private FilterResult passed(Element element) {
        if (!element.normalName().equals("head")) {
            facts.element(element, places.coming());
            return FilterResult.SKIP_CHILDREN;
        }
        element.getElementsByTag("script").forEach(script -> facts.element(script, new Place.Whole()));
        return FilterResult.SKIP_CHILDREN;
    }

    private FilterResult inside(Element element, String name) {
        if (name.equals("table") && tables.isData(element)) {
            table(element);
            return FilterResult.SKIP_CHILDREN;
        }
        if (isHeading(name)) {
            heading = name.charAt(1) - '0';
        } else if (LISTS.contains(name)) {
            lists++;
        } else if (name.equals("br")) {
            text.lineBreak();
        } else if (name.equals("img")) {
            pictures.add(element);
        } else if (name.equals("td") || name.equals("th")) {
            text.append(" ", shown.element());
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    private void end(Element element) {
        String name = element.normalName();
        if (BLOCKS.contains(name) || (quotes != null && QuotedMarkup.isQuote(element))) {
            flush();
        }
        if (isHeading(name)) {
            heading = 0;
        } else if (LISTS.contains(name)) {
            lists = Math.max(0, lists - 1);
        }
        shown.pop();
    }

    private void image(Element image, Place place) {
        images.read(image.attr("src"));
        draft.paragraph(image.attr("alt"), place, Layer.ALT_TEXT);
    }

    /// Closes the open block.
    void flush() {
        String words = text.shown();
        Place place = places.coming();
        if (!words.isEmpty()) {
            place = write(words);
        }
        for (HtmlText.Unseen unseen : text.unseen()) {
            hide(unseen, place);
        }
        for (Element picture : pictures) {
            image(picture, place);
        }
        pictures.clear();
        text.clear();
    }

    private Place write(String words) {
        Layer layer = layer(words);
        Place place;
        if (heading > 0) {
            place = places.heading(heading, words);
            draft.heading(heading, words, place, layer);
        } else if (lists > 0) {
            place = places.next();
            draft.listItem(lists, words, place, layer);
        } else {
            place = places.next();
            draft.paragraph(words, place, layer);
        }
        return place;
    }

    private Layer layer(String words) {
        QuoteMarks.Extent extent = quotes == null ? QuoteMarks.Extent.NOTHING : quotes.of(words);
        restQuoted |= extent == QuoteMarks.Extent.REST;
        boolean quoted = restQuoted
                || extent == QuoteMarks.Extent.BLOCK
                || shown.element().quoted();
        return quoted ? Layer.QUOTED : Layer.BODY;
    }

    private void hide(HtmlText.Unseen unseen, Place place) {
        if (hidden == MOST_HIDDEN) {
            draft.gap(Gap.Reason.LIMIT, place, "more than " + MOST_HIDDEN + " pieces of hidden text");
        }
        if (hidden++ < MOST_HIDDEN) {
            draft.fact(new Fact.Hidden(unseen.why(), "", place));
        }
        draft.paragraph(HtmlText.trimmed(unseen.words()), place, Layer.HIDDEN);
    }

    private boolean isFull() {
        boolean full = draft.length() + text.length() > limits.characters() || cells > limits.cells();
        if (full && !stopped) {
            stopped = true;
            draft.gap(Gap.Reason.LIMIT, places.coming(), "more text or cells than are read");
        }
        return full;
    }

    private void table(Element table) {
        HtmlTableWriter writer = new HtmlTableWriter(draft, looks, facts, places);
        boolean quoted = restQuoted || shown.element().quoted();
        cells += writer.write(table, shown.element(), quoted ? Layer.QUOTED : Layer.BODY, limits.cells() - cells);
        writer.unseen().forEach(unseen -> hide(unseen, writer.place()));
        writer.images().forEach(image -> image(image, writer.place()));
    }
}
