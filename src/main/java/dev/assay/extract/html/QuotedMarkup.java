package dev.assay.extract.html;

import java.util.Set;
import org.jsoup.nodes.Element;

/// The elements by which mail programs mark what they repeat of an earlier mail.
final class QuotedMarkup {
    private static final Set<String> CLASSES = Set.of(
            "gmail_quote",
            "gmail_quote_container",
            "gmail_extra",
            "gmail_attr",
            "yahoo_quoted",
            "moz-cite-prefix",
            "moz-forward-container",
            "protonmail_quote",
            "tutanota_quote",
            "zmail_extra",
            "zmail_extra_hr");

    private static final Set<String> FROM_HERE_ON =
            Set.of("divrplyfwdmsg", "appendonsend", "stopspelling", "mail-editor-reference-message-container");

    private QuotedMarkup() {}

    static boolean isQuote(Element element) {
        if (element.normalName().equals("blockquote")) {
            return !isIndent(element);
        }
        return element.id().equalsIgnoreCase("OLK_SRC_BODY_SECTION")
                || (element.hasAttr("class")
                        && element.classNames().stream().map(QuotedMarkup::own).anyMatch(CLASSES::contains));
    }

    /// Whether all that follows in the mail is quoted, this element included.
    static boolean startsRest(Element element) {
        return element.hasAttr("id") && FROM_HERE_ON.contains(own(element.id().toLowerCase(java.util.Locale.ROOT)));
    }

    /// Mail programs indent by a quotation without a border and without saying what it cites.
    private static boolean isIndent(Element element) {
        String style = element.attr("style").replace(" ", "");
        return !element.hasAttr("type")
                && !element.hasAttr("cite")
                && !element.hasClass("gmail_quote")
                && style.contains("border:none");
    }

    /// A mail program puts `x_` before the names that another one gave.
    private static String own(String name) {
        String plain = name;
        while (plain.startsWith("x_")) {
            plain = plain.substring(2);
        }
        return plain;
    }
}
