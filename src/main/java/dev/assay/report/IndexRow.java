package dev.assay.report;

import dev.assay.verdict.Verdict;
import java.time.Instant;
import java.util.regex.Pattern;

/// A submission's line in an index of a queue or of reports.
///
/// @param rule   the number of the rule that fired, 1 to 10
/// @param reason the ruling's reason
/// @param report the report's address relative to the index, such as `2f9c…/report.html`; made of ids only
public record IndexRow(
        String submission,
        String client,
        String vendor,
        String workOrder,
        String deliverable,
        int round,
        int revision,
        Verdict verdict,
        int rule,
        String reason,
        Instant decided,
        String report) {
    private static final Pattern ADDRESS =
            Pattern.compile("/?(?:[A-Za-z0-9][A-Za-z0-9._-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*");

    public IndexRow {
        if (!ADDRESS.matcher(report).matches()) {
            throw new IllegalArgumentException(
                    "A report's address is a path of letters, digits, '.', '_' and '-'. Found: '" + report + "'");
        }
    }
}
