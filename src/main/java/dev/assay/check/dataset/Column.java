package dev.assay.check.dataset;

import dev.assay.config.ClientPattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a client declares of a column: `age = integer, required, 18 to 99`.
///
/// @param optional   whether the column itself may be absent
/// @param required   whether every row needs a value
/// @param low        smallest number allowed
/// @param high       largest number allowed
/// @param from       first day allowed
/// @param until      last day allowed
/// @param values     the only texts allowed; empty where others are too
/// @param codes      where the only texts allowed are listed
/// @param mostMissing per cent of rows that may lack a value
record Column(
        String name,
        Type type,
        boolean optional,
        boolean required,
        boolean unique,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<String> values,
        @Nullable Source codes,
        @Nullable BigDecimal mostMissing,
        @Nullable ClientPattern pattern) {
    private static final String NUMBER = "(-?[0-9]{1,18}(?:\\.[0-9]{1,18})?)";
    private static final String DAY = "([0-9]{4}-[0-9]{2}-[0-9]{2})";
    private static final Pattern RANGE = Pattern.compile(NUMBER + " to " + NUMBER);
    private static final Pattern LEAST = Pattern.compile("at least " + NUMBER);
    private static final Pattern MOST = Pattern.compile("at most " + NUMBER);
    private static final Pattern DAYS = Pattern.compile("(?:from " + DAY + ")? ?(?:(?:to|until) " + DAY + ")?");
    private static final Pattern MISSING = Pattern.compile("missing at most " + NUMBER + " ?%");
    private static final String CLAUSES = "text, number, integer, date, required, unique, optional, '1 to 5',"
            + " 'at least 0', 'at most 100', 'from 2026-01-01 to 2026-12-31', 'one of A | B', 'in codebook: Code',"
            + " 'missing at most 5 %', 'pattern [A-Z]+'";

    Column {
        values = List.copyOf(values);
    }

    /// What stands in a column.
    enum Type {
        TEXT,
        NUMBER,
        INTEGER,
        DATE
    }

    /// Another table and its column; the column is empty where it is the first, or of the same name.
    ///
    /// @param where id or kind of a reference, or a word of a delivered file's name or role
    record Source(String where, String column) {
        static Source of(String text) {
            int colon = text.indexOf(':');
            return colon < 0
                    ? new Source(text.strip(), "")
                    : new Source(
                            text.substring(0, colon).strip(),
                            text.substring(colon + 1).strip());
        }
    }

    boolean isNumber() {
        return type == Type.NUMBER || type == Type.INTEGER || low != null || high != null;
    }

    boolean isDate() {
        return type == Type.DATE || from != null || until != null;
    }

    /// Reads a declaration.
    ///
    /// @throws IllegalArgumentException if it is none; the message says why
    static Column of(String declaration) {
        int equals = declaration.indexOf('=');
        String name = (equals < 0 ? declaration : declaration.substring(0, equals)).strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    "a column is declared as 'name = clauses'. Found: '" + declaration + "'");
        }
        Draft draft = new Draft(name);
        String rest = equals < 0 ? "" : declaration.substring(equals + 1).strip();
        Matcher pattern = Pattern.compile("(?:^|, *)pattern ").matcher(rest);
        if (pattern.find()) {
            draft.pattern = ClientPattern.of(rest.substring(pattern.end()).strip());
            rest = rest.substring(0, pattern.start()).strip();
        }
        Arrays.stream(rest.split(",", -1))
                .map(String::strip)
                .filter(clause -> !clause.isEmpty())
                .forEach(draft::clause);
        return draft.column();
    }

    /// A declaration being read.
    private static final class Draft {
        private final String name;
        private final Set<String> flags = new java.util.HashSet<>();
        private Type type = Type.TEXT;
        private @Nullable BigDecimal low;
        private @Nullable BigDecimal high;
        private @Nullable LocalDate from;
        private @Nullable LocalDate until;
        private final List<String> values = new ArrayList<>();
        private @Nullable Source codes;
        private @Nullable BigDecimal mostMissing;
        private @Nullable ClientPattern pattern;

        Draft(String name) {
            this.name = name;
        }

        void clause(String clause) {
            String lower = clause.toLowerCase(Locale.ROOT);
            switch (lower) {
                case "text", "number", "integer", "date" -> type = Type.valueOf(lower.toUpperCase(Locale.ROOT));
                case "required", "unique", "optional" -> flags.add(lower);
                default -> {
                    if (!numbers(lower) && !days(lower) && !listed(clause, lower)) {
                        throw new IllegalArgumentException(
                                "'" + clause + "' is no clause of a column; there are " + CLAUSES);
                    }
                }
            }
        }

        private boolean numbers(String clause) {
            Matcher range = RANGE.matcher(clause);
            Matcher least = LEAST.matcher(clause);
            Matcher most = MOST.matcher(clause);
            Matcher missing = MISSING.matcher(clause);
            if (range.matches()) {
                low = new BigDecimal(range.group(1));
                high = new BigDecimal(range.group(2));
            } else if (least.matches()) {
                low = new BigDecimal(least.group(1));
            } else if (most.matches()) {
                high = new BigDecimal(most.group(1));
            } else if (missing.matches()) {
                mostMissing = new BigDecimal(missing.group(1));
            } else {
                return false;
            }
            if (low != null && high != null && low.compareTo(high) > 0) {
                throw new IllegalArgumentException("a range goes from low to high. Found: '" + clause + "'");
            }
            return true;
        }

        private boolean days(String clause) {
            Matcher days = DAYS.matcher(clause);
            if (clause.isBlank() || !days.matches()) {
                return false;
            }
            from = days.group(1) == null ? from : day(days.group(1));
            until = days.group(2) == null ? until : day(days.group(2));
            if (from != null && until != null && until.isBefore(from)) {
                throw new IllegalArgumentException("a range goes from early to late. Found: '" + clause + "'");
            }
            return true;
        }

        private static LocalDate day(String text) {
            return Optional.of(text)
                    .map(Values::dates)
                    .filter(days -> !days.isEmpty())
                    .orElseThrow(() -> new IllegalArgumentException("there is no such day. Found: '" + text + "'"))
                    .getFirst();
        }

        private boolean listed(String clause, String lower) {
            if (lower.startsWith("one of ")) {
                Arrays.stream(clause.substring("one of ".length()).split("\\|", -1))
                        .map(String::strip)
                        .forEach(values::add);
                return true;
            }
            if (lower.startsWith("in ")) {
                codes = Source.of(clause.substring("in ".length()));
                return !codes.where().isEmpty();
            }
            return false;
        }

        Column column() {
            return new Column(
                    name,
                    type,
                    flags.contains("optional"),
                    flags.contains("required"),
                    flags.contains("unique"),
                    low,
                    high,
                    from,
                    until,
                    values,
                    codes,
                    mostMissing,
                    pattern);
        }
    }
}
