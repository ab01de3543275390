package dev.assay.extract.workbook;

import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Extracted;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Extraction.Unreadable;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.Version;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/// Workbooks of Excel 97 to 2003 by POI: each sheet a table, each cell at its place, values as displayed and as
/// stored. Older ones go to another reader.
public final class OldWorkbookReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of("application/vnd.ms-excel");

    private static final String NAME = "assay-xls 2 (POI " + Version.getVersion() + ")";

    private final ContainerLimits limits;
    private final Reader older;

    public OldWorkbookReader(ContainerLimits limits, Reader older) {
        this.limits = limits;
        this.older = older;
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true);
                HSSFWorkbook workbook = OldWorkbookFile.open(container, file)) {
            DocumentDraft draft = new DocumentDraft();
            OldWorkbook shared = OldWorkbook.of(workbook, draft, limits.cells());
            names(shared);
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                new OldSheet(shared, i).read();
            }
            draft.fact(new Fact.Count(Fact.Count.Unit.SHEETS, workbook.getNumberOfSheets()));
            shared.fonts().forEach(font -> draft.fact(new Fact.Font(font, false, true)));
            new OldRecords(shared).tell();
            shared.links().tell(draft);
            macros(container, draft);
            properties(workbook, draft);
            return new Extracted(draft.finish(mediaType, NAME));
        } catch (EncryptedDocumentException e) {
            return new Unreadable(Reason.PASSWORD, mediaType, "the workbook is encrypted");
        } catch (OldExcelFormatException e) {
            return older.read(file, mediaType);
        } catch (IOException | RuntimeException e) {
            return new Unreadable(Reason.DAMAGED, mediaType, "the workbook is damaged or cut off");
        }
    }

    private static void names(OldWorkbook shared) {
        int untold = 0;
        for (HSSFName name : shared.workbook().getAllNames()) {
            if (name.isFunctionName()) {
                continue;
            }
            String scope = name.getSheetIndex() < 0 ? "" : SheetName.quoted(name.getSheetName()) + "!";
            String refersTo = refersTo(name);
            untold += refersTo == null ? 1 : 0;
            String said = refersTo == null ? "" : refersTo;
            shared.draft().fact(new Fact.DefinedName(scope + name.getNameName(), said, name.isHidden()));
            shared.links().name(scope + name.getNameName(), said);
        }
        if (untold > 0) {
            shared.draft()
                    .gap(
                            Gap.Reason.DAMAGED,
                            new Place.Whole(),
                            "What " + untold + " of the names refer to cannot be told.");
        }
    }

    private static @Nullable String refersTo(HSSFName name) {
        try {
            String formula = name.getRefersToFormula();
            return formula == null ? "" : formula;
        } catch (RuntimeException e) {
            // The library does not know every kind of reference.
            return null;
        }
    }

    private static void macros(POIFSFileSystem container, DocumentDraft draft) {
        if (container.getRoot().hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
            draft.fact(new Fact.ActiveContent(Fact.ActiveContent.Kind.MACRO, "VBA project", new Place.Whole()));
        }
    }

    private static void properties(HSSFWorkbook workbook, DocumentDraft draft) {
        SummaryInformation summary = workbook.getSummaryInformation();
        if (summary != null) {
            property("Title", summary.getTitle(), draft);
            property("Author", summary.getAuthor(), draft);
            property("LastAuthor", summary.getLastAuthor(), draft);
            property("Comments", summary.getComments(), draft);
        }
    }

    private static void property(String name, @Nullable String value, DocumentDraft draft) {
        if (value != null && !value.isBlank()) {
            draft.fact(new Fact.Property(name, value.strip()));
        }
    }
}
