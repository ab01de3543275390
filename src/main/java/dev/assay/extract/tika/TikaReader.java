package dev.assay.extract.tika;

import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Extracted;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Extraction.Unreadable;
import dev.assay.document.Fact;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.EmbeddedBudget;
import dev.assay.extract.draft.EmbeddedReader;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.embedded.EmbeddedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.tika.Tika;
import org.apache.tika.config.ServiceLoader;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.TikaMemoryLimitException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.DefaultParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.external.CompositeExternalParser;
import org.apache.tika.parser.html.DefaultHtmlMapper;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/// Every format that has no reader of its own, by Apache Tika. Parsers that start other programs are left out;
/// nothing outside the file is opened.
public final class TikaReader implements Reader {
    private static final String NAME = "assay-tika 2 (" + Tika.getString() + ")";
    private static final Collection<Class<? extends Parser>> LEFT_OUT =
            List.of(CompositeExternalParser.class, TesseractOCRParser.class);
    private static final Parser PARSER = parser();
    private static final int MOST_PROPERTIES = 500;
    private static final int LONGEST_PROPERTY = 2_000;
    /// A compound file in which nothing known was found, often because it is cut off.
    private static final String OLE_CONTAINER = "application/x-tika-msoffice";

    /// Archives and packed files that no scan has unpacked before.
    private static final Set<String> ARCHIVES = Set.of(
            "application/x-rar-compressed",
            "application/x-arj",
            "application/x-compress",
            "application/x-snappy-framed",
            "application/x-lz4",
            "application/x-brotli",
            "application/zstd");

    private final ContainerLimits limits;
    private final EmbeddedReader readers;
    private final EmbeddedBudget budget;

    public TikaReader(ContainerLimits limits, EmbeddedReader readers, EmbeddedBudget budget) {
        this.limits = limits;
        this.readers = readers;
        this.budget = budget;
    }

    private static Parser parser() {
        DefaultParser parser = new DefaultParser(
                MediaTypeRegistry.getDefaultRegistry(), new ServiceLoader(TikaReader.class.getClassLoader()), LEFT_OUT);
        tellScripts(parser);
        return parser;
    }

    /// Lets the HTML parser hand out scripts, so that they can be told.
    private static void tellScripts(CompositeParser parsers) {
        for (Parser each : parsers.getAllComponentParsers()) {
            if (each instanceof JSoupParser html) {
                html.setExtractScripts(true);
            }
        }
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        DocumentDraft draft = new DocumentDraft();
        Metadata metadata = new Metadata();
        metadata.set(HttpHeaders.CONTENT_TYPE, mediaType);
        BlockHandler handler = new BlockHandler(draft, mediaType, metadata, limits);
        EmbeddedFiles files = new EmbeddedFiles(draft, readers, budget, limits);
        if (ARCHIVES.contains(mediaType)) {
            files.unpackedFrom(Files.size(file));
        }
        EmbeddedParts parts = new EmbeddedParts(draft, handler, files, mediaType);
        try (TikaInputStream in = TikaInputStream.get(file)) {
            PARSER.parse(in, handler, metadata, context(parts));
        } catch (TikaException | SAXException | IOException | RuntimeException e) {
            if (parts.failure() == null && !handler.stopped()) {
                return refused(e, mediaType);
            }
        }
        if (parts.failure() != null) {
            return parts.failure().as(mediaType);
        }
        if (Arrays.asList(metadata.getValues(TikaCoreProperties.TIKA_PARSED_BY))
                .contains("org.apache.tika.parser.EmptyParser")) {
            return new Unreadable(Reason.UNKNOWN_FORMAT, mediaType, "no reader is known for " + mediaType);
        }
        handler.finish();
        properties(metadata, draft);
        if (mediaType.equals("application/rtf")) {
            RtfFacts.tell(file, draft);
        }
        if (mediaType.equals("application/msword")) {
            OldWordFacts.tell(file, draft);
        }
        if (OpenDocumentFacts.isOne(mediaType)) {
            OpenDocumentFacts facts = OpenDocumentFacts.tell(file, mediaType, draft);
            return new Extracted(facts.layered(draft.finish(mediaType, NAME)));
        }
        return new Extracted(draft.finish(mediaType, NAME));
    }

    private static ParseContext context(EmbeddedParts parts) {
        OfficeParserConfig office = new OfficeParserConfig();
        office.setExtractMacros(true);
        office.setIncludeDeletedContent(false);
        office.setUseSAXDocxExtractor(true);
        ParseContext context = new ParseContext();
        context.set(Parser.class, PARSER);
        context.set(EmbeddedDocumentExtractor.class, parts);
        context.set(OfficeParserConfig.class, office);
        context.set(HtmlMapper.class, new KeepingSpans());
        return context;
    }

    /// The usual mapping of HTML, which would otherwise forget how far a cell reaches.
    private static final class KeepingSpans extends DefaultHtmlMapper {
        @Override
        public @Nullable String mapSafeAttribute(String element, String attribute) {
            boolean span = attribute.equals("colspan") || attribute.equals("rowspan");
            return span ? attribute : super.mapSafeAttribute(element, attribute);
        }
    }

    private static Unreadable refused(Exception e, String mediaType) {
        boolean parserFault = false;
        for (Throwable cause : causes(e)) {
            if (cause instanceof EncryptedDocumentException
                    || cause instanceof org.apache.poi.EncryptedDocumentException) {
                return new Unreadable(Reason.PASSWORD, mediaType, "the file is encrypted");
            }
            if (cause instanceof UnsupportedFormatException) {
                return new Unreadable(Reason.UNKNOWN_FORMAT, mediaType, "this variant of the format is not read");
            }
            if (cause instanceof TikaMemoryLimitException || cause instanceof MemoryLimitException) {
                return new Unreadable(Reason.LIMIT, mediaType, "limit memory: unpacking it needs too much memory");
            }
            if (String.valueOf(cause.getMessage()).contains("JAXP00")) {
                return new Unreadable(Reason.LIMIT, mediaType, "limit entities: the XML passes a limit of its parser");
            }
            parserFault |= cause instanceof RuntimeException;
        }
        return parserFault && !mediaType.equals(OLE_CONTAINER)
                ? new Unreadable(Reason.CRASHED, mediaType, "the parser failed: " + rootName(e))
                : new Unreadable(Reason.DAMAGED, mediaType, "the file is damaged or cut off");
    }

    private static List<Throwable> causes(Throwable e) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable each = e; each != null && causes.size() < 20; each = each.getCause()) {
            causes.add(each);
        }
        return causes;
    }

    private static String rootName(Throwable e) {
        return causes(e).getLast().getClass().getSimpleName();
    }

    private static void properties(Metadata metadata, DocumentDraft draft) {
        String[] names = metadata.names();
        Arrays.sort(names);
        int told = 0;
        for (String name : names) {
            if (name.startsWith("X-TIKA") || name.equals(HttpHeaders.CONTENT_TYPE) || told++ >= MOST_PROPERTIES) {
                continue;
            }
            String value = String.join("; ", metadata.getValues(name)).strip();
            if (!value.isEmpty()) {
                draft.fact(new Fact.Property(name, value.substring(0, Math.min(value.length(), LONGEST_PROPERTY))));
            }
        }
    }
}
