package dev.assay.extract.html;

import dev.assay.document.Fact;
import dev.assay.document.Fact.ActiveContent;
import dev.assay.document.Fact.ExternalLink.Kind;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What a page refers to, what can act in it, its form fields, and what its head says of it.
final class HtmlFacts {
    private static final int MOST = 5_000;
    private static final int LONGEST = 2_000;

    private final DocumentDraft draft;
    private final Set<String> anchors = new HashSet<>();
    private int told;

    HtmlFacts(DocumentDraft draft) {
        this.draft = draft;
    }

    /// Title and metadata, as properties; what the head refers to.
    void head(Document page) {
        page.getElementsByAttribute("id").forEach(each -> anchors.add(each.id()));
        page.getElementsByAttribute("name").forEach(each -> anchors.add(each.attr("name")));
        String title = page.title();
        if (!title.isBlank()) {
            tell(new Fact.Property("dc:title", cut(title)));
        }
        for (Element meta : page.getElementsByTag("meta")) {
            meta(meta);
        }
        for (Element base : page.select("base[href]")) {
            link(Kind.OTHER, base.attr("href"), new Place.Whole());
        }
        for (Element sheet : page.select("link[href]")) {
            link(Kind.OTHER, sheet.attr("href"), new Place.Whole());
        }
    }

    private void meta(Element meta) {
        String name = meta.attr("name").strip();
        String value = meta.attr("content").strip();
        if (meta.attr("http-equiv").equalsIgnoreCase("refresh")) {
            int at = value.toLowerCase(Locale.ROOT).indexOf("url=");
            link(Kind.OTHER, at < 0 ? "" : value.substring(at + 4), new Place.Whole());
        }
        if (!name.isEmpty() && !value.isEmpty()) {
            tell(new Fact.Property(property(name), cut(value)));
        }
    }

    private static String property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "author" -> "dc:creator";
            case "description" -> "dc:description";
            case "keywords" -> "cp:keywords";
            default -> "html:" + cut(name);
        };
    }

    /// What one element of the body tells.
    void element(Element element, Place place) {
        switch (element.normalName()) {
            case "a", "area" -> link(Kind.HYPERLINK, element.attr("href"), place);
            case "img", "audio", "video", "source", "track", "iframe", "frame", "embed", "bgsound" ->
                link(Kind.MEDIA, element.attr("src"), place);
            case "object" -> link(Kind.OBJECT, element.attr("data"), place);
            case "applet" -> link(Kind.OBJECT, element.attr("code"), place);
            case "form" -> link(Kind.OTHER, element.attr("action"), place);
            case "image", "use", "feimage" -> drawing(element, place);
            case "script" -> script(element, place);
            case "input", "textarea", "select" -> field(element, place);
            default -> media(element, place);
        }
        for (Attribute attribute : element.attributes()) {
            if (isEvent(attribute.getKey()) && !attribute.getValue().isBlank()) {
                tell(new Fact.ActiveContent(ActiveContent.Kind.SCRIPT, attribute.getKey(), place));
            }
        }
    }

    private static boolean isEvent(String attribute) {
        return attribute.length() > 3 && attribute.regionMatches(true, 0, "on", 0, 2);
    }

    /// What an SVG picture takes from elsewhere; what it takes from itself is no link.
    private void drawing(Element element, Place place) {
        String target = element.hasAttr("href") ? element.attr("href") : element.attr("xlink:href");
        if (!target.startsWith("#")) {
            link(Kind.MEDIA, target, place);
        }
    }

    /// Pictures that old attributes and styles name.
    private void media(Element element, Place place) {
        if (element.hasAttr("background")) {
            link(Kind.MEDIA, element.attr("background"), place);
        }
    }

    private void script(Element script, Place place) {
        String source = cut(script.hasAttr("src") ? script.attr("src") : script.attr("xlink:href"));
        if (!source.isEmpty()) {
            link(Kind.OTHER, source, place);
        }
        if (!source.isEmpty() || !script.data().isBlank()) {
            tell(new Fact.ActiveContent(ActiveContent.Kind.SCRIPT, source.isEmpty() ? "script" : source, place));
        }
    }

    private void field(Element field, Place place) {
        String kind = switch (field.normalName()) {
            case "input" -> field.hasAttr("type") ? cut(field.attr("type")) : "text";
            case "select" -> "choice";
            default -> "text";
        };
        String value = field.normalName().equals("textarea") ? field.wholeText() : field.attr("value");
        tell(new Fact.FormField(cut(field.attr("name")), kind, cut(value), place));
    }

    /// A link; empty ones, and those to parts of the same mail, are none.
    private void link(Kind kind, String target, Place place) {
        String plain = cut(target.strip());
        String scheme = plain.substring(0, Math.max(0, plain.indexOf(':'))).toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || Set.of("cid", "mid", "data", "about").contains(scheme)) {
            return;
        }
        if (Set.of("javascript", "vbscript").contains(scheme)) {
            tell(new Fact.ActiveContent(ActiveContent.Kind.SCRIPT, scheme + " link", place));
        } else if (plain.startsWith("#")) {
            String anchor = plain.substring(1);
            tell(new Fact.InternalLink(anchor, anchor.isEmpty() || anchors.contains(anchor), place));
        } else {
            tell(new Fact.ExternalLink(kind, plain, place));
        }
    }

    private void tell(Fact fact) {
        if (told == MOST) {
            draft.gap(Gap.Reason.LIMIT, new Place.Whole(), "more than " + MOST + " links, scripts and fields");
        }
        if (told++ < MOST) {
            draft.fact(fact);
        }
    }

    private static String cut(String value) {
        return value.substring(0, Math.min(value.length(), LONGEST));
    }
}
