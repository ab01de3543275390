package dev.assay.intake.sftp;

import java.time.Instant;

/// What a server says of one entry of a folder. Nothing in it can be trusted but that the server said so.
///
/// @param path     as [RemoteFolder] has it
/// @param size     in bytes
/// @param modified when its content was changed last, in whole seconds
public record RemoteFile(String path, Kind kind, long size, Instant modified) {

    /// What an entry is.
    public enum Kind {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    /// Whether it may be the same content as another, wherever that lies.
    boolean isSameContent(RemoteFile other) {
        return kind == other.kind && size == other.size && modified.equals(other.modified);
    }
}
