package dev.assay.check.figures;

import dev.assay.check.Check;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.checklist.Parameter;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import java.util.List;

/// Flags figures that are not written as the others, or not as the client wants them.
///
/// ## Why
///
/// 1,5 beside 1.5, 12 % beside 12.0 %, p = .03 beside p = 0.030: the text was put together from several hands, and
/// in the worst case 1,500 means two things.
///
/// ## Example
///
/// Without settings, this is flagged where one document or one column mixes it:
///
/// | What | Flagged | Where |
/// |---|---|---|
/// | decimal marks | `1,5 %` among `1.5 %` | document |
/// | separators of thousands | `12 500` or `12.500` among `12,500` | document |
/// | missing separators | `12500` among `12,500` | column |
/// | decimals | `12 %` among `12.4 %`, `13.1 %` and `9.8 %` | column |
/// | p | `p = 0.03` among `p = .03` | document |
///
/// What occurs less often is flagged, once there are at least three of the other and three times as many. With
/// `percent-decimals: 1`, `p-decimals: 3`, `decimal-mark: point`, `thousands: comma` and `p-zero: without`, each figure
/// that is
/// written otherwise is flagged.
///
/// ## What it does not do
///
/// Only figures that show their kind beyond doubt are looked at: figures with a per cent sign or a currency, and
/// cells that hold nothing but a figure. `0` and `100 %` need no decimals. Rows of another kind (n, base, mean,
/// SD, p, total) and columns whose figures have several units are left out; in workbooks so are cells without
/// a number format of their own. Dates, versions and section numbers are not figures.
public final class FigureFormat implements Check {
    private static final Kind KIND = new Kind(
            "figure-format",
            1,
            "0.1",
            Kind.Family.NUMBERS,
            "Figures of a kind are written in one way.",
            List.of(
                    Parameter.choice(
                            "decimal-mark",
                            List.of("same", "point", "comma"),
                            "same",
                            "The decimal mark: the `same` throughout a document, or a given one."),
                    Parameter.choice(
                            "thousands",
                            List.of("same", "comma", "point", "space", "apostrophe"),
                            "same",
                            "What separates thousands: the `same` throughout a document, or a given one."),
                    Parameter.optional(
                            "percent-decimals",
                            Parameter.Type.COUNT,
                            "How many decimals figures with a per cent sign have."),
                    Parameter.optional(
                            "p-decimals",
                            Parameter.Type.COUNT,
                            "How many decimals a p has, where it is given with an equals sign."),
                    Parameter.choice(
                            "p-zero",
                            List.of("same", "with", "without"),
                            "same",
                            "Whether a p is written `with` (0.03) or `without` (.03) a zero before its decimal mark."),
                    Parameter.of(
                            "columns",
                            Parameter.Type.FLAG,
                            true,
                            "Whether the figures of a table column must have the same number of decimals.")),
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
            Writing writing = new Writing(parameters);
            Passages.shown(document).forEach(passage -> writing.read(document.text(passage), passage.start()));
            writing.tell(collected);
            if (parameters.flag("columns")) {
                document.tables()
                        .filter(table -> table.layer() == Layer.BODY)
                        .flatMap(table -> Cells.of(document, table).stream())
                        .forEach(cells -> Columns.check(cells, collected));
            }
            collected.tell(part);
        }
        return collected.outcome(
                "A figure cannot be judged",
                "No figures of the kinds looked at are shown.",
                "figure is written otherwise|figures are written otherwise",
                "Figures of a kind are written in one way.");
    }
}
