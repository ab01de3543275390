package dev.assay.extract.plain;

import dev.assay.extract.format.LoadFileSigns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the fields of a delimited text are written.
///
/// @param name      `csv`, `concordance` or `opticon`
/// @param delimiter between fields
/// @param quote     around fields, doubled inside; U+0000 where there is none
/// @param lineBreak stands for a line break inside a field; U+0000 where none does
/// @param begins    where the first record begins, in UTF-16 units
public record Dialect(String name, char delimiter, char quote, char lineBreak, int begins) {
    private static final String DELIMITERS = "\t;|,";
    private static final Pattern NAMED = Pattern.compile("sep=([^\r\n])(?:\r\n|\r|\n)");
    private static final char NONE = '\0';
    private static final char REGISTERED = '\u00AE';
    private static final int SNIFFED_RECORDS = 50;
    private static final int LOOKED_AT = 1 << 16;
    private static final int OPTICON_FIELDS = 7;
    private static final Pattern PATH = Pattern.compile(".*[\\\\/.].*");

    /// The dialect of a text: by the delimiter its first line names (`sep=;`, which spreadsheets take for no
    /// record), by the signs of a load file, or else by the delimiter under which most of the first records have
    /// the same number of fields. Of several, the comma is the last to be believed: it also stands in numbers.
    ///
    /// @param start the first records, perhaps cut within one
    static Dialect of(String start) {
        Matcher named = NAMED.matcher(start);
        if (named.lookingAt()) {
            return new Dialect("csv", named.group(1).charAt(0), '"', NONE, named.end());
        }
        String header = start.lines().findFirst().orElse("").strip();
        if (LoadFileSigns.isConcordance(header)) {
            return new Dialect("concordance", LoadFileSigns.SEPARATOR, LoadFileSigns.THORN, REGISTERED, 0);
        }
        if (isCareted(header)) {
            return new Dialect("concordance", header.contains("^|^") ? '|' : ',', '^', NONE, 0);
        }
        Dialect plain = plain(start);
        return isOpticon(start, plain) ? new Dialect("opticon", ',', '"', NONE, 0) : plain;
    }

    private static boolean isCareted(String header) {
        return header.startsWith("^") && header.endsWith("^") && (header.contains("^|^") || header.contains("^,^"));
    }

    private static Dialect plain(String start) {
        Dialect best = new Dialect("csv", ',', '"', NONE, 0);
        int most = 0;
        for (int i = 0; i < DELIMITERS.length(); i++) {
            Dialect dialect = new Dialect("csv", DELIMITERS.charAt(i), '"', NONE, 0);
            int same = sameWidth(first(start, dialect));
            if (same > most) {
                most = same;
                best = dialect;
            }
        }
        return best;
    }

    /// How many of the records have as many fields as the first; 0 where that is one.
    private static int sameWidth(List<List<String>> records) {
        int width = records.isEmpty() ? 0 : records.getFirst().size();
        return width < 2
                ? 0
                : (int) records.stream()
                        .filter(record -> record.size() == width)
                        .count();
    }

    /// An image load file has seven fields: key, volume, path, Y where a document begins, two more breaks, pages.
    private static boolean isOpticon(String start, Dialect plain) {
        if (plain.delimiter() != ',') {
            return false;
        }
        List<List<String>> records = first(start, plain);
        return !records.isEmpty() && records.stream().allMatch(Dialect::isImage) && breaks(records.getFirst());
    }

    private static boolean isImage(List<String> record) {
        return record.size() == OPTICON_FIELDS
                && !record.getFirst().isBlank()
                && PATH.matcher(record.get(2)).matches()
                && record.subList(3, 6).stream()
                        .allMatch(field -> field.isBlank() || field.strip().equalsIgnoreCase("Y"))
                && record.get(6).strip().chars().allMatch(Character::isDigit);
    }

    private static boolean breaks(List<String> record) {
        return record.get(3).strip().equalsIgnoreCase("Y");
    }

    private static List<List<String>> first(String start, Dialect dialect) {
        Records records = new Records(start, dialect);
        List<List<String>> first = new ArrayList<>();
        try {
            List<String> record = records.next();
            while (!record.isEmpty() && first.size() < SNIFFED_RECORDS) {
                first.add(record);
                record = records.next();
            }
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory can always be read", e);
        }
        // The last one may be cut.
        if (first.size() > 1 && start.length() >= LOOKED_AT && first.size() < SNIFFED_RECORDS) {
            first.removeLast();
        }
        return first;
    }

    /// How many UTF-16 units are looked at to tell a dialect.
    static int lookedAt() {
        return LOOKED_AT;
    }
}
