package dev.assay.check.figures;

import dev.assay.check.numbers.DisplayedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Least, middle and greatest values of a table that are not in that order, in columns or in rows.
final class Orders {
    private static final List<Pattern> ROLES = List.of(
            Pattern.compile("(?iu)min\\.?|minimum|lowest|lower(?: bound| limit)?|lower 95 ?% ci|ll|untergrenze"),
            Pattern.compile("(?iu)mean|average|avg\\.?|median|mittelwert|durchschnitt|m|estimate"),
            Pattern.compile("(?iu)max\\.?|maximum|highest|upper(?: bound| limit)?|upper 95 ?% ci|ul|obergrenze"));
    private static final int NONE = -1;

    private final Cells cells;
    private final Consumer<Fault> faults;

    private Orders(Cells cells, Consumer<Fault> faults) {
        this.cells = cells;
        this.faults = faults;
    }

    static void check(Cells cells, Consumer<Fault> faults) {
        Orders orders = new Orders(cells, faults);
        orders.columns();
        orders.rows();
    }

    private void columns() {
        List<Integer> roles = new ArrayList<>();
        for (int column = 0; column < cells.columns(); column++) {
            roles.add(role(cells.lowestHeader(column)));
        }
        for (List<Integer> group : groups(roles)) {
            for (int row = cells.firstRow(); row < cells.rows(); row++) {
                int line = row;
                compare(group.stream().map(column -> new At(line, column)).toList());
            }
        }
    }

    private void rows() {
        List<Integer> roles = new ArrayList<>();
        for (int row = 0; row < cells.rows(); row++) {
            roles.add(role(cells.label(row)));
        }
        for (List<Integer> group : groups(roles)) {
            for (int column = 1; column < cells.columns(); column++) {
                int across = column;
                compare(group.stream().map(row -> new At(row, across)).toList());
            }
        }
    }

    private record At(int row, int column) {}

    private static int role(String words) {
        for (int role = 0; role < ROLES.size(); role++) {
            if (ROLES.get(role).matcher(words.strip()).matches()) {
                return role;
            }
        }
        return NONE;
    }

    /// Neighbouring lines that together hold a least and a greatest value, sorted by role. A role that comes
    /// again starts another group.
    private static List<List<Integer>> groups(List<Integer> roles) {
        List<List<Integer>> groups = new ArrayList<>();
        List<Integer> group = new ArrayList<>();
        for (int line = 0; line <= roles.size(); line++) {
            int role = line < roles.size() ? roles.get(line) : NONE;
            boolean again = group.stream().anyMatch(other -> roles.get(other) == role);
            if (line == roles.size() || again) {
                boolean least = group.stream().anyMatch(other -> roles.get(other) == 0);
                boolean greatest = group.stream().anyMatch(other -> roles.get(other) == 2);
                if (least && greatest) {
                    group.sort((one, other) -> roles.get(one) - roles.get(other));
                    groups.add(group);
                }
                group = new ArrayList<>();
            }
            if (role != NONE) {
                group.add(line);
            }
        }
        return groups;
    }

    private void compare(List<At> places) {
        for (int i = 0; i + 1 < places.size(); i++) {
            At low = places.get(i);
            At high = places.get(i + 1);
            Optional<DisplayedNumber> less = cells.number(low.row(), low.column());
            Optional<DisplayedNumber> more = cells.number(high.row(), high.column());
            if (less.isPresent() && more.isPresent() && exceeds(less.get(), more.get())) {
                faults.accept(new Fault(
                        cells.span(high.row(), high.column()),
                        "'" + cells.text(high.row(), high.column()) + "'" + cells.where(high.row(), high.column())
                                + " is impossible: it is less than '" + cells.text(low.row(), low.column()) + "'"
                                + cells.where(low.row(), low.column()) + ".",
                        "Correct the figure that is wrong, or the headings."));
                return;
            }
        }
    }

    /// Beyond the rounding of both. A whole number beside one with decimals is a rating or a count, and exact.
    private static boolean exceeds(DisplayedNumber less, DisplayedNumber more) {
        boolean same = less.half().compareTo(more.half()) == 0;
        BigDecimal low = same || !isWhole(less) ? less.interval().low() : less.value();
        BigDecimal high = same || !isWhole(more) ? more.interval().high() : more.value();
        return low.compareTo(high) > 0;
    }

    private static boolean isWhole(DisplayedNumber number) {
        return number.half().compareTo(new BigDecimal("0.5")) == 0;
    }
}
