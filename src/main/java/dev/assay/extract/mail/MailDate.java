package dev.assay.extract.mail;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The date of a mail (RFC 5322, 3.3, with the obsolete forms), as ISO 8601 with its offset.
final class MailDate {
    private static final Pattern FORM =
            Pattern.compile("(?i)(?:[a-z]{3,9},?\\s+)?(\\d{1,2})[\\s-]+([a-z]{3})[a-z]*[\\s-]+"
                    + "(\\d{2,4})\\s+(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?\\s*([+-]\\d{4}|[a-z]{1,5})?.*");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("ut", "+0000"),
            Map.entry("utc", "+0000"),
            Map.entry("gmt", "+0000"),
            Map.entry("z", "+0000"),
            Map.entry("est", "-0500"),
            Map.entry("edt", "-0400"),
            Map.entry("cst", "-0600"),
            Map.entry("cdt", "-0500"),
            Map.entry("mst", "-0700"),
            Map.entry("mdt", "-0600"),
            Map.entry("pst", "-0800"),
            Map.entry("pdt", "-0700"),
            Map.entry("cet", "+0100"),
            Map.entry("cest", "+0200"),
            Map.entry("bst", "+0100"));

    private MailDate() {}

    /// The date in ISO 8601; empty where the words are no date with a known offset.
    static Optional<String> iso(String words) {
        Matcher form = FORM.matcher(words.strip());
        if (!form.matches() || form.group(7) == null) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(form.group(2).toLowerCase(Locale.ROOT));
        String zone = ZONES.getOrDefault(form.group(7).toLowerCase(Locale.ROOT), form.group(7));
        if (month < 0 || month % 3 != 0 || zone.length() != 5) {
            return Optional.empty();
        }
        try {
            OffsetDateTime date = OffsetDateTime.of(
                    year(form.group(3)),
                    month / 3 + 1,
                    Integer.parseInt(form.group(1)),
                    Integer.parseInt(form.group(4)),
                    Integer.parseInt(form.group(5)),
                    form.group(6) == null ? 0 : Math.min(59, Integer.parseInt(form.group(6))),
                    0,
                    ZoneOffset.of(zone));
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return digits.length() == 3 ? 1900 + year : year;
        }
        return year < 50 ? 2000 + year : 1900 + year;
    }
}
