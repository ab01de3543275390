package dev.assay.work;

import java.util.List;
import java.util.Optional;

/// By which channels a vendor delivers.
///
/// @param folder            whether it has a drop folder
/// @param sftp              where Assay fetches from
/// @param mail              where it sends mail to
/// @param uploadTokenSha256 SHA-256 of the token that its uploads carry, 64 hex digits
public record Channels(
        boolean folder, List<SftpAccount> sftp, Optional<MailAlias> mail, Optional<String> uploadTokenSha256) {
    public Channels {
        sftp = List.copyOf(sftp);
    }

    /// A drop folder and nothing else.
    public static Channels folderAlone() {
        return new Channels(true, List.of(), Optional.empty(), Optional.empty());
    }
}
