package dev.assay.extract;

import dev.assay.child.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.poi.util.TempFile;
import org.apache.tika.io.TemporaryResources;

/// Makes a temporary file in each way that readers and their libraries do, tells where they lie, and never
/// ends.
public final class TemporaryFiles implements Task {
    /// In how many ways.
    static final int WAYS = 4;

    public TemporaryFiles() {}

    @Override
    public void run(Path folder, byte[] input, Parts parts) throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Files.write(Files.createTempFile("assay-part", ".bin"), input);
        Files.write(TempFile.createTempFile("poi", ".bin").toPath(), input);
        Files.write(new TemporaryResources().createTempFile(), input);
        org.apache.pdfbox.io.ScratchFile scratch =
                new org.apache.pdfbox.io.ScratchFile(org.apache.pdfbox.io.MemoryUsageSetting.setupTempFileOnly());
        scratch.createBuffer().write(input);
        List<String> told = new ArrayList<>(List.of(temporary.toString()));
        try (Stream<Path> files = Files.walk(temporary)) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(told::add);
        }
        Files.write(folder.resolve("told"), told);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
