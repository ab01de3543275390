package dev.assay.extract;

import dev.assay.child.Task;
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
        Path file = inFolder(folder, request.file());
        Path output = inFolder(folder, request.output());
        Readers readers = new Readers(ContainerLimits.standard());
        Readers.Reading reading =
                request.alone() ? readers.readAlone(file, request.name()) : readers.read(file, request.name());
        Json.write(output, reading.extraction());
        parts.send(Json.bytes(ReadSummary.of(reading.extraction(), reading.claimedType())));
    }

    /// A plain name in the task's folder.
    ///
    /// @throws IllegalArgumentException if the name would leave the folder
    static Path inFolder(Path folder, String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException("A task's file is named by letters, digits, '.', '_' and '-' only");
        }
        return folder.resolve(name);
    }
}
