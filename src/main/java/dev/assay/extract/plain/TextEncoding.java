package dev.assay.extract.plain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnmappableCharacterException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.detect.DefaultEncodingDetector;
import org.apache.tika.metadata.Metadata;

/// Plain text read in the encoding it is in: by its byte order mark, else UTF-8 where all of it is valid, else
/// the likeliest one.
///
/// @param charset   the encoding
/// @param text      without byte order mark, at most the limit
/// @param cut       whether there was more
/// @param malformed whether some bytes are no text in that encoding
record TextEncoding(Charset charset, String text, boolean cut, boolean malformed) {
    private static final int CHUNK = 1 << 16;

    static TextEncoding read(Path file, int mostCharacters) throws IOException {
        Charset charset = charset(file);
        StringBuilder text = new StringBuilder();
        boolean cut;
        try (Reader in = new InputStreamReader(Files.newInputStream(file), lenient(charset))) {
            char[] chunk = new char[CHUNK];
            int count = in.read(chunk);
            while (count >= 0 && text.length() <= mostCharacters) {
                text.append(chunk, 0, count);
                count = in.read(chunk);
            }
            cut = count >= 0 || text.length() > mostCharacters;
        }
        if (text.length() > mostCharacters) {
            text.setLength(mostCharacters);
        }
        boolean malformed = text.indexOf("\uFFFD") >= 0;
        boolean marked = !text.isEmpty() && text.charAt(0) == '\uFEFF';
        return new TextEncoding(charset, marked ? text.substring(1) : text.toString(), cut, malformed);
    }

    private static CharsetDecoder lenient(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    private static Charset charset(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : likeliest(file);
    }

    private static boolean startsWith(byte[] head, int first, int second) {
        return head.length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader in = new InputStreamReader(Files.newInputStream(file), strict)) {
            char[] chunk = new char[CHUNK];
            boolean binary = false;
            for (int count = in.read(chunk); count >= 0 && !binary; count = in.read(chunk)) {
                binary = new String(chunk, 0, count).indexOf('\0') >= 0;
            }
            return !binary;
        } catch (MalformedInputException | UnmappableCharacterException e) {
            return false;
        }
    }

    private static Charset likeliest(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Charset found = new DefaultEncodingDetector().detect(in, new Metadata());
            return found == null ? Charset.forName("windows-1252") : found;
        }
    }
}
