package dev.assay.check.expression;

import dev.assay.check.Given;
import dev.assay.check.Inspection;
import dev.assay.check.Passages;
import dev.assay.check.Spaces;
import dev.assay.check.dates.DateText;
import dev.assay.check.dates.ShownDate;
import dev.assay.check.figures.Cells;
import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.numbers.DisplayedNumber.Mark;
import dev.assay.check.numbers.Interval;
import dev.assay.checklist.NamedFigure;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds where a named figure stands: in a cell of a workbook, in a table by its row and column, or behind its label in
/// running text.
final class FigureFinder {
    private static final int FARTHEST = 40;
    private static final int MOST = 200;
    private static final Pattern FIGURE = Pattern.compile("(?<figure>[-\u2212]?(?:[A-Z]{3} ?|[A-Z]{0,2}\\p{Sc} ?)?"
            + "(?:[0-9]{1,3}(?:[ '\u2019][0-9]{3})+(?:[.,][0-9]+)?(?![0-9])|[0-9](?:[0-9.,]*[0-9])?)"
            + "(?: ?%| ?(?:k|m|mn|mln|bn|tn|Mio\\.?|Mrd\\.?|thousand|million|billion)(?![\\p{L}]))?)");
    private static final Pattern GAP = Pattern.compile("[^0-9.;!?]{0," + FARTHEST + "}");
    private static final Pattern PERCENT_WORDS = Pattern.compile("(?iu)\\G ?(?:per ?cent|Prozent)(?!\\p{L})");
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    private final NamedFigure figure;
    private final Optional<Pattern> label;
    private final List<Pattern> longer;
    private final List<Reading> readings = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();

    /// @param longer labels of all figures that hold one of this figure's, as "Target price" holds "Price"
    private FigureFinder(NamedFigure figure, List<String> longer) {
        this.figure = figure;
        this.longer = longer.stream().map(text -> label(List.of(text))).toList();
        this.label = figure.labels().isEmpty() ? Optional.empty() : Optional.of(label(figure.labels()));
    }

