package dev.assay.extract.workbook;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/// Texts of a workbook: rich text without its phonetic guides, and the codes in headers and footers.
final class SheetText {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /// Codes of ECMA-376 part 1, 18.3.1.39.
    private static final Pattern CODE =
            Pattern.compile("&(?:\"[^\"]*\"|K[0-9A-Fa-f]{6}|K[0-9]{2}[+-][0-9]{3}|[0-9]{1,3}|([LCR])|(&)|[A-Za-z])");

    private SheetText() {}

    /// The text of the string item at hand (`x:si`, `x:is`, `x:text`).
    static String rich(Markup item) throws XMLStreamException, IOException {
        StringBuilder text = new StringBuilder();
        item.each(child -> {
            if (child.name().equals("x:t")) {
                text.append(child.text());
            } else if (child.name().equals("x:r")) {
                child.each(run -> {
                    if (run.name().equals("x:t")) {
                        text.append(run.text());
                    }
                });
            }
        });
        return unescaped(text.toString());
    }

    /// Characters written as `_x000D_` as themselves.
    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /// The words of a header or footer: left, centre and right part each on a line, without codes.
    static String margin(String coded) {
        return CODE.matcher(coded)
                .replaceAll(code -> code.group(1) != null ? "\n" : code.group(2) != null ? "&" : "")
                .strip();
    }
}
