package dev.assay.priorwork;

import dev.assay.config.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What of a submission stands in other work too.
///
/// @param sequence up to which operation of the index other work was seen
/// @param complete whether all of it could be looked at
/// @param matches  by part and place
public record Matches(long sequence, boolean complete, List<Match> matches) {
    public Matches {
        matches = List.copyOf(matches);
    }

    /// From JSON as the ledger keeps it.
    public static Matches of(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), Matches.class);
    }

    /// Work for other clients counts as one, so that not even the number of those clients can be told: of the
    /// passages found in it, those that overlap one before them are left out.
    public static List<Match> restricted(List<Match> matches) {
        List<Match> told = new ArrayList<>();
        List<Match> sorted = matches.stream()
                .sorted(Comparator.comparingInt(Match::part)
                        .thenComparingInt(Match::start)
                        .thenComparing(Match::end, Comparator.reverseOrder()))
                .toList();
        int part = -1;
        int end = -1;
        for (Match match : sorted) {
            boolean other = match.relation() == Relation.OTHER_CLIENT;
            if (!other || match.part() != part || match.start() >= end) {
                told.add(match);
            }
            if (other) {
                end = match.part() == part ? Math.max(end, match.end()) : match.end();
                part = match.part();
            }
        }
        return told;
    }
}
