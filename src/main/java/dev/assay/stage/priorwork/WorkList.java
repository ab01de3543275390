package dev.assay.stage.priorwork;

import dev.assay.config.Catalogue;
import dev.assay.config.Csv;
import dev.assay.config.Fields;
import dev.assay.config.Position;
import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import dev.assay.ledger.ImportedWork;
import dev.assay.priorwork.Standing;
import dev.assay.work.Client;
import dev.assay.work.Id;
import dev.assay.work.PriorWorkUse;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The works that a list names: comma-separated values whose first line names its columns. What a line leaves
/// empty is as the command says.
public final class WorkList {
    /// The columns that a list may have.
    public static final List<String> COLUMNS =
            List.of("file", "client", "vendor", "work-order", "title", "kind", "date", "status");

    private static final int LARGEST = 64 << 20;

    private final Catalogue catalogue;
    private final Defaults defaults;
    private final Problems problems;
    private final Map<String, Integer> columns = new HashMap<>();

    private WorkList(Catalogue catalogue, Defaults defaults, Problems problems) {
        this.catalogue = catalogue;
        this.defaults = defaults;
        this.problems = problems;
    }

    /// What holds for all works that say nothing else.
    ///
    /// @param client    empty where none
    /// @param vendor    empty where none
    /// @param workOrder empty where none
    public record Defaults(ImportedWork.Kind kind, String client, String vendor, String workOrder, String language) {}

    /// Reads a list.
    ///
    /// @param problems take every mistake, by line and column
    /// @return the works of the lines without mistakes; files are named from the list's folder
    public static List<WorkToImport> read(Path list, Catalogue catalogue, Defaults defaults, Problems problems) {
        String name = String.valueOf(list.getFileName());
        Optional<TextFile> text = TextFile.named(name, list, LARGEST, problems);
        if (text.isEmpty()) {
            return List.of();
        }
        List<List<Csv.Field>> lines = Csv.read(name, text.get().text(), problems);
        if (lines.isEmpty()) {
            problems.add(Position.whole(name), "it is empty. Name the columns in its first line");
            return List.of();
        }
        WorkList reader = new WorkList(catalogue, defaults, problems);
        if (!reader.readColumns(lines.getFirst())) {
            return List.of();
        }
        Path folder = list.toAbsolutePath().normalize().resolveSibling("");
        List<WorkToImport> works = new ArrayList<>();
        for (List<Csv.Field> line : lines.subList(1, lines.size())) {
            reader.read(folder, line).ifPresent(works::add);
        }
        return works;
    }

    /// A file of which nothing is known but what the command says.
    public static WorkToImport work(Path file, Defaults defaults) {
        return new WorkToImport(
                file,
                defaults.kind(),
                defaults.kind() == ImportedWork.Kind.EXTERNAL ? Client.EXTERNAL : defaults.client(),
                defaults.vendor(),
                defaults.workOrder(),
                String.valueOf(file.getFileName()),
                Optional.empty(),
                status(Standing.ACCEPTED),
                defaults.language());
    }

    /// Why a client's works cannot be taken in; empty where they can.
    public static Optional<String> refusal(Catalogue catalogue, String client) {
        Optional<Client> known = catalogue.client(client);
        if (known.isEmpty()) {
            return Optional.of("unknown client '" + client + "': there is no clients/" + client + "/client.yaml."
                    + Problems.suggestion(
                            client, catalogue.clients().stream().map(Client::id).toList()));
        }
        return known.get().priorWork() == PriorWorkUse.NEVER
                ? Optional.of("client '" + client + "' keeps its work out of the index (prior-work: never)")
                : Optional.empty();
    }

