package dev.assay.priorwork;

import dev.assay.child.Task;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.document.Extraction;
import dev.assay.priorwork.index.Shingle;
import dev.assay.priorwork.text.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Hands out what is told of a read part's text ([TextSurvey] as JSON) and then its shingles, in batches ([Batch] as
/// JSON); nothing where it could not be read. It
/// runs in a child process and never sees the secret that makes fingerprints of them.
public final class FingerprintTask implements Task {
    private static final int BATCH = 50_000;

    public FingerprintTask() {}

    /// Some of a part's shingles.
    public record Batch(List<Shingle> shingles) {
        public Batch {
            shingles = List.copyOf(shingles);
        }
    }

    @Override
    public void run(Path folder, byte[] input, Parts parts) throws IOException {
        FingerprintRequest request = Json.read(input, FingerprintRequest.class);
        Extraction extraction = Json.read(TaskFolder.file(folder, request.file()), Extraction.class);
        if (extraction instanceof Extraction.Extracted extracted) {
            Tokens tokens = Tokens.of(extracted.document(), request.language());
            parts.send(Json.bytes(TextSurvey.of(extracted.document(), tokens)));
            int count = Shingle.count(tokens);
            for (int from = 0; from < count; from += BATCH) {
                parts.send(Json.bytes(new Batch(Shingle.of(tokens, from, Math.min(count, from + BATCH)))));
            }
        }
    }
}
