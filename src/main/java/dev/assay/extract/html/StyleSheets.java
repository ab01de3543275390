package dev.assay.extract.html;

import java.util.IdentityHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/// The rules of a page's own style sheets that can hide text. Rules for other media than the screen, and those
/// for some widths of it, are left out.
final class StyleSheets {
    private static final int MOST_RULES = 300;
    private static final int MOST_ELEMENTS = 50_000;
    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_SELECTOR = 500;
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]*)\\{([^{}]*)\\}");
    private static final Pattern MATTERS = Pattern.compile(
            "(?i)display|visibility|opacity|text-indent|font-size|(^|[;\\s-])color|background|overflow|clip|left|white-space");

    private final IdentityHashMap<Element, String> styles = new IdentityHashMap<>();

    private StyleSheets() {}

    static StyleSheets of(Document page) {
        StyleSheets sheets = new StyleSheets();
        StringBuilder text = new StringBuilder();
        for (Element style : page.select("style")) {
            String media = style.attr("media");
            if (text.length() < LONGEST && (media.isEmpty() || media.matches("(?i).*(all|screen).*"))) {
                text.append(style.data(), 0, Math.min(style.data().length(), LONGEST));
            }
        }
        if (!text.isEmpty()) {
            sheets.read(page, withoutMedia(COMMENT.matcher(text).replaceAll("")));
        }
        return sheets;
    }

    /// What the style sheets say of an element; empty where they say nothing.
    String of(Element element) {
        return styles.getOrDefault(element, "");
    }

    private void read(Document page, String text) {
        Matcher rule = RULE.matcher(text);
        int rules = 0;
        while (rule.find() && rules < MOST_RULES && styles.size() < MOST_ELEMENTS) {
            String declarations = rule.group(2);
            String selector = rule.group(1).replaceAll("<!--|-->", "").strip();
            if (MATTERS.matcher(declarations).find() && isPlain(selector)) {
                rules++;
                apply(page, selector, declarations);
            }
        }
    }

    /// A state such as `:hover`, or what is generated before or after, is no rule for what is shown at first.
    private static boolean isPlain(String selector) {
        return !selector.isEmpty()
                && selector.length() <= LONGEST_SELECTOR
                && selector.matches("[\\w\\s.#,>*\\[\\]=\"'^$~+-]+");
    }

    private void apply(Document page, String selector, String declarations) {
        try {
            for (Element element : page.select(selector)) {
                if (styles.size() < MOST_ELEMENTS) {
                    styles.merge(element, declarations, (before, more) -> before + ";" + more);
                }
            }
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            // Not every selector is known; what it hides is read as shown.
            return;
        }
    }

    /// Drops blocks that begin with an at sign, with all that is nested in them.
    private static String withoutMedia(String text) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        boolean dropping = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@' && depth == 0) {
                dropping = true;
            }
            depth += c == '{' ? 1 : 0;
            depth = c == '}' ? Math.max(0, depth - 1) : depth;
            if (!dropping) {
                kept.append(c);
            }
            boolean statement = c == ';' && depth == 0;
            dropping &= !(statement || (c == '}' && depth == 0));
        }
        return kept.toString();
    }
}
