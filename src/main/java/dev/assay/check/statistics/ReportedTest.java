package dev.assay.check.statistics;

import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.numbers.Interval;
import dev.assay.document.Span;
import java.util.List;
import java.util.Optional;

/// A test as a document reports it.
///
/// @param family    whose distribution it has
/// @param statistic what the statistic may be, its sign included
/// @param value     the statistic as displayed
/// @param degrees   degrees of freedom in the order of the family; fewer than it takes where they are not given
/// @param p         the p reported; empty where the test gives none
/// @param span      where the test stands in the document, or in a table its p
/// @param shown     the test as written, for messages
/// @param context   the words around it, that may say how p was found
record ReportedTest(
        Family family,
        Interval statistic,
        DisplayedNumber value,
        List<Degrees> degrees,
        Optional<ReportedP> p,
        Span span,
        String shown,
        String context) {
    ReportedTest {
        degrees = List.copyOf(degrees);
    }

    /// Degrees of freedom: what they may be, and as written.
    record Degrees(Interval interval, String shown) {}

    boolean hasDegrees() {
        return degrees.size() >= family.degrees();
    }
}
