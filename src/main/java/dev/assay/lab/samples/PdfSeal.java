package dev.assay.lab.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/// Writes a PDF anew so that its bytes depend on its content alone: streams that a compressor wrote are stored
/// plainly, the file's identifier is fixed, and pages that are to be damaged are.
final class PdfSeal {
    /// Stands where a writer would put the time.
    static final long ID = 20_261_120L;

    private PdfSeal() {}

    static byte[] seal(byte[] pdf, Set<Integer> damaged) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (COSObjectKey key :
                    List.copyOf(document.getDocument().getXrefTable().keySet())) {
                unpack(document.getDocument().getObjectFromPool(key).getObject());
            }
            for (int page : damaged) {
                damage((COSStream) document.getPage(page).getCOSObject().getDictionaryObject(COSName.CONTENTS));
            }
            document.setDocumentId(ID);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private static void unpack(@Nullable COSBase object) throws IOException {
        if (object instanceof COSStream stream && COSName.FLATE_DECODE.equals(stream.getFilters())) {
            byte[] plain = stream.createInputStream().readAllBytes();
            stream.removeItem(COSName.FILTER);
            stream.removeItem(COSName.DECODE_PARMS);
            try (OutputStream out = stream.createRawOutputStream()) {
                out.write(plain);
            }
        }
    }

    /// What a broken upload leaves: the stream says that it is compressed, and its bytes are not.
    private static void damage(COSStream stream) throws IOException {
        byte[] plain = stream.createInputStream().readAllBytes();
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write("\u0000\u0000chart cache lost\u0000".getBytes(StandardCharsets.ISO_8859_1));
            out.write(plain, plain.length / 2, plain.length - plain.length / 2);
        }
    }
}
