package dev.assay.extract.draft;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// The size of an image as its own header states it: PNG, JPEG, GIF and BMP. Nothing is decoded.
public record PixelSize(int width, int height) {
    private static final int HEADER = 64 * 1024;

    /// Reads the size, where the format is one of the four and its header is whole.
    public static Optional<PixelSize> read(InputStream image) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(image.readNBytes(HEADER));
        if (header.limit() < 26) {
            return Optional.empty();
        }
        int magic = header.getInt(0);
        if (magic == 0x89504E47) {
            return size(header.getInt(16), header.getInt(20));
        }
        if (magic == 0x47494638) {
            header.order(ByteOrder.LITTLE_ENDIAN);
            return size(header.getShort(6) & 0xFFFF, header.getShort(8) & 0xFFFF);
        }
        if (magic >>> 16 == 0x424D) {
            header.order(ByteOrder.LITTLE_ENDIAN);
            return size(header.getInt(18), Math.abs(header.getInt(22)));
        }
        return magic >>> 8 == 0xFFD8FF ? jpeg(header) : Optional.empty();
    }

    private static Optional<PixelSize> jpeg(ByteBuffer header) {
        int at = 2;
        while (at + 9 <= header.limit() && (header.get(at) & 0xFF) == 0xFF) {
            int marker = header.get(at + 1) & 0xFF;
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return size(header.getShort(at + 7) & 0xFFFF, header.getShort(at + 5) & 0xFFFF);
            }
            boolean filling = marker == 0xFF;
            at += filling ? 1 : 2 + (header.getShort(at + 2) & 0xFFFF);
        }
        return Optional.empty();
    }

    private static Optional<PixelSize> size(int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new PixelSize(width, height)) : Optional.empty();
    }
}
