package dev.assay.config;

import dev.assay.work.Deliverable;
import dev.assay.work.ExpectedPart;
import dev.assay.work.Id;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the deliverables of work orders, and tells when a file name of one vendor could name two of them.
final class DeliverableReader {
    private static final String DEFAULT_CHECKLIST = "checklist";

    private final Path home;
    private final List<String> vendorIds;
    private final Problems problems;
    private final ExpectedPartReader expected;
    private final List<Prefix> prefixes = new ArrayList<>();
    private final Set<Catalogue.NamedChecklist> checklists = new HashSet<>();
    private final Map<Catalogue.Expected, OwnItems> own = new HashMap<>();

    DeliverableReader(Path home, List<String> vendorIds, Problems problems) {
        this.home = home;
        this.vendorIds = List.copyOf(vendorIds);
        this.problems = problems;
        this.expected = new ExpectedPartReader(problems);
    }

    /// A prefix as one vendor's files may carry it.
    ///
    /// @param folded as compared: in composed form and lower case
    private record Prefix(String order, String deliverable, String vendor, String folded, Position at) {
        boolean isAmbiguousWith(Prefix other) {
            return vendor.equals(other.vendor)
                    && !(order.equals(other.order) && deliverable.equals(other.deliverable))
                    && (folded.startsWith(other.folded) || other.folded.startsWith(folded));
        }
    }

    /// The checklists that are named and are there.
    Set<Catalogue.NamedChecklist> checklists() {
        return checklists;
    }

    /// What deliverables change of their checklists.
    Map<Catalogue.Expected, OwnItems> own() {
        return own;
    }

