package dev.assay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.work.Channels;
import dev.assay.work.MailAlias;
import dev.assay.work.Secret;
import dev.assay.work.SftpAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The channels in a vendor's file: what they become, and each mistake in them.
final class VendorChannelsTest {
    private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + "A".repeat(43);
    private static final String HASH = "0123456789abcdef".repeat(4);

    @TempDir
    private Path home;

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectories(home.resolve("vendors"));
        Path secret = home.resolve("id_kestrel");
        Files.writeString(secret, "a key\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void allChannels_areRead() throws IOException {
        vendor("""
            channels:
              folder: false
              sftp:
                - {host: sftp.kestrel.example, account: assay, host-key: %1$s, password: "${env:KESTREL}"}
                - {host: 10.0.0.7, port: 2222, account: a, folder: out/2026, host-key: [%1$s], key: id_kestrel}
              mail: {address: kestrel@in.example, token-sha256: "%2$s"}
              upload: {token-sha256: "%2$s"}
            """.formatted(KEY, HASH));
        Channels expected = new Channels(
                false,
                List.of(
                        new SftpAccount(
                                "sftp.kestrel.example",
                                22,
                                "assay",
                                ".",
                                List.of(KEY),
                                new SftpAccount.Login.Password(new Secret("s3cret"))),
                        new SftpAccount(
                                "10.0.0.7",
                                2222,
                                "a",
                                "out/2026",
                                List.of(KEY),
                                new SftpAccount.Login.Key(home.resolve("id_kestrel"), new Secret("")))),
                Optional.of(new MailAlias("kestrel@in.example", HASH)),
                Optional.of(HASH));
        assertEquals(
                expected,
                Catalogue.load(home, Map.of("KESTREL", "s3cret")).vendors().stream()
                        .findFirst()
                        .orElseThrow()
                        .channels());
    }

    @Test
    void secret_isNeverPrinted() {
        assertEquals("Password[password=(secret)]", new SftpAccount.Login.Password(new Secret("s3cret")).toString());
    }

    @Test
    void mistakes_areToldTogether_withoutTheSecret() throws IOException {
        vendor("""
            channels:
              sftp:
                - {host: a b, port: 70000, account: "x:y", host-key: rsa, password: hunter2}
                - {host: h, account: a, host-key: %s, password: "${env:MISSING}", key: id_kestrel}
                - {host: h, account: a, folder: "in?x=1", key: nowhere}
              mail: {address: a+b@in.example, token-sha256: XYZ}
              upload: {token: abc}
            """.formatted(KEY));
        InvalidFiles invalid = assertThrows(InvalidFiles.class, () -> Catalogue.load(home, Map.of()));
        assertEquals(
                List.of(
                        "vendors/kestrel.yaml:4:14: host is a host name or address. Found: 'a b'",
                        "vendors/kestrel.yaml:4:25: port is 1 to 65535. Found: 70000",
                        "vendors/kestrel.yaml:4:41: account is the name of an account. Found: 'x:y'",
                        "vendors/kestrel.yaml:4:58: host-key is a type and a key in Base64, such as 'ssh-ed25519"
                                + " AAAA...'. Found: 'rsa'",
                        "vendors/kestrel.yaml:4:73: password is a secret: write ${env:NAME} or ${file:PATH}, not the"
                                + " secret itself"),
                invalid.problems().stream().map(Problem::toString).limit(5).toList());
        assertEquals(
                false,
                invalid.problems().stream().anyMatch(each -> each.toString().contains("hunter2")));
        assertEquals(
                List.of(
                        "an SFTP account has either a key or a password. Found: both",
                        "key 'host-key' is missing: the server's public key, as `ssh-keyscan HOST` prints it after the"
                                + " name. Ask the vendor to confirm it",
                        "folder is the path of a folder on the server. Found: 'in?x=1'",
                        "key names no file of the home. Found: 'nowhere'",
                        "address is one mail address without '+'. Found: 'a+b@in.example'",
                        "token-sha256 is the SHA-256 of a token, 64 hex digits in lower case. Found: 'XYZ'",
                        "key 'token-sha256' is missing",
                        "unknown key 'token' of upload. Did you mean 'token-sha256'?"),
                invalid.problems().stream()
                        .skip(5)
                        .map(each -> each.toString().replaceFirst("^\\S+ ", ""))
                        .toList());
    }

    /// A secret that nothing uses need not be where people look into an installation; how it is written still counts.
    @Test
    void secretsOfASwitchedOffChannel_needNotBeThere() throws IOException {
        Files.writeString(home.resolve("assay.properties"), "sftp.enabled = false\n");
        vendor("""
            channels:
              sftp:
                - {host: h, account: a, host-key: %1$s, password: "${env:MISSING}"}
                - {host: h, account: b, host-key: %1$s, password: "${file:missing}"}
                - {host: h, account: c, host-key: %1$s, key: missing}
            """.formatted(KEY));
        assertEquals(
                List.of("a", "b", "c"),
                Catalogue.load(home, Map.of()).vendors().stream()
                        .flatMap(each -> each.channels().sftp().stream())
                        .map(SftpAccount::account)
                        .toList());
        vendor("channels: {sftp: {host: h, account: a, host-key: " + KEY + ", password: hunter2}}\n");
        InvalidFiles invalid = assertThrows(InvalidFiles.class, () -> Catalogue.load(home, Map.of()));
        assertEquals(1, invalid.problems().size());
        Files.delete(home.resolve("assay.properties"));
        vendor("channels: {sftp: {host: h, account: a, host-key: " + KEY + ", password: \"${env:MISSING}\"}}\n");
        assertThrows(InvalidFiles.class, () -> Catalogue.load(home, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh-ed25519 AAAAB3NzaC1yc2EAAAADAQABAAABAQDAAAAAAAAAAAAA",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAA"
            })
    void hostKeyThatIsNone_isRefused(String key) throws IOException {
        vendor("channels: {sftp: {host: h, account: a, host-key: " + key + ", key: id_kestrel}}\n");
        InvalidFiles invalid = assertThrows(InvalidFiles.class, () -> Catalogue.load(home, Map.of()));
        assertEquals(
                List.of("vendors/kestrel.yaml:3:50: host-key is a type and a key in Base64, such as 'ssh-ed25519"
                        + " AAAA...'. Found: '" + key + "'"),
                invalid.problems().stream().map(Problem::toString).toList());
    }

    @Test
    void keyThatOthersCanRead_isRefused() throws IOException {
        Files.setPosixFilePermissions(home.resolve("id_kestrel"), PosixFilePermissions.fromString("rw-r--r--"));
        vendor("channels: {sftp: {host: h, account: a, host-key: " + KEY + ", key: id_kestrel}}\n");
        InvalidFiles invalid = assertThrows(InvalidFiles.class, () -> Catalogue.load(home, Map.of()));
        assertEquals(
                "vendors/kestrel.yaml:3:" + invalid.problems().getFirst().at().column()
                        + ": key names a file that others can read. Let only its owner (chmod 600): id_kestrel",
                invalid.problems().getFirst().toString());
    }

    private void vendor(String channels) throws IOException {
        Files.writeString(
                home.resolve("vendors/kestrel.yaml"),
                "name: Kestrel Insight\n" + (channels.startsWith("channels: ") ? "\n" : "") + channels);
    }
}