    private boolean readColumns(List<Csv.Field> header) {
        boolean fine = true;
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i).text().strip();
            if (!COLUMNS.contains(column)) {
                String hint = Problems.suggestion(column, COLUMNS);
                problems.add(
                        header.get(i).at(),
                        "unknown column '" + column + "'."
                                + (hint.isEmpty() ? " Known: " + String.join(", ", COLUMNS) : hint));
                fine = false;
            } else if (columns.put(column, i) != null) {
                problems.add(header.get(i).at(), "column '" + column + "' is there twice");
                fine = false;
            }
        }
        if (fine && !columns.containsKey("file")) {
            problems.add(header.getFirst().at(), "column 'file' is missing");
            fine = false;
        }
        return fine;
    }

    private Optional<WorkToImport> read(Path folder, List<Csv.Field> line) {
        Position at = line.getFirst().at();
        if (line.size() != columns.size()) {
            problems.add(at, "the line has " + line.size() + " fields and the list " + columns.size() + " columns");
            return Optional.empty();
        }
        Optional<ImportedWork.Kind> kind = choice(line, "kind", ImportedWork.Kind.values(), defaults.kind());
        Optional<Standing> standing = choice(line, "status", Standing.values(), Standing.ACCEPTED);
        Optional<LocalDate> dated = dated(line);
        Optional<Path> file = file(folder, line);
        String vendor = id(line, "vendor", defaults.vendor());
        String workOrder = id(line, "work-order", defaults.workOrder());
        Optional<String> client = kind.flatMap(each -> client(line, each));
        if (kind.isEmpty() || standing.isEmpty() || file.isEmpty() || client.isEmpty()) {
            return Optional.empty();
        }
        String title = value(line, "title").orElse(String.valueOf(file.get().getFileName()));
        return Optional.of(new WorkToImport(
                file.get(),
                kind.get(),
                client.get(),
                vendor,
                workOrder,
                title,
                dated,
                status(standing.get()),
                defaults.language()));
    }

    private Optional<Path> file(Path folder, List<Csv.Field> line) {
        Optional<String> written = value(line, "file");
        if (written.isEmpty()) {
            problems.add(at(line, "file"), "file is empty. Name one, from the list's folder");
            return Optional.empty();
        }
        try {
            return Optional.of(folder.resolve(written.get()));
        } catch (InvalidPathException e) {
            problems.add(at(line, "file"), "file is no path: " + e.getReason());
            return Optional.empty();
        }
    }

    private Optional<String> client(List<Csv.Field> line, ImportedWork.Kind kind) {
        Optional<String> written = value(line, "client");
        if (kind == ImportedWork.Kind.EXTERNAL) {
            written.ifPresent(each ->
                    problems.add(at(line, "client"), "external work belongs to no client. Leave the field empty"));
            return Optional.of(Client.EXTERNAL);
        }
        String client = written.orElse(defaults.client());
        if (client.isEmpty()) {
            problems.add(at(line, "file"), "no client is named, neither in the line nor by --client");
            return Optional.empty();
        }
        Optional<String> refusal = refusal(catalogue, client);
        refusal.ifPresent(each -> problems.add(at(line, "client"), each));
        return refusal.isEmpty() ? Optional.of(client) : Optional.empty();
    }

    private String id(List<Csv.Field> line, String column, String otherwise) {
        String id = value(line, column).orElse(otherwise);
        if (!id.isEmpty() && !Id.isValid(id)) {
            problems.add(
                    at(line, column),
                    column + " is 1 to 64 lower-case letters, digits and inner hyphens. Found: '" + id + "'");
        }
        return id;
    }

    private Optional<LocalDate> dated(List<Csv.Field> line) {
        try {
            return value(line, "date").map(LocalDate::parse);
        } catch (DateTimeException e) {
            problems.add(
                    at(line, "date"),
                    "date is year-month-day, such as 2026-05-31. Found: '"
                            + value(line, "date").orElse("") + "'");
            return Optional.empty();
        }
    }

    private <E extends Enum<E>> Optional<E> choice(List<Csv.Field> line, String column, E[] values, E otherwise) {
        Optional<String> written = value(line, column);
        if (written.isEmpty()) {
            return Optional.of(otherwise);
        }
        Optional<E> found = Stream.of(values)
                .filter(each -> Fields.word(each).equals(written.get()))
                .findFirst();
        if (found.isEmpty()) {
            List<String> words = Stream.of(values).map(Fields::word).toList();
            problems.add(
                    at(line, column),
                    column + " is one of " + String.join(", ", words) + ". Found: '" + written.get() + "'."
                            + Problems.suggestion(written.get(), words));
        }
        return found;
    }

    private Optional<String> value(List<Csv.Field> line, String column) {
        return Optional.ofNullable(columns.get(column))
                .map(number -> line.get(number).text().strip())
                .filter(text -> !text.isEmpty());
    }

    private Position at(List<Csv.Field> line, String column) {
        return line.get(columns.getOrDefault(column, 0)).at();
    }

    /// As an index operation says it.
    private static String status(Standing standing) {
        return switch (standing) {
            case IN_FLIGHT -> "in-flight";
            case ACCEPTED -> "accept";
            case REJECTED -> "rework";
            case RECALLED -> "recalled";
            case SUPERSEDED -> "superseded";
        };
    }
}
