package dev.assay.extract.workbook;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Extracted;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Workbooks in binary parts (xlsb), by another reader that knows their texts and values only: what it does not
/// read is said.
public final class BinaryWorkbookReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of("application/vnd.ms-excel.sheet.binary.macroenabled.12");

    private static final Gap NOT_READ = new Gap(
            Gap.Reason.SKIPPED_PART,
            new Place.Whole(),
            "Of a binary workbook (xlsb) only texts and values are read: not its formulas, formats, names, links,"
                    + " charts, nor what is hidden. Ask for it as xlsx.");

    private final Reader values;

    /// @param values reads texts and values
    public BinaryWorkbookReader(Reader values) {
        this.values = values;
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        Extraction read = values.read(file, mediaType);
        if (!(read instanceof Extracted(Document document))) {
            return read;
        }
        List<Gap> gaps = new ArrayList<>(document.gaps());
        gaps.add(NOT_READ);
        return new Extracted(new Document(
                document.mediaType(),
                document.text(),
                document.blocks(),
                document.facts(),
                gaps,
                document.languages(),
                document.reader()));
    }
}
