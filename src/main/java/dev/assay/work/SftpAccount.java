package dev.assay.work;

import java.nio.file.Path;
import java.util.List;

/// Where Assay fetches a vendor's deliveries by SFTP.
///
/// @param host     name or address of the server
/// @param port     1 to 65535
/// @param account  the user name
/// @param folder   what is looked through, with the folders below it; relative to where the account begins, or
///                 absolute on the server; never empty
/// @param hostKeys the keys the server may show, at least one, each as a line of an OpenSSH `known_hosts` file has
///                 it after the names: type and Base64
/// @param login    how the account is proven
public record SftpAccount(String host, int port, String account, String folder, List<String> hostKeys, Login login) {
    public SftpAccount {
        hostKeys = List.copyOf(hostKeys);
    }

    /// How an account is proven.
    public sealed interface Login {
        record Password(Secret password) implements Login {}

        /// A key pair.
        ///
        /// @param file       the private key as OpenSSH writes it
        /// @param passphrase empty for a key without one
        record Key(Path file, Secret passphrase) implements Login {}
    }

    /// What health, the log and messages call it.
    public String shown() {
        return account + "@" + host + ":" + port + "/" + folder;
    }
}
