package dev.assay.extract;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Fact.Count.Unit;
import org.jspecify.annotations.Nullable;

/// The measure of an extraction, small enough to cross to the parent: what verdict, report and metrics need.
///
/// @param mediaType    type found from the content
/// @param claimedType  type that the name stands for
/// @param words        words of the body
/// @param pages        0 where the format has none
/// @param slides       0 where the format has none
/// @param cells        table cells that hold something
/// @param gaps         how many parts were not read
/// @param stoppedEarly whether nothing can be said of what follows some gap
/// @param unreadable   why there is no document; null where there is one
/// @param reader       name and version of the reader; empty where none was reached
public record ReadSummary(
        String mediaType,
        String claimedType,
        int words,
        int pages,
        int slides,
        int cells,
        int gaps,
        boolean stoppedEarly,
        Extraction.@Nullable Unreadable unreadable,
        String reader) {

    static ReadSummary of(Extraction extraction, String claimedType) {
        return switch (extraction) {
            case Extraction.Extracted extracted -> of(extracted.document(), claimedType);
            case Extraction.Unreadable unreadable ->
                new ReadSummary(unreadable.mediaType(), claimedType, 0, 0, 0, 0, 0, true, unreadable, "");
        };
    }

    private static ReadSummary of(Document document, String claimedType) {
        return new ReadSummary(
                document.mediaType(),
                claimedType,
                document.words(),
                count(document, Unit.PAGES),
                count(document, Unit.SLIDES),
                cells(document),
                document.gaps().size(),
                document.gaps().stream().anyMatch(gap -> gap.stoppedEarly()),
                null,
                document.reader());
    }

    private static int count(Document document, Unit unit) {
        return document.facts(Fact.Count.class)
                .filter(fact -> fact.unit() == unit)
                .mapToInt(Fact.Count::count)
                .sum();
    }

    private static int cells(Document document) {
        return (int) document.tables()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.span().length() > 0)
                .count();
    }
}
