package dev.assay.stage;

import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.Item;
import dev.assay.child.TaskFolder;
import dev.assay.config.Fields;
import dev.assay.config.Json;
import dev.assay.extract.ReadSummary;
import dev.assay.ledger.Decided;
import dev.assay.ledger.Job;
import dev.assay.ledger.RetryLater;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.meter.CrashPoint;
import dev.assay.priorwork.Matches;
import dev.assay.stage.workshop.Ordered;
import dev.assay.stage.workshop.PartReader;
import dev.assay.stage.workshop.Workshop;
import dev.assay.verdict.Case;
import dev.assay.verdict.Draw;
import dev.assay.verdict.History;
import dev.assay.verdict.Reading;
import dev.assay.verdict.Ruling;
import dev.assay.verdict.Size;
import dev.assay.verdict.Verdict;
import dev.assay.verdict.VerdictPolicy;
import dev.assay.work.CoveringMail;
import dev.assay.work.VendorAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Applies the client's policy to what the checks came to, and records all of it in one transaction.
public final class DecideStage {
    private static final Logger LOG = LoggerFactory.getLogger(DecideStage.class);
    private static final String OUTCOMES = "outcomes.json";

    private final Workshop workshop;
    private final PassedBefore passedBefore;

    /// @param deadline for comparing with the round before
    public DecideStage(Workshop workshop, Duration deadline) {
        this.workshop = workshop;
        this.passedBefore = new PassedBefore(workshop, deadline);
    }

    /// Decides the job's submission.
    ///
    /// @throws RetryLater  if a child failed and the job may be tried again
    /// @throws IOException if the disk failed
    public void work(Job job) throws IOException, InterruptedException, RetryLater {
        SubmissionRecord submission =
                workshop.ledger().submissions().find(job.subject()).orElseThrow();
        Checked checked = checked(submission);
        List<ReadSummary> summaries = summaries(submission);
        Ruling ruling = VerdictPolicy.decide(givenCase(
                submission,
                checked,
                summaries,
                history(job, submission, checked),
                workshop.ledger().submissions().doubts(submission.id())));
        if (ruling.verdict() instanceof Verdict.Pending pending) {
            drop(job, pending);
            return;
        }
        workshop.ledger()
                .submissions()
                .decided(
                        job,
                        decided(
                                checked,
                                ruling,
                                Matches.of(submission.priorWork()).sequence()));
        CrashPoint.here("W11");
        count(checked, ruling);
        LOG.info(
                "Submission {}: {} by rule {}",
                submission.id(),
                ruling.verdict().word(),
                ruling.rule());
    }

    /// What is replaced needs no verdict. All else that keeps one waiting is settled before; dropping it here would
    /// leave it in flight for ever.
    private void drop(Job job, Verdict.Pending pending) {
        if (pending.until() != Verdict.Until.NEWER_REVISION) {
            throw new IllegalStateException(
                    "Submission " + job.subject() + " came to its verdict and waits for " + pending.until());
        }
        workshop.ledger().submissions().dropped(job);
    }

    private void count(Checked checked, Ruling ruling) {
        workshop.meters().verdict(queue(ruling.verdict()), Fields.word(ruling.rule()));
        for (ItemOutcome outcome : checked.outcomes()) {
            Item item = outcome.item();
            workshop.meters()
                    .item(item.check() == null ? Fields.word(item.by()) : item.check(), word(outcome.outcome()));
        }
    }

    private Checked checked(SubmissionRecord submission) throws IOException {
        try (TaskFolder folder = TaskFolder.in(workshop.tasks())) {
            workshop.vault().fetch(submission.client(), submission.outcomes(), folder.file(OUTCOMES));
            return Json.read(folder.file(OUTCOMES), Checked.class);
        }
    }

    private static List<ReadSummary> summaries(SubmissionRecord submission) {
        return submission.parts().stream()
                .map(part -> Json.read(part.reading().getBytes(StandardCharsets.UTF_8), ReadSummary.class))
                .toList();
    }

