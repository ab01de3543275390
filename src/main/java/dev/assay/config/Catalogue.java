package dev.assay.config;

import dev.assay.work.Client;
import dev.assay.work.Vendor;
import dev.assay.work.WorkOrder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The clients, vendors and work orders of an installation, as its files say: `clients/<id>/client.yaml`,
/// `vendors/<id>.yaml`, `work-orders/<id>.yaml`, and the calendars that orders run on, `calendars/<name>.yaml`.
public final class Catalogue {
    private final Path home;
    private final SortedMap<String, Client> clients;
    private final SortedMap<String, Vendor> vendors;
    private final SortedMap<String, OrderText> orders;
    private final Set<NamedChecklist> checklists;
    private final Map<Expected, OwnItems> own;
    private final Map<Expected, HeldTo> held;

    Catalogue(
            Path home,
            SortedMap<String, Client> clients,
            SortedMap<String, Vendor> vendors,
            SortedMap<String, OrderText> orders,
            Set<NamedChecklist> checklists,
            Map<Expected, OwnItems> own,
            Map<Expected, HeldTo> held) {
        this.home = home;
        this.own = Map.copyOf(own);
        this.held = Map.copyOf(held);
        this.checklists = Set.copyOf(checklists);
        this.clients = Collections.unmodifiableSortedMap(new TreeMap<>(clients));
        this.vendors = Collections.unmodifiableSortedMap(new TreeMap<>(vendors));
        this.orders = Collections.unmodifiableSortedMap(new TreeMap<>(orders));
    }

    /// A work order and the text it was read from.
    record OrderText(WorkOrder order, String text) {}

    /// A checklist that a work order names, and that is there.
    ///
    /// @param client the client's id
    /// @param name   of its file, without extension
    public record NamedChecklist(String client, String name) {}

    /// A deliverable of a work order, by their ids.
    public record Expected(String workOrder, String deliverable) {}

    /// The effective checklist of a deliverable.
    ///
    /// @param version its hash
    /// @param text    the whole of it as JSON
    public record HeldTo(String version, String text) {}

    /// Reads and validates all files.
    ///
    /// @throws InvalidFiles with all mistakes, each by file, line and column
    public static Catalogue load(Path home, Map<String, String> environment) {
        Problems problems = new Problems();
        Catalogue catalogue = read(home, environment, Settings.read(home, environment, problems), problems);
        problems.throwIfAny();
        return catalogue;
    }

    /// Reads and validates all files, whose mistakes go to `problems`; what has one is left out. A folder that
    /// is absent holds nothing.
    ///
    /// @param environment the process' environment, which secrets may refer to
    /// @param settings    whose channels are switched off: secrets of those need not be there
    public static Catalogue read(Path home, Map<String, String> environment, Settings settings, Problems problems) {
        SecretReader secrets = settings.flag(Setting.SFTP_ENABLED)
                ? SecretReader.demanding(home, environment, problems)
                : SecretReader.unused(home, problems);
        return new CatalogueReader(home, secrets, problems).read();
    }

    /// All clients, by id.
    public Collection<Client> clients() {
        return clients.values();
    }

    public Optional<Client> client(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    /// All vendors, by id.
    public Collection<Vendor> vendors() {
        return vendors.values();
    }

    public Optional<Vendor> vendor(String id) {
        return Optional.ofNullable(vendors.get(id));
    }

    /// All work orders, by id.
    public Collection<WorkOrder> workOrders() {
        return orders.values().stream().map(OrderText::order).toList();
    }

    public Optional<WorkOrder> workOrder(String id) {
        return Optional.ofNullable(orders.get(id)).map(OrderText::order);
    }

    /// The text a work order was read from, line ends as line feeds; the order's version is its SHA-256.
    public String workOrderText(WorkOrder order) {
        OrderText text = orders.get(order.id());
        if (text == null) {
            throw new NoSuchElementException("No work order '" + order.id() + "' in this catalogue");
        }
        return text.text();
    }

    /// What a deliverable changes of its checklist.
    public Optional<OwnItems> ownItems(Expected deliverable) {
        return Optional.ofNullable(own.get(deliverable));
    }

    /// The same catalogue, whose deliverables are held to checklists.
    public Catalogue heldTo(Map<Expected, HeldTo> lists) {
        SortedMap<String, OrderText> pinned = new TreeMap<>();
        orders.forEach((id, text) -> pinned.put(
                id,
                new OrderText(
                        text.order()
                                .with(deliverable -> Optional.ofNullable(lists.get(new Expected(id, deliverable.id())))
                                        .map(list -> deliverable.heldTo(list.version()))
                                        .orElse(deliverable)),
                        text.text())));
        return new Catalogue(home, clients, vendors, pinned, checklists, own, lists);
    }

    /// The effective checklist that a deliverable is held to.
    public Optional<HeldTo> heldTo(Expected deliverable) {
        return Optional.ofNullable(held.get(deliverable));
    }

    /// The checklists that work orders name, also work orders that were left out for a mistake.
    public Set<NamedChecklist> checklists() {
        return checklists;
    }

    /// The file of a client's checklist; those that work orders name were there when the catalogue was loaded.
    public Path checklistFile(String client, String checklist) {
        return checklistFile(home, client, checklist);
    }

    static Path checklistFile(Path home, String client, String checklist) {
        return home.resolve("clients").resolve(client).resolve(checklist + ".yaml");
    }
}
