package dev.assay.command;

import dev.assay.config.Json;
import dev.assay.lab.bench.AlignmentBench;
import dev.assay.lab.bench.CheckBench;
import dev.assay.lab.bench.CheckCosts;
import dev.assay.lab.bench.PriorWorkBench;
import dev.assay.lab.bench.ReadBench;
import dev.assay.lab.bench.ReadCosts;
import dev.assay.lab.bench.ScaleFigures;
import dev.assay.priorwork.PlainPairs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `assay bench`.
@Command(name = "bench", description = "Measures what something costs, as ratios to a baseline in the same run.")
public final class BenchCommand extends CommandGroup {
    private static final int LEAST_PASSAGES = 200;

    @Command(
            name = "read",
            description = "Processor time of reading every file below folders, against raw Tika over the same files.",
            footer = {"", "Example:", "  assay bench read deliveries/"})
    int read(
            @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders with files.") List<Path> folders,
            @Option(
                            names = "--rounds",
                            defaultValue = "3",
                            paramLabel = "N",
                            description = "How often each file is read; the least counts. Default: ${DEFAULT-VALUE}.")
                    int rounds,
            @Option(names = "--json", description = "Prints what each file cost as JSON.") boolean json)
            throws IOException, InterruptedException {
        requireFolders(folders);
        requireRounds(rounds);
        PrintWriter out = out();
        ReadCosts costs = ReadBench.run(folders, rounds, this::tell);
        out.print(json ? Json.text(costs) : costs.text());
        out.flush();
        return Exit.ACCEPT;
    }

    @Command(
            name = "checks",
            description = "Processor time of every check kind over every file below folders, beside that of reading.",
            footer = {
                "",
                "Of a kind, checking and reading are its shares of all checks and of reading.",
                "",
                "Example:",
                "  assay bench checks deliveries/"
            })
    int checks(
            @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders with files.") List<Path> folders,
            @Option(
                            names = "--rounds",
                            defaultValue = "3",
                            paramLabel = "N",
                            description = "How often each file is read and checked; the least counts. Default:"
                                    + " ${DEFAULT-VALUE}.")
                    int rounds,
            @Option(names = "--json", description = "Prints what each file and kind cost as JSON.") boolean json)
            throws IOException, InterruptedException {
        requireFolders(folders);
        requireRounds(rounds);
        CheckCosts costs = CheckBench.run(folders, rounds, this::tell);
        out().print(json ? Json.text(costs) : costs.text());
        out().flush();
        return Exit.ACCEPT;
    }

    @Command(
            name = "prior-work",
            description = {
                "How looking prior work up grows with the archive, and what of planted reuse it finds, against"
                        + " fingerprints of five words in a row over the same texts.",
                "A fixed heap shows best what memory it keeps: ASSAY_OPTS='-Xms1g -Xmx1g'."
            },
            footer = {"", "Example:", "  assay bench prior-work --sizes 10000,100000"})
    int priorWork(
            @Option(
                            names = "--sizes",
                            split = ",",
                            defaultValue = "10000,100000,1000000",
                            paramLabel = "N",
                            description = "How many passages of 600 words, ascending. Default: ${DEFAULT-VALUE}.")
                    List<Integer> sizes,
            @Option(
                            names = "--queries",
                            defaultValue = "100",
                            paramLabel = "N",
                            description = "How many deliverables are looked up with planted passages, and as many"
                                    + " without. Default: ${DEFAULT-VALUE}.")
                    int queries,
            @Option(
                            names = "--baseline-up-to",
                            defaultValue = "1000000",
                            paramLabel = "N",
                            description = "Up to how many passages the five-word index is built, too. Default:"
                                    + " ${DEFAULT-VALUE}.")
                    int baselineUpTo,
            @Option(names = "--json", description = "Prints the figures as JSON.") boolean json)
            throws IOException, InterruptedException {
        if (sizes.getFirst() < LEAST_PASSAGES
                || !sizes.equals(sizes.stream().sorted().distinct().toList())) {
            throw new ParameterException(
                    spec.commandLine(), "--sizes must ascend from at least " + LEAST_PASSAGES + ". Found: " + sizes);
        }
        if (queries < 1) {
            throw new ParameterException(spec.commandLine(), "--queries must be at least 1. Found: " + queries);
        }
        PrintWriter out = out();
        ScaleFigures figures = PriorWorkBench.run(sizes, queries, queries, baselineUpTo, this::tell);
        out.print(json ? Json.text(figures) : figures.text());
        out.flush();
        return Exit.ACCEPT;
    }

    @Command(
            name = "alignment",
            description = "How well shared passages are found in pairs of plain texts where they are known,"
                    + " against word trigrams.",
            footer = {
                "",
                "Example:",
                "  assay bench alignment --pairs pairs.tsv --cases cases.tsv --suspicious susp --sources src"
            })
    int alignment(
            @Option(
                            names = "--pairs",
                            required = true,
                            paramLabel = "FILE",
                            description = "Table of pairs: susp, src, kind of reuse.")
                    Path pairs,
            @Option(
                            names = "--cases",
                            required = true,
                            paramLabel = "FILE",
                            description = "Table of shared passages: susp, susp_off, susp_len, src, src_off, src_len.")
                    Path cases,
            @Option(
                            names = "--suspicious",
                            required = true,
                            paramLabel = "DIR",
                            description = "Where the first texts lie.")
                    Path suspicious,
            @Option(
                            names = "--sources",
                            required = true,
                            paramLabel = "DIR",
                            description = "Where the second texts lie.")
                    Path sources,
            @Option(
                            names = "--language",
                            defaultValue = "en",
                            paramLabel = "TAG",
                            description = "Language of the texts (BCP 47). Default: ${DEFAULT-VALUE}.")
                    String language)
            throws IOException {
        PrintWriter out = out();
        try {
            out.print(AlignmentBench.run(pairs, cases, suspicious, sources, language));
        } catch (PlainPairs.Refused e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        out.flush();
        return Exit.ACCEPT;
    }

    private void tell(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    private void requireFolders(List<Path> folders) {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new ParameterException(spec.commandLine(), folder + " is no folder.");
            }
        }
    }

    private void requireRounds(int rounds) {
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds must be at least 1. Found: " + rounds);
        }
    }
}
