package dev.assay.config;

import dev.assay.work.BusinessCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads a calendar: the days of the week on which work is done, and the dates on which it is not.
final class CalendarReader {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Set<DayOfWeek> DEFAULT = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final Problems problems;

    CalendarReader(Problems problems) {
        this.problems = problems;
    }

    Optional<BusinessCalendar> read(String name, Fields fields, TextFile text) {
        if (BusinessCalendar.names().contains(name)) {
            problems.add(
                    Position.whole(text.name()),
                    "the calendar '" + name + "' needs no file and means the same everywhere. Give this one another"
                            + " name");
        }
        Set<DayOfWeek> working = fields.has("working-days") ? workingDays(fields) : DEFAULT;
        Map<LocalDate, String> holidays =
                fields.value("holidays").map(value -> holidays(value, working)).orElse(Map.of());
        fields.done("a calendar");
        if (working.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                BusinessCalendar.written(name, text.hash(), EnumSet.complementOf(EnumSet.copyOf(working)), holidays));
    }

    private Set<DayOfWeek> workingDays(Fields fields) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        List<String> words = Stream.of(DayOfWeek.values()).map(Fields::word).toList();
        List<Located> written = fields.list("working-days");
        if (written.isEmpty()) {
            problems.add(fields.at("working-days"), "a calendar has at least one working day. Found: none");
        }
        for (Located value : written) {
            String word = value instanceof Located.Scalar scalar ? scalar.text() : "";
            int index = words.indexOf(word);
            if (index < 0) {
                problems.add(
                        value.at(),
                        "a working day is one of " + String.join(", ", words) + ". Found: '" + word + "'."
                                + Problems.suggestion(word, words));
            } else if (!days.add(DayOfWeek.of(index + 1))) {
                problems.add(value.at(), "'" + word + "' is told twice under working-days. Take one out");
            }
        }
        return days;
    }

    private Map<LocalDate, String> holidays(Located value, Set<DayOfWeek> working) {
        Map<LocalDate, String> holidays = new TreeMap<>();
        if (!(value instanceof Located.Mapping mapping)) {
            problems.add(
                    value.at(),
                    "holidays are dates with names, such as 2026-12-25: Christmas Day. Found: " + value.kind());
            return holidays;
        }
        for (Located.Entry entry : mapping.entries()) {
            date(entry).ifPresent(date -> {
                if (!working.isEmpty() && !working.contains(date.getDayOfWeek())) {
                    problems.add(
                            entry.at(),
                            entry.key() + " is a " + Fields.word(date.getDayOfWeek())
                                    + ", which is no working day of this calendar. Take it out, or correct the date");
                }
                holidays.put(date, name(entry));
            });
        }
        return holidays;
    }

    private Optional<LocalDate> date(Located.Entry entry) {
        try {
            return Optional.of(LocalDate.parse(entry.key(), DATE));
        } catch (DateTimeException e) {
            problems.add(entry.at(), "a holiday is a date such as 2026-12-25. Found: '" + entry.key() + "'");
            return Optional.empty();
        }
    }

    private String name(Located.Entry entry) {
        if (entry.value() instanceof Located.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text().strip();
        }
        problems.add(entry.value().at(), "a holiday has a name, such as Christmas Day. Found: none");
        return "";
    }
}
