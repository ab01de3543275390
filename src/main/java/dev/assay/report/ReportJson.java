package dev.assay.report;

import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Suppressed;
import dev.assay.checklist.By;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.checklist.Mode;
import dev.assay.checklist.Severity;
import dev.assay.config.Fields;
import dev.assay.config.Json;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.priorwork.Exclusion;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.Shares;
import dev.assay.priorwork.align.Edit;
import dev.assay.report.SubmissionReport.Line;
import dev.assay.verdict.AcceptanceNumbers;
import dev.assay.verdict.Counts;
import dev.assay.verdict.QualityScore;
import dev.assay.verdict.Remark;
import dev.assay.verdict.Rule;
import dev.assay.verdict.Ruling;
import dev.assay.verdict.Verdict;
import dev.assay.work.Attribution;
import dev.assay.work.Dismissal;
import dev.assay.work.PriorWorkUse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A submission's report for programs: the facts of the page, unshortened, in a published shape.
///
/// The components of [Published] are its keys. Within one schema version keys are only added; a key that goes
/// or changes its meaning makes a new version. Instants are ISO 8601 in UTC, texts are as delivered, not
/// escaped for any display. The sampling draw is not in it.
public final class ReportJson {
    /// The version of the shape, in its first key.
    public static final int SCHEMA_VERSION = 1;

    private ReportJson() {}

    /// The report as indented JSON.
    public static String text(SubmissionReport report) {
        return Json.text(published(report));
    }

    /// The report in its published shape.
    public static Published published(SubmissionReport report) {
        ShownItems items = ShownItems.of(report);
        return new Published(
                SCHEMA_VERSION,
                report.submission(),
                report.order(),
                Times.of(report.receipt()),
                report.parts(),
                Judgement.of(report.ruling(), items),
                items.all().stream()
                        .map(line -> Answer.of(line, report.goesToVendor()))
                        .toList(),
                report.priorWork().matches().matches().stream().map(Shared::of).toList(),
                Reuse.of(report),
                report.declarations(),
                report.versions());
    }

    /// The whole.
    public record Published(
            int schemaVersion,
            String submission,
            SubmissionReport.Order order,
            Times times,
            List<SubmissionReport.Part> parts,
            Judgement judgement,
            List<Answer> items,
            List<Shared> priorWork,
            Reuse reuse,
            Map<String, String> declarations,
            SubmissionReport.Versions versions) {}

    /// A passage that stands in other work too.
    ///
    /// @param part      counted from 0
    /// @param quote     how the passage begins
    /// @param words     how many of its words stand in the other work; of restricted work, how many it has
    /// @param edit      how much was changed; null where this side alone may be told
    /// @param common    whether so much work has it that it tells nothing
    /// @param projects  how many work orders of the client have it; 0 where that may not be told
    /// @param exclusion why it is left out of all shares; null where it is not
    /// @param counted   whether it counts in the share of its relation
    /// @param other     the other side; null where this side alone may be told
    public record Shared(
            int part,
            int start,
            int end,
            String place,
            String quote,
            int words,
            Relation relation,
            @Nullable Edit edit,
            boolean newFigures,
            boolean common,
            int projects,
            @Nullable Exclusion exclusion,
            boolean counted,
            Match.@Nullable Other other) {
        private static Shared of(Match match) {
            Match.Own own = match.own();
            boolean restricted = match.relation() == Relation.OTHER_CLIENT;
            return new Shared(
                    own.part(),
                    own.start(),
                    own.end(),
                    own.place(),
                    own.quote(),
                    restricted ? own.endWord() - own.firstWord() : match.words(),
                    match.relation(),
                    match.edit(),
                    match.newFigures(),
                    match.commonness().common(),
                    match.commonness().projects(),
                    match.exclusion(),
                    Shares.isCounted(match),
                    match.other());
        }
    }

    /// How much stands in other work, and what was left out.
    ///
    /// @param use         what the client lets its work be compared with
    /// @param complete    whether all prior work could be compared
    /// @param words       how many words were compared; 0 where that was not told
    /// @param eligible    how many of them a share is of
    /// @param otherClient null in a report that goes to the vendor
    /// @param commonWords in passages that so much work has that no one work is named for them; 0 in a report that
    ///                    goes to the vendor
    /// @param excluded    what is left out of all shares
    public record Reuse(
            PriorWorkUse use,
            boolean complete,
            int words,
            int eligible,
            Shares.Counted ownClient,
            Shares.Counted sameVendor,
            Shares.Counted otherVendor,
            Shares.Counted external,
            Shares.@Nullable Counted otherClient,
            Shares.Counted lineage,
            Shares.Counted common,
            int commonWords,
            List<Shares.SourceShare> sources,
            List<Excluded> excluded) {
        private static Reuse of(SubmissionReport report) {
            Matches matches = report.priorWork().matches();
            Shares shares = report.priorWork().shares();
            return new Reuse(
                    matches.use(),
                    matches.complete(),
                    shares.words(),
                    shares.eligible(),
                    shares.ownClient(),
                    shares.sameVendor(),
                    shares.otherVendor(),
                    shares.external(),
                    report.goesToVendor() ? null : shares.otherClient(),
                    shares.lineage(),
                    shares.common(),
                    matches.common(),
                    shares.sources(),
                    matches.excluded().stream().map(Excluded::of).toList());
        }
    }