    /// The deliverables under the key `deliverables`.
    ///
    /// @param client the work order's, empty where it could not be read
    /// @param zone   of due times written without one; empty where it could not be read
    List<Deliverable> read(String order, Optional<String> client, Fields outer, Optional<ZoneId> zone) {
        List<Deliverable> deliverables = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Located value : outer.list("deliverables")) {
            Fields.of(value, "a deliverable", problems)
                    .flatMap(fields -> deliverable(order, client, fields, zone, ids))
                    .ifPresent(deliverables::add);
        }
        if (outer.list("deliverables").isEmpty()) {
            problems.add(outer.at("deliverables"), "a work order expects at least one deliverable. Found: none");
        }
        return deliverables;
    }

    private Optional<Deliverable> deliverable(
            String order, Optional<String> client, Fields fields, Optional<ZoneId> zone, Set<String> ids) {
        Optional<String> id = fields.requiredText("id").filter(each -> isNewId(fields, each, ids));
        Optional<String> role = fields.requiredText("role");
        String title = fields.text("title").or(() -> id).orElse("");
        List<String> vendors = vendors(fields);
        List<String> names =
                id.map(each -> prefixes(order, each, vendors, fields)).orElse(List.of());
        Optional<Instant> due =
                fields.requiredText("due").flatMap(written -> zone.flatMap(each -> due(fields, written, each)));
        String checklist = fields.text("checklist").orElse(DEFAULT_CHECKLIST);
        client.ifPresent(each -> requireChecklist(fields, each, checklist));
        List<ExpectedPart> parts = expected.parts(fields);
        Duration window = expected.window(fields).orElse(Deliverable.STANDARD_WINDOW);
        fields.has("prefixes");
        Optional<Located> items = fields.value("items");
        Optional<Located> drop = fields.value("drop");
        if (id.isPresent() && (items.isPresent() || drop.isPresent())) {
            own.put(
                    new Catalogue.Expected(order, id.get()),
                    new OwnItems(fields.at().file(), items, drop));
        }
        fields.done("a deliverable");
        if (id.isEmpty() || role.isEmpty() || due.isEmpty() || vendors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Deliverable(id.get(), title, role.get(), checklist, vendors, names, due.get(), parts, window));
    }

    private void requireChecklist(Fields fields, String client, String checklist) {
        if (!Id.isValid(checklist)) {
            problems.add(
                    fields.at("checklist"),
                    "checklist is 1 to 64 lower-case letters, digits and inner hyphens. Found: '" + checklist + "'");
            return;
        }
        Path file = Catalogue.checklistFile(home, client, checklist);
        if (checklist.equals("client") || !Files.isRegularFile(file)) {
            problems.add(
                    fields.at("checklist"),
                    "unknown checklist '" + checklist + "': there is no " + TextFile.name(home, file)
                            + " with a checklist. Write it, or name another");
            return;
        }
        checklists.add(new Catalogue.NamedChecklist(client, checklist));
    }

    private boolean isNewId(Fields fields, String id, Set<String> ids) {
        if (!Id.isValid(id)) {
            problems.add(
                    fields.at("id"),
                    "the id of a deliverable is 1 to 64 lower-case letters, digits and inner hyphens. Found: '" + id
                            + "'");
            return false;
        }
        if (!ids.add(id)) {
            problems.add(fields.at("id"), "deliverable '" + id + "' is given twice. Give each its own id");
            return false;
        }
        return true;
    }

    private List<String> vendors(Fields fields) {
        List<String> known = new ArrayList<>();
        if (fields.requiredValue("vendors").isEmpty()) {
            return known;
        }
        List<Located> values = fields.list("vendors");
        if (values.isEmpty()) {
            problems.add(fields.at("vendors"), "a deliverable has at least one vendor. Found: none");
        }
        for (Located value : values) {
            String vendor = value instanceof Located.Scalar scalar ? scalar.text() : "";
            if (vendorIds.contains(vendor)) {
                known.add(vendor);
            } else {
                problems.add(
                        value.at(),
                        "unknown vendor '" + vendor + "': there is no vendors/" + vendor + ".yaml."
                                + Problems.suggestion(vendor, vendorIds));
            }
        }
        return known;
    }

    private List<String> prefixes(String order, String deliverable, List<String> vendors, Fields fields) {
        List<String> names = new ArrayList<>();
        for (Located value : fields.list("prefixes")) {
            String name = value instanceof Located.Scalar scalar ? scalar.text() : "";
            if (name.isBlank() || name.contains("/") || name.contains("\\")) {
                problems.add(value.at(), "a prefix is how a file name starts, without folders. Found: '" + name + "'");
                continue;
            }
            names.add(name);
            for (String vendor : vendors) {
                add(new Prefix(order, deliverable, vendor, folded(name), value.at()), name);
            }
        }
        return names;
    }

    private void add(Prefix prefix, String name) {
        prefixes.stream().filter(prefix::isAmbiguousWith).findFirst().ifPresent(other -> {
            problems.add(
                    prefix.at(),
                    "prefix '" + name + "' is ambiguous for vendor '" + prefix.vendor() + "': a file name could also be"
                            + " of deliverable '" + other.deliverable() + "' of work order '" + other.order() + "' ("
                            + other.at() + "). Make both longer until neither starts with the other");
        });
        prefixes.add(prefix);
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private Optional<Instant> due(Fields fields, String written, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException e) {
            // Without an offset it is read in the work order's zone.
            return localDue(fields, written, zone);
        }
    }

    private Optional<Instant> localDue(Fields fields, String written, ZoneId zone) {
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(written);
        } catch (DateTimeException e) {
            problems.add(
                    fields.at("due"),
                    "due is a date and time such as 2026-11-30T17:00, in the work order's zone unless it ends in an"
                            + " offset such as +01:00. Found: '" + written + "'");
            return Optional.empty();
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() == 1) {
            return Optional.of(local.toInstant(offsets.getFirst()));
        }
        problems.add(
                fields.at("due"),
                "due " + written + (offsets.isEmpty() ? " does not exist" : " occurs twice") + " in " + zone
                        + ", where clocks change. Write the offset, such as " + written + "Z");
        return Optional.empty();
    }
}
