package dev.assay.extract.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The markup of frames: few elements, few attributes, no script, no style of its own, nothing from elsewhere.
///
/// The process that opens a vendor's file writes it, so it is as little trusted as the file: a page takes it in
/// only after [#isSafe].
public final class FrameHtml {
    private static final Pattern WORDS = Pattern.compile("[a-z0-9-]{1,40}(?: [a-z0-9-]{1,40}){0,9}");
    private static final Pattern NUMBERS =
            Pattern.compile("-?[0-9]{1,7}(?:\\.[0-9]{1,4})?(?: -?[0-9]{1,7}(?:\\.[0-9]{1,4})?){0,999}");
    private static final Pattern TEXT = Pattern.compile("[^<>\"\\p{Cntrl}]*+");
    private static final Pattern PICTURE = Pattern.compile("data:image/(?:png|jpeg);base64,[A-Za-z0-9+/]*+={0,2}");
    private static final Pattern ENTITY = Pattern.compile("&(?:amp|lt|gt|quot|#39);");

    private static final Map<String, Pattern> ATTRIBUTES = Map.ofEntries(
            Map.entry("class", WORDS),
            Map.entry("dir", WORDS),
            Map.entry("scope", WORDS),
            Map.entry("role", WORDS),
            Map.entry("data-want", NUMBERS),
            Map.entry("rowspan", NUMBERS),
            Map.entry("colspan", NUMBERS),
            Map.entry("viewBox", NUMBERS),
            Map.entry("x", NUMBERS),
            Map.entry("y", NUMBERS),
            Map.entry("width", NUMBERS),
            Map.entry("height", NUMBERS),
            Map.entry("font-size", NUMBERS),
            Map.entry("title", TEXT),
            Map.entry("aria-label", TEXT),
            Map.entry("href", PICTURE));

    private static final Set<String> ELEMENTS = Set.of(
            "div",
            "p",
            "span",
            "mark",
            "del",
            "ins",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "svg",
            "foreignObject",
            "rect",
            "image");

    private FrameHtml() {}

    /// Whether a text is a fragment of this markup: its elements balanced, its attributes of their form, every
    /// other character text.
    public static boolean isSafe(String fragment) {
        return new Scan(fragment).isSafe();
    }

    static boolean isElement(String name) {
        return ELEMENTS.contains(name);
    }

    /// Whether an attribute may have a value, escaped as it stands in markup.
    static boolean isAttribute(String element, String name, String value) {
        Pattern form = ATTRIBUTES.get(name);
        return form != null
                && (!name.equals("href") || element.equals("image"))
                && form.matcher(value).matches()
                && hasOnlyOurEntities(value);
    }

    private static boolean hasOnlyOurEntities(String text) {
        for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
            if (!ENTITY.matcher(text)
                    .region(at, Math.min(text.length(), at + 6))
                    .lookingAt()) {
                return false;
            }
        }
        return true;
    }

    /// One fragment being looked at.
    private static final class Scan {
        private final String fragment;
        private final Deque<String> open = new ArrayDeque<>();
        private int at;

        Scan(String fragment) {
            this.fragment = fragment;
        }

        boolean isSafe() {
            while (at < fragment.length()) {
                int tag = fragment.indexOf('<', at);
                int end = tag < 0 ? fragment.length() : tag;
                if (!isText(fragment.substring(at, end))) {
                    return false;
                }
                at = end;
                if (tag >= 0 && !tag()) {
                    return false;
                }
            }
            return open.isEmpty();
        }

        private static boolean isText(String text) {
            return text.indexOf('>') < 0
                    && text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t')
                    && hasOnlyOurEntities(text);
        }

        private boolean tag() {
            int end = fragment.indexOf('>', at);
            if (end < 0) {
                return false;
            }
            String inside = fragment.substring(at + 1, end);
            at = end + 1;
            if (inside.startsWith("/")) {
                return !open.isEmpty() && open.pop().equals(inside.substring(1));
            }
            return opens(inside);
        }

        private boolean opens(String inside) {
            int blank = inside.indexOf(' ');
            String name = blank < 0 ? inside : inside.substring(0, blank);
            if (!isElement(name)) {
                return false;
            }
            open.push(name);
            return blank < 0 || attributes(name, inside, blank);
        }

        /// Each attribute is a blank, a name, `="`, a value without quotation marks, and `"`.
        private static boolean attributes(String element, String inside, int first) {
            Set<String> seen = new HashSet<>();
            int from = first;
            while (from < inside.length()) {
                int equals = inside.indexOf("=\"", from);
                int close = equals < 0 ? -1 : inside.indexOf('"', equals + 2);
                if (inside.charAt(from) != ' ' || close < 0) {
                    return false;
                }
                String name = inside.substring(from + 1, equals);
                if (!seen.add(name) || !isAttribute(element, name, inside.substring(equals + 2, close))) {
                    return false;
                }
                from = close + 1;
            }
            return true;
        }
    }
}
