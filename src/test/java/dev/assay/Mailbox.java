package dev.assay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The mailbox of tests' installations, and what their files say of it.
final class Mailbox {
    static final String USER = "deliveries";
    static final String PASSWORD = "mailbox-password";

    /// What a vendor's address carries after a plus sign.
    static final String TOKEN = "t0ken";

    private Mailbox() {}

    /// Has an installation receive from it, in a home where the mail server has left its certificate.
    ///
    /// @param port of IMAP on this machine
    static void receive(Path home, int port) throws IOException {
        Path settings = home.resolve("assay.properties");
        Files.writeString(settings, Files.readString(settings) + """
            mail.enabled = true
            mail.host = localhost
            mail.port = %d
            mail.user = %s
            mail.password = %s
            mail.certificate = mail.pem
            mail.poll-every = 100ms
            """.formatted(port, USER, PASSWORD));
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
    }

    /// The file of a vendor that delivers by mail alone.
    static String vendor(String name, String address) throws NoSuchAlgorithmException {
        return """
            name: %s
            channels:
              folder: false
              mail: {address: %s, token-sha256: "%s"}
            """.formatted(
                        name,
                        address,
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256")
                                        .digest(TOKEN.getBytes(StandardCharsets.UTF_8))));
    }
}
