package dev.assay.command;

import dev.assay.check.CheckPages;
import dev.assay.check.Checks;
import dev.assay.check.ExampleResult;
import dev.assay.check.ExampleRunner;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.ChecklistSchema;
import dev.assay.checklist.FolderShelf;
import dev.assay.command.checklist.ChecklistLintCommand;
import dev.assay.command.checklist.ChecklistShowCommand;
import dev.assay.config.Json;
import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `assay checklist`.
@Command(
        name = "checklist",
        description = "Helps to write checklists.",
        subcommands = {ChecklistLintCommand.class, ChecklistShowCommand.class},
        footer = {
            "",
            "Begin with a checklist of the samples, and look at the kinds: assay checklist docs",
            "More on a command: assay checklist lint --help"
        })
public final class ChecklistCommand extends CommandGroup {
    /// Runs the items' examples.
    @Command(
            name = "test",
            description = "Runs the examples of items: those under 'pass' must pass, those under 'fail' must fail.",
            footer = {
                "",
                "Ends with 0 when all came out so, else with 64.",
                "",
                "Example: assay checklist test clients/harrowgate/checklist.yaml"
            })
    int test(
            @Parameters(arity = "1..*", paramLabel = "YAML", description = "The checklists.") List<Path> files,
            @Option(names = "--json", description = "Prints the results as JSON.") boolean json) {
        Problems problems = new Problems();
        List<ExampleResult> results = new ArrayList<>();
        for (Path file : files) {
            read(file, problems).ifPresent(checklist -> results.addAll(new ExampleRunner().run(checklist)));
        }
        problems.throwIfAny();
        PrintWriter out = out();
        List<ExampleResult> wrong =
                results.stream().filter(result -> !result.held()).toList();
        if (json) {
            out.print(Json.text(results));
        } else {
            wrong.forEach(result -> out.println(result.describe()));
            out.println(results.size() + " examples, " + (results.size() - wrong.size()) + " as expected.");
        }
        out.flush();
        return wrong.isEmpty() ? 0 : Exit.USAGE;
    }

    /// Prints the JSON Schema.
    @Command(
            name = "schema",
            description = "Prints the JSON Schema of checklists, for editors that complete and check as you type.",
            footer = {"", "Example: assay checklist schema > checklist.schema.json"})
    int schema() {
        out().print(ChecklistSchema.of(Checks.kinds()));
        out().flush();
        return 0;
    }

    /// Shows what a kind does.
    @Command(
            name = "docs",
            description = "Shows the page of a check kind, or the list of all kinds.",
            footer = {"", "Example: assay checklist docs missing-section"})
    int docs(@Parameters(arity = "0..1", paramLabel = "KIND", description = "The kind.") Optional<String> kind) {
        Optional<String> page = kind.isEmpty() ? CheckPages.index() : CheckPages.find(kind.get());
        if (page.isEmpty()) {
            List<String> ids =
                    Checks.all().stream().map(check -> check.kind().id()).toList();
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no check kind '" + kind.orElse("") + "'." + Problems.suggestion(kind.orElse(""), ids)
                            + " Known: " + String.join(", ", ids));
        }
        out().print(page.get());
        out().flush();
        return 0;
    }

    private Optional<Checklist> read(Path file, Problems problems) {
        return TextFile.named(file.toString(), file, problems)
                .flatMap(text -> new ChecklistReader(Checks.kinds()).read(text, FolderShelf.beside(file), problems));
    }
}
