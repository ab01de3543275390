package dev.assay.check.figures;

import dev.assay.check.Check;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import java.util.List;
import java.util.Locale;

/// Flags stated changes, such as "rose 12 % from 40 to 50", that the two figures stated beside them do not give.
///
/// ## Why
///
/// A growth rate is the figure that gets quoted. When one of its ends is corrected late, the rate is forgotten, and
/// any reader with a calculator finds out.
///
/// ## Example
///
/// | Found | Flagged because |
/// |---|---|
/// | Revenue rose 12 % from EUR 40.2 million to EUR 48.1 million | it rose 19.7 % |
/// | Complaints fell from 412 to 350 (down 18 %) | they fell 15.0 % |
/// | 84 interviews, up 20 % from 75 | it is 12.0 % |
/// | Awareness rose from 40 % to 46 %, an increase of 6 % | it is 6 percentage points, or 15 % |
/// | Columns 2024, 2025 and "Change (%)" with 200, 250 and 20 % | it is 25 % |
/// | A row "Growth" under "Revenue", with years as columns | as above, from each year to the next |
///
/// Figures stand for all that rounds to what is displayed: from 40 to 45 is anything between 9.9 and 15.2 %. The
/// direction counts: "fell 5 %" is −5 %.
///
/// A column of changes names its two years, or is of the two periods right before it; a row "Revenue growth" is of
/// the row "Revenue", a plain "Growth" of the row above. Percentage points ("pp", "points") are differences, and
/// basis points hundredths of them. A column "Change" without a per cent sign may hold differences, fractions or
/// per cent.
///
/// ## What it does not do
///
/// It says nothing of changes that are hedged ("about 12 %", "from more than 40"), a year on average (CAGR, "per
/// year"), adjusted (organic, real, constant currency), of changes from or to figures below zero, or without both
/// figures in the same sentence. In tables of percentages, a change may be relative or a difference. Where two or more
/// figures of a column or row of changes differ from the periods beside it, and no more than that agree, it may be of
/// something else, and the item ends as *cannot tell*; so it does where a figure cannot be read.
public final class GrowthRate implements Check {
    private static final Kind KIND = new Kind(
            "growth-rate",
            1,
            "0.1",
            Kind.Family.NUMBERS,
            "Stated changes are those between the two figures beside them.",
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
            Passages.shown(document)
                    .forEach(passage -> GrowthText.check(document.text(passage), passage.start(), collected));
            document.blocks().stream()
                    .filter(block -> block.layer() == Layer.BODY)
                    .filter(Block.Table.class::isInstance)
                    .map(Block.Table.class::cast)
                    .flatMap(table -> Cells.of(document, table).stream())
                    .forEach(cells -> GrowthTable.check(cells, collected));
            collected.tell(part);
        }
        return collected.outcome(
                "A change cannot be checked",
                "No change is stated together with the figures it lies between.",
                "change differs from the figures beside it|changes differ from the figures beside them",
                collected.count() == 1
                        ? "The one stated change agrees with the figures beside it."
                        : String.format(
                                Locale.ROOT,
                                "All %,d stated changes agree with the figures beside them.",
                                collected.count()));
    }
}
