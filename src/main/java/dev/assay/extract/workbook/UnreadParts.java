package dev.assay.extract.workbook;

import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.office.OfficePackage;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/// Says which parts of a workbook hold something that is not read.
final class UnreadParts {
    /// What parts hold, by the kind of relationship that leads to them.
    private static final Map<String, String> KINDS = new TreeMap<>(Map.of(
            "powerPivotData", "The data model",
            "dataModel", "The data model",
            "revisionHeaders", "The log of changes"));

    private UnreadParts() {}

    static void tell(OfficePackage source, String main, DocumentDraft draft) throws IOException {
        for (var kind : KINDS.entrySet()) {
            for (String part : source.targets(main, kind.getKey())) {
                draft.gap(
                        Gap.Reason.UNOPENED_FILE,
                        new Place.Part(part, new Place.Whole()),
                        kind.getValue() + " was not read.");
            }
        }
    }
}
