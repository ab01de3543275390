package dev.assay.extract.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Opens workbooks of Excel 97 to 2003. Where the library gives up, it is asked again without the conditional
/// formats: it cannot read those without a rule, which LibreOffice writes for data bars, and nothing is told of
/// any.
final class OldWorkbookFile {
    private static final String STREAM = "Workbook";
    /// CondFmt, CF, CondFmt12 and CF12 (MS-XLS, 2.3.2).
    private static final Set<Integer> CONDITIONAL_FORMATS = Set.of(0x01B0, 0x01B1, 0x0879, 0x087A);
    /// A kind of record that no version of the format knows.
    private static final short UNKNOWN = 0x7F00;

    private OldWorkbookFile() {}

    static HSSFWorkbook open(POIFSFileSystem container, Path file) throws IOException {
        try {
            return new HSSFWorkbook(container.getRoot(), false);
        } catch (IllegalArgumentException e) {
            if (!container.getRoot().hasEntryCaseInsensitive(STREAM)) {
                throw e;
            }
            return withoutConditionalFormats(file);
        }
    }

    private static HSSFWorkbook withoutConditionalFormats(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                POIFSFileSystem copy = new POIFSFileSystem(in)) {
            byte[] records;
            try (DocumentInputStream stream = copy.createDocumentInputStream(STREAM)) {
                records = stream.readAllBytes();
            }
            rename(ByteBuffer.wrap(records).order(ByteOrder.LITTLE_ENDIAN));
            copy.createOrUpdateDocument(new ByteArrayInputStream(records), STREAM);
            return new HSSFWorkbook(copy.getRoot(), false);
        }
    }

    private static void rename(ByteBuffer records) {
        while (records.remaining() >= 4) {
            int start = records.position();
            int kind = Short.toUnsignedInt(records.getShort());
            int size = Short.toUnsignedInt(records.getShort());
            if (CONDITIONAL_FORMATS.contains(kind)) {
                records.putShort(start, UNKNOWN);
            }
            records.position(Math.min(records.position() + size, records.limit()));
        }
    }
}
