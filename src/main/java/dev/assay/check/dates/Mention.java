package dev.assay.check.dates;

import dev.assay.check.Inspection;
import dev.assay.check.dates.ShownDate.Period;
import dev.assay.document.Span;
import java.util.List;

/// A place where a date is said to be something.
///
/// @param label     what it is said to be
/// @param qualifier what tells it from others of the same name, as "wave 2"; empty where nothing does
/// @param role      which end of a period it is
/// @param date      as shown; its span is that in the document
record Mention(Inspection.ReadPart part, DateLabel label, String qualifier, Role role, ShownDate date) {
    /// Which end of a period a date is.
    enum Role {
        WHOLE,
        START,
        END
    }

    Span span() {
        return date.span();
    }

    String where() {
        return part.part().name() + ", "
                + part.document().placeAt(span().start()).describe();
    }

    /// What both would have to be the same in.
    Object group() {
        return List.of(label.name(), qualifier, label.ofOnePart() ? part.part().name() : "");
    }

    /// Whether both can be true.
    boolean agrees(Mention other) {
        if (role != Role.WHOLE && other.role != Role.WHOLE) {
            return role != other.role || date.agrees(other.date);
        }
        if (role == Role.WHOLE && other.role == Role.WHOLE) {
            return date.agrees(other.date);
        }
        Mention end = role == Role.WHOLE ? other : this;
        Mention whole = role == Role.WHOLE ? this : other;
        return whole.date.meanings().stream()
                .map(period -> period.isOneDay() || period.isMonths()
                        ? period
                        : Period.of(end.role == Role.START ? period.first() : period.last()))
                .anyMatch(one -> end.date.meanings().stream().anyMatch(one::agrees));
    }
}
