package dev.assay.command;

import dev.assay.child.Ending;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.document.Extraction;
import dev.assay.priorwork.AlignRequest;
import dev.assay.priorwork.AlignTask;
import dev.assay.work.ShownName;
import dev.assay.work.ShownText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a file shares with others.
///
/// @param file    the name of the file that was looked at
/// @param sources the others, in the order given
public record Comparison(String file, List<Source> sources) {
    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final int LONGEST = 20_000;
    private static final String DOCUMENT = "document.json";
    private static final String OWN = "own.json";
    private static final String OTHER = "other.json";

    public Comparison {
        sources = List.copyOf(sources);
    }

    /// What is shared with one file.
    ///
    /// @param words      how many compared words the file that was looked at has
    /// @param otherWords how many this one has
    /// @param shared     how many words of the file that was looked at lie in shared passages
    /// @param otherShared how many words of this one do
    /// @param longest    words of the longest passage
    /// @param passages   in the order of the file that was looked at
    /// @param unread     why the two could not be compared; empty where they were
    public record Source(
            String file,
            int words,
            int otherWords,
            int shared,
            int otherShared,
            int longest,
            List<AlignTask.Passage> passages,
            String unread) {
        public Source {
            passages = List.copyOf(passages);
        }

        /// How much of the file that was looked at stands in this one, in per cent.
        public String share() {
            return percent(shared, words);
        }

        /// How much of this one stands in the file that was looked at, in per cent.
        public String otherShare() {
            return percent(otherShared, otherWords);
        }
    }

    static Comparison of(Bench bench, List<Path> files, String language) throws IOException, InterruptedException {
        List<Source> sources = new ArrayList<>();
        try (TaskFolder own = bench.task()) {
            ReadCommand.read(bench, files.getFirst(), own);
            String unread = unread(files.getFirst(), own);
            for (Path file : files.subList(1, files.size())) {
                sources.add(unread.isEmpty() ? source(bench, own, file, language) : failed(file, unread));
            }
        }
        return new Comparison(name(files.getFirst()), sources);
    }

    private static Source source(Bench bench, TaskFolder own, Path file, String language)
            throws IOException, InterruptedException {
        try (TaskFolder folder = bench.task()) {
            ReadCommand.read(bench, file, folder);
            String unread = unread(file, folder);
            if (!unread.isEmpty()) {
                return failed(file, unread);
            }
            Files.move(folder.file(DOCUMENT), folder.file(OTHER));
            Files.copy(own.file(DOCUMENT), folder.file(OWN), StandardCopyOption.REPLACE_EXISTING);
            List<byte[]> answers = new ArrayList<>();
            Ending ending = bench.children()
                    .run(
                            AlignTask.class,
                            folder.path(),
                            Json.bytes(new AlignRequest(OWN, language, OTHER, language, false, LONGEST)),
                            DEADLINE,
                            answers::add);
            return ending instanceof Ending.Done && answers.size() == 1
                    ? shared(file, Json.read(answers.getFirst(), AlignTask.Shared.class))
                    : failed(file, "Comparing ended as " + ending + ".");
        }
    }

    private static Source shared(Path file, AlignTask.Shared shared) {
        boolean[] own = new boolean[shared.ownWords()];
        boolean[] other = new boolean[shared.partWords()];
        int longest = 0;
        for (AlignTask.Passage passage : shared.passages()) {
            AlignTask.Side side = Objects.requireNonNull(passage.other());
            mark(own, passage.firstWord(), passage.endWord());
            mark(other, side.firstWord(), side.endWord());
            longest = Math.max(longest, passage.endWord() - passage.firstWord());
        }
        return new Source(
                name(file), own.length, other.length, count(own), count(other), longest, shared.passages(), "");
    }

    private static void mark(boolean[] words, int from, int to) {
        for (int i = from; i < to; i++) {
            words[i] = true;
        }
    }

    private static int count(boolean[] words) {
        int count = 0;
        for (boolean word : words) {
            count += word ? 1 : 0;
        }
        return count;
    }

    private static Source failed(Path file, String unread) {
        return new Source(name(file), 0, 0, 0, 0, 0, List.of(), unread);
    }

    private static String unread(Path file, TaskFolder folder) throws IOException {
        return switch (Json.read(folder.file(DOCUMENT), Extraction.class)) {
            case Extraction.Extracted ignored -> "";
            case Extraction.Unreadable unreadable -> "Cannot read " + name(file) + ": " + unreadable.detail();
        };
    }

    private static String name(Path file) {
        return ShownName.of(String.valueOf(file.getFileName()));
    }

    int exit() {
        if (sources.stream().anyMatch(source -> !source.unread().isEmpty())) {
            return Exit.ERROR;
        }
        return sources.stream().anyMatch(source -> !source.passages().isEmpty()) ? Exit.ACCEPT : Exit.NOT_FOUND;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Source source : sources) {
            if (!source.unread().isEmpty()) {
                text.append(source.unread()).append('\n');
                continue;
            }
            text.append(file + " and " + source.file() + ": "
                    + counted(source.passages().size(), "passage")
                    + "\n  " + source.shared() + " of " + source.words() + " words (" + source.share() + ") stand in "
                    + source.file() + ", " + source.otherShared() + " of its " + source.otherWords() + " ("
                    + source.otherShare() + ") here; the longest passage has " + source.longest() + " words\n");
            source.passages().forEach(passage -> text.append(line(passage)));
        }
        return text.toString();
    }

    private static String line(AlignTask.Passage passage) {
        AlignTask.Side side = Objects.requireNonNull(passage.other());
        return "  " + passage.place() + " / " + side.place() + ": "
                + counted(passage.endWord() - passage.firstWord(), "word")
                + ", " + passage.words() + " of them in both, " + how(side) + "\n    "
                + ShownText.of(passage.quote().replaceAll("\\s+", " ")) + "\n";
    }

    /// How a passage was edited, in words.
    public static String how(AlignTask.@Nullable Side side) {
        if (side == null) {
            return "";
        }
        if (side.newFigures()) {
            return "same text with new figures";
        }
        return switch (side.edit()) {
            case VERBATIM -> "verbatim";
            case LIGHT -> "lightly edited";
            case HEAVY -> "heavily edited";
        };
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String percent(int part, int whole) {
        return whole == 0 ? "0 %" : Math.round(1000.0 * part / whole) / 10.0 + " %";
    }
}
