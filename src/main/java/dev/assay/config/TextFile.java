package dev.assay.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A text file a person wrote: UTF-8, at most 1 MiB, its line ends made line feeds and a byte order mark
/// dropped.
///
/// @param name as messages show it: relative to the installation's home, with slashes
/// @param text canonical
public record TextFile(String name, String text) {
    private static final int MOST_BYTES = 1 << 20;

    /// Reads a file; what keeps it from being read goes to `problems`.
    public static Optional<TextFile> read(Path home, Path file, Problems problems) {
        return named(name(home, file), file, problems);
    }

    /// Reads a file that messages call by a name of the caller's.
    public static Optional<TextFile> named(String name, Path file, Problems problems) {
        return named(name, file, MOST_BYTES, problems);
    }

    /// As [#named(String, Path, Problems)], of a file that may be larger.
    ///
    /// @param mostBytes whole MiB
    public static Optional<TextFile> named(String name, Path file, int mostBytes, Problems problems) {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            problems.add(Position.whole(name), "there is no such file. Name one that is there");
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            problems.add(Position.whole(name), "not a regular file, nor a link to one. Put a text file there");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                problems.add(
                        Position.whole(name),
                        "a file of an installation has at most " + (mostBytes >> 20) + " MiB. Split or shorten it");
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(new TextFile(name, canonical(text)));
        } catch (CharacterCodingException e) {
            problems.add(Position.whole(name), "not UTF-8 text. Save it as UTF-8");
        } catch (IOException e) {
            problems.add(
                    Position.whole(name),
                    "cannot be read: " + e.getClass().getSimpleName() + ". Check its permissions");
        }
        return Optional.empty();
    }

    /// A path as messages name it.
    public static String name(Path home, Path file) {
        return home.relativize(file).toString().replace('\\', '/');
    }

    /// A text that does not come from a file of an installation.
    public static TextFile of(String name, String text) {
        return new TextFile(name, canonical(text));
    }

    /// SHA-256 over the text in UTF-8, 64 hex digits: the same on every platform.
    public String hash() {
        return hash(text);
    }

    /// SHA-256 over a text in UTF-8, 64 hex digits.
    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String canonical(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unmarked.replace("\r\n", "\n").replace('\r', '\n');
    }
}
