package dev.assay.check.figures;

import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.numbers.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Columns and rows of a table that show the change between two of its periods.
final class GrowthTable {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern GROWTH =
            Pattern.compile("(?iu).*(?:\\bchange|\\bchg\\b|growth|\u0394|\\by-?o-?y\\b|\\by/y\\b"
                    + "|\\+/-|\u00b1 ?%|increase|ver\u00e4nderung|ver\u00e4nd\\.|wachstum|zuwachs).*");
    private static final Pattern OTHER = Pattern.compile(
            "(?iu)cagr|compound|annuali[sz]ed|p\\.a\\.|per (?:year|annum)|real|organic|constant|like[- ]for[-"
                    + " ]like|currency|target|plan|budget|forecast"
                    + " error|index|contribution|average|mean|cumulative|peer|market growth|vs\\.? (?!"
                    + " ?(?:FY)?(?:19|20)[0-9]{2}|prior|previous|last|PY|LY)");
    private static final Pattern POINTS =
            Pattern.compile("(?iu).*(?:\\bpp\\b|\\bp\\.p\\.|\\bppts?\\b|\\bpts\\b|points?\\b|punkte).*");
    private static final Pattern PLAIN_ROW =
            Pattern.compile("(?iu)(?:%|in %)?[ (]*(?:annual )?(?:growth(?: rate)?|change|chg\\.?|yoy"
                    + "|y/y|ver\u00e4nderung|wachstum|yoy (?:growth|change)|year[- ]on[- ]year (?:growth|change))"
                    + "[ ,(]*(?:in %|%|y/y|yoy|in per ?cent|in prozent)?[ )]*(?:y/y|yoy)?");
    private static final Pattern PERIOD = Pattern.compile("(?iu)(?:FY"
        + " ?|(?<sub>Q[1-4]|H[12]|[1-4]Q|[12]H|Jan|Feb|M\u00e4rz|Mar|Apr|Mai|May|Jun[ei]?|Jul[iy]?|Aug|Sept?|O[ck]t|Nov|De[cz])[a-z]{0,6}\\.?["
        + " /-]?)?(?<year>(?:19|20)[0-9]{2})(?:[AEFPe]|/[0-9]{2})?(?: ?\\([^()0-9]{1,30}\\)|,? ?[^0-9]{0,30})?");
    private static final Pattern YEARS = Pattern.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])");

    private final Cells cells;
    private final Collected collected;
    private final List<Period> periods = new ArrayList<>();

    private record Period(int column, String sub, int year) {}

    /// A change in a table, and between which columns it lies.
    private record Place(int row, int column, int baseRow, int from, int to) {}

    private GrowthTable(Cells cells, Collected collected) {
        this.cells = cells;
        this.collected = collected;
    }

    static void check(Cells cells, Collected collected) {
        GrowthTable table = new GrowthTable(cells, collected);
        for (int column = 0; column < cells.columns(); column++) {
            table.period(column);
        }
        if (table.periods.size() >= 2) {
            table.columns();
            table.rows();
        }
    }

    private void period(int column) {
        for (String header : List.of(cells.lowestHeader(column), cells.header(column))) {
            Matcher matcher = PERIOD.matcher(header);
            if (header.length() <= 60
                    && matcher.matches()
                    && !GROWTH.matcher(header).matches()) {
                String sub = matcher.group("sub") == null ? "" : matcher.group("sub");
                periods.add(new Period(column, sub, Integer.parseInt(matcher.group("year"))));
                return;
            }
        }
    }

    private void columns() {
        for (int column = 1; column < cells.columns(); column++) {
            String header = cells.header(column);
            int at = column;
            if (periods.stream().noneMatch(period -> period.column() == at) && isGrowth(header)) {
                ends(column, header).ifPresent(ends -> column(at, header, ends.getFirst(), ends.getLast()));
            }
        }
    }

    private static boolean isGrowth(String label) {
        return label.length() <= 80
                && GROWTH.matcher(label).matches()
                && !OTHER.matcher(label).find();
    }

    /// The two periods a column is of: those it names, or else the two right before it.
    private Optional<List<Period>> ends(int column, String header) {
        List<Integer> years = YEARS.matcher(header)
                .results()
                .map(each -> Integer.parseInt(each.group()))
                .distinct()
                .toList();
        List<Period> two;
        if (years.size() == 2) {
            two = periods.stream()
                    .filter(period -> years.contains(period.year()))
                    .toList();
        } else if (years.isEmpty()) {
            List<Period> before =
                    periods.stream().filter(period -> period.column() < column).toList();
            two = before.subList(Math.max(0, before.size() - 2), before.size());
        } else {
            return Optional.empty();
        }
        if (two.size() != 2
                || two.getFirst().year() == two.getLast().year()
                || !two.getFirst().sub().equals(two.getLast().sub())) {
            return Optional.empty();
        }
        return Optional.of(two.getFirst().year() < two.getLast().year() ? two : two.reversed());
    }

    private void column(int column, String header, Period from, Period to) {
        List<Place> places = new ArrayList<>();
        for (int row = cells.firstRow(); row < cells.rows(); row++) {
            if (!GROWTH.matcher(cells.label(row)).matches()) {
                places.add(new Place(row, column, row, from.column(), to.column()));
            }
        }
        line(places, header);
    }

    private void rows() {
        for (int row = cells.firstRow() + 1; row < cells.rows(); row++) {
            String label = cells.label(row);
            if (isGrowth(label)) {
                int at = row;
                base(row, label).ifPresent(base -> line(places(at, base), label));
            }
        }
    }

    /// The row whose growth a row shows: the one above a plain "Growth", the one a "Revenue growth" names.
    private Optional<Integer> base(int row, String label) {
        boolean plain = PLAIN_ROW.matcher(label).matches();
        for (int above = row - 1; above >= cells.firstRow(); above--) {
            String other = cells.label(above);
            boolean growth = GROWTH.matcher(other).matches();
            if (plain) {
                return growth || other.isEmpty() ? Optional.empty() : Optional.of(above);
            }
            if (!growth
                    && other.length() >= 4
                    && label.toLowerCase(Locale.ROOT)
                            .matches("(?:% )?" + Pattern.quote(other.toLowerCase(Locale.ROOT))
                                    + "[ ,(]+(?:annual |yoy |y/y"
                                    + " )?(?:growth|change|wachstum|ver\u00e4nderung)\\b.{0,20}")) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    private List<Place> places(int row, int base) {
        List<Place> places = new ArrayList<>();
        for (Period to : periods) {
            periods.stream()
                    .filter(from -> from.year() == to.year() - 1 && from.sub().equals(to.sub()))
                    .findFirst()
                    .ifPresent(from -> places.add(new Place(row, to.column(), base, from.column(), to.column())));
        }
        return places;
    }

    /// One column or row of changes. It is of these figures beyond doubt when more agree than differ, or when it has
    /// only one.
    private void line(List<Place> places, String label) {
        List<Fault> wrong = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        int agree = 0;
        for (Place place : places) {
            String text = cells.text(place.row(), place.column());
            Optional<DisplayedNumber> from = cells.number(place.baseRow(), place.from());
            Optional<DisplayedNumber> to = cells.number(place.baseRow(), place.to());
            Optional<DisplayedNumber> rate = cells.number(place.row(), place.column());
            if (from.isPresent() && to.isPresent() && rate.isEmpty() && DisplayedNumber.isCandidate(text)) {
                unreadable.add("'" + text + "'" + cells.where(place.row(), place.column()) + " cannot be read");
            }
            if (from.isPresent()
                    && to.isPresent()
                    && rate.isPresent()
                    && !rate.get().below()) {
                if (Change.relative(from.get().interval(), to.get().interval()).isEmpty()) {
                    continue;
                }
                if (agrees(from.get(), to.get(), rate.get(), label + text)) {
                    agree++;
                } else {
                    wrong.add(fault(place, from.get(), to.get(), rate.get(), text, label));
                }
            }
        }
        for (int i = 0; i < agree + wrong.size(); i++) {
            collected.looked();
        }
        unreadable.forEach(collected::doubt);
        if (wrong.size() < agree || (wrong.size() == 1 && agree <= 1)) {
            wrong.forEach(collected::fault);
        } else if (!wrong.isEmpty()) {
            collected.doubt("in '" + label + "', " + wrong.size() + " of " + (agree + wrong.size())
                    + " figures differ from the change between the periods beside them; it may be of something else");
        }
    }

    private static boolean agrees(DisplayedNumber from, DisplayedNumber to, DisplayedNumber rate, String words) {
        Interval difference = to.interval().minus(from.interval());
        if (POINTS.matcher(words).matches()) {
            return difference.meets(rate.interval());
        }
        Interval relative = Change.relative(from.interval(), to.interval()).orElseThrow();
        boolean percent = words.contains("%");
        if (relative.meets(rate.interval())) {
            return true;
        }
        // A bare "Change" may be a difference, or a fraction.
        Interval fraction = new Interval(
                rate.interval().low().multiply(HUNDRED), rate.interval().high().multiply(HUNDRED));
        return (!percent && (difference.meets(rate.interval()) || relative.meets(fraction)))
                || (from.percent() && to.percent() && difference.meets(rate.interval()));
    }

    private Fault fault(
            Place place, DisplayedNumber from, DisplayedNumber to, DisplayedNumber rate, String text, String label) {
        boolean points = POINTS.matcher(label + text).matches();
        int decimals = Math.max(1, rate.half().stripTrailingZeros().scale() - 1);
        Interval open = Change.relative(from.interval(), to.interval()).orElseThrow();
        String change = points
                ? Change.difference(from.value(), to.value())
                : Change.shown(from.value(), to.value(), open, decimals);
        return new Fault(
                cells.span(place.row(), place.column()),
                "'" + text + "'" + cells.where(place.row(), place.column()) + " is given as the change, but from '"
                        + cells.text(place.baseRow(), place.from()) + "' in '" + cells.header(place.from()) + "' to '"
                        + cells.text(place.baseRow(), place.to()) + "' in '" + cells.header(place.to()) + "' is "
                        + change + ".",
                "Correct the change, or the figure that is wrong, and whatever quotes it.");
    }
}
