package dev.assay.work;

import java.util.Locale;

/// A way by which arrivals come in.
public enum Channel {
    /// A vendor's drop folder.
    FOLDER,
    /// A folder on a vendor's SFTP server.
    SFTP,
    /// A mailbox.
    MAIL,
    /// An HTTP request.
    UPLOAD;

    /// How it is written in the ledger, in meters and in settings.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
