package dev.assay.config;

import dev.assay.work.BusinessCalendar;
import dev.assay.work.Client;
import dev.assay.work.CountedTime;
import dev.assay.work.Deliverable;
import dev.assay.work.Id;
import dev.assay.work.Policy;
import dev.assay.work.Reference;
import dev.assay.work.Tier;
import dev.assay.work.WorkOrder;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads work orders and holds them against the clients, vendors and checklists that exist, and against each
/// other.
final class WorkOrderReader {
    private static final String DEFAULT_CALENDAR = "weekdays";

    private final List<String> clientIds;
    private final List<String> orderIds;
    private final Map<String, Client> clients;
    private final Calendars calendars;
    private final Problems problems;
    private final DeliverableReader deliverables;
    private final ReferenceReader references;
    private final Map<String, Position> predecessors = new HashMap<>();

    /// Reads against what is there.
    ///
    /// @param clientIds of all clients, also of those whose file has mistakes
    /// @param vendorIds of all vendors, also of those whose file has mistakes
    /// @param orderIds  of all work orders, also of those whose file has mistakes
    /// @param clients   those that could be read
    /// @param calendars those that need no file, and those of the installation
    WorkOrderReader(
            Path home,
            List<String> clientIds,
            List<String> vendorIds,
            List<String> orderIds,
            Map<String, Client> clients,
            Calendars calendars,
            Problems problems) {
        this.clientIds = List.copyOf(clientIds);
        this.orderIds = List.copyOf(orderIds);
        this.clients = clients;
        this.calendars = calendars;
        this.problems = problems;
        this.deliverables = new DeliverableReader(home, vendorIds, problems);
        this.references = new ReferenceReader(home, problems);
    }

    /// The checklists that the work orders read so far name.
    Set<Catalogue.NamedChecklist> checklists() {
        return deliverables.checklists();
    }

    /// What deliverables of the work orders read so far change of their checklists.
    Map<Catalogue.Expected, OwnItems> own() {
        return deliverables.own();
    }

    Optional<WorkOrder> read(String id, Fields fields, TextFile text) {
        Optional<String> client = fields.requiredText("client").filter(each -> isClient(fields, each));
        Optional<String> practice = fields.requiredText("practice").filter(each -> isId(fields, "practice", each));
        Tier tier = fields.choice("tier", Tier.class).orElse(Tier.CONFIDENTIAL);
        fields.requiredValue("language");
        Optional<String> language = Languages.language(fields, problems);
        Optional<ZoneId> zone = fields.requiredText("zone").flatMap(each -> zone(fields, each));
        String calendar = fields.text("calendar").orElse(DEFAULT_CALENDAR);
        BusinessCalendar businessDays = businessDays(fields, calendar);
        CountedTime counts =
                fields.choice("counts", CountedTime.class).orElse(CountedTime.FIRST_SIGHTING_AT_FINAL_SIZE);
        Policy policy = policy(client, fields, text);
        Optional<String> predecessor = fields.text("predecessor").filter(each -> isOther(id, fields, each));
        predecessor.ifPresent(each -> predecessors.put(id, fields.at("predecessor")));
        List<Deliverable> expected = deliverables.read(id, client, fields, zone);
        List<Reference> given =
                references.read(fields, expected.stream().map(Deliverable::id).collect(Collectors.toSet()));
        fields.done("a work order");
        if (client.isEmpty() || practice.isEmpty() || language.isEmpty() || zone.isEmpty() || expected.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WorkOrder(
                id,
                version(text, given),
                client.get(),
                practice.get(),
                tier,
                language.get(),
                zone.get(),
                calendar,
                businessDays,
                counts,
                policy,
                predecessor,
                expected,
                given));
    }

    /// Of the text and of what lies in the references.
    private static String version(TextFile text, List<Reference> references) {
        return references.isEmpty()
                ? text.hash()
                : TextFile.hash(
                        references.stream().map(Reference::sha256).collect(Collectors.joining("\n", text.hash(), "")));
    }

    /// The client's policy with what the work order sets instead; its version names both texts.
    private Policy policy(Optional<String> client, Fields fields, TextFile text) {
        Policy base = client.map(clients::get).map(Client::policy).orElse(Policy.standard());
        return PolicyReader.read(fields, base, TextFile.hash(base.version() + "\n" + text.hash()), problems);
    }

    private boolean isOther(String id, Fields fields, String predecessor) {
        boolean known = orderIds.contains(predecessor) && !predecessor.equals(id);
        if (!known) {
            List<String> others =
                    orderIds.stream().filter(each -> !each.equals(id)).toList();
            problems.add(
                    fields.at("predecessor"),
                    predecessor.equals(id)
                            ? "a work order does not precede itself. Name the one before it"
                            : "unknown work order '" + predecessor + "': there is no work-orders/" + predecessor
                                    + ".yaml." + Problems.suggestion(predecessor, others));
        }
        return known;
    }

    /// Tells of predecessors that are another client's. To be called when all orders are read.
    void requirePredecessors(Map<String, Catalogue.OrderText> orders) {
        predecessors.forEach((id, at) -> Optional.ofNullable(orders.get(id))
                .map(Catalogue.OrderText::order)
                .flatMap(order -> order.predecessor()
                        .map(orders::get)
                        .filter(before -> !before.order().client().equals(order.client())))
                .ifPresent(before -> problems.add(
                        at,
                        "the predecessor is a work order of the same client. Found: '"
                                + before.order().id() + "' of client '"
                                + before.order().client() + "'")));
    }

    private boolean isClient(Fields fields, String client) {
        boolean known = clientIds.contains(client);
        if (!known) {
            problems.add(
                    fields.at("client"),
                    "unknown client '" + client + "': there is no clients/" + client + "/client.yaml."
                            + Problems.suggestion(client, clientIds));
        }
        return known;
    }

    /// That of the name, or where there is none, any.
    private BusinessCalendar businessDays(Fields fields, String calendar) {
        List<String> known = calendars.names();
        if (!known.contains(calendar)) {
            problems.add(
                    fields.at("calendar"),
                    "unknown calendar '" + calendar + "': there is no calendars/" + calendar + ".yaml. Known: "
                            + String.join(", ", known) + "." + Problems.suggestion(calendar, known));
        }
        return calendars.find(calendar).orElse(BusinessCalendar.weekdays());
    }

    private boolean isId(Fields fields, String key, String id) {
        boolean valid = Id.isValid(id);
        if (!valid) {
            problems.add(
                    fields.at(key),
                    key + " is 1 to 64 lower-case letters, digits and inner hyphens. Found: '" + id + "'");
        }
        return valid;
    }

    private Optional<ZoneId> zone(Fields fields, String zone) {
        try {
            return Optional.of(ZoneId.of(zone));
        } catch (DateTimeException e) {
            problems.add(
                    fields.at("zone"),
                    "unknown time zone '" + zone + "'. Write one such as Europe/London."
                            + Problems.suggestion(zone, ZoneId.getAvailableZoneIds()));
            return Optional.empty();
        }
    }
}
