package dev.assay.command.checklist;

import dev.assay.ChecklistHome;
import dev.assay.Wiring;
import dev.assay.check.Checks;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.FolderShelf;
import dev.assay.config.Catalogue;
import dev.assay.config.Json;
import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import dev.assay.ledger.ChecklistVersions;
import dev.assay.ledger.Ledger;
import dev.assay.work.Deliverable;
import dev.assay.work.WorkOrder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay checklist show`.
@Command(
        name = "show",
        description = "Shows a checklist as it is in force, and where each value came from.",
        footer = {
            "",
            "What asks for less than a layer before is marked, with its reason; so is what",
            "was dropped. With a work order and a deliverable, what these change is in it.",
            "",
            "Example: assay checklist show --effective clients/harrowgate/deck.yaml",
            "Example: assay checklist show --effective --home . --work-order hb-101 --deliverable deck",
            "Example: assay checklist show --trial --home . --client harrowgate"
        })
public final class ChecklistShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "YAML", description = "The checklist.")
    private @Nullable Path file;

    @Option(names = "--effective", description = "All layers put together.")
    private boolean effective;

    @Option(names = "--trial", description = "What items in trial found so far, and how much of it was right.")
    private boolean trial;

    @Option(names = "--client", paramLabel = "ID", description = "With --trial, whose.")
    private @Nullable String client;

    @Option(names = "--name", paramLabel = "NAME", description = "With --trial, which. Default: checklist.")
    private String name = "checklist";

    @Option(names = "--home", paramLabel = "DIR", description = "The installation's folder.")
    private @Nullable Path home;

    @Option(names = "--work-order", paramLabel = "ID", description = "The work order.")
    private @Nullable String workOrder;

    @Option(names = "--deliverable", paramLabel = "ID", description = "Its deliverable.")
    private @Nullable String deliverable;

    @Option(names = "--json", description = "Prints the list as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (trial == effective) {
            throw wrong("Say which: --effective or --trial.");
        }
        if (trial) {
            return onTrial();
        }
        EffectiveList list = EffectiveList.of(checklist());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(Json.text(list));
        } else {
            list.print(out);
        }
        out.flush();
        return 0;
    }

    private int onTrial() {
        if (home == null || client == null) {
            throw wrong("With --trial, name --home and --client.");
        }
        try (Ledger ledger = Wiring.ledger(home, System.getenv())) {
            List<ChecklistVersions.OnTrial> found = ledger.checklists().onTrial(client, name);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.print(Json.text(found));
            } else if (found.isEmpty()) {
                out.println("No item of checklist '" + name + "' of client '" + client + "' was in trial yet.");
            } else {
                found.forEach(each -> out.println(shown(each)));
            }
            out.flush();
            return 0;
        }
    }

    /// Precision is of what people judged; what nobody judged counts for neither side.
    private static String shown(ChecklistVersions.OnTrial item) {
        int judged = item.upheld() + item.dismissed();
        return item.item() + ": " + counted(item.inspections(), "inspection") + ", "
                + counted(judged + item.open(), "finding") + " (" + item.upheld() + " upheld, " + item.dismissed()
                + " dismissed, " + item.open() + " not judged), precision "
                + (judged == 0
                        ? "not known"
                        : String.format(Locale.ROOT, "%.0f %% of %d", 100.0 * item.upheld() / judged, judged));
    }

    private static String counted(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    private Checklist checklist() {
        if (file != null && home == null && workOrder == null && deliverable == null) {
            return read(file);
        }
        if (file == null && home != null && workOrder != null && deliverable != null) {
            return ordered(ChecklistHome.open(home, System.getenv()), new Catalogue.Expected(workOrder, deliverable));
        }
        throw wrong("Name a checklist's file, or --home with --work-order and --deliverable.");
    }

    private static Checklist read(Path file) {
        Problems problems = new Problems();
        Optional<Checklist> checklist = TextFile.named(file.toString(), file, problems)
                .flatMap(text -> new ChecklistReader(Checks.kinds()).read(text, FolderShelf.beside(file), problems));
        problems.throwIfAny();
        return checklist.orElseThrow();
    }

    private Checklist ordered(ChecklistHome installation, Catalogue.Expected expected) {
        WorkOrder order = installation
                .catalogue()
                .workOrder(expected.workOrder())
                .orElseThrow(() -> unknown(
                        "work order",
                        expected.workOrder(),
                        installation.catalogue().workOrders().stream()
                                .map(WorkOrder::id)
                                .toList()));
        return installation
                .effective(expected)
                .orElseThrow(() -> unknown(
                        "deliverable",
                        expected.deliverable(),
                        order.deliverables().stream().map(Deliverable::id).toList()));
    }

    private ParameterException unknown(String subject, String id, List<String> known) {
        String hint = Problems.suggestion(id, known);
        return wrong("There is no " + subject + " '" + id + "'."
                + (hint.isEmpty() ? " Known: " + String.join(", ", known) : hint));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
