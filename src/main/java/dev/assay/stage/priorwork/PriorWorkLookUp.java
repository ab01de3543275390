package dev.assay.stage.priorwork;

import dev.assay.ledger.SubmissionRecord;
import dev.assay.priorwork.AlignTask;
import dev.assay.priorwork.Excluding;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.Standing;
import dev.assay.priorwork.index.Candidate;
import dev.assay.priorwork.index.Commonness;
import dev.assay.priorwork.index.Grouping;
import dev.assay.priorwork.index.IndexedWork.Source;
import dev.assay.priorwork.index.LiveIndex;
import dev.assay.priorwork.index.Retrieval;
import dev.assay.stage.workshop.Ordered;
import dev.assay.stage.workshop.Workshop;
import dev.assay.vault.KeyDestroyed;
import dev.assay.work.PriorWorkUse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds what of a submission stands in other work too. Of work for another client nothing comes out but that
/// there is such work: no text, name or id.
public final class PriorWorkLookUp {
    private static final Logger LOG = LoggerFactory.getLogger(PriorWorkLookUp.class);
    /// How many parts of each relation that tell something new are compared with one part.
    private static final int MOST_CANDIDATES = 40;

    private static final int MOST_PASSAGES = 200;
    private static final int LONGEST_TEXT = 500;

    private final Workshop workshop;
    private final LiveIndex index;
    private final IndexReplay replay;
    private final PartFingerprints fingerprints;
    private final PriorWorkUses uses;
    private final PartComparison comparison;

    /// @param deadline for comparing two parts
    public PriorWorkLookUp(
            Workshop workshop,
            LiveIndex index,
            IndexReplay replay,
            PartFingerprints fingerprints,
            PriorWorkUses uses,
            Duration deadline) {
        this.workshop = workshop;
        this.index = index;
        this.replay = replay;
        this.fingerprints = fingerprints;
        this.uses = uses;
        this.comparison = new PartComparison(workshop, deadline);
    }

    /// Looks a submission up in all that was read up to now.
    ///
    /// @throws IOException if the disk failed
    public Matches of(SubmissionRecord submission) throws IOException, InterruptedException {
        PriorWorkUse use = uses.of(submission.client());
        if (use == PriorWorkUse.NEVER) {
            return Matches.none(replay.catchUp());
        }
        long sequence = replay.catchUp();
        boolean complete = true;
        int common = 0;
        Set<String> predecessors =
                workshop.ledger().orders().predecessors(Ordered.of(submission).order());
        List<Integer> words = new ArrayList<>();
        List<Matches.Excluded> excluded = new ArrayList<>();
        List<Match> matches = new ArrayList<>();
        for (int part = 0; part < submission.parts().size(); part++) {
            Optional<PartFingerprints.Made> made =
                    fingerprints.of(submission, submission.parts().get(part));
            PartFingerprints.Made own = made.orElse(PartFingerprints.Made.NOTHING);
            words.add(own.survey().words());
            for (Matches.Excluded each : own.survey().excluded()) {
                excluded.add(new Matches.Excluded(each.own().inPart(part), each.why()));
            }
            Source source = IndexReplay.source(submission, part);
            Grouping byRelation = other -> uses.mayCompare(source.client(), other.client())
                    ? Optional.of(Relation.of(source, predecessors, other).name())
                    : Optional.empty();
            Retrieval retrieval =
                    index.ask(each -> each.retrieve(source, own.fingerprints(), byRelation, MOST_CANDIDATES));
            complete &= made.isPresent() && !retrieval.more();
            List<Match> ofPart = new ArrayList<>();
            for (Candidate candidate : retrieval.candidates()) {
                Optional<List<Match>> found = compare(submission, predecessors, part, candidate, sequence);
                complete &= found.isPresent();
                found.orElse(List.of()).stream()
                        .map(each -> each.in(commonness(each, retrieval.commonness())))
                        .forEach(ofPart::add);
            }
            common += common(retrieval.commonness(), ofPart);
            matches.addAll(ofPart);
        }
        return Excluding.apply(
                new Matches(sequence, use, complete, words, common, excluded, Matches.restricted(matches)));
    }

    /// How many words much work has that stand in none of the passages found.
    private static int common(Commonness spread, List<Match> matches) {
        BitSet words = new BitSet();
        spread.stretches().forEach(each -> words.set(each.from(), each.to()));
        matches.forEach(each -> words.clear(each.own().firstWord(), each.own().endWord()));
        return words.cardinality();
    }

    /// Of work for other clients not even the number is told.
    private static Match.Commonness commonness(Match match, Commonness spread) {
        int from = match.own().firstWord();
        int to = match.own().endWord();
        return new Match.Commonness(
                spread.common(from, to),
                match.relation() == Relation.OTHER_CLIENT ? 0 : spread.projectsOfClient(from, to));
    }

    private Optional<List<Match>> compare(
            SubmissionRecord submission, Set<String> predecessors, int part, Candidate candidate, long sequence)
            throws IOException, InterruptedException {
        Source source = candidate.source();
        Relation relation = Relation.of(IndexReplay.source(submission, part), predecessors, source);
        Optional<PriorWork> found = find(submission, source);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        PriorWork other = found.get();
        boolean restricted = relation == Relation.OTHER_CLIENT;
        if (restricted && other.exclusion().isPresent()) {
            return Optional.of(List.of());
        }
        Standing standing = workshop.ledger().indexOps().standing(source.submission(), sequence);
        return comparison
                .of(submission, part, other, restricted)
                .map(shared -> matches(new Compared(part, relation, source, other, standing), shared));
    }

    private Optional<PriorWork> find(SubmissionRecord submission, Source source) {
        try {
            return PriorWork.find(workshop.ledger(), source);
        } catch (KeyDestroyed e) {
            LOG.warn("Submission {}: a candidate's text is not there any more", submission.id());
            return Optional.empty();
        }
    }

    /// What a part was compared with.
    private record Compared(int part, Relation relation, Source source, PriorWork other, Standing standing) {}

    private static List<Match> matches(Compared compared, AlignTask.Shared shared) {
        return shared.passages().stream()
                .limit(MOST_PASSAGES)
                .map(each -> match(compared, shared.partWords(), each))
                .toList();
    }

    private static Match match(Compared compared, int otherWords, AlignTask.Passage passage) {
        Match.Own own = new Match.Own(
                compared.part(),
                passage.start(),
                passage.end(),
                passage.firstWord(),
                passage.endWord(),
                bounded(passage.place()),
                bounded(passage.quote()));
        Relation relation = compared.relation();
        AlignTask.Side side = passage.other();
        if (relation == Relation.OTHER_CLIENT || side == null) {
            return new Match(own, passage.words(), relation, null, false, Match.Commonness.RARE, null, null);
        }
        return new Match(
                own,
                passage.words(),
                relation,
                side.edit(),
                side.newFigures(),
                Match.Commonness.RARE,
                compared.other().exclusion().orElse(null),
                new Match.Other(
                        compared.source().submission(),
                        compared.source().part(),
                        bounded(compared.other().title()),
                        compared.standing(),
                        bounded(side.place()),
                        side.firstWord(),
                        side.endWord(),
                        otherWords,
                        side.ours(),
                        side.theirs()));
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
