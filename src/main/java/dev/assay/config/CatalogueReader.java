package dev.assay.config;

import dev.assay.work.Client;
import dev.assay.work.Id;
import dev.assay.work.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads the folders of an installation into a [Catalogue] and tells of every mistake in them.
final class CatalogueReader {
    private static final String ENDING = ".yaml";

    private final Path home;
    private final Problems problems;
    private final SortedMap<String, Client> clients = new TreeMap<>();
    private final SortedMap<String, Vendor> vendors = new TreeMap<>();
    private final SortedMap<String, Catalogue.OrderText> orders = new TreeMap<>();

    private final VendorReader vendorReader;

    CatalogueReader(Path home, SecretReader secrets, Problems problems) {
        this.home = home;
        this.vendorReader = new VendorReader(secrets, problems);
        this.problems = problems;
    }

    Catalogue read() {
        if (!Files.isDirectory(home)) {
            problems.add(Position.whole(home.toString()), "no such folder. Name the installation's home");
        }
        List<Path> clientFolders = clientFolders();
        List<Path> vendorFiles = files("vendors");
        clientFolders.forEach(this::readClient);
        vendorFiles.forEach(this::readVendor);
        List<Path> calendarFiles = files("calendars");
        Calendars calendars = new Calendars(ids(calendarFiles));
        calendarFiles.forEach(file -> readCalendar(calendars, file));
        List<Path> orderFiles = files("work-orders");
        WorkOrderReader reader = new WorkOrderReader(
                home, ids(clientFolders), ids(vendorFiles), ids(orderFiles), clients, calendars, problems);
        orderFiles.forEach(file -> readOrder(reader, file));
        reader.requirePredecessors(orders);
        return new Catalogue(home, clients, vendors, orders, reader.checklists(), reader.own(), Map.of());
    }

    private void readClient(Path folder) {
        Path file = folder.resolve("client" + ENDING);
        if (!Files.exists(file)) {
            problems.add(
                    Position.whole(TextFile.name(home, folder)),
                    "the folder of a client holds a client.yaml. Found none. Write one, or move the folder elsewhere");
            return;
        }
        read(file, "a client")
                .flatMap(each -> ClientReader.client(id(folder), each.fields(), each.text(), problems))
                .ifPresent(client -> clients.put(client.id(), client));
    }

    private void readVendor(Path file) {
        read(file, "a vendor")
                .flatMap(each -> vendorReader.read(id(file), each.fields()))
                .ifPresent(vendor -> vendors.put(vendor.id(), vendor));
    }

    private void readCalendar(Calendars calendars, Path file) {
        read(file, "a calendar")
                .flatMap(each -> new CalendarReader(problems).read(id(file), each.fields(), each.text()))
                .ifPresent(calendars::add);
    }

    private void readOrder(WorkOrderReader reader, Path file) {
        read(file, "a work order")
                .flatMap(each -> reader.read(id(file), each.fields(), each.text())
                        .map(order -> new Catalogue.OrderText(order, each.text().text())))
                .ifPresent(order -> orders.put(order.order().id(), order));
    }

    private record Read(TextFile text, Fields fields) {}

    private Optional<Read> read(Path file, String subject) {
        return TextFile.read(home, file, problems)
                .flatMap(text -> LocatedReader.read(text.name(), text.text(), problems)
                        .flatMap(value -> Fields.of(value, subject, problems))
                        .map(fields -> new Read(text, fields)));
    }

    private List<Path> clientFolders() {
        return list("clients")
                .filter(Files::isDirectory)
                .filter(folder -> hasId(folder, "client") && isNotReserved(folder))
                .toList();
    }

    private List<Path> files(String folder) {
        return list(folder)
                .filter(path -> !Files.isDirectory(path))
                .filter(file -> isYaml(file) && hasId(file, folder.substring(0, folder.length() - 1)))
                .toList();
    }

    private boolean isYaml(Path file) {
        String name = fileName(file);
        if (name.endsWith(".yml")) {
            problems.add(Position.whole(TextFile.name(home, file)), "not read: rename it to end in .yaml");
        }
        return name.endsWith(ENDING);
    }

    private boolean hasId(Path path, String subject) {
        boolean valid = Id.isValid(id(path));
        if (!valid) {
            problems.add(
                    Position.whole(TextFile.name(home, path)),
                    "the name is the " + subject + "'s id: 1 to 64 lower-case letters, digits and inner hyphens."
                            + " Found: '" + id(path) + "'. Rename it");
        }
        return valid;
    }

    private boolean isNotReserved(Path folder) {
        boolean reserved = id(folder).equals(Client.EXTERNAL);
        if (reserved) {
            problems.add(
                    Position.whole(TextFile.name(home, folder)),
                    "'" + Client.EXTERNAL + "' is the owner of texts from outside and cannot be a client. Rename it");
        }
        return !reserved;
    }

    /// What lies in a folder of the home, by name; hidden files are passed over.
    private Stream<Path> list(String folder) {
        Path path = home.resolve(folder);
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Stream.empty();
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(each -> !fileName(each).startsWith(".")).sorted().toList().stream();
        } catch (IOException e) {
            problems.add(
                    Position.whole(folder),
                    "cannot be listed: " + e.getClass().getSimpleName() + ". It must be a folder this user can read");
            return Stream.empty();
        }
    }

    private static List<String> ids(List<Path> paths) {
        return paths.stream().map(CatalogueReader::id).toList();
    }

    private static String id(Path path) {
        String name = fileName(path);
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }
}
