package dev.assay.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/// The style that letters carry inside them, plain enough for mail programs, and the policy that allows it and nothing
/// else. Public because templates are compiled into a package of their own.
public final class LetterStyle {
    /// The style sheet's text.
    public static final String TEXT = read();

    /// The policy: no script, nothing from elsewhere; this style by its hash.
    public static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + hash(TEXT) + "'; base-uri 'none'; form-action 'none'";

    private LetterStyle() {}

    private static String read() {
        try (InputStream in = LetterStyle.class.getResourceAsStream("letter.css")) {
            if (in == null) {
                throw new IllegalStateException("dev/assay/letter/letter.css is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
