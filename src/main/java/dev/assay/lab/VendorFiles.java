package dev.assay.lab;

import dev.assay.config.Catalogue;
import dev.assay.work.MailAlias;
import dev.assay.work.SftpAccount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The vendors of a demo's home: what they deliver by, and their files, which are changed to name servers and a token
/// that are there.
///
/// The samples' own files name servers that do not exist and the hashes of tokens that nobody has, so that an
/// installation that began as a copy of them has no secret that is known.
final class VendorFiles {
    private static final Pattern PASSWORD = Pattern.compile("(?m)^\\s*(?:- )?password: \\$\\{env:([A-Za-z0-9_]+)}");
    private static final int TOKEN_BYTES = 16;

    private final Path home;
    private final Path token;
    private final Catalogue catalogue;

    private VendorFiles(Path home, Path token, Catalogue catalogue) {
        this.home = home;
        this.token = token;
        this.catalogue = catalogue;
    }

    /// @param token the file that keeps the token; made where it is missing
    /// @throws dev.assay.config.InvalidFiles with every mistake in the home's files
    static VendorFiles of(Path home, Path token) throws IOException {
        if (!Files.exists(token)) {
            Files.createFile(token, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(token, secret());
        }
        return new VendorFiles(home, token, Catalogue.load(home, Map.of()));
    }

    /// A text that cannot be guessed, of lower-case letters and digits.
    static String secret() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// What all vendors prove themselves with, by mail and by upload.
    String token() throws IOException {
        return Files.readString(token);
    }

    /// The accounts of vendors on servers of theirs, by vendor.
    Map<String, List<SftpAccount>> accounts() {
        Map<String, List<SftpAccount>> accounts = new TreeMap<>();
        catalogue.vendors().stream()
                .filter(each -> !each.channels().sftp().isEmpty())
                .forEach(each -> accounts.put(each.id(), each.channels().sftp()));
        return accounts;
    }

    /// Who writes to a vendor, as one address.
    String contact(String vendor) {
        return catalogue.vendor(vendor).orElseThrow().contact();
    }

    String name(String vendor) {
        return catalogue.vendor(vendor).orElseThrow().name();
    }

    /// Where a vendor sends its mail, with the token in it.
    ///
    /// @throws IllegalStateException if it delivers by no mail
    String mailAddress(String vendor) throws IOException {
        MailAlias alias = catalogue
                .vendor(vendor)
                .flatMap(each -> each.channels().mail())
                .orElseThrow(() -> new IllegalStateException("vendors/" + vendor + ".yaml names no address for mail."));
        int at = alias.address().indexOf('@');
        return alias.address().substring(0, at) + "+" + token()
                + alias.address().substring(at);
    }

    /// Has each vendor's file name what is there.
    ///
    /// @param port    where vendors' SFTP server listens on 127.0.0.1
    /// @param hostKey type and key in Base64
    void write(int port, String hostKey) throws IOException {
        for (Path file : files()) {
            String text = Files.readString(file);
            text = with(text, "host", "127.0.0.1");
            text = with(text, "port", Integer.toString(port));
            text = with(text, "host-key", hostKey);
            text = with(text, "token-sha256", sha256(token()));
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /// The environment's variables that accounts take their passwords from.
    List<String> passwordVariables() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : files()) {
            PASSWORD.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .forEach(names::add);
        }
        return names;
    }

    private List<Path> files() {
        return catalogue.vendors().stream()
                .map(each -> home.resolve("vendors").resolve(each.id() + ".yaml"))
                .toList();
    }

    private static String with(String text, String key, String value) {
        return Pattern.compile("(?m)^(\\s+(?:- )?" + key + ": ).*$")
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + value));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256", e);
        }
    }
}
