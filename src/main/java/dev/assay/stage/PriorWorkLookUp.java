package dev.assay.stage;

import dev.assay.child.Ending;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.priorwork.AlignRequest;
import dev.assay.priorwork.AlignTask;
import dev.assay.priorwork.Excluding;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.Standing;
import dev.assay.priorwork.index.Candidate;
import dev.assay.priorwork.index.PriorWorkIndex;
import dev.assay.vault.DamagedBlob;
import dev.assay.vault.KeyDestroyed;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds what of a submission stands in other work too. Of work for another client nothing comes out but that
/// there is such work: no text, name or id.
public final class PriorWorkLookUp {
    private static final Logger LOG = LoggerFactory.getLogger(PriorWorkLookUp.class);
    private static final int MOST_CANDIDATES = 20;
    private static final int MOST_PASSAGES = 200;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_SIDE = 1200;
    private static final String OWN = "own.json";
    private static final String OTHER = "other.json";

    private final Workshop workshop;
    private final PriorWorkIndex index;
    private final IndexReplay replay;
    private final PartFingerprints fingerprints;
    private final Duration deadline;

    /// @param deadline for comparing two parts
    public PriorWorkLookUp(
            Workshop workshop,
            PriorWorkIndex index,
            IndexReplay replay,
            PartFingerprints fingerprints,
            Duration deadline) {
        this.workshop = workshop;
        this.index = index;
        this.replay = replay;
        this.fingerprints = fingerprints;
        this.deadline = deadline;
    }

    /// Looks a submission up in all that was read up to now.
    ///
    /// @throws IOException if the disk failed
    public Matches of(SubmissionRecord submission) throws IOException, InterruptedException {
        long sequence = replay.catchUp();
        boolean complete = true;
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
            List<Candidate> candidates = index.retrieve(
                            IndexReplay.source(submission, part), own.fingerprints(), MOST_CANDIDATES)
                    .candidates();
            complete &= made.isPresent() && candidates.size() < MOST_CANDIDATES;
            for (Candidate candidate : candidates) {
                Optional<List<Match>> found = compare(submission, part, candidate);
                complete &= found.isPresent();
                matches.addAll(found.orElse(List.of()));
            }
        }
        return Excluding.apply(new Matches(sequence, complete, words, excluded, Matches.restricted(matches)));
    }

    private Optional<List<Match>> compare(SubmissionRecord submission, int part, Candidate candidate)
            throws IOException, InterruptedException {
        try (TaskFolder folder = TaskFolder.in(workshop.tasks())) {
            Optional<SubmissionRecord> found =
                    workshop.ledger().submissions().find(candidate.source().submission());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            SubmissionRecord other = found.get();
            String own = submission.parts().get(part).document();
            String theirs = other.parts().get(candidate.source().part()).document();
            workshop.vault().fetch(submission.client(), own, folder.file(OWN));
            workshop.vault().fetch(other.client(), theirs, folder.file(OTHER));
            Relation relation = Relation.of(IndexReplay.source(submission, part), candidate.source());
            return align(folder, submission, other, relation)
                    .map(shared ->
                            matches(part, relation, other, candidate.source().part(), shared));
        } catch (KeyDestroyed | DamagedBlob | NoSuchFileException e) {
            LOG.warn("Submission {}: a candidate's text is not there any more", submission.id());
            return Optional.empty();
        }
    }

    private Optional<AlignTask.Shared> align(
            TaskFolder folder, SubmissionRecord own, SubmissionRecord other, Relation relation)
            throws InterruptedException {
        AlignRequest request = new AlignRequest(
                OWN,
                Ordered.of(own).order().language(),
                OTHER,
                Ordered.of(other).order().language(),
                relation == Relation.OTHER_CLIENT,
                LONGEST_SIDE);
        List<byte[]> answers = new ArrayList<>();
        Ending ending =
                workshop.children().run(AlignTask.class, folder.path(), Json.bytes(request), deadline, answers::add);
        if (!(ending instanceof Ending.Done) || answers.size() != 1) {
            LOG.warn("Submission {}: comparing it with other work ended as {}", own.id(), ending);
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(answers.getFirst(), AlignTask.Shared.class));
        } catch (IllegalArgumentException e) {
            LOG.warn("Submission {}: a child's answer told no shared passages", own.id());
            return Optional.empty();
        }
    }

    private static List<Match> matches(
            int part, Relation relation, SubmissionRecord other, int otherPart, AlignTask.Shared shared) {
        return shared.passages().stream()
                .limit(MOST_PASSAGES)
                .map(each -> match(part, relation, other, otherPart, shared.partWords(), each))
                .toList();
    }

    private static Match match(
            int part,
            Relation relation,
            SubmissionRecord other,
            int otherPart,
            int otherWords,
            AlignTask.Passage passage) {
        Match.Own own = new Match.Own(
                part,
                passage.start(),
                passage.end(),
                passage.firstWord(),
                passage.endWord(),
                bounded(passage.place()),
                bounded(passage.quote()));
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
                null,
                new Match.Other(
                        other.id(),
                        otherPart,
                        other.parts().get(otherPart).name(),
                        Standing.IN_FLIGHT,
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
