package dev.assay.check.sources;

import dev.assay.check.dates.DateText;
import dev.assay.check.dates.ShownDate;
import dev.assay.document.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates of sources: of a source itself, and of when it was looked at.
final class SourceDates {
    private static final int REACH = 45;
    private static final int NEAR = 4;
    private static final Pattern ACCESS = Pattern.compile(
            "(?iu)(?<![\\p{L}])(?:last )?(?:date )?(?:accessed|retrieved|viewed|visited|consulted|access date|date"
                + " accessed|abgerufen|aufgerufen|eingesehen|(?:letzter )?zugriff|zugegriffen)(?: (?:on|am|in|vom))?:?"
                + " {0,2}");
    private static final Pattern YEAR =
            Pattern.compile("(?<![\\p{L}0-9/.,$\u20ac\u00a3-])(?:1[89]|20)[0-9]{2}(?![0-9]|[.,][0-9]|[a-z]{2})");
    private static final int AUTHORS = 250;
    private static final Pattern BRACKETED = Pattern.compile("\\(((?:1[89]|20)[0-9]{2})[a-z]?[^()]{0,20}\\)");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)[^\\s]{1,500}");

    private SourceDates() {}

    /// A date as written.
    ///
    /// @param span in the text that was read
    /// @param last the last day it can mean
    record Dated(Span span, String shown, LocalDate last) {}

    /// When sources were looked at.
    static List<Dated> accessed(String text) {
        List<Dated> accessed = new ArrayList<>();
        Matcher matcher = ACCESS.matcher(text);
        while (matcher.find()) {
            int end = Math.min(text.length(), matcher.end() + REACH);
            dates(text.substring(matcher.end(), end), matcher.end()).stream()
                    .filter(date -> date.span().start() - matcher.end() <= NEAR)
                    .findFirst()
                    .ifPresent(accessed::add);
        }
        return accessed;
    }

    /// When an entry of a bibliography is of: the year in brackets after its authors, as in `Smith, J. (2018)`, else
    /// its newest date.
    static Optional<Dated> published(String text, LocalDate latest) {
        Matcher bracketed = BRACKETED.matcher(text.substring(0, Math.min(text.length(), AUTHORS)));
        return bracketed.find()
                ? endOf(bracketed.group(1))
                        .map(last ->
                                new Dated(new Span(bracketed.start(1), bracketed.end(1)), bracketed.group(1), last))
                : newest(text, latest);
    }

    /// The newest date of what a text names, without addresses and access dates.
    ///
    /// @param latest what lies after it is a forecast's
    static Optional<Dated> newest(String text, LocalDate latest) {
        BitSet passed = new BitSet();
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            passed.set(address.start(), address.end());
        }
        accessed(text)
                .forEach(date -> passed.set(date.span().start(), date.span().end()));
        return dates(text, 0).stream()
                .filter(date -> !passed.get(date.span().start()) && !date.last().isAfter(latest))
                .reduce((one, other) -> other.last().isAfter(one.last()) ? other : one);
    }

    /// Full dates, months and bare years.
    private static List<Dated> dates(String text, int at) {
        List<Dated> dates = new ArrayList<>();
        BitSet covered = new BitSet();
        for (ShownDate date : DateText.find(text)) {
            covered.set(date.span().start(), date.span().end());
            date.meanings().stream()
                    .map(ShownDate.Period::last)
                    .max(LocalDate::compareTo)
                    .ifPresent(last -> dates.add(new Dated(moved(date.span(), at), date.shown(), last)));
        }
        Matcher year = YEAR.matcher(text);
        while (year.find()) {
            if (!covered.get(year.start())) {
                endOf(year.group())
                        .ifPresent(last -> dates.add(
                                new Dated(moved(new Span(year.start(), year.end()), at), year.group(), last)));
            }
        }
        return dates;
    }

    private static Optional<LocalDate> endOf(String year) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), 12, 31));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Span moved(Span span, int by) {
        return new Span(span.start() + by, span.end() + by);
    }
}
