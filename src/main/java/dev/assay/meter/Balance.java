package dev.assay.meter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One balance of the ledger as of the last scrape: the whole, and a row for each state.
final class Balance {
    private static final Logger LOG = LoggerFactory.getLogger(Balance.class);

    private final Tag tag;
    private final String whole;
    private final Supplier<Map<String, Long>> source;
    private final boolean strict;
    private volatile @Nullable Map<String, Long> rows;

    Balance(Tag tag, String whole, Supplier<Map<String, Long>> source, boolean strict) {
        this.tag = tag;
        this.whole = whole;
        this.source = source;
        this.strict = strict;
    }

    /// The states that have a row.
    List<String> states() {
        List<String> states = new ArrayList<>(tag.words());
        states.add(Tag.OTHER);
        return states;
    }

    /// Asks the source anew. What it cannot tell is not known, so that the rows are NaN until it can.
    void refresh() {
        try {
            rows = checked(Map.copyOf(source.get()));
        } catch (RuntimeException e) {
            if (strict) {
                throw e;
            }
            rows = null;
            LOG.warn(
                    "Cannot read the balance of '{}' from the ledger ({}). Its meters are NaN.",
                    whole,
                    e.getClass().getName());
        }
    }

    double whole() {
        return row(rows, whole);
    }

    /// The whole less all rows, also those of no declared state.
    double gap() {
        Map<String, Long> now = rows;
        return now == null ? Double.NaN : 2 * row(now, whole) - sum(now);
    }

    double state(String state) {
        Map<String, Long> now = rows;
        if (now == null || !state.equals(Tag.OTHER)) {
            return row(now, state);
        }
        double declared =
                tag.words().stream().mapToDouble(each -> row(now, each)).sum();
        return sum(now) - row(now, whole) - declared;
    }

    private Map<String, Long> checked(Map<String, Long> now) {
        Set<String> unknown = new HashSet<>(now.keySet());
        unknown.removeAll(tag.words());
        unknown.remove(whole);
        if (strict && !unknown.isEmpty()) {
            throw new IllegalArgumentException("A balance has no rows " + unknown + ". Declare them in " + Tag.class);
        }
        return now;
    }

    private static double sum(Map<String, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double row(@Nullable Map<String, Long> rows, String row) {
        return rows == null ? Double.NaN : rows.getOrDefault(row, 0L);
    }
}
