package dev.assay.report;

import dev.assay.check.Checks;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Kind;
import dev.assay.config.Catalogue;
import dev.assay.config.Fields;
import dev.assay.config.Json;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.extract.ReadSummary;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Outbox;
import dev.assay.ledger.Story;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.ledger.Timing;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import dev.assay.vault.Vault;
import dev.assay.verdict.Ruling;
import dev.assay.work.Deliverable;
import dev.assay.work.Vendor;
import dev.assay.work.VendorAnswer;
import dev.assay.work.WorkOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a reader finds in a submission's folder: the originals untouched, and the report for people and for
/// programs. All of it is derived from the ledger and the vault.
public final class QueueFolder {
    private static final String ORIGINALS = "original";

    private final Ledger ledger;
    private final Vault vault;
    private final Supplier<Catalogue> catalogue;
    private final String version;
    /// What an index says of a submission stays as it is until its next verdict, and a queue may hold thousands.
    private final Map<Outbox.Queued, IndexRow> known = new ConcurrentHashMap<>();

    /// @param version of this program, printed in reports
    public QueueFolder(Ledger ledger, Vault vault, Supplier<Catalogue> catalogue, String version) {
        this.ledger = ledger;
        this.vault = vault;
        this.catalogue = catalogue;
        this.version = version;
    }

    /// Writes a decided submission's files into an empty folder.
    public void write(String submission, Path folder) throws IOException {
        Story story = ledger.stories().tell(submission).orElseThrow();
        SubmissionReport report = report(story);
        Files.writeString(folder.resolve("report.html"), ReportHtml.render(report));
        Files.writeString(folder.resolve("report.json"), ReportJson.text(report));
        Path originals = Files.createDirectory(folder.resolve(ORIGINALS));
        Set<String> taken = new HashSet<>();
        for (SubmissionRecord.PartRecord part : story.submission().parts()) {
            String name = SafeName.of(part.name(), taken);
            vault.fetch(story.submission().client(), part.sha256(), originals.resolve(name));
            share(originals.resolve(name), folder);
        }
    }

    /// Writes the index of a queue anew, so that whoever follows it sees the old or the new one whole.
    public void index(String queue, Path file) throws IOException {
        List<IndexRow> rows = ledger.outbox().queued(queue).stream()
                .map(queued -> known.computeIfAbsent(
                        queued, each -> row(each.submission(), each.submission() + "/report.html")))
                .toList();
        vault.disk().replace(file, QueueIndex.tsv(rows).getBytes(StandardCharsets.UTF_8));
        share(file, file.resolveSibling("."));
    }

    /// Whoever may look into the folder may read the file: what a queue holds belongs to its readers.
    private static void share(Path file, Path folder) throws IOException {
        Set<PosixFilePermission> shared = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        Set<PosixFilePermission> looking = Files.getPosixFilePermissions(folder);
        if (looking.contains(PosixFilePermission.GROUP_EXECUTE)) {
            shared.add(PosixFilePermission.GROUP_READ);
        }
        if (looking.contains(PosixFilePermission.OTHERS_EXECUTE)) {
            shared.add(PosixFilePermission.OTHERS_READ);
        }
        Files.setPosixFilePermissions(file, shared);
    }

    /// The line of a decided submission in an index.
    ///
    /// @param address of its report, relative to the index
    public IndexRow row(String submission, String address) {
        Story story = ledger.stories().tell(submission).orElseThrow();
        SubmissionRecord record = story.submission();
        Story.InspectionRecord inspection = story.inspection().orElseThrow();
        Ruling ruling = ruling(inspection);
        return new IndexRow(
                record.id(),
                story.clientName(),
                vendorName(record.vendor()),
                record.workOrder(),
                record.deliverable(),
                record.round(),
                record.revision(),
                ruling.verdict(),
                ruling.rule().number(),
                ruling.reason(),
                inspection.inspected(),
                address);
    }

