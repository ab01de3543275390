package dev.assay.extract.mail;

import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/// Builds header fields of their lines, and keeps the lines that are none.
final class HeaderLines extends DefaultFieldBuilder {
    private static final int MOST_KEPT = 1 << 16;

    private final StringBuilder others = new StringBuilder();
    private int count;

    HeaderLines(int longest) {
        super(longest);
    }

    /// A field, null where the line is none: the parser goes on with the next.
    @Override
    public @Nullable RawField build() {
        try {
            return super.build();
        } catch (MimeException e) {
            keep(new String(getRaw().toByteArray(), StandardCharsets.ISO_8859_1));
            return null;
        }
    }

    private void keep(String line) {
        // The empty line after no header at all is one of these as well.
        if (!line.isBlank()) {
            count++;
            others.append(line, 0, Math.min(line.length(), Math.max(0, MOST_KEPT - others.length())));
            others.append('\n');
        }
    }

    /// How many lines were no field.
    int count() {
        return count;
    }

    /// The lines that were no field since this was asked last, a character for each byte.
    String take() {
        String taken = others.toString();
        others.setLength(0);
        return taken;
    }
}
