package dev.assay.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Any Java text as bytes and back, also one with unpaired surrogates, which UTF-8 cannot carry: a first byte
/// says whether UTF-8 or plain UTF-16 units follow.
final class TextBytes {
    private static final byte UTF_8 = 8;
    private static final byte UNITS = 16;

    private TextBytes() {}

    static byte[] of(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return ByteBuffer.allocate(1 + encoded.remaining())
                    .put(UTF_8)
                    .put(encoded)
                    .array();
        } catch (CharacterCodingException e) {
            ByteBuffer units =
                    ByteBuffer.allocate(1 + text.length() * Character.BYTES).put(UNITS);
            text.chars().forEach(unit -> units.putChar((char) unit));
            return units.array();
        }
    }

    static String text(byte[] bytes) {
        if (bytes[0] == UTF_8) {
            return new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
        }
        return ByteBuffer.wrap(bytes, 1, bytes.length - 1)
                .slice()
                .asCharBuffer()
                .toString();
    }
}
