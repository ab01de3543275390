package dev.assay.work;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a client ordered: the deliverables it expects, from whom, by when, and the rules they are held to.
///
/// @param id           matches [Id]
/// @param version      hash of the text it was read from; a late change by the client is a new version
/// @param client       the client's id
/// @param practice     such as `market-research`
/// @param tier         how confidential it is
/// @param language     BCP 47 tag of the deliverables
/// @param zone         the zone its due times and business days are read in
/// @param calendar     name of the business calendar
/// @param businessDays that calendar, as it was when this was read
/// @param counts       which time of an arrival counts for lateness
/// @param policy       the policy in force for it
/// @param predecessor  the work order that this one continues, such as the wave before
/// @param deliverables what is expected, at least one
/// @param references   what the client gave for it
public record WorkOrder(
        String id,
        String version,
        String client,
        String practice,
        Tier tier,
        String language,
        ZoneId zone,
        String calendar,
        BusinessCalendar businessDays,
        CountedTime counts,
        Policy policy,
        Optional<String> predecessor,
        List<Deliverable> deliverables,
        List<Reference> references) {
    public WorkOrder {
        Id.require("work order", id);
        // Versions that were recorded before there were calendars of one's own and references have none.
        businessDays = Objects.requireNonNullElseGet(businessDays, () -> BusinessCalendar.named(calendar));
        counts = Objects.requireNonNullElse(counts, CountedTime.FIRST_SIGHTING_AT_FINAL_SIZE);
        deliverables = List.copyOf(deliverables);
        references = List.copyOf(Objects.requireNonNullElse(references, List.of()));
        if (deliverables.isEmpty()) {
            throw new IllegalArgumentException("Work order " + id + " expects no deliverable. Name at least one.");
        }
    }

    /// A work order without references on a calendar that needs no file, whose deliverables count from their first
    /// sighting at final size.
    ///
    /// @throws IllegalArgumentException if the calendar is none of [BusinessCalendar#names]
    public WorkOrder(
            String id,
            String version,
            String client,
            String practice,
            Tier tier,
            String language,
            ZoneId zone,
            String calendar,
            Policy policy,
            Optional<String> predecessor,
            List<Deliverable> deliverables) {
        this(
                id,
                version,
                client,
                practice,
                tier,
                language,
                zone,
                calendar,
                BusinessCalendar.named(calendar),
                CountedTime.FIRST_SIGHTING_AT_FINAL_SIZE,
                policy,
                predecessor,
                deliverables,
                List.of());
    }

    /// The same work order with its deliverables changed.
    public WorkOrder with(UnaryOperator<Deliverable> change) {
        return new WorkOrder(
                id,
                version,
                client,
                practice,
                tier,
                language,
                zone,
                calendar,
                businessDays,
                counts,
                policy,
                predecessor,
                deliverables.stream().map(change).toList(),
                references);
    }

    /// The expected deliverable of that id.
    public Optional<Deliverable> deliverable(String deliverable) {
        return deliverables.stream()
                .filter(each -> each.id().equals(deliverable))
                .findFirst();
    }
}
