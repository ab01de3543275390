package dev.assay.stage.priorwork;

import dev.assay.ledger.SubmissionRecord;
import dev.assay.priorwork.AlignTask;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.index.Candidate;
import dev.assay.priorwork.index.Fingerprint;
import dev.assay.priorwork.index.Grouping;
import dev.assay.priorwork.index.IndexSnapshot;
import dev.assay.priorwork.index.IndexedWork.Source;
import dev.assay.stage.workshop.Workshop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks one passage up once more with the wall between clients off. Whoever asks has told why, and that is
/// recorded, before.
public final class RestrictedPassage {
    private static final int MOST_CANDIDATES = 100;

    private final Workshop workshop;
    private final IndexSnapshot index;
    private final PartFingerprints fingerprints;
    private final PriorWorkUses uses;
    private final PartComparison comparison;

    /// @param deadline for comparing two parts
    public RestrictedPassage(
            Workshop workshop,
            IndexSnapshot index,
            PartFingerprints fingerprints,
            PriorWorkUses uses,
            Duration deadline) {
        this.workshop = workshop;
        this.index = index;
        this.fingerprints = fingerprints;
        this.uses = uses;
        this.comparison = new PartComparison(workshop, deadline);
    }

    /// The other client's side of a passage.
    ///
    /// @param work  id of the submission or imported work
    /// @param title what it is called
    /// @param place where in it, in words
    public record Side(
            String client,
            String vendor,
            String workOrder,
            String work,
            String title,
            String place,
            List<Match.Run> ours,
            List<Match.Run> theirs) {}

    /// Every other client's work that has the passage.
    public List<Side> sides(SubmissionRecord submission, Match.Own passage) throws IOException, InterruptedException {
        List<Fingerprint> own = fingerprints
                .of(submission, submission.parts().get(passage.part()))
                .map(PartFingerprints.Made::fingerprints)
                .orElse(List.of());
        List<Side> sides = new ArrayList<>();
        Grouping others = other ->
                !other.client().equals(submission.client()) && uses.mayCompare(submission.client(), other.client())
                        ? Optional.of("")
                        : Optional.empty();
        Source source = IndexReplay.source(submission, passage.part());
        for (Candidate candidate :
                index.retrieve(source, own, others, MOST_CANDIDATES).candidates()) {
            Optional<PriorWork> other = PriorWork.find(workshop.ledger(), candidate.source());
            if (other.isPresent() && other.get().exclusion().isEmpty()) {
                sides.addAll(sides(submission, passage, candidate.source(), other.get()));
            }
        }
        return sides;
    }

    private List<Side> sides(SubmissionRecord submission, Match.Own passage, Source source, PriorWork other)
            throws IOException, InterruptedException {
        return comparison.of(submission, passage.part(), other, false).stream()
                .flatMap(shared -> shared.passages().stream())
                .filter(each -> each.start() < passage.end() && passage.start() < each.end())
                .map(AlignTask.Passage::other)
                .filter(java.util.Objects::nonNull)
                .map(side -> new Side(
                        source.client(),
                        source.vendor(),
                        source.workOrder(),
                        source.submission(),
                        other.title(),
                        side.place(),
                        side.ours(),
                        side.theirs()))
                .toList();
    }
}
