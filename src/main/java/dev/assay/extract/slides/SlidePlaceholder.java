package dev.assay.extract.slides;

import dev.assay.document.Layer;
import dev.assay.extract.xml.Markup;

/// A placeholder of a slide.
///
/// @param type  such as `title` or `body`; `obj` where none is said
/// @param index what ties it to the layout's placeholder, empty where none is said
record SlidePlaceholder(String type, String index) {
    private static final String ANY = "obj";

    /// Reads the placeholder at hand (`p:ph`).
    static SlidePlaceholder read(Markup placeholder) {
        return new SlidePlaceholder(placeholder.attribute("type", ANY), placeholder.attribute("idx", ""));
    }

    boolean isTitle() {
        return type.equals("title") || type.equals("ctrTitle");
    }

    /// Whether it may hold anything, as it also says where it leaves its type to the layout.
    boolean isUntyped() {
        return type.equals(ANY);
    }

    /// Whether it repeats what stands on every slide or page: number, date, footer, header, slide image.
    boolean isMargin() {
        return switch (type) {
            case "sldNum", "dt", "ftr", "hdr", "sldImg" -> true;
            default -> false;
        };
    }

    /// Whether it holds words that are the same on every slide or page.
    boolean isRepeatedText() {
        return type.equals("ftr") || type.equals("hdr");
    }

    Layer layer() {
        return type.equals("hdr") ? Layer.HEADER : isMargin() ? Layer.FOOTER : Layer.BODY;
    }

    /// The master's text style that applies.
    String textStyle() {
        return isTitle() ? "p:titleStyle" : isMargin() ? "p:otherStyle" : "p:bodyStyle";
    }

    /// The master's placeholder that a layout's inherits from: found by type alone.
    SlidePlaceholder inMaster() {
        return new SlidePlaceholder(isTitle() ? "title" : isMargin() ? type : "body", "");
    }
}
