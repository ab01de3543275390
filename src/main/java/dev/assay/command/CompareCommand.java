package dev.assay.command;

import dev.assay.config.Json;
import dev.assay.page.Pages;
import dev.assay.priorwork.PlainPairs;
import dev.assay.priorwork.align.PassageAligner;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/// `assay compare`.
@Command(
        name = "compare",
        description = "Shows which passages of a file stand in other files too, copied or reworded.",
        footer = {
            "",
            "Any formats; nothing is indexed and nothing is kept. Ends with 0 where passages were",
            "found, 1 where there are none, 70 where a file could not be read.",
            "",
            "With --pairs many plain texts (UTF-8) are compared: a table with a head line, columns",
            "apart by tabs, whose first two columns (susp, src) name files. What is found is written",
            "with offsets in Unicode code points of the texts as they are.",
            "",
            "Examples:",
            "  assay compare draft.docx last-year.pdf",
            "  assay compare draft.docx a.pdf b.pptx --html sides.html",
            "  assay compare --pairs pairs.tsv --suspicious susp --sources src --tsv found.tsv"
        })
public final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "The file that is looked at, and the files its passages may come from.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--language",
            paramLabel = "TAG",
            defaultValue = "en",
            description = "Language of text whose own language is not known (BCP 47). Default: ${DEFAULT-VALUE}.")
    private String language = "en";

    @Option(names = "--json", description = "Prints what was found as JSON.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes a page with the passages side by side.")
    private @Nullable Path html;

    @Option(names = "--pairs", paramLabel = "FILE", description = "Table of plain texts to compare.")
    private @Nullable Path pairs;

    @Option(names = "--suspicious", paramLabel = "DIR", description = "With --pairs: where the first texts lie.")
    private @Nullable Path suspicious;

    @Option(names = "--sources", paramLabel = "DIR", description = "With --pairs: where the second texts lie.")
    private @Nullable Path sources;

    @Option(names = "--tsv", paramLabel = "FILE", description = "With --pairs: takes what is found.")
    private @Nullable Path tsv;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (pairs != null) {
            return plainTexts(pairs, out);
        }
        if (suspicious != null || sources != null || tsv != null) {
            throw wrong("--suspicious, --sources and --tsv go with --pairs.");
        }
        if (files.size() < 2) {
            throw wrong("Name two files or more: the one that is looked at first.");
        }
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw wrong(ShownName.of(file.toString()) + " is no file.");
            }
        }
        Comparison comparison;
        try (Bench bench = Bench.open(1, false)) {
            comparison = Comparison.of(bench, files, language);
        }
        if (html != null) {
            Files.writeString(html, Pages.render("dev/assay/command/compare.jte", comparison), StandardCharsets.UTF_8);
        }
        out.print(json ? Json.text(comparison) : comparison.text());
        out.flush();
        return comparison.exit();
    }

    private int plainTexts(Path table, PrintWriter out) throws IOException {
        if (suspicious == null || sources == null || tsv == null) {
            throw wrong("--pairs needs --suspicious, --sources and --tsv.");
        }
        if (!files.isEmpty() || json || html != null) {
            throw wrong("--pairs goes without files, --json and --html.");
        }
        try {
            List<PlainPairs.Compared> found =
                    PlainPairs.of(table, suspicious, sources).compare(language, PassageAligner::align);
            Files.writeString(tsv, PlainPairs.tsv(found), StandardCharsets.UTF_8);
            long sharing =
                    found.stream().filter(each -> !each.detections().isEmpty()).count();
            int passages =
                    found.stream().mapToInt(each -> each.detections().size()).sum();
            out.println(found.size() + " pairs compared; " + sharing + " share " + passages + " passages.");
            out.flush();
            return Exit.ACCEPT;
        } catch (PlainPairs.Refused e) {
            throw wrong(e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
