package dev.assay.command;

import dev.assay.child.TaskFolder;
import dev.assay.extract.render.RenderLimits;
import dev.assay.extract.render.RenderRequest;
import dev.assay.extract.render.RenderRequest.Marks;
import dev.assay.extract.render.Rendering;
import dev.assay.extract.render.Rendering.Answer;
import dev.assay.extract.render.Rendering.Form;
import dev.assay.extract.render.Want;
import dev.assay.page.Pages;
import dev.assay.stage.workshop.DrawnFrame;
import dev.assay.stage.workshop.PartRenderer;
import dev.assay.work.ShownName;
import dev.assay.work.ShownText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says where words stand in a file, and writes the page, slide, range or passage with the words marked.
final class ShownPassage {
    private static final int WIDTH = 1_200;

    private final Bench bench;
    private final Duration deadline;
    private final PrintWriter out;

    ShownPassage(Bench bench, Duration deadline, PrintWriter out) {
        this.bench = bench;
        this.deadline = deadline;
        this.out = out;
    }

    /// Whether a picture can be written to a file of that name.
    static boolean isPictureName(Path picture) {
        return extension(picture).equals("png") || extension(picture).equals("html");
    }

    /// Looks for words.
    ///
    /// @param picture takes the frame; null where no picture is wanted
    /// @return the command's exit code
    int show(Path file, String words, @Nullable Path picture) throws IOException, InterruptedException {
        String name = String.valueOf(file.getFileName());
        boolean png = picture != null && extension(picture).equals("png");
        try (TaskFolder folder = bench.task()) {
            Files.copy(file, folder.file("part"));
            RenderRequest request = new RenderRequest(
                    "part",
                    name,
                    List.of(Want.of(words)),
                    WIDTH,
                    png ? Marks.DRAWN : Marks.APART,
                    RenderLimits.standard());
            PartRenderer.Result result = new PartRenderer(bench.children(), deadline).render(folder.path(), request);
            return switch (result) {
                case PartRenderer.Result.Failed failed ->
                    say(Exit.ERROR, "Cannot show " + ShownName.of(name) + ": " + failed.reason());
                case PartRenderer.Result.Drawn drawn -> tell(name, words, drawn, picture);
            };
        } finally {
            out.flush();
        }
    }

    private int tell(String name, String words, PartRenderer.Result.Drawn drawn, @Nullable Path picture)
            throws IOException {
        String shown = ShownName.of(name);
        Rendering rendering = drawn.rendering();
        return switch (rendering.answers().getFirst()) {
            case Answer.Shown found -> {
                say(Exit.ACCEPT, shown + ": " + found.alternative());
                if (found.occurrences() > 1) {
                    say(Exit.ACCEPT, "The words stand in " + found.occurrences() + " places; this is the first.");
                }
                yield picture == null ? Exit.ACCEPT : write(shown, found, drawn.frames(), picture);
            }
            case Answer.Missing missing ->
                switch (missing.reason()) {
                    case UNREADABLE -> say(Exit.NOT_FOUND, "Cannot read " + shown + ": " + detail(rendering));
                    case NOT_FOUND, LIMIT ->
                        say(Exit.NOT_FOUND, shown + " does not hold the words \u201C" + words + "\u201D.");
                };
        };
    }

    private static String detail(Rendering rendering) {
        return rendering.unreadable() == null ? "" : rendering.unreadable().detail();
    }

    private int write(String name, Answer.Shown found, List<DrawnFrame> frames, Path picture) throws IOException {
        if (found.sights().isEmpty()) {
            return say(Exit.ERROR, "Its frame is larger than a frame may be; nothing was written.");
        }
        DrawnFrame frame = frames.get(found.sights().getFirst().frame());
        frame.frame().notes().forEach(note -> say(Exit.ACCEPT, note));
        if (extension(picture).equals("html")) {
            String title = name + ", " + frame.frame().alternative();
            String page = Pages.render("dev/assay/command/frame.jte", new FramePage(title, frame.html()));
            Files.writeString(picture, ShownText.of(page), StandardCharsets.UTF_8);
        } else if (frame.frame().form() == Form.PICTURE) {
            Files.write(picture, frame.content());
        } else {
            return say(
                    Exit.USAGE,
                    "A picture is there of PDF pages only, here is text. Found: " + ShownName.of(picture.toString())
                            + ". Name a file that ends in .html.");
        }
        return say(Exit.ACCEPT, "Written: " + ShownName.of(picture.toString()));
    }

    private int say(int exit, String line) {
        out.println(ShownText.of(line));
        return exit;
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
