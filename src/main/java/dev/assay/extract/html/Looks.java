package dev.assay.extract.html;

import org.jsoup.nodes.Element;

/// The look of each element, from that of the one around it, the style sheets and its own attributes.
final class Looks {
    private final StyleSheets sheets;

    Looks(StyleSheets sheets) {
        this.sheets = sheets;
    }

    Look of(Element element, Look outer) {
        Look look = byName(element, outer);
        String style = sheets.of(element) + drawn(element) + ";" + element.attr("style");
        if (element.attributes().isEmpty() && style.length() == 1) {
            return look;
        }
        if (element.hasAttr("bgcolor")) {
            look = look.on(element.attr("bgcolor"));
        }
        if (element.hasAttr("background")) {
            look = look.on("url()");
        }
        look = style.length() > 1 ? look.with(style) : look;
        return element.hasAttr("hidden") ? look.hide() : look;
    }

    /// SVG says by attributes what HTML says by a style.
    private static String drawn(Element element) {
        return element.attr("display").equals("none")
                        || element.attr("visibility").equals("hidden")
                ? ";display:none"
                : "";
    }

    private static Look byName(Element element, Look outer) {
        return switch (element.normalName()) {
            case "pre", "listing", "xmp", "textarea" -> outer.preformatted();
            case "template" -> outer.hide();
            case "font" -> element.hasAttr("color") ? outer.colored(element.attr("color")) : outer;
            case "body" -> element.hasAttr("text") ? outer.colored(element.attr("text")) : outer;
            case "a" -> element.hasAttr("href") ? outer.colored("blue") : outer;
            default -> outer;
        };
    }
}
