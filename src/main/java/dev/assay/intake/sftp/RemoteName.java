package dev.assay.intake.sftp;

import dev.assay.intake.NameBytes;
import java.nio.charset.StandardCharsets;

/// Names on a server: bytes that a vendor chose, which need not be text. Here each byte is one character, U+0000 to
/// U+00FF, so that no name is changed by being read.
public final class RemoteName {
    private RemoteName() {}

    /// Whether it names an entry of a folder: an honest server says nothing else.
    static boolean isPlain(String name) {
        return !name.isEmpty()
                && name.indexOf('/') < 0
                && name.indexOf('\0') < 0
                && !name.equals(".")
                && !name.equals("..");
    }

    /// A name of the installation's own, such as a configured folder, as its bytes in UTF-8.
    public static String of(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /// The bytes.
    static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The bytes as text: UTF-8, and `\xFF` for a byte that is none.
    static String text(String name) {
        return NameBytes.text(bytes(name));
    }

    /// The last name of a path.
    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The path of an entry of a folder; the folder of the account is the empty path.
    public static String child(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
