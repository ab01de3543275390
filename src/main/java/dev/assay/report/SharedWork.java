package dev.assay.report;

import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.Shares;
import dev.assay.work.PriorWorkUse;
import java.util.List;
import java.util.Set;

/// What of a submission stands in other work too, as far as a report's reader may know it.
///
/// @param matches    what was found
/// @param vendorsOwn ids of the other works that the vendor of this submission delivered
public record SharedWork(Matches matches, Set<String> vendorsOwn) {
    public static final SharedWork NONE =
            new SharedWork(new Matches(0, PriorWorkUse.SHARE, true, List.of(), 0, List.of(), List.of()), Set.of());

    public SharedWork {
        vendorsOwn = Set.copyOf(vendorsOwn);
    }

    /// What the vendor may read: nothing of work for another client, not even that there is such work, and of
    /// work that another vendor delivered this side alone.
    SharedWork toVendor() {
        return new SharedWork(
                new Matches(
                        matches.sequence(),
                        matches.use(),
                        matches.complete(),
                        matches.words(),
                        0,
                        matches.excluded(),
                        matches.matches().stream()
                                .filter(match -> match.relation() != Relation.OTHER_CLIENT)
                                .map(match -> isOpen(match) ? match : ownSide(match))
                                .toList()),
                vendorsOwn);
    }

    private boolean isOpen(Match match) {
        Match.Other other = match.other();
        return match.relation() == Relation.EXTERNAL || (other != null && vendorsOwn.contains(other.work()));
    }

    private static Match ownSide(Match match) {
        return new Match(
                match.own(),
                match.own().endWord() - match.own().firstWord(),
                match.relation(),
                null,
                false,
                new Match.Commonness(match.commonness().common(), 0),
                match.exclusion(),
                null);
    }

    Shares shares() {
        return Shares.of(matches);
    }
}
