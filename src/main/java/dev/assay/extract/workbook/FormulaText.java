package dev.assay.extract.workbook;

import dev.assay.document.Place;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Formulas as a spreadsheet shows them: functions without the prefixes that files give to newer ones, other
/// workbooks by their names instead of their numbers.
final class FormulaText {
    /// Texts stay as they are. A number in brackets is a workbook where a sheet or name follows, not a column of
    /// a table.
    private static final Pattern TOKEN = Pattern.compile(
            "\"[^\"]*\"|_xl(?:fn|ws|pm|udf)\\.|(?<![\\w\\]\\[])\\[([0-9]{1,4})\\](?=[^\\]\\[,:()\\s+*/-])");

    private final OutsideBooks outside;

    FormulaText(OutsideBooks outside) {
        this.outside = outside;
    }

    /// @param place where the formula stands
    String of(String stored, Supplier<Place> place) {
        if (stored.indexOf('[') < 0 && !stored.contains("_xl")) {
            return stored;
        }
        Matcher token = TOKEN.matcher(stored);
        return token.replaceAll(found -> Matcher.quoteReplacement(replaced((Matcher) found, place)));
    }

    /// Whether a name stands for a workbook that has a number.
    boolean isKnown(String name) {
        return outside.holds(name);
    }

    private String replaced(Matcher token, Supplier<Place> place) {
        if (token.group().startsWith("\"")) {
            return token.group();
        }
        if (token.group(1) == null) {
            return "";
        }
        int number = Integer.parseInt(token.group(1));
        outside.use(number, place.get());
        String name = outside.name(number);
        return name.isEmpty() ? token.group() : "[" + name + "]";
    }
}
