package dev.assay.lab.bench;

import dev.assay.child.Task;
import dev.assay.config.Json;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.extract.Readers;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.language.Languages;
import dev.assay.extract.pdf.PageBoxes;
import dev.assay.extract.pdf.PdfReader;
import dev.assay.extract.pdf.WordBox;
import dev.assay.extract.xml.XmlGuard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    public ReadMeasureTask() {}

    /// What to measure.
    ///
    /// @param file   in the folder
    /// @param name   what its vendor calls it
    /// @param embeds whether Tika is to open files inside the file too
    record Request(ReadEngine engine, String file, String name, int rounds, boolean embeds) {}

    /// What was measured; times are the least of the rounds, in nanoseconds.
    ///
    /// @param cpu       processor time, without the garbage collector's
    /// @param wall      wall time
    /// @param languages of `cpu`, that of the languages; 0 where another than Assay read
    /// @param reader    Assay's, empty where there is no document
    /// @param reason    why Assay found no document, empty where there is one or another read
    /// @param resident  the most memory the process ever had, in KiB; 0 where the system does not tell
    record Result(long cpu, long wall, long languages, String reader, String reason, long resident) {}

    @Override
    public void run(Path folder, byte[] input, Parts parts) throws Exception {
        XmlGuard.limitProcess();
        Request request = Json.read(input, Request.class);
        Path file = folder.resolve(request.file());
        List<Extraction> extractions = new ArrayList<>();
        Cost cost = Cost.leastOf(request.rounds(), work(request, file, extractions));
        if (extractions.isEmpty()) {
            parts.send(Json.bytes(new Result(cost.cpu(), cost.wall(), 0, "", "", resident())));
            return;
        }
        Result result = switch (extractions.getFirst()) {
            case Extraction.Extracted(Document document) ->
                new Result(
                        cost.cpu(),
                        cost.wall(),
                        Cost.leastOf(request.rounds(), () -> Languages.of(document.text(), document.blocks()))
                                .cpu(),
                        document.reader(),
                        "",
                        resident());
            case Extraction.Unreadable unreadable ->
                new Result(cost.cpu(), cost.wall(), 0, "", String.valueOf(unreadable.reason()), resident());
        };
        parts.send(Json.bytes(result));
    }

    private static Cost.Work work(Request request, Path file, List<Extraction> extractions) {
        return switch (request.engine()) {
            case TIKA -> () -> tika(file, request);
            case ASSAY ->
                () -> {
                    extractions.clear();
                    extractions.add(read(file, request));
                };
            case PDF_TEXT ->
                () -> new PdfReader(ContainerLimits.standard(), PdfReader.Detail.TEXT)
                        .read(file, "application/pdf", new AllBoxes());
            case NONE -> () -> {};
        };
    }

    private static Extraction read(Path file, Request request) throws IOException {
        return new Readers(ContainerLimits.standard())
                .read(file, request.name())
                .extraction();
    }

    private static void tika(Path file, Request request) throws IOException, SAXException, TikaException {
        AutoDetectParser parser = new AutoDetectParser();
        ParseContext context = new ParseContext();
        if (request.embeds()) {
            context.set(Parser.class, parser);
        }
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, request.name());
        try (TikaInputStream in = TikaInputStream.get(file)) {
            parser.parse(in, new BodyContentHandler(-1), metadata, context);
        }
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
