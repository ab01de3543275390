package dev.assay.check;

import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.child.Task;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.document.Extraction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a checklist's items over what was delivered, in a child process. Takes a [CheckRequest] as JSON, hands
/// out one [ItemResult] per item, in order: where the task ends early, the parent knows which item ended it and
/// asks for the rest.
public final class CheckTask implements Task {
    @Override
    public void run(Path folder, byte[] input, Parts parts) throws IOException {
        CheckRequest request = Json.read(input, CheckRequest.class);
        Inspection inspection = inspection(folder, request);
        Inspection files = inspection.ofFiles();
        Inspector inspector = new Inspector(Checks.all());
        for (Item item : request.items()) {
            // Nothing that must be contained may go out in a covering mail either.
            Inspection seen = item.effect() == Effect.CONTAIN ? inspection : files;
            ItemOutcome ended = inspector.inspect(item, seen, request.declarations());
            parts.send(Json.bytes(new ItemResult(item.id(), ended.kindVersion(), ended.outcome())));
        }
    }

    private static Inspection inspection(Path folder, CheckRequest request) throws IOException {
        List<Inspection.Part> parts = new ArrayList<>();
        for (CheckRequest.CheckPart part : request.parts()) {
            parts.add(part(folder, part));
        }
        List<Given> references = new ArrayList<>();
        for (CheckRequest.CheckReference each : request.references()) {
            references.add(new Given(each.id(), each.kind(), each.quotable(), part(folder, each.part())));
        }
        return new Inspection(
                request.workOrder(),
                request.deliverable(),
                request.role(),
                request.language(),
                parts,
                references,
                request.background() == null
                        ? Background.NONE
                        : Json.read(TaskFolder.file(folder, request.background()), Background.class));
    }

    private static Inspection.Part part(Path folder, CheckRequest.CheckPart part) throws IOException {
        return new Inspection.Part(
                part.name(), part.role(), Json.read(TaskFolder.file(folder, part.file()), Extraction.class));
    }
}
