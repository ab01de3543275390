package dev.assay.lab.bench;

import dev.assay.lab.bench.PlagiarismScore.Pair;
import dev.assay.lab.bench.ScaleFigures.Size;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.align.AlignedPassage;
import dev.assay.priorwork.align.PassageAligner;
import dev.assay.priorwork.index.Candidate;
import dev.assay.priorwork.index.Fingerprint;
import dev.assay.priorwork.index.Fingerprints;
import dev.assay.priorwork.index.Grouping;
import dev.assay.priorwork.index.IndexedWork;
import dev.assay.priorwork.index.PriorWorkIndex;
import dev.assay.priorwork.index.Retrieval;
import dev.assay.priorwork.index.Shingle;
import dev.assay.priorwork.text.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// Measures how looking prior work up grows with the archive and what of planted reuse it finds, against
/// fingerprints of five words in a row over the same texts in the same run. All texts follow from a number, so two
/// runs find the same.
public final class PriorWorkBench {
    private static final long SEED = 20_26;
    private static final int MOST_CANDIDATES = 40;
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 30;
    private static final double MILLION = 1e6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Archive archive = new Archive(SEED);
    private final Lexicon lexicon = new Lexicon();
    private final Fingerprints fingerprints = new Fingerprints("benchmark".getBytes(StandardCharsets.UTF_8));
    private final Consumer<String> progress;
    private final List<Planted> planted;
    private final List<Planted> clean;

    private PriorWorkBench(int reports, int queries, int cleanQueries, Consumer<String> progress) {
        this.progress = progress;
        this.planted = IntStream.range(0, queries)
                .mapToObj(number -> Planted.with(archive, number, reports))
                .toList();
        this.clean = IntStream.range(queries, queries + cleanQueries)
                .mapToObj(number -> Planted.clean(archive, number))
                .toList();
    }

