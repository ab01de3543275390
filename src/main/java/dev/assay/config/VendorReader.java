package dev.assay.config;

import dev.assay.work.Channels;
import dev.assay.work.MailAlias;
import dev.assay.work.SftpAccount;
import dev.assay.work.Vendor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a vendor and the channels it delivers by.
final class VendorReader {
    private static final String DEFAULT_LANGUAGE = "en";
    private static final int SSH_PORT = 22;
    private static final int LAST_PORT = 65_535;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\",;+]+@[^\\s@<>\",;]+");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
    private static final Pattern ACCOUNT = Pattern.compile("[^\\s:@/?#]{1,128}");
    private static final Pattern FOLDER = Pattern.compile("[^?#\\\\\\p{Cntrl}*\\[\\]{}$]{1,255}");
    private static final Pattern HOST_KEY =
            Pattern.compile("(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)) [A-Za-z0-9+/]{40,1500}={0,2}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final SecretReader secrets;
    private final Problems problems;

    VendorReader(SecretReader secrets, Problems problems) {
        this.secrets = secrets;
        this.problems = problems;
    }

    Optional<Vendor> read(String id, Fields fields) {
        Optional<String> name = fields.requiredText("name");
        String contact =
                matching(fields, "contact", ADDRESS, "one mail address").orElse("");
        String language = Languages.language(fields, problems).orElse(DEFAULT_LANGUAGE);
        Channels channels = fields.value("channels")
                .flatMap(value -> Fields.of(value, "channels", problems))
                .map(this::channels)
                .orElseGet(Channels::folderAlone);
        fields.done("a vendor");
        return name.map(given -> new Vendor(id, given, contact, language, channels));
    }

    private Channels channels(Fields fields) {
        boolean folder = fields.flag("folder").orElse(true);
        List<SftpAccount> accounts = new ArrayList<>();
        for (Located value : fields.list("sftp")) {
            Fields.of(value, "an SFTP account", problems).flatMap(this::account).ifPresent(accounts::add);
        }
        Optional<MailAlias> mail = fields.value("mail")
                .flatMap(value -> Fields.of(value, "a mail address", problems))
                .flatMap(this::mail);
        Optional<String> upload = fields.value("upload")
                .flatMap(value -> Fields.of(value, "upload", problems))
                .flatMap(this::upload);
        fields.done("channels");
        return new Channels(folder, accounts, mail, upload);
    }

    private Optional<SftpAccount> account(Fields fields) {
        Optional<String> host = required(fields, "host", HOST, "a host name or address");
        int port = fields.count("port").orElse(SSH_PORT);
        if (port < 1 || port > LAST_PORT) {
            problems.add(fields.at("port"), "port is 1 to " + LAST_PORT + ". Found: " + port);
        }
        Optional<String> account = required(fields, "account", ACCOUNT, "the name of an account");
        String folder = matching(fields, "folder", FOLDER, "the path of a folder on the server")
                .orElse(".");
        List<String> keys = hostKeys(fields);
        Optional<SftpAccount.Login> login = login(fields);
        fields.done("an SFTP account");
        return host.isEmpty() || account.isEmpty() || keys.isEmpty() || login.isEmpty()
                ? Optional.empty()
                : Optional.of(new SftpAccount(host.get(), port, account.get(), folder, keys, login.get()));
    }

    private List<String> hostKeys(Fields fields) {
        List<String> keys = fields.texts("host-key").stream().map(String::strip).toList();
        if (keys.isEmpty()) {
            problems.add(
                    fields.at(),
                    "key 'host-key' is missing: the server's public key, as `ssh-keyscan HOST` prints it after the"
                            + " name. Ask the vendor to confirm it");
        }
        keys.stream()
                .filter(key -> !isHostKey(key))
                .forEach(key -> problems.add(
                        fields.at("host-key"),
                        "host-key is a type and a key in Base64, such as" + " 'ssh-ed25519 AAAA...'. Found: '" + key
                                + "'"));
        return keys;
    }

    /// The key names its type once more within (RFC 4253, 6.6).
    private static boolean isHostKey(String key) {
        Matcher parts = HOST_KEY.matcher(key);
        if (!parts.matches()) {
            return false;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(key.substring(key.indexOf(' ') + 1));
            byte[] type = parts.group(1).getBytes(StandardCharsets.US_ASCII);
            return ByteBuffer.wrap(bytes).getInt() == type.length
                    && Arrays.equals(bytes, Integer.BYTES, Integer.BYTES + type.length, type, 0, type.length);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<SftpAccount.Login> login(Fields fields) {
        boolean key = fields.has("key");
        if (key == fields.has("password")) {
            problems.add(
                    fields.at(),
                    "an SFTP account has either a key or a password. Found: " + (key ? "both" : "neither"));
            return Optional.empty();
        }
        return key
                ? secrets.file(fields, "key")
                        .map(file -> new SftpAccount.Login.Key(file, secrets.optional(fields, "key-passphrase")))
                : secrets.required(fields, "password").map(SftpAccount.Login.Password::new);
    }

    private Optional<MailAlias> mail(Fields fields) {
        Optional<String> address = required(fields, "address", ADDRESS, "one mail address without '+'");
        Optional<String> token = token(fields);
        fields.done("a mail address");
        return address.flatMap(given -> token.map(hash -> new MailAlias(given, hash)));
    }

    private Optional<String> upload(Fields fields) {
        Optional<String> token = token(fields);
        fields.done("upload");
        return token;
    }

    private Optional<String> token(Fields fields) {
        return required(fields, "token-sha256", SHA_256, "the SHA-256 of a token, 64 hex digits in lower case");
    }

    private Optional<String> required(Fields fields, String key, Pattern pattern, String expected) {
        return fields.requiredText(key).flatMap(_ -> matching(fields, key, pattern, expected));
    }

    private Optional<String> matching(Fields fields, String key, Pattern pattern, String expected) {
        return fields.text(key).filter(text -> !text.isEmpty()).filter(text -> {
            boolean matches = pattern.matcher(text).matches();
            if (!matches) {
                problems.add(fields.at(key), key + " is " + expected + ". Found: '" + text + "'");
            }
            return matches;
        });
    }
}
