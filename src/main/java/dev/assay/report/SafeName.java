package dev.assay.report;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// A file name of ours for a file a vendor named: letters, digits and a few signs, at most 120 bytes, its
/// extension kept, no two the same. The vendor's own name stands in the report.
final class SafeName {
    private static final int MOST_BYTES = 120;

    private SafeName() {}

    /// The name for a vendor's name, which is then taken.
    static String of(String name, Set<String> taken) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        String plain = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{N}._ ()+,=@-]", "_")
                .replaceAll("^[. ]+", "")
                .strip();
        int dot = plain.lastIndexOf('.');
        String stem = dot > 0 ? plain.substring(0, dot) : plain;
        String extension = dot > 0 ? shortened(plain.substring(dot), 16) : "";
        String base = stem.isEmpty() ? "file" : shortened(stem, MOST_BYTES - 24);
        String candidate = base + extension;
        for (int i = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
            candidate = base + "-" + i + extension;
        }
        return candidate;
    }

    private static String shortened(String text, int mostBytes) {
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int point : text.codePoints().toArray()) {
            bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > mostBytes) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.toString();
    }
}
