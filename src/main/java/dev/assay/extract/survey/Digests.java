package dev.assay.extract.survey;

import dev.assay.extract.survey.Survey.SurveyPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Hashes of files.
final class Digests {
    private Digests() {}

    /// A file as a part.
    ///
    /// @param name what its vendor calls it
    static SurveyPart part(Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new SurveyPart(file.getFileName().toString(), name, Files.size(file), of(in, "SHA-256"));
        }
    }

    /// A hash in lower-case hex digits.
    ///
    /// @param algorithm one that every Java platform has
    static String of(InputStream in, String algorithm) throws IOException {
        try (DigestOutputStream sum =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance(algorithm))) {
            in.transferTo(sum);
            return HexFormat.of().formatHex(sum.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}
