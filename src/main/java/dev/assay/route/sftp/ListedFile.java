package dev.assay.route.sftp;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.jspecify.annotations.Nullable;

/// An entry of a listing as Camel is shown it: its name holds letters, digits, `-` and `_`, and every other byte as
/// `%` and two hex digits. So Camel neither passes over a name (`.camelLock`), nor shortens a path (`..`, `//`), nor
/// reads anything into one.
///
/// @param name as [RemoteName][dev.assay.intake.sftp.RemoteName] has it
record ListedFile(String name, boolean isDirectory) implements SftpRemoteFile<String> {

    @Override
    public String getFilename() {
        StringBuilder shown = new StringBuilder(name.length());
        for (byte each : name.getBytes(StandardCharsets.ISO_8859_1)) {
            shown.append(isPlain(each) ? Character.toString(each) : String.format(Locale.ROOT, "%%%02X", each));
        }
        return shown.toString();
    }

    private static boolean isPlain(byte each) {
        return each == '-' || each == '_' || (each >= 0 && Character.isLetterOrDigit(each));
    }

    /// A path of names that Camel was shown, as it was.
    static String path(String shown) {
        StringBuilder path = new StringBuilder(shown.length());
        for (int at = 0; at < shown.length(); at++) {
            char each = shown.charAt(at);
            if (each == '%') {
                path.append((char) Integer.parseInt(shown, at + 1, at + 3, 16));
                at += 2;
            } else {
                path.append(each);
            }
        }
        return path.toString();
    }

    /// None: Camel looks into it for an entry of JSch.
    @Override
    public @Nullable String getRemoteFile() {
        return null;
    }

    @Override
    public String getLongname() {
        return getFilename();
    }

    @Override
    public long getFileLength() {
        return 0;
    }

    @Override
    public long getLastModified() {
        return 0;
    }
}