    /// Builds an index, lets it grow and measures it at each size.
    ///
    /// @param passages     about how many passages of 600 words, ascending, at least 200
    /// @param queries      how many deliverables with planted passages
    /// @param cleanQueries how many without
    /// @param baselineUpTo up to how many passages the five-word index is built, too
    /// @param progress     takes a line now and then
    public static ScaleFigures run(
            List<Integer> passages, int queries, int cleanQueries, int baselineUpTo, Consumer<String> progress)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("assay-bench-");
        try {
            int reports = passages.getFirst() / Archive.PASSAGES;
            return new PriorWorkBench(reports, queries, cleanQueries, progress).measure(folder, passages, baselineUpTo);
        } finally {
            wipe(folder);
        }
    }

    private ScaleFigures measure(Path folder, List<Integer> passages, int baselineUpTo)
            throws IOException, InterruptedException {
        Path ours = folder.resolve("prior-work");
        Path theirs = folder.resolve("five-words");
        List<Size> sizes = new ArrayList<>();
        try (PriorWorkIndex index = PriorWorkIndex.open(ours, "benchmark", fingerprints);
                WinnowIndex baseline = new WinnowIndex(theirs)) {
            ReportBuilder builder = new ReportBuilder(archive, lexicon, fingerprints, index, baseline);
            ReportBuilder.Cost cost = new ReportBuilder.Cost(0, 0);
            int reports = 0;
            for (int size : passages) {
                long start = System.nanoTime();
                int next = size / Archive.PASSAGES;
                cost = cost.plus(builder.add(reports, next, size <= baselineUpTo, progress));
                reports = next;
                double seconds = (System.nanoTime() - start) / 1e9;
                progress.accept(reports + " reports are taken in; looking up");
                sizes.add(measure(index, size <= baselineUpTo ? baseline : null, ours, theirs, cost, seconds));
                if (size < passages.getLast()) {
                    progress.accept("Up to now:\n" + new ScaleFigures(planted.size(), clean.size(), sizes).text());
                }
            }
        }
        return new ScaleFigures(planted.size(), clean.size(), sizes);
    }

    private Size measure(
            PriorWorkIndex index,
            @Nullable WinnowIndex baseline,
            Path ours,
            Path theirs,
            ReportBuilder.Cost cost,
            double seconds)
            throws IOException {
        int passages;
        int segments;
        try (FSDirectory directory = FSDirectory.open(ours);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            passages = reader.numDocs();
            segments = reader.leaves().size();
        }
        List<Answer> answers = answers(index);
        List<Answer> ofPlanted = answers.subList(0, planted.size());
        List<Answer> ofClean = answers.subList(planted.size(), answers.size());
        List<Pair> all = pairs(planted, -1);
        List<Pair> shown =
                ofPlanted.stream().flatMap(answer -> answer.shown().stream()).toList();
        PlagiarismScore score = PlagiarismScore.of(all, shown);
        Map<Integer, Double> found = new TreeMap<>();
        Map<Integer, Double> aligned = new TreeMap<>();
        for (int edits : Planted.EDITS) {
            found.put(edits, found(edits, ofPlanted));
            aligned.put(edits, PlagiarismScore.of(pairs(planted, edits), shown).recall());
        }
        long heap = heap();
        return new Size(
                passages,
                segments,
                bytes(ours),
                passages / (cost.index() / 1e9),
                seconds,
                median(answers.stream().mapToLong(Answer::preparing)),
                median(answers.stream().mapToLong(Answer::lookUp)),
                median(answers.stream().mapToLong(Answer::lookUpWall)),
                median(answers.stream().mapToLong(Answer::aligning)),
                found,
                aligned,
                answers.stream()
                        .mapToInt(answer -> answer.retrieval().candidates().size())
                        .average()
                        .orElse(0),
                new ScaleFigures.Score(
                        score.precision(), score.recall(), score.f1(), score.granularity(), score.plagdet()),
                100.0
                        * ofClean.stream()
                                .mapToInt(answer -> answer.shown().size())
                                .sum()
                        / Math.max(1, clean.size()),
                100.0 * ofClean.stream().mapToInt(Answer::common).sum() / Math.max(1, clean.size()),
                heap,
                resident(),
                baseline == null ? null : measure(baseline, theirs, passages / (cost.baseline() / 1e9)));
    }

    /// What was found for a deliverable, and what that took in nanoseconds.
    ///
    /// @param shown  the aligned passages that are not common ones
    /// @param common how many are
    private record Answer(
            long preparing,
            long lookUp,
            long lookUpWall,
            long aligning,
            Retrieval retrieval,
            List<Pair> shown,
            int common) {}

    private List<Answer> answers(PriorWorkIndex index) throws IOException {
        List<Answer> answers = new ArrayList<>();
        List<Planted> all = Stream.concat(planted.stream(), clean.stream()).toList();
        for (Planted each : all.subList(0, Math.min(WARM_UP, all.size()))) {
            answer(index, each, 0);
        }
        for (Planted each : all) {
            answers.add(answer(index, each, answers.size()));
        }
        return answers;
    }

    private Answer answer(PriorWorkIndex index, Planted query, int number) throws IOException {
        String text = lexicon.text(query.report().words());
        long start = THREADS.getCurrentThreadCpuTime();
        Tokens own = Lexicon.tokens(text);
        List<Fingerprint> marks = fingerprints.of(Shingle.of(own));
        long preparing = THREADS.getCurrentThreadCpuTime() - start;
        IndexedWork.Source source = query.report().source();
        long lookUp = Long.MAX_VALUE;
        long wall = Long.MAX_VALUE;
        Grouping byRelation =
                other -> Optional.of(Relation.of(source, Set.of(), other).name());
        Retrieval retrieval = index.retrieve(source, marks, byRelation, MOST_CANDIDATES);
        for (int round = 0; round < ROUNDS; round++) {
            long wallStart = System.nanoTime();
            long cpuStart = THREADS.getCurrentThreadCpuTime();
            retrieval = index.retrieve(source, marks, byRelation, MOST_CANDIDATES);
            lookUp = Math.min(lookUp, THREADS.getCurrentThreadCpuTime() - cpuStart);
            wall = Math.min(wall, System.nanoTime() - wallStart);
        }
        List<Pair> shown = new ArrayList<>();
        int common = 0;
        long aligning = 0;
        for (Candidate candidate : retrieval.candidates()) {
            int report = Integer.parseInt(candidate.source().submission().substring(1));
            Tokens other = Lexicon.tokens(lexicon.text(archive.report(report).words()));
            long alignStart = THREADS.getCurrentThreadCpuTime();
            List<AlignedPassage> passages = PassageAligner.align(own, other);
            aligning += THREADS.getCurrentThreadCpuTime() - alignStart;
            for (AlignedPassage each : passages) {
                if (retrieval.commonness().common(each.own().from(), each.own().to())) {
                    common++;
                } else {
                    shown.add(new Pair(
                            number,
                            report,
                            each.own().from(),
                            each.own().to(),
                            each.other().from(),
                            each.other().to()));
                }
            }
        }
        return new Answer(preparing, lookUp, wall, aligning, retrieval, shown, common);
    }

    /// The planted passages; -1 for those of all edits.
    private static List<Pair> pairs(List<Planted> queries, int edits) {
        List<Pair> pairs = new ArrayList<>();
        for (int number = 0; number < queries.size(); number++) {
            for (Planted.Reuse each : queries.get(number).reuses()) {
                if (edits < 0 || each.edits() == edits) {
                    pairs.add(
                            new Pair(number, each.source(), each.from(), each.to(), each.otherFrom(), each.otherTo()));
                }
            }
        }
        return pairs;
    }

    private double found(int edits, List<Answer> answers) {
        List<Pair> pairs = pairs(planted, edits);
        return pairs.stream()
                        .filter(pair -> answers.get(pair.query()).retrieval().candidates().stream()
                                .anyMatch(candidate -> isAt(candidate, pair)))
                        .count()
                / (double) pairs.size();
    }

    private static boolean isAt(Candidate candidate, Pair pair) {
        return candidate.source().submission().equals("s" + pair.source())
                && candidate.places().stream().anyMatch(place -> place.from() < pair.to() && place.to() >= pair.from());
    }

    private ScaleFigures.Baseline measure(WinnowIndex baseline, Path folder, double passagesPerSecond)
            throws IOException {
        List<Set<Integer>> reports = new ArrayList<>();
        for (Planted each : planted) {
            reports.add(baseline.look(each.report().spoken()));
        }
        Map<Integer, Double> found = new TreeMap<>();
        for (int edits : Planted.EDITS) {
            found.put(
                    edits,
                    pairs(planted, edits).stream()
                            .mapToInt(pair -> reports.get(pair.query()).contains(pair.source()) ? 1 : 0)
                            .average()
                            .orElse(0));
        }
        return new ScaleFigures.Baseline(bytes(folder), passagesPerSecond, found);
    }

    private static double median(LongStream nanos) {
        long[] sorted = nanos.sorted().toArray();
        return sorted[sorted.length / 2] / MILLION;
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(0);
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(PriorWorkBench::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void wipe(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
