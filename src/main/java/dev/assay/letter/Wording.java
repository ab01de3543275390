package dev.assay.letter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The fixed texts of letters in one language, as one client wants them.
final class Wording {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z0-9-]*)\\}");
    private static final int THOUSAND = 1000;

    private final String language;
    private final Map<String, String> texts;
    private final Map<String, String> common;

    /// @param language primary subtag, such as `de`
    Wording(String language, Map<String, String> texts) {
        this(language, texts, Map.of());
    }

    private Wording(String language, Map<String, String> texts, Map<String, String> common) {
        this.language = language;
        this.texts = Map.copyOf(texts);
        this.common = Map.copyOf(common);
    }

    /// The same texts, all of which may name these values.
    Wording naming(Map<String, String> values) {
        return new Wording(language, texts, values);
    }

    String language() {
        return language;
    }

    /// A text whose placeholders are given by name and value in turn.
    String text(String key, String... named) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < named.length; i += 2) {
            values.put(named[i], named[i + 1]);
        }
        return text(key, values);
    }

    /// A text with its placeholders filled in. What the values hold is not looked at for placeholders.
    String text(String key, Map<String, String> values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No text '" + key + "' in letters of language " + language);
        }
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.replaceAll(found -> {
            String value = values.getOrDefault(found.group(1), common.get(found.group(1)));
            if (value == null) {
                throw new IllegalArgumentException(
                        "Text '" + key + "' has {" + found.group(1) + "}, which has no value");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /// A text that says how many: `key.one` for one, else `key`.
    String count(String key, long count, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("count", number(count));
        return text(count == 1 ? key + ".one" : key, all);
    }

    String number(long number) {
        return String.format(locale(), "%,d", number);
    }

    /// A moment with its zone: `Friday, 27 November 2026, 17:00 Europe/London (UTC)`.
    String moment(Instant at, ZoneId zone) {
        String local =
                DateTimeFormatter.ofPattern(text("format.moment"), locale()).format(at.atZone(zone));
        if (zone.equals(ZoneOffset.UTC)) {
            return local + " UTC";
        }
        String offset = zone.getRules().getOffset(at).getId();
        return local + " " + zone.getId() + " (UTC" + (offset.equals("Z") ? "" : offset) + ")";
    }

    /// A size in units of 1,000.
    String size(long bytes) {
        if (bytes < THOUSAND) {
            return text("size.bytes", "count", number(bytes));
        }
        boolean kilo = bytes < THOUSAND * THOUSAND;
        String count = String.format(locale(), "%.1f", bytes / (kilo ? 1e3 : 1e6));
        return text(kilo ? "size.kb" : "size.mb", "count", count);
    }

    private Locale locale() {
        return language.equals("en") ? Locale.UK : Locale.forLanguageTag(language);
    }
}
