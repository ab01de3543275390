package dev.assay.extract.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What tells the load files of legal review from other text.
public final class LoadFileSigns {
    /// Around the fields of a Concordance file.
    public static final char THORN = '\u00FE';

    /// Between the fields of a Concordance file.
    public static final char SEPARATOR = '\u0014';

    private static final int LOOKED_AT = 1 << 16;
    private static final List<String> ENCODINGS = List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE");

    private LoadFileSigns() {}

    /// Whether a first line is that of a Concordance file: fields in thorns, with U+0014 between them.
    public static boolean isConcordance(String line) {
        return line.length() > 2
                && line.charAt(0) == THORN
                && line.charAt(line.length() - 1) == THORN
                && (line.indexOf(SEPARATOR) > 0 || line.indexOf(THORN, 1) == line.length() - 1);
    }

    /// Name of the encoding of a Concordance file; empty for any other. What counts bytes takes it for no text.
    public static Optional<String> encoding(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(LOOKED_AT);
        }
        return ENCODINGS.stream()
                .filter(name -> isConcordance(firstLine(head, name)))
                .findFirst();
    }

    private static String firstLine(byte[] head, String encoding) {
        String start = new String(head, Charset.forName(encoding));
        String plain = start.startsWith("\uFEFF") ? start.substring(1) : start;
        return plain.lines().findFirst().orElse("").strip();
    }

    /// Whether plain text of that name is delimited: content alone cannot tell it from other text.
    static boolean isClaimed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".dat") || lower.endsWith(".opt");
    }
}