    /// A stretch that is left out of all shares.
    public record Excluded(int part, int start, int end, String place, String quote, int words, Exclusion why) {
        private static Excluded of(Matches.Excluded excluded) {
            Match.Own own = excluded.own();
            return new Excluded(
                    own.part(),
                    own.start(),
                    own.end(),
                    own.place(),
                    own.quote(),
                    own.endWord() - own.firstWord(),
                    excluded.why());
        }
    }

    /// When it came.
    ///
    /// @param due     null where nothing was agreed
    /// @param late    whether it came after that
    /// @param zone    the zone due times are read in, such as `Europe/London`
    /// @param counts  which time of the arrival `received` is, such as `first-sighting-at-final-size`
    /// @param paused  seconds of working time for which the vendor's clock stood; `due` is so much later
    public record Times(
            Instant received,
            @Nullable Instant due,
            boolean late,
            Instant decided,
            String zone,
            String counts,
            long paused) {
        private static Times of(SubmissionReport.Receipt receipt) {
            return new Times(
                    receipt.received(),
                    receipt.due(),
                    receipt.due() != null && receipt.received().isAfter(receipt.due()),
                    receipt.decided(),
                    receipt.zone().getId(),
                    Fields.word(receipt.counts()),
                    receipt.paused().toSeconds());
        }
    }

    /// What becomes of it, and why.
    ///
    /// @param word the verdict in words, such as `accept with notes`
    /// @param rule the number of the rule that fired, 1 to 10
    public record Judgement(
            Verdict verdict,
            String word,
            int rule,
            Rule ruleName,
            String reason,
            String nextStep,
            Counts counts,
            AcceptanceNumbers acceptable,
            QualityScore score,
            List<Remark> notes,
            List<Remark> couldNotBeTold,
            List<Remark> open) {
        private static Judgement of(Ruling ruling, ShownItems items) {
            return new Judgement(
                    ruling.verdict(),
                    ruling.verdict().word(),
                    ruling.rule().number(),
                    ruling.rule(),
                    ruling.reason(),
                    ruling.nextStep(),
                    ruling.counts(),
                    ruling.allowed(),
                    ruling.score(),
                    items.about(ruling.notes()),
                    items.about(ruling.untold()),
                    items.about(ruling.open()));
        }
    }

    /// How an item ended.
    ///
    /// @param check   the check kind; null for a person's or vendor's item
    /// @param outcome `Passed`, `Failed`, `CannotTell`, `NotApplicable` or `NotRun`
    /// @param cause   why it could not be told; null for other outcomes
    /// @param dismissed what was found and does not count; nothing where the vendor reads it
    public record Answer(
            String item,
            String requirement,
            String clause,
            By by,
            @Nullable String check,
            int checkVersion,
            Kind.@Nullable Family family,
            Severity severity,
            Effect effect,
            Mode mode,
            boolean blocking,
            String outcome,
            Outcome.@Nullable Cause cause,
            String reason,
            List<Found> findings,
            List<Dismissed> dismissed) {
        private static Answer of(Line line, boolean toVendor) {
            ItemOutcome given = line.outcome();
            Item item = given.item();
            return new Answer(
                    item.id(),
                    item.requirement(),
                    item.clause(),
                    item.by(),
                    item.check(),
                    given.kindVersion(),
                    line.family(),
                    item.severity(),
                    item.effect(),
                    item.mode(),
                    item.blocking(),
                    given.outcome().getClass().getSimpleName(),
                    given.outcome() instanceof Outcome.CannotTell untold ? untold.cause() : null,
                    given.outcome().reason(),
                    FindingsView.findings(line).stream()
                            .map(finding -> Found.of(item, finding))
                            .toList(),
                    toVendor
                            ? List.of()
                            : given.suppressed().stream()
                                    .map(each -> Dismissed.of(item, each))
                                    .toList());
        }
    }

    /// A finding that does not count, because a person said so.
    ///
    /// @param note may be empty
    public record Dismissed(
            Found finding, Dismissal.Scope scope, Dismissal.Reason reason, String note, String actor, Instant at) {
        private static Dismissed of(Item item, Suppressed suppressed) {
            Dismissal dismissal = suppressed.dismissal();
            return new Dismissed(
                    Found.of(item, suppressed.finding()),
                    dismissal.scope(),
                    dismissal.reason(),
                    dismissal.note(),
                    dismissal.actor(),
                    dismissal.at());
        }
    }

    /// One finding.
    ///
    /// @param where the place in words
    /// @param span  offsets in the part's text, UTF-16; null where it is about something absent
    /// @param quote null where it is about something absent
    public record Found(
            String fingerprint,
            String message,
            String remedy,
            String part,
            String where,
            Place place,
            @Nullable Span span,
            Finding.@Nullable Quote quote,
            Attribution attribution) {
        private static Found of(Item item, Finding finding) {
            return new Found(
                    finding.fingerprint(),
                    finding.message(),
                    item.remedy().isEmpty() ? finding.remedy() : item.remedy(),
                    finding.part(),
                    finding.place().describe(),
                    finding.place(),
                    finding.span(),
                    finding.quote(),
                    finding.attribution());
        }
    }
}
