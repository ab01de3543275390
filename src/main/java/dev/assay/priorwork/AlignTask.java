package dev.assay.priorwork;

import dev.assay.child.Task;
import dev.assay.config.Json;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.priorwork.align.AlignedPassage;
import dev.assay.priorwork.align.PassageAligner;
import dev.assay.priorwork.text.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Hands out the passages that a part shares with another ([Shared] as JSON), with nothing of the other part's
/// text. It runs in a child process.
public final class AlignTask implements Task {
    private static final int QUOTE = 160;

    public AlignTask() {}

    /// What two parts share, told from the own side.
    public record Shared(List<Passage> passages) {
        public Shared {
            passages = List.copyOf(passages);
        }
    }

    /// A shared passage.
    ///
    /// @param place of the own passage in words
    /// @param quote how the own passage begins
    public record Passage(int start, int end, int words, String place, String quote) {}

    @Override
    public void run(Path folder, byte[] input, Parts parts) throws IOException {
        AlignRequest request = Json.read(input, AlignRequest.class);
        Extraction own = Json.read(FingerprintTask.inFolder(folder, request.own()), Extraction.class);
        Extraction other = Json.read(FingerprintTask.inFolder(folder, request.other()), Extraction.class);
        if (own instanceof Extraction.Extracted ours && other instanceof Extraction.Extracted theirs) {
            Document document = ours.document();
            List<AlignedPassage> aligned = PassageAligner.align(
                    Tokens.of(document, request.ownLanguage()), Tokens.of(theirs.document(), request.otherLanguage()));
            parts.send(Json.bytes(new Shared(
                    aligned.stream().map(each -> passage(document, each)).toList())));
        } else {
            parts.send(Json.bytes(new Shared(List.of())));
        }
    }

    private static Passage passage(Document document, AlignedPassage aligned) {
        return new Passage(
                aligned.start(),
                aligned.end(),
                aligned.words(),
                document.placeAt(aligned.start()).describe(),
                quote(document.text(), aligned));
    }

    private static String quote(String text, AlignedPassage aligned) {
        if (aligned.end() - aligned.start() <= QUOTE) {
            return text.substring(aligned.start(), aligned.end());
        }
        int end = aligned.start() + QUOTE;
        int whole = Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
        return text.substring(aligned.start(), whole) + "\u2026";
    }
}