    private static Case givenCase(
            SubmissionRecord submission,
            Checked checked,
            List<ReadSummary> summaries,
            History history,
            List<String> doubts) {
        Ordered ordered = Ordered.of(submission);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < summaries.size(); i++) {
            readings.add(PartReader.reading(submission.parts().get(i).name(), summaries.get(i)));
        }
        return new Case(
                checked.outcomes(),
                readings,
                true,
                size(submission, summaries),
                history,
                ordered.order().policy(),
                new Draw(
                        submission.drawn(),
                        submission.policyVersion(),
                        ordered.order().policy().sampling()),
                submission.conflicts(),
                doubts);
    }

    /// A covering mail is not what was ordered.
    private static Size size(SubmissionRecord submission, List<ReadSummary> summaries) {
        return new Size(IntStream.range(0, summaries.size())
                .filter(number -> !submission.parts().get(number).role().equals(CoveringMail.ROLE))
                .mapToObj(summaries::get)
                .map(DecideStage::measure)
                .toList());
    }

    private static Size.Measure measure(ReadSummary summary) {
        return Size.measure(summary.mediaType(), summary.words(), summary.slides(), summary.cells(), summary.records());
    }

    private History history(Job job, SubmissionRecord submission, Checked checked)
            throws IOException, InterruptedException, RetryLater {
        dev.assay.ledger.History earlier = workshop.ledger().submissions().history(submission, checked.version());
        Set<String> found = checked.outcomes().stream()
                .flatMap(outcome -> outcome.outcome() instanceof Outcome.Failed failed
                        ? failed.findings().stream()
                        : Stream.<Finding>empty())
                .map(Finding::fingerprint)
                .collect(Collectors.toSet());
        List<VendorAnswer> answers = workshop.ledger().answers().of(submission.id()).stream()
                .filter(answer -> answer.kind() == VendorAnswer.Kind.DISPUTED)
                .toList();
        Set<String> disputed = found.stream()
                .filter(fingerprint -> answers.stream().anyMatch(answer -> answer.isAbout(fingerprint)))
                .collect(Collectors.toSet());
        Set<String> repeated = found.stream().filter(earlier.asked()::contains).collect(Collectors.toSet());
        return new History(
                submission.round(),
                earlier.superseded() ? History.Standing.SUPERSEDED : History.Standing.CURRENT,
                submission.afterAcceptance(),
                disputed,
                passedBefore.among(job, checked.outcomes(), earlier),
                repeated,
                earlier.deliveries());
    }

    private static Decided decided(Checked checked, Ruling ruling, long indexSequence) {
        List<Decided.OutcomeRecord> outcomes = new ArrayList<>();
        List<Decided.FindingRecord> findings = new ArrayList<>();
        Map<String, Integer> kinds = new TreeMap<>();
        for (ItemOutcome outcome : checked.outcomes()) {
            Item item = outcome.item();
            String kind = item.check() == null ? "" : item.check();
            if (outcome.kindVersion() > 0) {
                kinds.put(kind, outcome.kindVersion());
            }
            outcomes.add(new Decided.OutcomeRecord(
                    item.id(),
                    Fields.word(item.by()),
                    kind,
                    outcome.kindVersion(),
                    Fields.word(item.mode()),
                    word(outcome.outcome()),
                    outcome.outcome() instanceof Outcome.CannotTell untold ? Fields.word(untold.cause()) : "",
                    text(outcome)));
            if (outcome.outcome() instanceof Outcome.Failed failed) {
                failed.findings()
                        .forEach(finding -> findings.add(record(item, kind, outcome.kindVersion(), finding, "")));
            }
            outcome.suppressed()
                    .forEach(each -> findings.add(record(
                            item,
                            kind,
                            outcome.kindVersion(),
                            each.finding(),
                            Fields.word(each.dismissal().reason()))));
        }
        return new Decided(
                checked.checklist(),
                checked.version(),
                text(kinds),
                indexSequence,
                outcomes,
                findings,
                queue(ruling.verdict()),
                ruling.verdict() instanceof Verdict.Review review && review.restricted(),
                ruling.rule().name(),
                ruling.score().value() == null
                        ? ""
                        : String.valueOf(ruling.score().value()),
                ruling.score().formula(),
                text(ruling),
                ruling.verdict() instanceof Verdict.Rework rework && !rework.awaitsRelease());
    }

    private static Decided.FindingRecord record(
            Item item, String kind, int kindVersion, Finding finding, String dismissed) {
        return new Decided.FindingRecord(
                item.id(),
                kind,
                kindVersion,
                finding.fingerprint(),
                Fields.word(item.severity()),
                Fields.word(item.effect()),
                Fields.word(item.mode()),
                Fields.word(finding.attribution()),
                text(finding),
                dismissed);
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed ignored -> "passed";
            case Outcome.Failed ignored -> "failed";
            case Outcome.CannotTell ignored -> "cannot-tell";
            case Outcome.NotApplicable ignored -> "not-applicable";
            case Outcome.NotRun ignored -> "not-run";
        };
    }

    private static String queue(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accept ignored -> "accept";
            case Verdict.Rework ignored -> "rework";
            case Verdict.Review ignored -> "review";
            case Verdict.Pending pending ->
                throw new IllegalStateException("A pending verdict has no queue: " + pending.until());
        };
    }

    private static String text(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }
}
