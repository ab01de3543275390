package dev.assay.extract;

import dev.assay.child.Task;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.document.Extraction;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.xml.XmlGuard;
import java.io.IOException;
import java.nio.file.Path;

/// Reads one file of its folder into an [Extraction], writes that as JSON beside it, and hands out a
/// [ReadSummary]. Input: a [ReadRequest] as JSON.
public final class ReadTask implements Task {
    public ReadTask() {}

    @Override
    public void run(Path folder, byte[] input, Parts parts) throws IOException {
        XmlGuard.limitProcess();
        ReadRequest request = Json.read(input, ReadRequest.class);
        Path file = TaskFolder.file(folder, request.file());
        Path output = TaskFolder.file(folder, request.output());
        Readers readers = new Readers(ContainerLimits.standard());
        Readers.Reading reading =
                request.alone() ? readers.readAlone(file, request.name()) : readers.read(file, request.name());
        Json.write(output, reading.extraction());
        parts.send(Json.bytes(ReadSummary.of(reading.extraction(), reading.claimedType())));
    }
}
