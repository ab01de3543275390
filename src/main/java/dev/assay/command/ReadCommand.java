package dev.assay.command;

import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.document.Extraction;
import dev.assay.extract.Outline;
import dev.assay.extract.ReadDocument;
import dev.assay.extract.ReadSummary;
import dev.assay.stage.workshop.PartReader;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay read`.
@Command(
        name = "read",
        description = "Shows what Assay reads in a file: outline, facts, and what could not be read.",
        footer = {
            "",
            "Files are opened in child processes only. Ends with 0 also where a file could not",
            "be read: what is printed says so.",
            "",
            "Examples:",
            "  assay read report.docx",
            "  assay read --json report.docx > report.json",
            "  assay read --schema > document.schema.json",
            "  assay read --summary deliveries/",
            "  assay read --show \"grew by a third\" --picture page.png report.pdf"
        })
public final class ReadCommand implements Callable<Integer> {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String DOCUMENT = "document.json";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "The files to read.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "Prints the whole document as JSON, one object for each file.")
    private boolean json;

    @Option(
            names = "--schema",
            description = "Prints the JSON Schema of what --json prints for a file, and reads none.")
    private boolean schema;

    @Option(
            names = "--summary",
            paramLabel = "DIR",
            description = "Reads every file below a folder and counts how that ended, by format.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--show",
            paramLabel = "WORDS",
            description = "Says where these words stand; ends with 1 where they do not.")
    private @Nullable String words;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "With --show: takes what surrounds the words, which are marked. A name in .png takes a page"
                    + " of a PDF, a name in .html anything.")
    private @Nullable Path picture;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (schema) {
            spec.commandLine().getOut().print(ReadDocument.schema());
            return 0;
        }
        if (files.isEmpty() && folders.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name a file, or a folder with --summary.");
        }
        for (Path path : files) {
            if (!Files.isRegularFile(path)) {
                throw new ParameterException(spec.commandLine(), ShownName.of(path.toString()) + " is no file.");
            }
        }
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new ParameterException(spec.commandLine(), ShownName.of(folder.toString()) + " is no folder.");
            }
        }
        requireOneToShow();
        PrintWriter out = spec.commandLine().getOut();
        int cores = Runtime.getRuntime().availableProcessors();
        try (Bench bench = Bench.open(folders.isEmpty() ? 1 : cores, !folders.isEmpty())) {
            if (words != null) {
                return new ShownPassage(bench, DEADLINE, out).show(files.getFirst(), words, picture);
            }
            for (Path file : files) {
                show(bench, file, out);
            }
            for (Path folder : folders) {
                ReadCounts counts = ReadCounts.of(bench, folder, cores);
                out.print(json ? counts.json() : counts.text());
                out.flush();
            }
        }
        return 0;
    }

    private void requireOneToShow() {
        if (words == null && picture != null) {
            throw new ParameterException(spec.commandLine(), "--picture takes what --show finds: give --show too.");
        }
        if (words != null && (files.size() != 1 || !folders.isEmpty() || json || words.isBlank())) {
            throw new ParameterException(
                    spec.commandLine(), "--show looks for words in one file: name one, without --summary or --json.");
        }
        if (picture != null && !ShownPassage.isPictureName(picture)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A picture's name ends in .png or .html. Found: " + ShownName.of(picture.toString()));
        }
    }

    private void show(Bench bench, Path file, PrintWriter out) throws IOException, InterruptedException {
        try (TaskFolder folder = bench.task()) {
            read(bench, file, folder);
            Extraction extraction = Json.read(folder.file(DOCUMENT), Extraction.class);
            if (json) {
                out.print(Json.text(new ReadDocument(String.valueOf(file.getFileName()), extraction)));
            } else {
                out.print(shown(file, extraction));
            }
            out.flush();
        }
    }

    private static String shown(Path file, Extraction extraction) {
        String name = ShownName.of(String.valueOf(file.getFileName()));
        return switch (extraction) {
            case Extraction.Extracted extracted -> name + "\n" + Outline.of(extracted.document());
            case Extraction.Unreadable unreadable ->
                "Cannot read " + name + " (" + unreadable.mediaType() + "): " + unreadable.detail() + "\n";
        };
    }

    static ReadSummary read(Bench bench, Path file, TaskFolder folder) throws IOException, InterruptedException {
        Bench.copy(file, folder.file("part"));
        PartReader.Attempt attempt = new PartReader(bench.children(), DEADLINE)
                .read(folder.path(), "part", String.valueOf(file.getFileName()), DOCUMENT);
        return attempt.summary().isPresent()
                ? attempt.summary().get()
                : PartReader.giveUp(folder.file(DOCUMENT), attempt.ending());
    }
}
