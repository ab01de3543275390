package dev.assay.priorwork;

import dev.assay.child.Task;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.priorwork.align.AlignedPassage;
import dev.assay.priorwork.align.Edit;
import dev.assay.priorwork.align.PassageAligner;
import dev.assay.priorwork.text.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hands out the passages that a part shares with another ([Shared] as JSON). Of a restricted part nothing
/// leaves the child: no text, place or number. It runs in a child process.
public final class AlignTask implements Task {
    private static final int QUOTE = 160;

    public AlignTask() {}

    /// What two parts share.
    ///
    /// @param ownWords  how many compared words the own part has
    /// @param partWords how many the other part has; 0 where it is restricted
    public record Shared(int ownWords, int partWords, List<Passage> passages) {
        public Shared {
            passages = List.copyOf(passages);
        }
    }

    /// A shared passage.
    ///
    /// @param start     its first offset in the own part's text
    /// @param end       one past its last
    /// @param firstWord its first word among the own part's compared words
    /// @param endWord   one past its last
    /// @param place     of the own passage in words
    /// @param quote     how the own passage begins
    /// @param words     how many of its words stand in the other part in the same order
    /// @param other     the other side; null where it is restricted
    public record Passage(
            int start,
            int end,
            int firstWord,
            int endWord,
            String place,
            String quote,
            int words,
            @Nullable Side other) {}

    /// The other side of a shared passage, and both side by side.
    ///
    /// @param newFigures whether the texts differ in little more than their figures
    public record Side(
            Edit edit,
            boolean newFigures,
            int firstWord,
            int endWord,
            String place,
            List<Match.Run> ours,
            List<Match.Run> theirs) {}

    @Override
    public void run(Path folder, byte[] input, Parts parts) throws IOException {
        AlignRequest request = Json.read(input, AlignRequest.class);
        Extraction own = Json.read(TaskFolder.file(folder, request.own()), Extraction.class);
        Extraction other = Json.read(TaskFolder.file(folder, request.other()), Extraction.class);
        parts.send(Json.bytes(
                own instanceof Extraction.Extracted ours && other instanceof Extraction.Extracted theirs
                        ? shared(request, ours.document(), theirs.document())
                        : new Shared(0, 0, List.of())));
    }

    private static Shared shared(AlignRequest request, Document own, Document other) {
        Tokens ours = Tokens.of(own, request.ownLanguage());
        Tokens theirs = Tokens.of(other, request.otherLanguage());
        List<Passage> passages = PassageAligner.align(ours, theirs).stream()
                .map(each -> passage(
                        own,
                        ours,
                        each,
                        request.restricted() ? null : side(own, ours, other, theirs, each, request.longest())))
                .toList();
        return new Shared(ours.size(), request.restricted() ? 0 : theirs.size(), passages);
    }

    private static Passage passage(Document own, Tokens ours, AlignedPassage aligned, @Nullable Side other) {
        AlignedPassage.Range range = aligned.own();
        int start = ours.start(range.from());
        int end = ours.end(range.to() - 1);
        return new Passage(
                start,
                end,
                range.from(),
                range.to(),
                own.placeAt(start).describe(),
                quote(own.text().substring(start, end)),
                aligned.pairs().size(),
                other);
    }

    private static Side side(
            Document own, Tokens ours, Document other, Tokens theirs, AlignedPassage aligned, int longest) {
        AlignedPassage.Range range = aligned.other();
        return new Side(
                aligned.edit(),
                aligned.newFigures(),
                range.from(),
                range.to(),
                other.placeAt(theirs.start(range.from())).describe(),
                Runs.of(
                        own.text(),
                        ours,
                        aligned.own(),
                        aligned.pairs().stream().map(AlignedPassage.Pair::own).toList(),
                        longest),
                Runs.of(
                        other.text(),
                        theirs,
                        range,
                        aligned.pairs().stream().map(AlignedPassage.Pair::other).toList(),
                        longest));
    }

    private static String quote(String text) {
        if (text.length() <= QUOTE) {
            return text;
        }
        int whole = Character.isLowSurrogate(text.charAt(QUOTE)) ? QUOTE - 1 : QUOTE;
        return text.substring(0, whole) + "\u2026";
    }
}
