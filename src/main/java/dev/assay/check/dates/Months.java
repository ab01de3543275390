package dev.assay.check.dates;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Names of months and days of the week in English and German, whole or cut short.
final class Months {
    /// A month's name, for patterns that ignore case.
    static final String MONTH =
            "(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|m\u00e4r(?:z)?|mrz|apr(?:il)?|may|mai|june?|juni|july?|juli"
                + "|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?|j\u00e4nner)";
    /// A day of the week's name, for patterns that ignore case.
    static final String WEEKDAY =
            "(?:mon(?:day|tag)?|tue(?:s(?:day)?)?|dienstag|wed(?:nesday)?|mittwoch|thu(?:rs(?:day)?)?"
                    + "|donnerstag|fri(?:day)?|freitag|sat(?:urday)?|samstag|sonnabend|sun(?:day)?|sonntag)";

    private static final Map<String, Integer> NUMBERS = new TreeMap<>(Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("j\u00e4n", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("m\u00e4r", 3),
            Map.entry("mrz", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("mai", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("okt", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("dez", 12)));

    private Months() {}

    /// 1 to 12.
    static int number(String name) {
        return NUMBERS.getOrDefault(name.toLowerCase(Locale.ROOT).substring(0, 3), 0);
    }

    static Optional<DayOfWeek> weekday(String name) {
        return switch (name.toLowerCase(Locale.ROOT).substring(0, 2)) {
            case "mo" -> Optional.of(DayOfWeek.MONDAY);
            case "tu", "di" -> Optional.of(DayOfWeek.TUESDAY);
            case "we", "mi" -> Optional.of(DayOfWeek.WEDNESDAY);
            case "th", "do" -> Optional.of(DayOfWeek.THURSDAY);
            case "fr" -> Optional.of(DayOfWeek.FRIDAY);
            case "sa" -> Optional.of(DayOfWeek.SATURDAY);
            case "so" ->
                Optional.of(name.toLowerCase(Locale.ROOT).startsWith("sonnab") ? DayOfWeek.SATURDAY : DayOfWeek.SUNDAY);
            case "su" -> Optional.of(DayOfWeek.SUNDAY);
            default -> Optional.empty();
        };
    }
}
