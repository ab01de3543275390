package dev.assay.check.dataset;

import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is wrong with one table. Of each rule the first few faults are listed; the rest are one more that says how
/// many.
final class Faults {
    /// How many of one rule are listed.
    static final int LISTED = 20;

    private final DataTable table;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, String> remedies = new LinkedHashMap<>();
    private final BitSet wrongRows = new BitSet();
    private final List<String> doubts = new ArrayList<>();
    private boolean ofTheWhole;

    Faults(DataTable table) {
        this.table = table;
    }

    /// @param row     0 for the table as a whole
    /// @param subject what it is recognised by where it has no text
    private record Fault(
            int row, int column, Optional<Span> span, Place place, String subject, String message, String remedy) {}

    /// A value that breaks a rule.
    ///
    /// @param rule of the table, in words
    void at(String rule, DataRow row, int column, String message, String remedy) {
        at(rule, row.spot(column), row.text(column), message, remedy);
    }

    /// A value that breaks a rule.
    ///
    /// @param value what it is recognised by where its text is not kept
    void at(String rule, Spot spot, String value, String message, String remedy) {
        wrongRows.set(spot.row());
        if (counted(rule, remedy)) {
            String subject = table.name() + '\0' + rule + '\0' + value;
            faults.add(new Fault(spot.row(), spot.column(), spot.span(), spot.place(), subject, message, remedy));
        }
    }

    /// Something wrong with the table as a whole.
    void about(String rule, String subject, String message, String remedy) {
        ofTheWhole = true;
        if (counted(rule, remedy)) {
            faults.add(new Fault(
                    0,
                    0,
                    Optional.empty(),
                    table.place(),
                    table.name() + '\0' + rule + '\0' + subject,
                    message,
                    remedy));
        }
    }

    /// Something wrong with a column, shown at its header.
    void header(String rule, int column, String message, String remedy) {
        ofTheWhole = true;
        if (counted(rule, remedy)) {
            String subject = table.name() + '\0' + rule + '\0' + table.name(column);
            faults.add(new Fault(
                    0, column, table.headerSpan(column), table.headerPlace(column), subject, message, remedy));
        }
    }

    /// Something that cannot be told, in words.
    void doubt(String words) {
        if (!doubts.contains(words)) {
            doubts.add(words);
        }
    }

    List<String> doubts() {
        return doubts;
    }

    /// Whether something is wrong that no share of right rows makes good.
    boolean ofTheWhole() {
        return ofTheWhole;
    }

    int wrongRows() {
        return wrongRows.cardinality();
    }

    private boolean counted(String rule, String remedy) {
        remedies.putIfAbsent(rule, remedy);
        return counts.merge(rule, 1, Integer::sum) <= LISTED;
    }

    /// Tells them in order of place.
    void tell(Findings findings) {
        Inspection.ReadPart part = table.part();
        faults.sort(Comparator.comparingInt(Fault::row).thenComparingInt(Fault::column));
        for (Fault fault : faults) {
            if (fault.span().isPresent()) {
                findings.at(part, fault.span().get(), fault.place(), fault.message(), fault.remedy());
            } else {
                findings.about(part.part().name(), fault.place(), fault.subject(), fault.message(), fault.remedy());
            }
        }
        counts.forEach((rule, count) -> {
            if (count > LISTED) {
                findings.about(
                        part.part().name(),
                        table.place(),
                        table.name() + "\0more\0" + rule,
                        String.format(
                                Locale.ROOT,
                                "%,d more of the same kind are not listed (%s): %,d in all.",
                                count - LISTED,
                                rule,
                                count),
                        remedies.getOrDefault(rule, ""));
            }
        });
    }
}
