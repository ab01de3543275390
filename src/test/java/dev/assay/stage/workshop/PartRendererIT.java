package dev.assay.stage.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.child.ChildPool;
import dev.assay.child.ChildSettings;
import dev.assay.document.Place;
import dev.assay.extract.render.RenderLimits;
import dev.assay.extract.render.RenderRequest;
import dev.assay.extract.render.RenderRequest.Marks;
import dev.assay.extract.render.Rendering.Answer;
import dev.assay.extract.render.Rendering.Reason;
import dev.assay.extract.render.Want;
import dev.assay.stage.workshop.PartRenderer.Result;
import dev.assay.vault.Stored;
import dev.assay.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Drawing with real child processes, from a real vault.
final class PartRendererIT {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path home;

    private ChildPool children;
    private PartRenderer renderer;

    @BeforeEach
    void start() {
        children = ChildPool.start(new ChildSettings(1, 300, 100, home.resolve("scratch"), null, List.of()));
        renderer = new PartRenderer(children, LONG);
    }

    @AfterEach
    void stop() {
        children.close();
    }

    private static byte[] docx(String... paragraphs) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String text : paragraphs) {
                document.createParagraph().createRun().setText(text);
            }
            document.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void partInTheVault_isDrawn_andNothingPlainIsLeft() throws Exception {
        Path plain = Files.write(home.resolve("plain.docx"), docx("First words", "The evidence stands here"));
        Path tasks = Files.createDirectory(home.resolve("tasks"));
        Vault vault = Vault.open(home.resolve("data"), "a long passphrase".toCharArray());
        Stored stored = vault.store("acme", plain);
        Result.Drawn drawn = assertInstanceOf(
                Result.Drawn.class,
                renderer.render(
                        vault, tasks, "acme", stored.sha256(), "report.docx", List.of(Want.of("evidence")), 800));
        Answer.Shown shown =
                assertInstanceOf(Answer.Shown.class, drawn.rendering().answers().getFirst());
        assertEquals(new Place.Paragraph(2, List.of()), shown.place());
        assertTrue(
                drawn.frames().getFirst().html().contains("The <mark data-want=\"0\">evidence</mark> stands here"),
                drawn.frames().getFirst().html());
        try (Stream<Path> left = Files.list(tasks)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void whatCannotBeDrawn_isSaid() throws Exception {
        Path folder = Files.createDirectory(home.resolve("task"));
        Files.write(folder.resolve("part"), "PK broken".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Result.Drawn drawn =
                assertInstanceOf(Result.Drawn.class, renderer.render(folder, request(List.of(Want.of("x")))));
        assertEquals(
                List.of(new Answer.Missing(Reason.NOT_FOUND)), drawn.rendering().answers());
        Files.write(folder.resolve("part"), new byte[0]);
        Result.Drawn none =
                assertInstanceOf(Result.Drawn.class, renderer.render(folder, request(List.of(Want.of("x")))));
        assertEquals(
                List.of(new Answer.Missing(Reason.UNREADABLE)), none.rendering().answers());
        RenderRequest elsewhere = new RenderRequest(
                "../part", "report", List.of(Want.of("x")), 800, Marks.APART, RenderLimits.standard());
        Files.write(home.resolve("part"), docx("x"));
        Result.Failed failed = assertInstanceOf(Result.Failed.class, renderer.render(folder, elsewhere));
        assertEquals("Drawing failed (java.lang.IllegalArgumentException).", failed.reason());
    }

    @Test
    void tenThousandWants_areAnsweredWithinTheLimits() throws Exception {
        Path folder = Files.createDirectory(home.resolve("task"));
        String[] paragraphs = new String[2_000];
        for (int i = 0; i < paragraphs.length; i++) {
            paragraphs[i] = "Paragraph number " + i + " of many";
        }
        Files.write(folder.resolve("part"), docx(paragraphs));
        List<Want> wants = new java.util.ArrayList<>(Collections.nCopies(9_900, Want.of("many")));
        for (int i = 0; i < 100; i++) {
            wants.add(i, Want.of("number " + i * 20 + " of"));
        }
        Result.Drawn drawn = assertInstanceOf(Result.Drawn.class, renderer.render(folder, request(wants)));
        RenderLimits limits = RenderLimits.standard();
        assertEquals(limits.frames(), drawn.frames().size());
        List<Answer> answers = drawn.rendering().answers();
        assertEquals(10_000, answers.size());
        assertEquals(
                10_000 - limits.wants(),
                answers.stream()
                        .filter(new Answer.Missing(Reason.LIMIT)::equals)
                        .count());
    }

    private static RenderRequest request(List<Want> wants) {
        return new RenderRequest("part", "report", wants, 800, Marks.APART, RenderLimits.standard());
    }
}
