package dev.assay.letter;

import dev.assay.checklist.Item;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes what a message quotes out of it, but for the client's own words: the values that its item names, such as the
/// title of a section that is missing.
final class Redaction {
    private static final String LEFT_OUT = "[\u2026]";
    private static final Pattern QUOTED = Pattern.compile("['\u2018\u201C].*['\u2019\u201D]", Pattern.DOTALL);
    private static final Pattern STAND_IN = Pattern.compile("\uE000([0-9]+)\uE001");

    private Redaction() {}

    /// The message without quotes. What stands between the first and the last quotation mark that is not about the
    /// client's own words goes as a whole: a quoted text may hold such marks itself.
    static String of(String message, Item item) {
        List<String> own = item.parameters().values().stream()
                .flatMap(Redaction::texts)
                .filter(text -> !text.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String text = message;
        for (int i = 0; i < own.size(); i++) {
            text = text.replace("'" + own.get(i) + "'", "\uE000" + i + "\uE001");
        }
        String redacted = QUOTED.matcher(text).replaceAll(LEFT_OUT);
        return STAND_IN.matcher(redacted)
                .replaceAll(found -> Matcher.quoteReplacement("'" + own.get(Integer.parseInt(found.group(1))) + "'"));
    }

    private static Stream<String> texts(Object value) {
        return switch (value) {
            case String text -> Stream.of(text.split("\\|", -1)).map(String::strip);
            case Collection<?> many -> many.stream().flatMap(Redaction::texts);
            default -> Stream.empty();
        };
    }
}