    /// Finds the longest first.
    private static Pattern label(List<String> labels) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}-])(?:"
                + labels.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(text -> Pattern.quote(Spaces.single(text)))
                        .collect(Collectors.joining("|"))
                + ")(?![\\p{L}\\p{N}])");
    }

    /// What was found.
    ///
    /// @param readings in order of place, at most 200
    /// @param doubts   what stands where the figure should and is none
    record Found(List<Reading> readings, List<String> doubts) {}

    /// @param all the figures that are named, this one among them
    static Found find(NamedFigure figure, Collection<NamedFigure> all, Inspection inspection) {
        List<String> longer = all.stream()
                .filter(other -> !other.name().equals(figure.name()))
                .flatMap(other -> other.labels().stream())
                .filter(text -> figure.labels().stream().anyMatch(own -> holds(text, own)))
                .toList();
        FigureFinder finder = new FigureFinder(figure, longer);
        if (figure.source().isEmpty()) {
            inspection.readable().forEach(part -> finder.in(new Reading.Source(part, true, true)));
        } else {
            for (Given given : inspection.references(figure.source())) {
                given.readable().forEach(part -> finder.in(new Reading.Source(part, false, given.quotable())));
            }
        }
        return new Found(finder.readings, finder.doubts);
    }

    private static boolean holds(String text, String label) {
        return text.length() > label.length() && text.toLowerCase(Locale.ROOT).contains(label.toLowerCase(Locale.ROOT));
    }

    private void in(Reading.Source source) {
        if (!figure.role().isEmpty()
                && !figure.role().equals(source.part().part().role())) {
            return;
        }
        Document document = source.part().document();
        if (!figure.cell().isEmpty()) {
            document.tables().forEach(table -> cell(source, table));
            return;
        }
        document.tables()
                .filter(this::isMeant)
                .forEach(table -> Cells.of(document, table).forEach(cells -> table(source, cells)));
        if (figure.table().isEmpty() && figure.column().isEmpty()) {
            document.blocks().stream()
                    .filter(block -> !(block instanceof Block.Table))
                    .filter(block -> Passages.isShown(block.layer()))
                    .forEach(block -> text(source, block.span()));
        }
    }

    private boolean isMeant(Block.Table table) {
        return Passages.isShown(table.layer())
                && table.name().toLowerCase(Locale.ROOT).contains(figure.table().toLowerCase(Locale.ROOT));
    }

    private void cell(Reading.Source source, Block.Table table) {
        for (Block.Row row : table.rows()) {
            for (Block.Cell cell : row.cells()) {
                if (cell.place() instanceof Place.Cell(String sheet, String name)
                        && figure.cell().equals(sheet + "!" + name)) {
                    String text = Spaces.single(source.part().document().text(cell.span()));
                    Optional<BigDecimal> raw = raw(cell);
                    if (raw.isPresent() && !figure.date()) {
                        add(source, cell.span(), text, Value.of(raw.get()), text.endsWith("%"));
                    } else {
                        read(source, cell.span(), text, "");
                    }
                }
            }
        }
    }

    private static Optional<BigDecimal> raw(Block.Cell cell) {
        try {
            return Optional.ofNullable(cell.raw()).map(BigDecimal::new);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void table(Reading.Source source, Cells cells) {
        for (int row = cells.firstRow(); row < cells.rows(); row++) {
            String label = cells.text(row, 0);
            boolean named = isLabel(label);
            for (int column = 0; column < cells.columns(); column++) {
                String header = cells.header(column);
                boolean meant = named
                        ? column > 0 && hasWords(header, figure.column())
                        : cells.rows() - cells.firstRow() == 1
                                && figure.column().isEmpty()
                                && isLabel(header);
                String text = cells.text(row, column);
                if (meant && hasDigit(text)) {
                    tableCell(source, cells, row, column, label + " " + header);
                }
            }
        }
    }

    private void tableCell(Reading.Source source, Cells cells, int row, int column, String words) {
        String text = cells.text(row, column);
        Optional<DisplayedNumber> number = figure.date() ? Optional.empty() : cells.number(row, column);
        if (number.isPresent()) {
            number(source, cells.span(row, column), text, number.get(), words);
        } else {
            read(source, cells.span(row, column), text, words);
        }
    }

    /// A row's label may go on with a unit.
    private boolean isLabel(String text) {
        return label.map(pattern -> pattern.matcher(text))
                .filter(Matcher::lookingAt)
                .filter(matcher -> text.substring(matcher.end()).matches("(?:\\s*[(\\[,:*%\u2020].*)?"))
                .isPresent();
    }

    private static boolean hasWords(String header, String words) {
        return header.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private void text(Reading.Source source, Span block) {
        String text = Spaces.plain(source.part().document().text(block));
        if (!hasDigit(text) || label.isEmpty()) {
            return;
        }
        Matcher words = label.get().matcher(text);
        while (words.find()) {
            int from = words.end();
            if (isOfAnother(text, words.start(), words.end())) {
                continue;
            }
            Matcher gap = GAP.matcher(text).region(from, text.length());
            if (!gap.lookingAt()) {
                continue;
            }
            if (figure.date()) {
                DateText.find(text).stream()
                        .filter(date ->
                                date.span().start() >= from && date.span().start() <= Math.max(gap.end(), from + 1))
                        .findFirst()
                        .ifPresent(date -> date(source, block.start(), date));
            } else {
                figure(source, block.start(), text, from, gap.end());
            }
        }
    }

    private boolean isOfAnother(String text, int start, int end) {
        return longer.stream().map(pattern -> pattern.matcher(text)).anyMatch(matcher -> {
            while (matcher.find()) {
                if (matcher.start() <= start && matcher.end() >= end) {
                    return true;
                }
            }
            return false;
        });
    }

    /// The first figure behind a label, with what of its currency stands before the digits.
    private void figure(Reading.Source source, int offset, String text, int from, int end) {
        Matcher found = FIGURE.matcher(text).region(from, text.length()).useTransparentBounds(true);
        if (!found.find() || found.start() > end) {
            return;
        }
        int start = found.start();
        if (DateText.find(text).stream()
                .anyMatch(date ->
                        date.span().start() <= start && start < date.span().end())) {
            return;
        }
        String digits = found.group("figure");
        Matcher percent = PERCENT_WORDS.matcher(text).region(found.end(), text.length());
        boolean inWords = percent.find();
        String plain = digits.replaceAll(" ?million", "m")
                        .replaceAll(" ?billion", "bn")
                        .replaceAll(" ?thousand", "k")
                + (inWords ? "%" : "");
        int last = inWords ? percent.end() : found.end();
        Span span = new Span(offset + found.start(), offset + last);
        String shown = text.substring(found.start(), last);
        DisplayedNumber.parse(plain, DisplayedNumber.evidence(plain).orElse(Mark.POINT))
                .ifPresentOrElse(number -> number(source, span, shown, number, ""), () -> doubt(source, span, shown));
    }

    private void date(Reading.Source source, int offset, ShownDate date) {
        Span span = new Span(offset + date.span().start(), offset + date.span().end());
        if (date.meanings().size() != 1) {
            doubt(source, span, date.shown());
            return;
        }
        ShownDate.Period period = date.meanings().getFirst();
        Interval days = new Interval(
                BigDecimal.valueOf(period.first().toEpochDay()),
                BigDecimal.valueOf(period.last().toEpochDay()));
        add(source, span, date.shown(), new Value(days), false);
    }

    /// Reads strictly what stands where the figure should.
    private void read(Reading.Source source, Span span, String text, String words) {
        if (figure.date()) {
            List<ShownDate> dates = DateText.find(text);
            if (dates.isEmpty()) {
                doubt(source, span, text);
            } else {
                date(source, span.start(), dates.getFirst());
            }
            return;
        }
        Optional<DisplayedNumber> number = DisplayedNumber.parse(text, Mark.POINT);
        if (number.isPresent()) {
            number(source, span, text, number.get(), words);
        } else {
            doubt(source, span, text);
        }
    }

    /// @param words of the row and column, which may say that it is a per cent
    private void number(Reading.Source source, Span span, String text, DisplayedNumber number, String words) {
        boolean percent = number.percent() || words.contains("%");
        Value value = new Value(number.interval());
        add(source, span, text, percent ? value.times(Value.of(HUNDREDTH)) : value, percent);
    }

    private void add(Reading.Source source, Span span, String shown, Value value, boolean percent) {
        if (readings.size() < MOST) {
            readings.add(new Reading(source, span, shown, value, percent));
        }
    }

    private void doubt(Reading.Source source, Span span, String text) {
        String where = source.where(span);
        doubts.add(source.quotable() ? "'" + text + "' (" + where + ")" : where);
    }
}
