package dev.assay.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/// File names as the bytes they are: a vendor may choose bytes that are no text.
public final class NameBytes {
    private NameBytes() {}

    /// The bytes of a path below a folder. Only a path's URI gives bytes that are no text unharmed.
    public static byte[] of(Path folder, Path relative) {
        byte[] above = bytes(folder);
        byte[] whole = bytes(folder.resolve(relative));
        return Arrays.copyOfRange(whole, above.length + 1, whole.length);
    }

    /// The bytes as text: UTF-8, and `\xFF` for a byte that is none.
    public static String text(byte[] name) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(name);
        CharBuffer units = CharBuffer.allocate(name.length * 4);
        while (true) {
            CoderResult result = decoder.decode(bytes, units, true);
            if (!result.isError()) {
                return units.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                units.put(String.format(Locale.ROOT, "\\x%02X", bytes.get()));
            }
        }
    }

    private static byte[] bytes(Path path) {
        String encoded = path.toUri().getRawPath();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        int end = encoded.length() > 1 && encoded.endsWith("/") ? encoded.length() - 1 : encoded.length();
        for (int at = 0; at < end; at++) {
            char unit = encoded.charAt(at);
            if (unit == '%') {
                bytes.write(HexFormat.fromHexDigits(encoded, at + 1, at + 3));
                at += 2;
            } else {
                bytes.write(unit);
            }
        }
        return bytes.toByteArray();
    }
}
