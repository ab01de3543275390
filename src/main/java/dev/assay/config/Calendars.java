package dev.assay.config;

import dev.assay.work.BusinessCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The calendars that work orders may name: those that need no file, and those of an installation.
final class Calendars {
    private final List<String> names;
    private final Map<String, BusinessCalendar> read = new TreeMap<>();

    /// @param files names of all files, also of those with mistakes
    Calendars(List<String> files) {
        TreeSet<String> all = new TreeSet<>(BusinessCalendar.names());
        all.addAll(files);
        names = List.copyOf(all);
        for (String name : BusinessCalendar.names()) {
            read.put(name, BusinessCalendar.named(name));
        }
    }

    /// In alphabetical order.
    List<String> names() {
        return names;
    }

    void add(BusinessCalendar calendar) {
        read.putIfAbsent(calendar.name(), calendar);
    }

    /// Empty where there is none, or its file has mistakes.
    Optional<BusinessCalendar> find(String name) {
        return Optional.ofNullable(read.get(name));
    }
}
