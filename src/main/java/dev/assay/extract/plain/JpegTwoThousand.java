package dev.assay.extract.plain;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The size of a JPEG 2000 picture (ISO/IEC 15444-1) from its header, which the JDK cannot read: as a file of
/// boxes or as a bare code stream. Nothing is decoded.
final class JpegTwoThousand {
    private static final int LOOKED_AT = 1 << 12;
    private static final long SIGNATURE = 0x0000000C6A502020L;
    private static final int CODE_STREAM = 0xFF4FFF51;
    private static final int HEADER_BOX = 0x69686472;

    private JpegTwoThousand() {}

    static Optional<Fact.Image> header(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer head = ByteBuffer.wrap(in.readNBytes(LOOKED_AT));
            if (head.limit() < 40) {
                return Optional.empty();
            }
            if (head.getInt(0) == CODE_STREAM) {
                return size(head.getInt(8) - head.getInt(16), head.getInt(12) - head.getInt(20));
            }
            return head.getLong(0) == SIGNATURE ? boxes(head) : Optional.empty();
        }
    }

    private static Optional<Fact.Image> boxes(ByteBuffer head) {
        for (int at = 8; at + 12 <= head.limit(); at++) {
            if (head.getInt(at) == HEADER_BOX) {
                return size(head.getInt(at + 8), head.getInt(at + 4));
            }
        }
        return Optional.empty();
    }

    private static Optional<Fact.Image> size(int width, int height) {
        boolean whole = width > 0 && height > 0;
        return whole ? Optional.of(new Fact.Image("", width, height, 0, 0, null, new Place.Whole())) : Optional.empty();
    }
}
