package dev.assay.lab.bench;

import dev.assay.child.Task;
import dev.assay.config.Json;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.extract.ReadRequest;
import dev.assay.extract.ReadTask;
import dev.assay.extract.Readers;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.language.Languages;
import dev.assay.extract.pdf.PageBoxes;
import dev.assay.extract.pdf.PdfReader;
import dev.assay.extract.pdf.WordBox;
import dev.assay.extract.xml.XmlGuard;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/// Reads one file of its folder some times with one engine and hands out the least that took. Input: a
/// [Request] as JSON; output: a [Result] as JSON.
public final class ReadMeasureTask implements Task {
    /// After so much processor time no further round is begun.
    private static final long ENOUGH_NANOS = 3_000_000_000L;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public ReadMeasureTask() {}

    /// What to measure.
    ///
    /// @param file   in the folder
    /// @param name   what its vendor calls it
    /// @param embeds whether Tika is to open files inside the file too
    record Request(ReadEngine engine, String file, String name, int rounds, boolean embeds) {}

    /// What was measured.
    ///
    /// @param cpu        least processor time of a round, in nanoseconds, without the garbage collector's
    /// @param wall       least wall time of a round, in nanoseconds
    /// @param reader     Assay's, empty where there is no document
    /// @param mediaType  as found
    /// @param characters of text
    /// @param resident   the most memory the process ever had, in KiB; 0 where the system does not tell
    record Result(long cpu, long wall, String reader, String mediaType, int characters, long resident) {}

    @Override
    public void run(Path folder, byte[] input, Parts parts) throws Exception {
        XmlGuard.limitProcess();
        Request request = Json.read(input, Request.class);
        Path file = folder.resolve(request.file());
        Work work = work(request, folder, file);
        long cpu = Long.MAX_VALUE;
        long wall = Long.MAX_VALUE;
        long spent = 0;
        Read read = new Read("", "", 0);
        for (int round = 0; round < request.rounds() && spent < ENOUGH_NANOS; round++) {
            long cpuStart = THREADS.getCurrentThreadCpuTime();
            long wallStart = System.nanoTime();
            read = work.run();
            wall = Math.min(wall, System.nanoTime() - wallStart);
            long used = THREADS.getCurrentThreadCpuTime() - cpuStart;
            cpu = Math.min(cpu, used);
            spent += used;
        }
        parts.send(Json.bytes(new Result(cpu, wall, read.reader(), read.mediaType(), read.characters(), resident())));
    }

    private interface Work {
        Read run() throws Exception;
    }

    private record Read(String reader, String mediaType, int characters) {
        static Read of(Extraction extraction) {
            return switch (extraction) {
                case Extraction.Extracted(Document document) ->
                    new Read(
                            document.reader(),
                            document.mediaType(),
                            document.text().length());
                case Extraction.Unreadable unreadable -> new Read("", unreadable.mediaType(), 0);
            };
        }
    }

    private static Work work(Request request, Path folder, Path file) throws IOException {
        return switch (request.engine()) {
            case TIKA -> () -> tika(file, request);
            case ASSAY -> () -> Read.of(read(file, request));
            case PDF_TEXT ->
                () -> Read.of(new PdfReader(ContainerLimits.standard(), PdfReader.Detail.TEXT)
                        .read(file, "application/pdf", new AllBoxes()));
            case LANGUAGES -> languages(read(file, request));
            case CHILD -> {
                byte[] input = Json.bytes(new ReadRequest(request.file(), request.name(), "document.json"));
                yield () -> {
                    new ReadTask().run(folder, input, part -> {});
                    return new Read("", "", Math.toIntExact(Files.size(folder.resolve("document.json"))));
                };
            }
        };
    }

    private static Extraction read(Path file, Request request) throws IOException {
        return new Readers(ContainerLimits.standard())
                .read(file, request.name())
                .extraction();
    }

    private static Work languages(Extraction extraction) {
        return () -> {
            if (extraction instanceof Extraction.Extracted(Document document)) {
                List<Document.Language> runs = Languages.of(document.text(), document.blocks());
                return new Read(document.reader(), document.mediaType(), runs.size());
            }
            return Read.of(extraction);
        };
    }

    private static Read tika(Path file, Request request) throws IOException, SAXException, TikaException {
        AutoDetectParser parser = new AutoDetectParser();
        ParseContext context = new ParseContext();
        if (request.embeds()) {
            context.set(Parser.class, parser);
        }
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, request.name());
        BodyContentHandler text = new BodyContentHandler(-1);
        try (TikaInputStream in = TikaInputStream.get(file)) {
            parser.parse(in, text, metadata, context);
        }
        return new Read(
                "tika",
                String.valueOf(metadata.get(Metadata.CONTENT_TYPE)),
                text.toString().length());
    }

    /// Takes every box and keeps none.
    private static final class AllBoxes implements PageBoxes {
        @Override
        public void page(int number, float width, float height) {}

        @Override
        public void word(WordBox box) {}
    }

    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
