package dev.assay.extract.office;

import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Extracted;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Extraction.Unreadable;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.xml.ForbiddenDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

/// Reads any Office Open XML file: opens its package, has its content read, and tells why where that fails.
///
/// @param reader    name and version of the reader
/// @param mainPart  the usual name of the main part
/// @param content   reads what is inside
public record OfficeFile(String reader, String mainPart, Content content) {
    /// Reads the content of an open package.
    public interface Content {
        void read(OfficePackage source, String mainPart, DocumentDraft draft) throws IOException;
    }

    public Extraction read(Path file, String mediaType) throws IOException {
        if (Files.size(file) == 0) {
            return new Unreadable(Reason.EMPTY, mediaType, "The file has no bytes.");
        }
        DocumentDraft draft = new DocumentDraft();
        try (OfficePackage source = OfficePackage.open(file, draft)) {
            String main = source.mainPart(mainPart);
            if (!source.has(main)) {
                return new Unreadable(Reason.DAMAGED, mediaType, "The file has no main part (" + main + ").");
            }
            content.read(source, main, draft);
            return new Extracted(draft.finish(mediaType, reader));
        } catch (ZipException e) {
            return new Unreadable(
                    Reason.DAMAGED,
                    mediaType,
                    "The file is not a whole zip package: it was cut off or changed on the way.");
        } catch (ForbiddenDeclaration e) {
            return new Unreadable(Reason.LIMIT, mediaType, e.getMessage());
        }
    }
}
