package dev.assay.check.dataset;

import dev.assay.check.dataset.Sequence.Numbered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Families of documents, such as a mail with its attachments: the range of a family begins with its first document
/// and ends with its last (`BEGATTACH to ENDATTACH of BEGBATES to ENDBATES`).
final class Families implements RowRule {
    private final DataTable table;
    private final List<Integer> family;
    private final List<Integer> document;
    private final Faults faults;
    private final Map<String, Seen> families = new LinkedHashMap<>();

    Families(DataTable table, List<Integer> family, List<Integer> document, Faults faults) {
        this.table = table;
        this.family = List.copyOf(family);
        this.document = List.copyOf(document);
        this.faults = faults;
    }

    /// @param family   the two columns of the family's range
    /// @param document the two columns of the document's
    record Form(List<String> family, List<String> document) {
        /// @throws IllegalArgumentException if it is none
        static Form of(String declaration) {
            String[] sides = declaration.split(" of ", -1);
            if (sides.length != 2) {
                throw new IllegalArgumentException(
                        "families are written 'BEGATTACH to ENDATTACH of BEGBATES to ENDBATES'. Found: '" + declaration
                                + "'");
            }
            return new Form(Sequence.names(sides[0]), Sequence.names(sides[1]));
        }
    }

    /// @param low  lowest number of its documents
    /// @param high highest number
    private record Seen(Spot first, Numbered begin, Numbered end, long low, long high) {}

    @Override
    public void row(DataRow row) {
        String begin = row.text(family.getFirst());
        String end = row.text(family.getLast());
        if (begin.isEmpty() && end.isEmpty()) {
            return;
        }
        Optional<Numbered> first = Numbered.of(begin);
        Optional<Numbered> last = Numbered.of(end);
        Optional<Numbered> low = Numbered.of(row.text(document.getFirst()));
        Optional<Numbered> high = Numbered.of(row.text(document.getLast())).or(() -> low);
        if (first.isEmpty() || last.isEmpty() || low.isEmpty() || high.isEmpty()) {
            faults.at(
                    "incomplete family range",
                    row,
                    family.getFirst(),
                    "Row " + row.number() + " has '" + begin + "' to '" + end + "' as its family's range.",
                    "Give the first and the last number of the family.");
            return;
        }
        String key = begin + '\0' + end;
        Seen seen = families.get(key);
        families.put(
                key,
                seen == null
                        ? new Seen(
                                row.spot(family.getFirst()),
                                first.get(),
                                last.get(),
                                low.get().number(),
                                high.get().number())
                        : new Seen(
                                seen.first(),
                                seen.begin(),
                                seen.end(),
                                Math.min(seen.low(), low.get().number()),
                                Math.max(seen.high(), high.get().number())));
    }

    @Override
    public void end() {
        families.values().forEach(seen -> {
            if (seen.low() != seen.begin().number() || seen.high() != seen.end().number()) {
                faults.at(
                        "family range that is not its documents'",
                        seen.first(),
                        seen.begin().written(seen.begin().number()),
                        "The family of row " + seen.first().row() + " goes from "
                                + seen.begin().written(seen.begin().number()) + " to "
                                + seen.end().written(seen.end().number()) + " ('"
                                + table.name(family.getFirst()) + "'), its documents from "
                                + seen.begin().written(seen.low()) + " to "
                                + seen.end().written(seen.high()) + ".",
                        "Add the documents that are missing, or correct the family's range.");
            }
        });
    }
}
