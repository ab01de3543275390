package dev.assay.extract;

import dev.assay.child.Task;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.document.Extraction;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.render.Geometry;
import dev.assay.extract.render.RenderRequest;
import dev.assay.extract.render.Renderer;
import dev.assay.extract.xml.XmlGuard;
import java.io.IOException;
import java.nio.file.Path;

/// Reads one file of its folder again and draws the pages, slides, ranges or passages it is asked for into files
/// beside it; hands out a [dev.assay.extract.render.Rendering] as JSON. Input: a [RenderRequest] as JSON.
///
/// The same bytes give the same document, so that offsets of an earlier reading hold; where the reader has
/// changed since, the quote decides.
public final class RenderTask implements Task {
    public RenderTask() {}

    @Override
    public void run(Path folder, byte[] input, Parts parts) throws IOException {
        XmlGuard.limitProcess();
        RenderRequest request = Json.read(input, RenderRequest.class);
        Path file = TaskFolder.file(folder, request.file());
        Geometry geometry = new Geometry();
        Extraction extraction = new Readers(ContainerLimits.standard(), geometry)
                .read(file, request.name())
                .extraction();
        parts.send(Json.bytes(new Renderer(folder, file, request, geometry).render(extraction)));
    }
}