    private SubmissionReport report(Story story) {
        SubmissionRecord record = story.submission();
        Story.InspectionRecord inspection = story.inspection().orElseThrow();
        WorkOrder order = Json.read(record.definition().getBytes(StandardCharsets.UTF_8), WorkOrder.class);
        Timing timing = story.timing(order);
        Deliverable deliverable = order.deliverable(record.deliverable()).orElseThrow();
        return new SubmissionReport(
                record.id(),
                new SubmissionReport.Order(
                        story.clientName(),
                        vendorName(record.vendor()),
                        record.workOrder(),
                        record.deliverable(),
                        deliverable.title(),
                        deliverable.role(),
                        order.language(),
                        record.round(),
                        record.revision()),
                new SubmissionReport.Receipt(
                        timing.counted(),
                        timing.due(),
                        inspection.inspected(),
                        order.zone(),
                        timing.counts(),
                        timing.paused()),
                record.parts().stream().map(QueueFolder::part).toList(),
                ruling(inspection),
                lines(inspection),
                priorWork(record),
                declared(record),
                new SubmissionReport.Versions(
                        version,
                        inspection.checklist(),
                        inspection.checklist(),
                        inspection.checklistVersion(),
                        inspection.workOrderVersion(),
                        inspection.policyVersion(),
                        List.of(inspection.extractor().split(", ", -1)),
                        inspection.indexSequence(),
                        record.contentRoot()));
    }

    /// Declarations, and answers to findings of the round before.
    private Map<String, String> declared(SubmissionRecord record) {
        Map<String, String> declared = new HashMap<>(record.declarations());
        for (VendorAnswer answer : ledger.answers().of(record.id())) {
            declared.put("finding " + answer.finding(), (Fields.word(answer.kind()) + ". " + answer.text()).strip());
        }
        return declared;
    }

    private SharedWork priorWork(SubmissionRecord record) {
        Matches matches = Matches.of(record.priorWork());
        return new SharedWork(
                matches,
                matches.matches().stream()
                        .flatMap(match -> Stream.ofNullable(match.other()))
                        .map(Match.Other::work)
                        .distinct()
                        .filter(work -> deliveredBy(work, record.vendor()))
                        .collect(Collectors.toSet()));
    }

    private boolean deliveredBy(String work, String vendor) {
        return ledger.submissions()
                        .find(work)
                        .filter(other -> other.vendor().equals(vendor))
                        .isPresent()
                || ledger.importedWorks()
                        .find(work)
                        .filter(other -> other.vendor().equals(vendor))
                        .isPresent();
    }

    private static List<SubmissionReport.Line> lines(Story.InspectionRecord inspection) {
        return inspection.outcomes().stream()
                .map(text -> Json.read(text.getBytes(StandardCharsets.UTF_8), ItemOutcome.class))
                .map(outcome ->
                        new SubmissionReport.Line(outcome, family(outcome.item().check())))
                .toList();
    }

    private static Kind.@Nullable Family family(@Nullable String kind) {
        return kind == null
                ? null
                : Checks.find(kind).map(check -> check.kind().family()).orElse(null);
    }

    private static SubmissionReport.Part part(SubmissionRecord.PartRecord part) {
        ReadSummary summary = Json.read(part.reading().getBytes(StandardCharsets.UTF_8), ReadSummary.class);
        return new SubmissionReport.Part(
                part.name(),
                part.role(),
                Fields.word(part.basis()),
                Fields.word(part.basis().confidence()),
                part.size(),
                part.sha256(),
                summary.mediaType(),
                summary.unreadable() == null ? summary.words() : null,
                count(summary),
                summary.unreadable() == null ? "" : summary.unreadable().detail(),
                summary.gaps().stream().map(Gap::describe).toList());
    }

    private static Fact.@Nullable Count count(ReadSummary summary) {
        if (summary.pages() > 0) {
            return new Fact.Count(Fact.Count.Unit.PAGES, summary.pages());
        }
        return summary.slides() > 0 ? new Fact.Count(Fact.Count.Unit.SLIDES, summary.slides()) : null;
    }

    private static Ruling ruling(Story.InspectionRecord inspection) {
        return Json.read(inspection.ruling().getBytes(StandardCharsets.UTF_8), Ruling.class);
    }

    private String vendorName(String vendor) {
        return catalogue.get().vendor(vendor).map(Vendor::name).orElse(vendor);
    }
}
