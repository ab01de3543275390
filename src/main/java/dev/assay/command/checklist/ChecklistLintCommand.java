package dev.assay.command.checklist;

import dev.assay.ChecklistHome;
import dev.assay.check.Checks;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.FolderShelf;
import dev.assay.checklist.Lint;
import dev.assay.command.Exit;
import dev.assay.config.Json;
import dev.assay.config.Position;
import dev.assay.config.Problem;
import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay checklist lint`.
@Command(
        name = "lint",
        description = "Tells every mistake in checklists by file, line and column, and what is hardly meant.",
        footer = {
            "",
            "Warns of items that never count, that say the same or cannot both be met, and of",
            "contain items that are weakened or dropped. With --home, all checklists that",
            "work orders use are looked at, with what these change in them.",
            "Ends with 0 when there is no mistake, else with 64; warnings are no mistakes.",
            "",
            "Example: assay checklist lint clients/*/checklist.yaml",
            "Example: assay checklist lint --home /srv/assay"
        })
public final class ChecklistLintCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "YAML", description = "The checklists.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--home", paramLabel = "DIR", description = "The installation's folder.")
    private @Nullable Path home;

    @Option(names = "--json", description = "Prints mistakes and warnings as JSON.")
    private boolean json;

    private final Problems problems = new Problems();
    private final Problems warnings = new Problems();
    private final LocalDate today = LocalDate.now(ZoneId.systemDefault());
    private int read;

    /// Something that is told.
    ///
    /// @param level `mistake` or `warning`
    record Told(String level, Position at, String message) {}

    @Override
    public Integer call() {
        if (files.isEmpty() && home == null) {
            throw new ParameterException(spec.commandLine(), "Name checklists, or --home. Found: neither.");
        }
        files.forEach(this::file);
        if (home != null) {
            ChecklistHome.open(home, System.getenv())
                    .used(problems)
                    .forEach(used -> look(used.checklist(), used.uses()));
        }
        print();
        return problems.isEmpty() ? Exit.ACCEPT : Exit.USAGE;
    }

    private void file(Path file) {
        TextFile.named(file.toString(), file, problems)
                .flatMap(text -> new ChecklistReader(Checks.kinds()).read(text, FolderShelf.beside(file), problems))
                .ifPresentOrElse(checklist -> look(checklist, List.of()), () -> read++);
    }

    private void look(Checklist checklist, List<Lint.Use> uses) {
        read++;
        for (Problem warning : Lint.of(checklist, Checks.kinds(), today, uses)) {
            warnings.add(warning.at(), warning.message());
        }
    }

    private void print() {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(Json.text(Stream.concat(told("mistake", problems), told("warning", warnings))
                    .toList()));
        } else {
            problems.all().forEach(out::println);
            warnings.all().forEach(warning -> out.println(warning.at() + ": warning: " + warning.message()));
            if (problems.isEmpty()) {
                out.println(read == 1 ? "No mistakes." : "No mistakes in " + read + " checklists.");
            }
        }
        out.flush();
    }

    private static Stream<Told> told(String level, Problems problems) {
        return problems.all().stream().map(problem -> new Told(level, problem.at(), problem.message()));
    }
}
