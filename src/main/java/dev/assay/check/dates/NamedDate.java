package dev.assay.check.dates;

import dev.assay.check.Inspection;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The day that a name stands for: `2026-03-31` itself, or what the documents give after words such as "Report date".
public final class NamedDate {
    private NamedDate() {}

    /// The last day it can mean.
    ///
    /// @param name words before the date, or a day; empty for the date of the document
    /// @return empty where it is not found, or found with different values
    public static Optional<LocalDate> of(List<Inspection.ReadPart> parts, String name) {
        try {
            return Optional.of(LocalDate.parse(name.strip()));
        } catch (DateTimeException e) {
            return labelled(parts, name.strip());
        }
    }

    private static Optional<LocalDate> labelled(List<Inspection.ReadPart> parts, String name) {
        DateLabel label = name.isEmpty()
                ? DateLabel.OF_PART
                : DateLabel.USUAL.stream()
                        .filter(each -> each.name().equalsIgnoreCase(name)
                                || each.words()
                                        .matcher(name.toLowerCase(Locale.ROOT))
                                        .matches())
                        .findFirst()
                        .orElseGet(() -> DateLabel.of(name));
        List<Mention> found = parts.stream()
                .flatMap(part -> Labelled.of(part, List.of(label)).stream())
                .filter(mention -> mention.qualifier().isEmpty())
                .toList();
        if (found.isEmpty()
                || found.getFirst().date().isImpossible()
                || found.stream().anyMatch(other -> !other.agrees(found.getFirst()))) {
            return Optional.empty();
        }
        return Optional.of(found.getFirst().date().meanings().getFirst().last());
    }
}
