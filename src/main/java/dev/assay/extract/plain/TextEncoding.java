package dev.assay.extract.plain;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnmappableCharacterException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.detect.DefaultEncodingDetector;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;

/// Plain text read in the encoding it is in: by its byte order mark, else the declared one where the bytes are
/// text in it, else UTF-8 where all of it is valid, else the likeliest one.
///
/// @param charset    the encoding
/// @param text       without byte order mark, at most the limit
/// @param cut        whether there was more
/// @param malformed  whether some bytes are no text in that encoding
/// @param mislabeled whether an encoding was declared that the text is not in, or that is not known
public record TextEncoding(Charset charset, String text, boolean cut, boolean malformed, boolean mislabeled) {
    private static final int CHUNK = 1 << 16;

    /// Names as senders write them and the wider encodings they stand for in practice.
    private static final Map<String, String> WIDER = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("big5", "big5-hkscs"));

    /// Opens the bytes, as often as they are looked at.
    private interface Source {
        InputStream open() throws IOException;
    }

    /// The encoding of a file, without reading it into memory.
    ///
    /// @param declared name of an encoding, null where there is none
    static Charset of(Path file, @Nullable String declared) throws IOException {
        return charset(() -> Files.newInputStream(file), declared);
    }

    /// Reads a file as it comes; bytes that are no text become U+FFFD.
    static Reader open(Path file, Charset charset) throws IOException {
        return new InputStreamReader(Files.newInputStream(file), lenient(charset));
    }

    static TextEncoding read(Path file, int mostCharacters) throws IOException {
        return read(() -> Files.newInputStream(file), mostCharacters, null);
    }

    /// Reads a file that may declare its encoding.
    ///
    /// @param declared name of an encoding, null where there is none
    public static TextEncoding read(Path file, int mostCharacters, @Nullable String declared) throws IOException {
        return read(() -> Files.newInputStream(file), mostCharacters, declared);
    }

    /// Reads bytes that may declare their encoding.
    ///
    /// @param declared name of an encoding, null where there is none
    public static TextEncoding read(byte[] bytes, int mostCharacters, @Nullable String declared) {
        try {
            return read(() -> new ByteArrayInputStream(bytes), mostCharacters, declared);
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory can always be read", e);
        }
    }

    private static TextEncoding read(Source source, int mostCharacters, @Nullable String declared) throws IOException {
        Charset charset = charset(source, declared);
        StringBuilder text = new StringBuilder();
        boolean cut;
        try (Reader in = new InputStreamReader(source.open(), lenient(charset))) {
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
        String plain = marked ? text.substring(1) : text.toString();
        return new TextEncoding(charset, plain, cut, malformed, isMislabeled(declared, charset, plain));
    }

    private static boolean isMislabeled(@Nullable String declared, Charset charset, String text) {
        if (declared == null || text.chars().allMatch(c -> c < 0x80)) {
            return false;
        }
        Charset meant = named(declared);
        return meant == null || !meant.equals(charset);
    }

    private static CharsetDecoder lenient(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /// The encoding of a name; null where none is known by it.
    public static @Nullable Charset named(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        try {
            return Charset.forName(WIDER.getOrDefault(plain, plain));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        } catch (IllegalArgumentException e) {
            // An empty name.
            return null;
        }
    }

    private static Charset charset(Source source, @Nullable String declared) throws IOException {
        byte[] head;
        try (InputStream in = source.open()) {
            head = in.readNBytes(4);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        Charset meant = declared == null ? null : named(declared);
        boolean utf8 = isText(source, StandardCharsets.UTF_8);
        if (utf8 && !isTrustedOverUtf8(meant)) {
            return StandardCharsets.UTF_8;
        }
        boolean usable = meant != null && !meant.equals(StandardCharsets.US_ASCII) && isText(source, meant);
        if (usable) {
            return meant;
        }
        return utf8 ? StandardCharsets.UTF_8 : likeliest(source);
    }

    /// Text of several bytes per character may be valid UTF-8 by chance or, with escape sequences, always is;
    /// that of one byte per character hardly ever is.
    private static boolean isTrustedOverUtf8(@Nullable Charset meant) {
        return meant != null
                && !meant.name().startsWith("UTF-")
                && (!meant.canEncode() || meant.newEncoder().maxBytesPerChar() > 1);
    }

    private static boolean startsWith(byte[] head, int first, int second) {
        return head.length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }

    private static boolean isText(Source source, Charset charset) throws IOException {
        CharsetDecoder strict = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader in = new InputStreamReader(source.open(), strict)) {
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

    private static Charset likeliest(Source source) throws IOException {
        try (InputStream in = new BufferedInputStream(source.open())) {
            Charset found = new DefaultEncodingDetector().detect(in, new Metadata());
            return found == null ? Charset.forName("windows-1252") : found;
        }
    }
}
