package dev.assay.priorwork;

import dev.assay.config.Json;
import dev.assay.work.PriorWorkUse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What of a submission stands in other work too.
///
/// @param sequence up to which operation of the index other work was seen
/// @param use      what the client lets its work be compared with; never: nothing was looked up
/// @param complete whether all of it could be looked at
/// @param words    how many compared words each part has
/// @param common   how many of them stand in passages that so much work has that no one work is named for them
/// @param excluded what is neither counted as shared nor as text that could be, by part and place
/// @param matches  by part and place
public record Matches(
        long sequence,
        PriorWorkUse use,
        boolean complete,
        List<Integer> words,
        int common,
        List<Excluded> excluded,
        List<Match> matches) {
    public Matches {
        words = List.copyOf(words);
        excluded = List.copyOf(excluded);
        matches = List.copyOf(matches);
    }

    /// A stretch of a part that is left out of every share.
    public record Excluded(Match.Own own, Exclusion why) {}

    /// Of a client whose work is compared with nothing.
    public static Matches none(long sequence) {
        return new Matches(sequence, PriorWorkUse.NEVER, true, List.of(), 0, List.of(), List.of());
    }

    /// From JSON as the ledger keeps it.
    public static Matches of(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), Matches.class);
    }

    /// The same without the passages themselves, for whoever only counts.
    public Matches withoutTexts() {
        return new Matches(
                sequence,
                use,
                complete,
                words,
                common,
                excluded,
                matches.stream().map(Match::withoutTexts).toList());
    }

    /// What of some of the parts stands in other work too, these parts counted anew.
    ///
    /// @param parts by their numbers, ascending
    public Matches among(List<Integer> parts) {
        return new Matches(
                sequence,
                use,
                complete,
                parts.stream()
                        .filter(part -> part < words.size())
                        .map(words::get)
                        .toList(),
                common,
                excluded.stream()
                        .filter(each -> parts.contains(each.own().part()))
                        .map(each -> new Excluded(
                                each.own().inPart(parts.indexOf(each.own().part())), each.why()))
                        .toList(),
                matches.stream()
                        .filter(each -> parts.contains(each.own().part()))
                        .map(each -> each.inPart(parts.indexOf(each.own().part())))
                        .toList());
    }

    /// Work for other clients counts as one, so that not even the number of those clients can be told: of the
    /// passages found in it, those that overlap one before them are left out.
    public static List<Match> restricted(List<Match> matches) {
        List<Match> told = new ArrayList<>();
        List<Match> sorted = matches.stream()
                .sorted(Comparator.<Match>comparingInt(match -> match.own().part())
                        .thenComparingInt(match -> match.own().start())
                        .thenComparing(match -> match.own().end(), Comparator.reverseOrder()))
                .toList();
        int part = -1;
        int end = -1;
        for (Match match : sorted) {
            boolean other = match.relation() == Relation.OTHER_CLIENT;
            boolean samePart = match.own().part() == part;
            if (!other || !samePart || match.own().start() >= end) {
                told.add(match);
            }
            if (other) {
                end = samePart ? Math.max(end, match.own().end()) : match.own().end();
                part = match.own().part();
            }
        }
        return told;
    }
}
