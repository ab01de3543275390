package dev.assay.extract;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Fact.Count.Unit;
import dev.assay.document.Gap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The measure of an extraction, small enough to cross to the parent: what verdict, report and metrics need.
///
/// @param mediaType    type found from the content
/// @param claimedType  type that the name stands for
/// @param mismatch     whether the name stands for another type than the content has
/// @param words        words of the body
/// @param pages        0 where the format has none
/// @param slides       0 where the format has none
/// @param cells        table cells that hold something
/// @param records      rows of tables, a heading row included
/// @param gaps         what was not read, at most the first 100
/// @param stoppedEarly whether nothing can be said of what follows some gap
/// @param unreadable   why there is no document; null where there is one
/// @param reader       name and version of the reader; empty where none was reached
public record ReadSummary(
        String mediaType,
        String claimedType,
        boolean mismatch,
        int words,
        int pages,
        int slides,
        int cells,
        int records,
        List<Gap> gaps,
        boolean stoppedEarly,
        Extraction.@Nullable Unreadable unreadable,
        String reader) {
    private static final int MOST_GAPS = 100;

    public ReadSummary {
        gaps = List.copyOf(gaps);
    }

    /// The measure of an extraction.
    ///
    /// @param claimedType type that the name stands for; empty where it was not looked at
    public static ReadSummary of(Extraction extraction, String claimedType) {
        return switch (extraction) {
            case Extraction.Extracted extracted -> of(extracted.document(), claimedType);
            case Extraction.Unreadable unreadable ->
                new ReadSummary(
                        unreadable.mediaType(), claimedType, false, 0, 0, 0, 0, 0, List.of(), true, unreadable, "");
        };
    }

    private static ReadSummary of(Document document, String claimedType) {
        return new ReadSummary(
                document.mediaType(),
                claimedType,
                document.facts(Fact.TypeMismatch.class)
                        .anyMatch(new Fact.TypeMismatch(claimedType, document.mediaType())::equals),
                document.words(),
                count(document, Unit.PAGES),
                count(document, Unit.SLIDES),
                cells(document),
                (int) document.tables().mapToLong(table -> table.rows().size()).sum(),
                document.gaps().stream().limit(MOST_GAPS).toList(),
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
