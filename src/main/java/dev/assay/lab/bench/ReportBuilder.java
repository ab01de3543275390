package dev.assay.lab.bench;

import dev.assay.priorwork.index.Fingerprints;
import dev.assay.priorwork.index.IndexedWork;
import dev.assay.priorwork.index.PriorWorkIndex;
import dev.assay.priorwork.index.Shingle;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Puts an archive's reports into the product's index and into the five-word index, with a thread per processor.
final class ReportBuilder {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int BATCH = 50;
    private static final int TOLD = 10_000;

    private final Archive archive;
    private final Lexicon lexicon;
    private final Fingerprints fingerprints;
    private final PriorWorkIndex index;
    private final WinnowIndex baseline;

    ReportBuilder(
            Archive archive, Lexicon lexicon, Fingerprints fingerprints, PriorWorkIndex index, WinnowIndex baseline) {
        this.archive = archive;
        this.lexicon = lexicon;
        this.fingerprints = fingerprints;
        this.index = index;
        this.baseline = baseline;
    }

    /// Processor time of taking in, in nanoseconds, writing texts aside.
    record Cost(long index, long baseline) {
        Cost plus(Cost other) {
            return new Cost(index + other.index, baseline + other.baseline);
        }
    }

    /// Takes reports in from one number to before another.
    ///
    /// @param both whether the five-word index takes them in, too
    Cost add(int from, int to, boolean both, Consumer<String> progress) throws IOException, InterruptedException {
        List<Callable<Cost>> tasks = new ArrayList<>();
        for (int start = from; start < to; start += BATCH) {
            int first = start;
            tasks.add(() -> addBatch(first, Math.min(to, first + BATCH), both));
        }
        Cost cost = new Cost(0, 0);
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            int done = from;
            for (Future<Cost> each : tasks.stream().map(threads::submit).toList()) {
                cost = cost.plus(each.get());
                done += BATCH;
                if (done % TOLD == 0) {
                    progress.accept(done + " reports taken in");
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        index.settle();
        baseline.settle();
        return cost;
    }

    private Cost addBatch(int from, int to, boolean both) throws IOException {
        Cost cost = new Cost(0, 0);
        for (int number = from; number < to; number++) {
            Archive.Report report = archive.report(number);
            int[] words = report.spoken();
            long start = THREADS.getCurrentThreadCpuTime();
            index.add(number, new IndexedWork(report.source(), fingerprints.of(shingles(lexicon, words))));
            long middle = THREADS.getCurrentThreadCpuTime();
            if (both) {
                baseline.add(number, words);
            }
            cost = cost.plus(new Cost(middle - start, THREADS.getCurrentThreadCpuTime() - middle));
        }
        return cost;
    }

    /// The same shingles as those of the spelled-out text, without spelling it out.
    static List<Shingle> shingles(Lexicon lexicon, int[] words) {
        int[] content = new int[words.length];
        int size = 0;
        for (int i = 0; i < words.length; i++) {
            if (lexicon.isContent(words[i])) {
                content[size++] = i;
            }
        }
        int count = size;
        return Shingle.of(
                new Shingle.ContentWords() {
                    @Override
                    public int size() {
                        return count;
                    }

                    @Override
                    public String stem(int number) {
                        return lexicon.stem(words[content[number]]);
                    }

                    @Override
                    public int token(int number) {
                        return content[number];
                    }
                },
                0,
                Math.max(0, count - 2));
    }
}
