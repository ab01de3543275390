package dev.assay.command;

import dev.assay.Assay;
import dev.assay.bundle.Bundle;
import dev.assay.bundle.BundleFile;
import dev.assay.bundle.Preflight;
import dev.assay.check.Check;
import dev.assay.check.CheckRequest;
import dev.assay.check.Checks;
import dev.assay.check.ItemOutcome;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.FolderShelf;
import dev.assay.checklist.Item;
import dev.assay.child.TaskFolder;
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
import dev.assay.verdict.VerdictPolicy;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay check`.
@Command(
        name = "check",
        description = "Checks files against a checklist, or what a client gave of it, before they are delivered: the"
                + " vendor's own pre-flight.",
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
            "Example: assay check report.docx --checklist clients/harrowgate/checklist.yaml",
            "Example: assay check deck.pptx --bundle hb-101-kestrel-insight.assay.zip --deliverable deck"
        })
public final class CheckCommand implements Callable<Integer> {
    private static final Duration READING = Duration.ofSeconds(60);
    private static final Duration ITEM = Duration.ofSeconds(20);
    private static final String USUAL_ROLE = "report";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The deliverable's files.")
    private List<Path> files = new ArrayList<>();

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    /// What the files are held against: one of the two.
    static final class Source {
        @Option(names = "--checklist", required = true, paramLabel = "YAML", description = "The client's checklist.")
        private @Nullable Path checklist;

        @Option(
                names = "--bundle",
                required = true,
                paramLabel = "ZIP",
                description = "What the client gave with 'assay bundle export'.")
        private @Nullable Path bundle;
    }

    @Option(
            names = "--deliverable",
            paramLabel = "ID",
            description = "With --bundle, which deliverable it is; needed where the bundle has several.")
    private @Nullable String deliverable;

    @Option(
            names = "--signed-by",
            paramLabel = "KEY",
            description = "With --bundle, the fingerprint of the client's key, as the client told it.")
    private String signedBy = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "With --checklist, the deliverable's role in the order, such as report or deck. Default:"
                    + " report.")
    private @Nullable String role;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "With --checklist, the language that was ordered, such as en-GB. Default: none.")
    private @Nullable String language;

    @Option(
            names = "--reference",
            paramLabel = "ID=FILE",
            description = "What the client gave, under the id or kind by which items name it, such as"
                    + " protocol=nvk-204-protocol.docx. May be given several times.")
    private Map<String, Path> references = new LinkedHashMap<>();

    @Option(
            names = "--declare",
            paramLabel = "ITEM=ANSWER",
            description = "Your answer to an item that asks you, as the manifest would have it. May be given several"
                    + " times.")
    private Map<String, String> declarations = new LinkedHashMap<>();

    @Option(names = "--json", description = "Prints the ruling and all outcomes as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> missing = Stream.concat(files.stream(), references.values().stream())
                .filter(file -> !Files.isRegularFile(file))
                .map(file -> ShownName.of(file.toString()) + " is no file.")
                .toList();
        if (!missing.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("\n", missing));
        }
        try (Bench bench = Bench.open(1, false);
                TaskFolder folder = bench.task();
                TaskFolder given = bench.task()) {
            return check(bench, folder, source.bundle == null ? checklist() : bundle(source.bundle, given));
        }
    }

    private Against checklist() {
        if (deliverable != null || !signedBy.isEmpty()) {
            throw wrong("--deliverable and --signed-by go with --bundle.");
        }
        Path file = source.checklist == null ? Path.of("") : source.checklist;
        if (!Files.isRegularFile(file)) {
            throw wrong("There is no checklist " + ShownName.of(file.toString()) + ".");
        }
        Problems problems = new Problems();
        Optional<Checklist> checklist = TextFile.named(file.toString(), file, problems)
                .flatMap(text -> new ChecklistReader(Checks.kinds()).read(text, FolderShelf.beside(file), problems));
        problems.throwIfAny();
        return Against.checklist(
                checklist.orElseThrow(),
                role == null ? USUAL_ROLE : role,
                language == null ? "" : language,
                references);
    }

    private Against bundle(Path file, TaskFolder given) throws IOException {
        if (role != null || language != null) {
            throw wrong("--role and --language go with --checklist: a bundle says both.");
        }
        BundleFile.Opened opened = Given.bundle(spec, file, signedBy, given.path());
        List<String> known = opened.bundle().orders().stream()
                .map(each -> each.deliverable().id())
                .toList();
        String meant = deliverable == null && known.size() == 1 ? known.getFirst() : deliverable;
        Bundle.Ordered ordered = Optional.ofNullable(meant)
                .flatMap(opened.bundle()::order)
                .orElseThrow(() -> wrong("Say which deliverable it is with --deliverable: " + String.join(", ", known)
                        + "." + (meant == null ? "" : " Found: '" + meant + "'")));
        return Against.bundle(opened, ordered, files.size(), references);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int check(Bench bench, TaskFolder folder, Against against) throws IOException, InterruptedException {
        List<Reading> readings = new ArrayList<>();
        List<Size.Measure> measures = new ArrayList<>();
        List<CheckRequest.CheckPart> parts = new ArrayList<>();
        List<Preflight.Checked> checked = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            checked.add(new Preflight.Checked(name, Preflight.sha256(file)));
            ReadSummary summary = read(bench, folder, file, parts.size());
            readings.add(PartReader.reading(name, summary));
            measures.add(Size.measure(
                    summary.mediaType(), summary.words(), summary.slides(), summary.cells(), summary.records()));
            parts.add(new CheckRequest.CheckPart(name, against.roleOf().apply(name), document(parts.size())));
        }
        List<CheckRequest.CheckReference> references = references(bench, folder, against, parts.size());
        List<ItemOutcome> outcomes = new ItemRunner(bench.children(), ITEM)
                .run(
                        folder.path(),
                        against.occasion(),
                        against.items(),
                        left -> new CheckRequest(
                                against.workOrder(),
                                against.deliverable(),
                                against.role(),
                                against.occasion().language(),
                                parts,
                                references,
                                left,
                                declarations,
                                null));
        Ruling ruling = VerdictPolicy.decide(new Case(
                outcomes.stream()
                        .filter(outcome -> !isForTheGate(outcome.item()))
                        .toList(),
                readings,
                true,
                new Size(measures),
                History.first(0),
                against.policy(),
                Draw.none(),
                List.of()));
        print(ruling, outcomes, checked, against);
        return Exit.of(ruling.verdict());
    }

    private static List<CheckRequest.CheckReference> references(
            Bench bench, TaskFolder folder, Against against, int number) throws IOException, InterruptedException {
        List<CheckRequest.CheckReference> read = new ArrayList<>();
        for (Against.ReferenceFile reference : against.references()) {
            int document = number + read.size();
            read(bench, folder, reference.file(), reference.name(), document);
            read.add(new CheckRequest.CheckReference(
                    reference.id(),
                    reference.kind(),
                    true,
                    new CheckRequest.CheckPart(reference.name(), reference.kind(), document(document))));
        }
        return read;
    }

    /// Whether only the client's gate can answer an item: it decides nothing here.
    private static boolean isForTheGate(Item item) {
        return item.check() != null
                && Checks.find(item.check()).filter(Check::isForTheGate).isPresent();
    }

    /// The shape of `--json`.
    ///
    /// @param forTheClient what only the client can tell
    /// @param receipt      of a run against a bundle; empty else
    record Checked(Ruling ruling, List<ItemOutcome> outcomes, List<Bundle.ForTheClient> forTheClient, String receipt) {}

    private static ReadSummary read(Bench bench, TaskFolder folder, Path file, int number)
            throws IOException, InterruptedException {
        return read(bench, folder, file, String.valueOf(file.getFileName()), number);
    }

    private static ReadSummary read(Bench bench, TaskFolder folder, Path file, String name, int number)
            throws IOException, InterruptedException {
        String part = "part-" + number;
        Bench.copy(file, folder.file(part));
        PartReader.Attempt attempt =
                new PartReader(bench.children(), READING).read(folder.path(), part, name, document(number));
        return attempt.summary().isPresent()
                ? attempt.summary().get()
                : PartReader.giveUp(folder.file(document(number)), attempt.ending());
    }

    private static String document(int number) {
        return "document-" + number + ".json";
    }

    private void print(Ruling ruling, List<ItemOutcome> outcomes, List<Preflight.Checked> checked, Against against) {
        String receipt = against.bundle()
                .map(opened -> new Preflight(
                                opened.sha256(),
                                Assay.version(),
                                against.deliverable(),
                                checked,
                                ruling.verdict().word(),
                                outcomes.stream().map(Preflight.Ended::of).toList())
                        .hash())
                .orElse("");
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(Json.text(new Checked(ruling, outcomes, against.forTheClient(), receipt)));
        } else {
            CheckPrinter printer = new CheckPrinter(out);
            printer.print(ruling, outcomes, against.bundle().isPresent());
            against.bundle().ifPresent(opened -> printer.print(opened, against.forTheClient(), receipt));
        }
        out.flush();
    }
}
