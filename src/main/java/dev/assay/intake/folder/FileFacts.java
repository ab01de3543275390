package dev.assay.intake.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// What the file system says about a name, without following it.
///
/// @param key      equal for the same file; comparable with what a folder handle says
/// @param changed  when content, name or permissions last changed; nobody can set it
/// @param modified when the content was last written, or what somebody set it to
record FileFacts(
        Kind kind, Object key, long device, long inode, int links, long size, Instant changed, Instant modified) {

    /// Not all there is: names of owners may be looked up over a network.
    private static final String ASKED =
            "unix:isSymbolicLink,isDirectory,isRegularFile,fileKey,dev,ino,nlink,size," + "ctime,lastModifiedTime";

    enum Kind {
        FILE,
        FOLDER,
        LINK,
        /// A pipe, socket or device.
        OTHER;

        static Kind of(BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                return LINK;
            }
            if (attributes.isDirectory()) {
                return FOLDER;
            }
            return attributes.isRegularFile() ? FILE : OTHER;
        }
    }

    static FileFacts of(Path path) throws IOException {
        Map<String, Object> unix = Files.readAttributes(path, ASKED, LinkOption.NOFOLLOW_LINKS);
        return new FileFacts(
                kind(unix),
                value(unix, "fileKey"),
                ((Number) value(unix, "dev")).longValue(),
                ((Number) value(unix, "ino")).longValue(),
                ((Number) value(unix, "nlink")).intValue(),
                ((Number) value(unix, "size")).longValue(),
                ((FileTime) value(unix, "ctime")).toInstant(),
                ((FileTime) value(unix, "lastModifiedTime")).toInstant());
    }

    /// Whether a look through a folder handle saw the same file in the same state, as far as such a look goes.
    boolean agreesWith(BasicFileAttributes attributes) {
        return kind == Kind.of(attributes)
                && key.equals(attributes.fileKey())
                && size == attributes.size()
                && modified.equals(attributes.lastModifiedTime().toInstant());
    }

    /// Whether it is a file that only this name leads to.
    boolean isPlainFile() {
        return kind == Kind.FILE && links == 1;
    }

    private static Kind kind(Map<String, Object> unix) {
        if ((boolean) value(unix, "isSymbolicLink")) {
            return Kind.LINK;
        }
        if ((boolean) value(unix, "isDirectory")) {
            return Kind.FOLDER;
        }
        return (boolean) value(unix, "isRegularFile") ? Kind.FILE : Kind.OTHER;
    }

    private static Object value(Map<String, Object> attributes, String name) {
        return Objects.requireNonNull(attributes.get(name), name);
    }
}
