package dev.assay.extract.html;

import dev.assay.document.Fact.Hidden.Kind;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How the text of an element is shown, as far as that decides whether anyone sees it.
///
/// @param hidden     why its text is not shown at all, null where it is
/// @param size       of its letters in points
/// @param color      of its letters, `0xRRGGBB`; null where it is not known
/// @param background what they stand on; null where that is not known, such as a picture
/// @param verbatim   whether white space counts
/// @param quoted     whether it repeats an earlier mail
record Look(
        @Nullable Kind hidden,
        double size,
        @Nullable Integer color,
        @Nullable Integer background,
        boolean verbatim,
        boolean quoted) {
    /// Black on white, as a page begins.
    static final Look PLAIN = new Look(null, 12, Color.BLACK, Color.WHITE, false, false);

    private static final double POINTS_PER_PIXEL = 0.75;
    private static final double SMALLEST = 2;
    private static final int FAR_AWAY = -900;
    private static final Pattern LENGTH = Pattern.compile("(-?[0-9]{0,6}(?:\\.[0-9]{1,6})?)\\s*(px|pt|em|rem|%|)");

    /// Why text of this look is not seen; null where it is.
    @Nullable
    Kind unseen() {
        if (hidden != null) {
            return hidden;
        }
        if (size < SMALLEST) {
            return Kind.TINY_TEXT;
        }
        return color != null && background != null && Color.alike(color, background) ? Kind.INVISIBLE_TEXT : null;
    }

    /// The look after the declarations of a style, such as `color:#fff; font-size:0`.
    Look with(String style) {
        Look look = this;
        for (String declaration : style.split(";", 200)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String value = declaration.substring(colon + 1).toLowerCase(Locale.ROOT);
                look = look.with(
                        declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        value.replace("!important", "").strip());
            }
        }
        return isClipped(style) ? look.hide() : look;
    }

    private Look with(String property, String value) {
        return switch (property) {
            case "display" -> value.equals("none") ? hide() : this;
            case "visibility" -> value.equals("hidden") || value.equals("collapse") ? hide() : this;
            case "opacity" -> value.matches("0*\\.?0*%?") && !value.isEmpty() ? hide() : this;
            case "text-indent", "left", "top" -> points(value) < FAR_AWAY * POINTS_PER_PIXEL ? hide() : this;
            case "clip" -> value.matches("rect\\((0(px)?[\\s,]*){4}\\).*") ? hide() : this;
            case "font-size" -> sized(value);
            case "color" -> colored(value);
            case "background", "background-color" -> on(value);
            case "white-space" ->
                new Look(hidden, size, color, background, value.startsWith("pre") && !value.equals("pre-line"), quoted);
            default -> this;
        };
    }

    /// Nothing is shown of what has no height or width and shows nothing beyond.
    private static boolean isClipped(String style) {
        String plain = style.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        return plain.contains("overflow:hidden")
                && plain.matches("(.*;)?(max-height|height|max-width|width):0(px|pt|em)?(!important)?(;.*)?");
    }

    Look hide() {
        return new Look(Kind.TEXT, size, color, background, verbatim, quoted);
    }

    Look preformatted() {
        return new Look(hidden, size, color, background, true, quoted);
    }

    Look quote() {
        return new Look(hidden, size, color, background, verbatim, true);
    }

    /// Letters in a colour; an unknown one is taken for one that can be seen.
    Look colored(String value) {
        OptionalInt found = Color.of(value);
        return value.equals("inherit")
                ? this
                : new Look(hidden, size, found.isPresent() ? found.getAsInt() : null, background, verbatim, quoted);
    }

    /// Letters on a ground.
    Look on(String value) {
        Integer ground = value.contains("url(") || value.contains("gradient") ? null : background;
        for (String word : value.split("\\s+(?![^(]*\\))", 20)) {
            OptionalInt found = Color.of(word);
            if (found.isPresent() && found.getAsInt() != Color.TRANSPARENT) {
                ground = found.getAsInt();
            }
        }
        return new Look(hidden, size, color, ground, verbatim, quoted);
    }

    private Look sized(String value) {
        double points = points(value);
        return Double.isNaN(points) ? this : new Look(hidden, points, color, background, verbatim, quoted);
    }

    private double points(String value) {
        Matcher length = LENGTH.matcher(value);
        if (!length.matches() || length.group(1).isEmpty() || length.group(1).equals("-")) {
            return Double.NaN;
        }
        double number = Double.parseDouble(length.group(1));
        return switch (length.group(2)) {
            case "pt" -> number;
            case "em" -> number * size;
            case "rem" -> number * PLAIN.size;
            case "%" -> number / 100 * size;
            default -> number * POINTS_PER_PIXEL;
        };
    }
}
