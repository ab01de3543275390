package dev.assay.command.checklist;

import dev.assay.ChecklistHome;
import dev.assay.check.Checks;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.FolderShelf;
import dev.assay.config.Catalogue;
import dev.assay.config.Json;
import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import dev.assay.work.Deliverable;
import dev.assay.work.WorkOrder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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
            "Example: assay checklist show --effective --home . --work-order hb-101 --deliverable deck"
        })
public final class ChecklistShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "YAML", description = "The checklist.")
    private @Nullable Path file;

    @Option(names = "--effective", required = true, description = "All layers put together.")
    private boolean effective;

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
