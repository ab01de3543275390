package dev.assay.check.figures;

import dev.assay.check.Check;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.check.Spaces;
import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.numbers.DisplayedNumber.Mark;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Flags a percentage that does not follow from the count and the whole stated beside it.
///
/// ## Why
///
/// "12 (25.0 %)" under "N = 50" is wrong in one of three figures, and whoever checks by hand checks the totals first.
/// Such slips come from a denominator of another population, or from a table that was updated while its percentages
/// were
/// not.
///
/// ## Example
///
/// Flagged are "12 (25.0 %)" in a column headed "Placebo (N = 50)", where 12 of 50 are 24.0 %; "12 of 50 patients
/// (25 %)"; "12 (25 %) of 50 patients"; "25 % (12/50)"; "12/50 (25.0)".
///
/// Every percentage stands for all values that would be shown as it is: 24 % for 23.5 % to 24.5 %. Only what no such
/// value can meet is flagged.
///
/// ## What it does not do
///
/// A column's whole is the N of its header. Where most of a column's percentages do not follow from it, they rest on
/// another whole, as of women alone, and none is flagged; nor are counts in thousands or figures with decimals. A
/// percentage whose whole stands in another sentence is not looked at.
public final class Ratio implements Check {
    private static final int FEW = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext EXACT = new MathContext(30, RoundingMode.HALF_EVEN);

    private static final String COUNT = "(?<![\\p{L}\\p{N}.,/-])(?<n>[0-9]{1,3}(?:[, '\u2019][0-9]{3})+|[0-9]{1,7})";
    private static final String WHOLE = "(?<whole>[0-9]{1,3}(?:[, '\u2019][0-9]{3})+|[0-9]{1,7})(?![0-9.,]?[0-9])";
    private static final String SHARE = "(?<share>[0-9]{1,3}(?:[.,][0-9]{1,3})?) ?(?:%|per ?cent|percent|Prozent)";
    private static final String OF = " ?(?:of|out of|/|von) (?:the |all |den |allen )?(?:[Nn] ?= ?)?";
    private static final String OF_OR_SLASH = "(?: (?:of|out of|von) (?:the |all |den |allen )?| ?/ ?)(?:[Nn] ?= ?)?";
    /// Such as " patients in the safety set"; no figure, no end of a sentence, no other parenthesis.
    private static final String WORDS = "(?: [^0-9.;:()%]{0,60}?)?";

    private static final List<Pattern> IN_TEXT = List.of(
            Pattern.compile(COUNT + OF_OR_SLASH + WHOLE + WORDS + "[,;]? ?[(\\[](?:i\\.e\\. )?" + SHARE + "[)\\];,]"),
            Pattern.compile(COUNT + " ?\\(" + SHARE + "\\)" + OF + WHOLE),
            Pattern.compile("(?<![0-9.,])" + SHARE + " ?\\((?<n>[0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]{1,7})" + OF_OR_SLASH
                    + WHOLE + WORDS + "\\)"));
    private static final Pattern CELL =
            Pattern.compile("(?<n>[0-9]{1,3}(?:[, '\u2019][0-9]{3})+|[0-9]{1,7})(?: ?/ ?(?<whole>[0-9]{1,7}))?"
                    + " ?\\( ?(?<share>[0-9]{1,3}(?:[.,][0-9]{1,3})?) ?%? ?\\)");
    private static final Pattern HEADER = Pattern.compile(
            "(?<![\\p{L}\\p{N}])[Nn] ?= ?(?<whole>[0-9]{1,3}(?:[, '\u2019][0-9]{3})+|[0-9]{1,7})(?![0-9])");

