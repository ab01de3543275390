package dev.assay.extract.pdf.facts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as PDF writes them (ISO 32000-1, 7.9.4), in ISO 8601.
final class PdfDate {
    private static final Pattern DATE =
            Pattern.compile("(?:D:)?(\\d{4})(?:(\\d\\d)(?:(\\d\\d)(?:(\\d\\d)(\\d\\d)(\\d\\d)?"
                    + "(?:(Z)|([+-])(\\d\\d)'?(\\d\\d)?)?)?)?)?.*");

    private PdfDate() {}

    /// As much as is said; empty where it is no date.
    static String iso(@Nullable String date) {
        Matcher parts = DATE.matcher(date == null ? "" : date.strip());
        if (!parts.matches()) {
            return "";
        }
        StringBuilder iso = new StringBuilder(parts.group(1));
        append(iso, "-", parts.group(2));
        append(iso, "-", parts.group(3));
        if (parts.group(4) != null) {
            append(iso, "T", parts.group(4));
            append(iso, ":", parts.group(5));
            append(iso, ":", parts.group(6) == null ? "00" : parts.group(6));
            append(iso, "", parts.group(7));
            if (parts.group(8) != null) {
                append(iso, parts.group(8), parts.group(9));
                append(iso, ":", parts.group(10) == null ? "00" : parts.group(10));
            }
        }
        return iso.toString();
    }

    private static void append(StringBuilder iso, String mark, @Nullable String part) {
        if (part != null) {
            iso.append(mark).append(part);
        }
    }
}
