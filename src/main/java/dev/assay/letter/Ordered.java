package dev.assay.letter;

import dev.assay.check.ItemOutcome;
import dev.assay.config.Catalogue;
import dev.assay.config.Json;
import dev.assay.extract.ReadSummary;
import dev.assay.ledger.Story;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.ledger.Timing;
import dev.assay.verdict.Ruling;
import dev.assay.work.Deliverable;
import dev.assay.work.ShownName;
import dev.assay.work.Tier;
import dev.assay.work.Vendor;
import dev.assay.work.VendorAnswer;
import dev.assay.work.WorkOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a letter about a submission rests on: the ledger's facts, and the words it is written in.
///
/// @param order   in the version that its round is held to
/// @param answers the vendor's, to findings of the round before
record Ordered(
        Wording wording,
        Story story,
        WorkOrder order,
        Deliverable deliverable,
        String vendorName,
        List<VendorAnswer> answers) {

    static Ordered of(Story story, List<VendorAnswer> answers, Catalogue catalogue, Wordings wordings) {
        SubmissionRecord record = story.submission();
        WorkOrder order = read(record.definition(), WorkOrder.class);
        Optional<Vendor> vendor = catalogue.vendor(record.vendor());
        return new Ordered(
                wordings.of(vendor.map(Vendor::language).orElse(""), record.client()),
                story,
                order,
                order.deliverable(record.deliverable()).orElseThrow(),
                vendor.map(Vendor::name).orElse(record.vendor()),
                answers);
    }

    SubmissionRecord submission() {
        return story.submission();
    }

    Tier tier() {
        return order.tier();
    }

    ZoneId zone() {
        return order.zone();
    }

    int rounds() {
        return order.policy().roundLimit();
    }

    String title() {
        return ShownName.of(deliverable.title());
    }

    /// When the submission's own round is due.
    Instant due() {
        return timing().due();
    }

    Timing timing() {
        return story.timing(order);
    }

    /// When what is asked for at a moment is due.
    Instant dueAgain(Instant asked) {
        return order.policy().reworkWithin().due(asked, deliverable.due(), zone(), order.businessDays());
    }

    Ruling ruling() {
        return read(story.inspection().orElseThrow().ruling(), Ruling.class);
    }

    List<ItemOutcome> outcomes() {
        return story.inspection().orElseThrow().outcomes().stream()
                .map(text -> read(text, ItemOutcome.class))
                .toList();
    }

    static Optional<ReadSummary> reading(SubmissionRecord.PartRecord part) {
        return part.reading().isEmpty() ? Optional.empty() : Optional.of(read(part.reading(), ReadSummary.class));
    }

    /// The words of a letter that speaks of a due time.
    Wording naming(Instant time) {
        return wording.naming(values(time));
    }

    /// What every text may name.
    ///
    /// @param due the due time it speaks of
    Map<String, String> values(Instant due) {
        Map<String, String> values = new HashMap<>();
        values.put("vendor", ShownName.of(vendorName));
        values.put("client", ShownName.of(story.clientName()));
        values.put("work-order", order.id());
        values.put("deliverable", deliverable.id());
        values.put("title", title());
        values.put("round", Integer.toString(submission().round()));
        values.put("rounds", Integer.toString(rounds()));
        values.put("due", wording.moment(due, zone()));
        return values;
    }

    /// What a folder or file about it is called.
    String slug() {
        return order.id() + "-" + deliverable.id() + "-round-" + submission().round();
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