    private static final Kind KIND = new Kind(
            "ratio",
            1,
            "0.1",
            Kind.Family.NUMBERS,
            "Percentages follow from the counts beside them.",
            List.of(),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Collected collected = new Collected(KIND);
        for (Inspection.ReadPart part : inspection.readable()) {
            Document document = part.document();
            document.blocks().stream()
                    .filter(block -> Passages.isShown(block.layer()))
                    .forEach(block -> {
                        if (block instanceof Block.Table table) {
                            Cells.of(document, table).forEach(cells -> columns(cells, collected));
                            table.rows()
                                    .forEach(
                                            row -> row.cells().forEach(cell -> text(document, cell.span(), collected)));
                        } else {
                            text(document, block.span(), collected);
                        }
                    });
            collected.tell(part);
        }
        return collected.outcome(
                "A percentage cannot be reckoned",
                "No percentage stands beside its count and its whole.",
                "percentage does not follow from its count|percentages do not follow from their counts",
                String.format(Locale.ROOT, "All %,d percentages follow from their counts.", collected.count()));
    }

    /// A percentage with what it is of.
    private record Stated(long count, long whole, DisplayedNumber share, Span span) {
        /// Exactly, in per cent.
        BigDecimal reckoned() {
            return BigDecimal.valueOf(count).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), EXACT);
        }

        boolean follows() {
            return reckoned().subtract(share.value()).abs().compareTo(share.half()) <= 0;
        }

        Fault fault() {
            String right = share.format(reckoned().setScale(decimals(), RoundingMode.HALF_UP));
            return new Fault(
                    span,
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d are %s %%, not %s %%.",
                            count,
                            whole,
                            right,
                            share.format(share.value())),
                    "Correct the count, the whole or the percentage, and every place that repeats it.");
        }

        private int decimals() {
            return Math.max(0, share.half().stripTrailingZeros().scale() - 1);
        }
    }

    private static void text(Document document, Span passage, Collected collected) {
        String text = Spaces.plain(document.text(passage));
        if (text.indexOf('(') < 0 && text.indexOf('[') < 0) {
            return;
        }
        for (Pattern pattern : IN_TEXT) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                Span span = new Span(
                        passage.start() + Math.min(matcher.start("n"), matcher.start("share")),
                        passage.start() + Math.max(matcher.end("whole"), matcher.end("share")));
                stated(matcher.group("n"), matcher.group("whole"), matcher.group("share"), span)
                        .ifPresent(stated -> judge(stated, collected));
            }
        }
    }

    private static void judge(Stated stated, Collected collected) {
        collected.looked();
        if (!stated.follows()) {
            collected.fault(stated.fault());
        }
    }

    private static void columns(Cells cells, Collected collected) {
        for (int column = 0; column < cells.columns(); column++) {
            Matcher header = HEADER.matcher(cells.header(column));
            String whole = header.find() ? header.group("whole") : null;
            List<Stated> all = new ArrayList<>();
            for (int row = cells.firstRow(); row < cells.rows(); row++) {
                Matcher cell = CELL.matcher(cells.text(row, column));
                if (cell.matches()) {
                    String own = cell.group("whole") == null ? whole : cell.group("whole");
                    Span span = cells.span(row, column);
                    if (own != null) {
                        stated(cell.group("n"), own, cell.group("share"), span).ifPresent(all::add);
                    }
                }
            }
            long right = all.stream().filter(Stated::follows).count();
            if (all.size() < FEW || 2 * right > all.size()) {
                all.forEach(stated -> judge(stated, collected));
            }
        }
    }

    /// Empty where it is no share of the whole, as 60 of 50 or of none.
    private static Optional<Stated> stated(String count, String whole, String share, Span span) {
        long n = Long.parseLong(count.replaceAll("[^0-9]", ""));
        long of = Long.parseLong(whole.replaceAll("[^0-9]", ""));
        Mark mark = share.indexOf(',') >= 0 ? Mark.COMMA : Mark.POINT;
        return of == 0 || n > of
                ? Optional.empty()
                : DisplayedNumber.parse(share, mark).map(shown -> new Stated(n, of, shown, span));
    }
}
