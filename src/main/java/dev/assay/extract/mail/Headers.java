package dev.assay.extract.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/// Finds where the headers of a mail end that lacks the empty line before its body.
final class Headers {
    private static final int LONGEST = 1 << 20;
    private static final Pattern HEADER = Pattern.compile("(?:[!-9;-~]{1,100}\\s?:|[ \\t]).*");

    private Headers() {}

    /// The same mail with an empty line before the first line that is no header.
    static InputStream separated(InputStream mail) throws IOException {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        byte[] line = line(mail);
        while (line.length > 0 && headers.size() < LONGEST && isHeader(line)) {
            headers.write(line);
            line = line(mail);
        }
        headers.write('\r');
        headers.write('\n');
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(headers.toByteArray()), new ByteArrayInputStream(line), mail)));
    }

    private static boolean isHeader(byte[] line) {
        String words = new String(line, StandardCharsets.ISO_8859_1).stripTrailing();
        return !words.isBlank() && HEADER.matcher(words).matches();
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n' || line.size() == LONGEST) {
                break;
            }
        }
        return line.toByteArray();
    }
}
