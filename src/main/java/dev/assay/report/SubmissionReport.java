package dev.assay.report;

import dev.assay.check.ItemOutcome;
import dev.assay.check.Kind;
import dev.assay.document.Fact;
import dev.assay.verdict.Ruling;
import dev.assay.verdict.Verdict;
import dev.assay.work.CountedTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The facts of a submission's report.
///
/// @param submission   the submission's id
/// @param order        what was ordered
/// @param receipt      when it came
/// @param parts        what came
/// @param ruling       what becomes of it
/// @param items        how each item of the checklist ended, in the checklist's order
/// @param priorWork    what stands in other work too; shown, never deciding
/// @param declarations the vendor's answers, by item id
/// @param versions     what it was judged by
public record SubmissionReport(
        String submission,
        Order order,
        Receipt receipt,
        List<Part> parts,
        Ruling ruling,
        List<Line> items,
        SharedWork priorWork,
        Map<String, String> declarations,
        Versions versions) {
    public SubmissionReport {
        parts = List.copyOf(parts);
        items = List.copyOf(items);
        // A rework report reaches the vendor, who is not to learn that another client's work was recognised.
        priorWork = ruling.verdict() instanceof Verdict.Rework ? priorWork.toVendor() : priorWork;
        declarations = Map.copyOf(declarations);
    }

    /// Whether the vendor reads it.
    boolean goesToVendor() {
        return ruling.verdict() instanceof Verdict.Rework;
    }

    /// What was ordered, and by whom from whom.
    ///
    /// @param client      the client's name
    /// @param vendor      the vendor's name
    /// @param workOrder   the work order's id
    /// @param deliverable the deliverable's id
    /// @param title       the deliverable's title
    /// @param role        such as `report`
    /// @param language    BCP 47 tag of the deliverable
    /// @param round       counted from 1
    /// @param revision    counted from 1 within the round
    public record Order(
            String client,
            String vendor,
            String workOrder,
            String deliverable,
            String title,
            String role,
            String language,
            int round,
            int revision) {}

    /// When it came and when it was due.
    ///
    /// @param received the time that counts for lateness
    /// @param due      when the round is due; null where nothing was agreed
    /// @param decided  when the verdict was reached
    /// @param zone     the work order's zone
    /// @param counts   which time of the arrival `received` is
    /// @param paused   the working time for which the vendor's clock stood; it is in `due`
    public record Receipt(
            Instant received,
            @Nullable Instant due,
            Instant decided,
            ZoneId zone,
            CountedTime counts,
            Duration paused) {
        /// What came without a pause and counts from its first sighting at final size.
        public Receipt(Instant received, @Nullable Instant due, Instant decided, ZoneId zone) {
            this(received, due, decided, zone, CountedTime.FIRST_SIGHTING_AT_FINAL_SIZE, Duration.ZERO);
        }
    }

    /// A delivered file.
    ///
    /// @param name       as delivered
    /// @param role       its role in the deliverable; empty where it has none
    /// @param basis      what says so, such as `manifest`; see `PartRole.Basis`
    /// @param confidence how sure that is: `certain`, `likely` or `assumed`
    /// @param size       bytes
    /// @param words      null where it could not be read
    /// @param count      pages, slides or sheets; null where the format has none
    /// @param unreadable why it could not be read; empty where it could
    /// @param gaps       what was not read of it, one sentence each
    public record Part(
            String name,
            String role,
            String basis,
            String confidence,
            long size,
            String sha256,
            String mediaType,
            @Nullable Integer words,
            Fact.@Nullable Count count,
            String unreadable,
            List<String> gaps) {
        public Part {
            gaps = List.copyOf(gaps);
        }
    }

    /// How an item ended.
    ///
    /// @param family the check kind's; null for a person's or vendor's item
    public record Line(ItemOutcome outcome, Kind.@Nullable Family family) {}

    /// What a submission was judged by.
    ///
    /// @param assay            the program's version
    /// @param checklist        name
    /// @param checklistTitle   as the client calls it
    /// @param checklistVersion hash
    /// @param workOrder        hash of the work order's version
    /// @param policy           hash of the policy's version
    /// @param readers          names and versions of the readers
    /// @param indexSequence    what the prior-work index had seen; null where it was not asked
    /// @param contentRoot      hash over the parts' roles and bytes
    public record Versions(
            String assay,
            String checklist,
            String checklistTitle,
            String checklistVersion,
            String workOrder,
            String policy,
            List<String> readers,
            @Nullable Long indexSequence,
            String contentRoot) {
        public Versions {
            readers = List.copyOf(readers);
        }
    }
}
