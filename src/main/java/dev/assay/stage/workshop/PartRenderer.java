package dev.assay.stage.workshop;

import dev.assay.child.ChildPool;
import dev.assay.child.Ending;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.extract.RenderTask;
import dev.assay.extract.render.RenderLimits;
import dev.assay.extract.render.RenderRequest;
import dev.assay.extract.render.RenderRequest.Marks;
import dev.assay.extract.render.Rendering;
import dev.assay.extract.render.Want;
import dev.assay.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has pages, slides, ranges and passages of one file drawn in a child process, and checks what comes back: how
/// a finding's evidence is shown beside it.
public final class PartRenderer {
    private static final Logger LOG = LoggerFactory.getLogger(PartRenderer.class);
    private static final String FILE = "part";
    private static final int LARGEST_ANSWER = 8 << 20;
    private static final long MEBIBYTE = 1 << 20;

    private final ChildPool children;
    private final Duration deadline;

    /// @param deadline for a small file; each MiB adds a second
    public PartRenderer(ChildPool children, Duration deadline) {
        this.children = children;
        this.deadline = deadline;
    }

    /// What drawing came to.
    public sealed interface Result {
        /// Frames were drawn, perhaps none: the answers say why.
        record Drawn(Rendering rendering, List<DrawnFrame> frames) implements Result {
            public Drawn {
                frames = List.copyOf(frames);
            }
        }

        /// Nothing can be shown; the text of a finding has to do.
        ///
        /// @param reason in words, without text of the document
        record Failed(String reason) implements Result {}
    }

    /// Draws what is wanted of a part that rests in the vault. The plain bytes lie in a folder of their own
    /// meanwhile, which is wiped.
    ///
    /// @param sha256 of the part's bytes
    /// @param name   what its vendor calls it
    /// @param width  of a page or slide in pixels
    /// @throws IOException if the disk failed
    public Result render(
            Vault vault, Path tasks, String client, String sha256, String name, List<Want> wants, int width)
            throws IOException, InterruptedException {
        try (TaskFolder folder = TaskFolder.in(tasks)) {
            vault.fetch(client, sha256, folder.file(FILE));
            return render(
                    folder.path(), new RenderRequest(FILE, name, wants, width, Marks.APART, RenderLimits.standard()));
        }
    }

    /// Draws what is wanted of a file in a task's folder.
    ///
    /// @throws IOException if the disk failed
    public Result render(Path folder, RenderRequest request) throws IOException, InterruptedException {
        List<byte[]> answers = new ArrayList<>();
        Ending ending;
        try {
            ending = children.run(
                    RenderTask.class,
                    folder,
                    Json.bytes(request),
                    deadline.plusSeconds(Files.size(folder.resolve(request.file())) / MEBIBYTE),
                    answer -> take(answers, answer));
        } catch (Talkative e) {
            return refused("one answer of bounded size");
        }
        if (!(ending instanceof Ending.Done) || answers.isEmpty()) {
            LOG.warn("Drawing ended as {}", ending);
            return new Result.Failed(why(ending));
        }
        try {
            Rendering rendering = Json.read(answers.getFirst(), Rendering.class);
            return new Result.Drawn(rendering, new FrameCheck(request, rendering).frames(folder));
        } catch (FrameCheck.Refused e) {
            return refused(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return refused("a rendering as JSON");
        }
    }

    private static Result refused(String rule) {
        LOG.warn("What a child drew is not used: it is not {}", rule);
        return new Result.Failed("What was drawn cannot be used: a drawing is " + rule + ".");
    }

    private static String why(Ending ending) {
        return switch (ending) {
            case Ending.Overran _ -> "Drawing took longer than it may.";
            case Ending.OutOfMemory _ -> "Drawing needed more memory than it may have.";
            case Ending.Threw threw -> "Drawing failed (" + threw.type() + ").";
            case Ending.Died _ -> "Drawing ended its process.";
            case Ending.Done _ -> "Drawing gave no answer.";
        };
    }

    private static void take(List<byte[]> answers, byte[] answer) {
        if (!answers.isEmpty() || answer.length > LARGEST_ANSWER) {
            throw new Talkative();
        }
        answers.add(answer);
    }

    /// A child said more than it may.
    private static final class Talkative extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
