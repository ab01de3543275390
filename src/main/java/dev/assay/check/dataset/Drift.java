package dev.assay.check.dataset;

import dev.assay.check.Quotes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a table differs from the one of the wave before: columns that are new or gone, codes never seen, and means and
/// shares that moved more than a limit.
final class Drift implements RowRule {
    private static final int LEAST_ROWS = 30;

    private final DataTable table;
    private final DataTable before;
    private final boolean quotable;
    private final BigDecimal limit;
    private final Faults faults;
    private final List<Profile> profiles = new ArrayList<>();
    private final List<Profile> earlier = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();

    /// @param quotable whether figures of the wave before may be told
    /// @param limit    in per cent, of a mean, and in percentage points, of a share
    Drift(DataTable table, DataTable before, boolean quotable, BigDecimal limit, List<String> missing, Faults faults) {
        this.table = table;
        this.before = before;
        this.quotable = quotable;
        this.limit = limit;
        this.faults = faults;
        Values now = table.values(missing);
        Values then = before.values(missing);
        for (int column = 0; column < table.names().size(); column++) {
            Optional<Integer> old = before.column(table.names().get(column));
            if (old.isPresent() && !table.names().get(column).isEmpty()) {
                columns.add(column);
                profiles.add(new Profile(column, now));
                earlier.add(new Profile(old.get(), then));
            }
        }
    }

    @Override
    public void row(DataRow row) {
        profiles.forEach(profile -> profile.row(row));
    }

    @Override
    public void end() {
        before.each(row -> earlier.forEach(profile -> profile.row(row)));
        for (int column = 0; column < table.names().size(); column++) {
            String name = table.names().get(column);
            if (!name.isEmpty() && before.column(name).isEmpty()) {
                faults.header(
                        "new column",
                        column,
                        "Column '" + name + "' was not there in the wave before.",
                        "Take it out, or have the new column agreed.");
            }
        }
        for (String name : before.names()) {
            if (!name.isEmpty() && table.column(name).isEmpty()) {
                faults.about(
                        "lost column",
                        name,
                        (quotable ? "Column '" + name + "' of the wave before" : "A column of the wave before")
                                + " is not in " + table.described() + ".",
                        "Add the column, or have it agreed that it is gone.");
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            compare(columns.get(i), profiles.get(i), earlier.get(i));
        }
    }

    private void compare(int column, Profile now, Profile then) {
        if (now.rows() < LEAST_ROWS || then.rows() < LEAST_ROWS) {
            return;
        }
        if (then.isCoded()) {
            codes(column, now, then);
        }
        moved(column, "share of rows without a value", now.missingShare(), then.missingShare());
        Optional<BigDecimal> mean = now.mean();
        Optional<BigDecimal> old = then.mean();
        if (mean.isPresent() && old.isPresent() && old.get().signum() != 0) {
            BigDecimal change = mean.get()
                    .subtract(old.get())
                    .multiply(BigDecimal.valueOf(100))
                    .divide(old.get().abs(), MathContext.DECIMAL64);
            if (change.abs().compareTo(limit) > 0) {
                tell(column, "mean", shown(mean.get()), shown(old.get()), shown(change.abs()));
            }
        }
    }

    private void codes(int column, Profile now, Profile then) {
        if (!now.isCoded() && now.codes().size() > Profile.MOST_CODES) {
            faults.header(
                    "codes never seen in column '" + table.name(column) + "'",
                    column,
                    "Column '" + table.name(column) + "' had " + then.codes().size()
                            + " different codes in the wave before and has more than " + Profile.MOST_CODES + " now.",
                    "Code the column as before, or have the new codes agreed.");
            return;
        }
        now.codes().forEach((code, count) -> {
            if (!then.codes().containsKey(code)) {
                faults.at(
                        "codes never seen in column '" + table.name(column) + "'",
                        count.first(),
                        code,
                        String.format(
                                Locale.ROOT,
                                "'%s' in column '%s' (%,d times, first in row %d) did not occur in the wave before.",
                                Quotes.shortened(code, 60),
                                table.name(column),
                                count.count(),
                                count.first().row()),
                        "Use the codes of the wave before, or have the new one agreed.");
            }
        });
        then.codes().keySet().forEach(code -> {
            if (now.codes().containsKey(code) || quotable) {
                moved(column, "share of '" + Quotes.shortened(code, 40) + "'", now.share(code), then.share(code));
            }
        });
    }

    private void moved(int column, String what, BigDecimal now, BigDecimal then) {
        BigDecimal change = now.subtract(then).abs();
        if (change.compareTo(limit) > 0) {
            tell(column, what, shown(now) + " %", shown(then) + " %", shown(change));
        }
    }

    private void tell(int column, String what, String now, String then, String change) {
        String unit = what.equals("mean") ? " per cent" : " percentage points";
        faults.header(
                "drift of " + what + " in column '" + table.name(column) + "'",
                column,
                "The " + what + " in column '" + table.name(column) + "' is " + now
                        + (quotable ? " after " + then + " in the wave before: it" : ": since the wave before it")
                        + " moved by " + (quotable ? change : "more than " + limit.toPlainString() + unit)
                        + (quotable ? ", more than " + limit.toPlainString() + unit + "." : "."),
                "Look for a change in coding, routing or sample, correct it, or say what explains it.");
    }

    private static String shown(BigDecimal number) {
        return number.setScale(number.abs().compareTo(BigDecimal.TEN) < 0 ? 2 : 1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
