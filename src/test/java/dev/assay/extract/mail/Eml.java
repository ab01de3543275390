package dev.assay.extract.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Writes mails by hand, so that they can be broken.
final class Eml {
    static final String HEAD = "From: vendor@example.org\nTo: gate@example.org\nSubject: Delivery\nMIME-Version: 1.0\n";

    private Eml() {}

    /// A mail of lines, each character one byte.
    static byte[] of(String lines) {
        return lines.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A mail of one part.
    static byte[] single(String contentType, String body) {
        return of(HEAD + "Content-Type: " + contentType + "\n\n" + body);
    }

    /// A mail of several parts, each with its own headers.
    static byte[] multipart(String subtype, String... parts) {
        return of(HEAD + "Content-Type: " + parts(subtype, "b1", parts));
    }

    /// Parts one after the other, the type of the whole before them.
    static String parts(String subtype, String boundary, String... parts) {
        StringBuilder mail = new StringBuilder("multipart/" + subtype + "; boundary=\"" + boundary + "\"\n\n");
        for (String part : parts) {
            mail.append("--").append(boundary).append('\n').append(part).append('\n');
        }
        return mail.append("--").append(boundary).append("--\n").toString();
    }

    static String text(String words) {
        return "Content-Type: text/plain; charset=utf-8\n\n" + words;
    }

    static String html(String markup) {
        return "Content-Type: text/html; charset=utf-8\n\n" + markup;
    }

    static String attachment(String name, byte[] content) {
        return "Content-Type: application/octet-stream; name=\"" + name
                + "\"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=\"" + name
                + "\"\n\n" + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(content);
    }
}
