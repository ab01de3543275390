package dev.assay.command;

import dev.assay.check.Check;
import dev.assay.check.CheckRequest;
import dev.assay.check.Checks;
import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Occasion;
import dev.assay.check.Outcome;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.FolderShelf;
import dev.assay.checklist.Item;
import dev.assay.child.TaskFolder;
import dev.assay.config.Fields;
import dev.assay.config.Json;
import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import dev.assay.extract.ReadSummary;
import dev.assay.stage.ItemRunner;
import dev.assay.stage.workshop.PartReader;
import dev.assay.verdict.Case;
import dev.assay.verdict.Draw;
import dev.assay.verdict.History;
import dev.assay.verdict.Reading;
import dev.assay.verdict.Ruling;
import dev.assay.verdict.Size;
import dev.assay.verdict.Verdict;
import dev.assay.verdict.VerdictPolicy;
import dev.assay.work.Policy;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay check`.
@Command(
        name = "check",
        description = "Checks files against a checklist before they are delivered: the vendor's own pre-flight.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:accept",
            "10:rework",
            "11:review, or held for a password, or quarantined",
            "64:the command line or the checklist is wrong",
            "70:something failed"
        },
        footer = {
            "",
            "All files together are one deliverable, taken as a first round. The client's",
            "gate also knows its policy, earlier rounds and other work, so a clean pre-flight",
            "is no promise, and items that compare with other work are not run here.",
            "",
            "Example: assay check report.docx --checklist clients/harrowgate/checklist.yaml"
        })
public final class CheckCommand implements Callable<Integer> {
    private static final Duration READING = Duration.ofSeconds(60);
    private static final Duration ITEM = Duration.ofSeconds(20);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The deliverable's files.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--checklist", required = true, paramLabel = "YAML", description = "The client's checklist.")
    private Path checklistFile = Path.of("checklist.yaml");

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "The deliverable's role in the order, such as report or deck. Default: report.")
    private String role = "report";

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "The language that was ordered, such as en-GB. Default: none.")
    private String language = "";

    @Option(
            names = "--reference",
            paramLabel = "ID=FILE",
            description = "What the client gave, under the id or kind by which items name it, such as"
                    + " protocol=nvk-204-protocol.docx. May be given several times.")
    private Map<String, Path> references = new LinkedHashMap<>();

    @Option(names = "--json", description = "Prints the ruling and all outcomes as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        Stream.concat(files.stream(), references.values().stream())
                .filter(file -> !Files.isRegularFile(file))
                .forEach(file -> missing.add(ShownName.of(file.toString()) + " is no file."));
        if (!Files.isRegularFile(checklistFile)) {
            missing.add("There is no checklist " + ShownName.of(checklistFile.toString()) + ".");
        }
        if (!missing.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("\n", missing));
        }
        Problems problems = new Problems();
        Optional<Checklist> checklist = TextFile.named(checklistFile.toString(), checklistFile, problems)
                .flatMap(text ->
                        new ChecklistReader(Checks.kinds()).read(text, FolderShelf.beside(checklistFile), problems));
        problems.throwIfAny();
        try (Bench bench = Bench.open(1, false);
                TaskFolder folder = bench.task()) {
            return check(bench, folder, checklist.orElseThrow());
        }
    }

    private int check(Bench bench, TaskFolder folder, Checklist checklist) throws IOException, InterruptedException {
        List<Reading> readings = new ArrayList<>();
        List<Size.Measure> measures = new ArrayList<>();
        List<CheckRequest.CheckPart> parts = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            ReadSummary summary = read(bench, folder, file, parts.size());
            readings.add(PartReader.reading(name, summary));
            measures.add(Size.measure(
                    summary.mediaType(), summary.words(), summary.slides(), summary.cells(), summary.records()));
            parts.add(new CheckRequest.CheckPart(name, role, document(parts.size())));
        }
        List<CheckRequest.CheckReference> against = references(bench, folder, parts.size());
        List<ItemOutcome> outcomes = new ItemRunner(bench.children(), ITEM)
                .run(
                        folder.path(),
                        new Occasion("", "", language, LocalDate.now(ZoneId.systemDefault())),
                        checklist.items(),
                        left -> new CheckRequest("", "", role, language, parts, against, left, Map.of(), null));
        Ruling ruling = VerdictPolicy.decide(new Case(
                outcomes.stream()
                        .filter(outcome -> !isForTheGate(outcome.item()))
                        .toList(),
                readings,
                true,
                new Size(measures),
                History.first(0),
                Policy.standard(),
                Draw.none(),
                List.of()));
        print(new Checked(ruling, outcomes), spec.commandLine().getOut());
        return Exit.of(ruling.verdict());
    }

    /// Each is of the kind that its id says, where it says one.
    private List<CheckRequest.CheckReference> references(Bench bench, TaskFolder folder, int number)
            throws IOException, InterruptedException {
        List<CheckRequest.CheckReference> against = new ArrayList<>();
        for (Map.Entry<String, Path> reference : references.entrySet()) {
            int document = number + against.size();
            read(bench, folder, reference.getValue(), document);
            String name = String.valueOf(reference.getValue().getFileName());
            against.add(new CheckRequest.CheckReference(
                    reference.getKey(),
                    reference.getKey(),
                    true,
                    new CheckRequest.CheckPart(name, reference.getKey(), document(document))));
        }
        return against;
    }

    /// Whether only the client's gate can answer an item: it decides nothing here.
    private static boolean isForTheGate(Item item) {
        return item.check() != null
                && Checks.find(item.check()).filter(Check::isForTheGate).isPresent();
    }

    /// The shape of `--json`.
    record Checked(Ruling ruling, List<ItemOutcome> outcomes) {}

    private static ReadSummary read(Bench bench, TaskFolder folder, Path file, int number)
            throws IOException, InterruptedException {
        String part = "part-" + number;
        Bench.copy(file, folder.file(part));
        PartReader.Attempt attempt = new PartReader(bench.children(), READING)
                .read(folder.path(), part, String.valueOf(file.getFileName()), document(number));
        return attempt.summary().isPresent()
                ? attempt.summary().get()
                : PartReader.giveUp(folder.file(document(number)), attempt.ending());
    }

    private static String document(int number) {
        return "document-" + number + ".json";
    }

    private void print(Checked checked, PrintWriter out) {
        if (json) {
            out.print(Json.text(checked));
            out.flush();
            return;
        }
        Ruling ruling = checked.ruling();
        out.println(word(ruling.verdict()) + ": " + ShownName.of(ruling.reason()));
        out.println(ruling.nextStep());
        for (ItemOutcome outcome : checked.outcomes()) {
            print(out, outcome.item(), outcome.outcome());
        }
        out.flush();
    }

    private static String word(Verdict verdict) {
        return verdict.word().toUpperCase(java.util.Locale.ROOT);
    }

    private static void print(PrintWriter out, Item item, Outcome outcome) {
        switch (outcome) {
            case Outcome.Passed ignored -> out.println("\n  passed      " + item.id());
            case Outcome.Failed failed -> {
                out.println("\n  FAILED      " + item.id() + " (" + Fields.word(item.severity()) + ", "
                        + Fields.word(item.effect()) + "): " + item.requirement());
                failed.findings().forEach(finding -> print(out, finding));
            }
            case Outcome.CannotTell untold ->
                out.println("\n  cannot tell " + item.id() + ": " + ShownName.of(untold.reason()));
            case Outcome.NotApplicable none ->
                out.println("\n  no matter   " + item.id() + ": " + ShownName.of(none.reason()));
            case Outcome.NotRun notRun ->
                out.println("\n  not run     " + item.id() + ": " + ShownName.of(notRun.reason()));
        }
    }

    private static void print(PrintWriter out, Finding finding) {
        out.println("    - " + ShownName.of(finding.message()));
        out.println("      where: "
                + (finding.part().isEmpty() ? "" : ShownName.of(finding.part()) + ", ")
                + ShownName.of(finding.place().describe()));
        if (finding.quote() != null) {
            out.println("      text:  "
                    + ShownName.of(finding.quote().before() + "["
                            + finding.quote().marked() + "]" + finding.quote().after()));
        }
        out.println("      do:    " + ShownName.of(finding.remedy()));
    }
}
