package dev.assay.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Every setting of an installation, declared once: what is validated, what the reference page lists (in this
/// order), and what an environment variable may override.
public enum Setting {
    INTAKE_STABLE_FOR(
            "intake.stable-for",
            Type.DURATION,
            "2s",
            "100ms",
            "1h",
            "How long a dropped file must be seen unchanged before it is received."),
    INTAKE_POLL_EVERY(
            "intake.poll-every", Type.DURATION, "1s", "100ms", "1h", "How often each vendor's drop folder is listed."),
    INTAKE_MOST_SIZE(
            "intake.most-size",
            Type.SIZE,
            "2GiB",
            "1KiB",
            "1TiB",
            "The largest file that is received; a larger one is refused with a receipt."),
    INTAKE_MOST_OPEN_JOBS(
            "intake.most-open-jobs",
            Type.COUNT,
            "10000",
            "1",
            "10000000",
            "How many jobs may be open before intake pauses."),
    INTAKE_LEAST_FREE_SHARE(
            "intake.least-free-share",
            Type.SHARE,
            "0.10",
            "0",
            "0.9",
            "The share of the disk that must be free; below it intake pauses."),
    INTAKE_LEAST_FREE_SPACE(
            "intake.least-free-space",
            Type.SIZE,
            "2GiB",
            "0",
            "100TiB",
            "The space on the disk that must be free; below it intake pauses."),
    FOLDER_ENABLED(
            "folder.enabled", Type.FLAG, "true", "", "", "Whether deliveries are received from vendors' drop folders."),
    SFTP_ENABLED(
            "sftp.enabled",
            Type.FLAG,
            "true",
            "",
            "",
            "Whether deliveries are fetched from the SFTP accounts that vendors' files name."),
    SFTP_POLL_EVERY("sftp.poll-every", Type.DURATION, "30s", "100ms", "1h", "How often each SFTP account is listed."),
    SFTP_LONGEST_SILENCE(
            "sftp.longest-silence",
            Type.DURATION,
            "60s",
            "1s",
            "10m",
            "How long an SFTP server may take for an answer before the connection is given up and begun anew."),
    MAIL_ENABLED("mail.enabled", Type.FLAG, "false", "", "", "Whether deliveries are received by mail (IMAP)."),
    MAIL_HOST("mail.host", Type.TEXT, "", "", "", "The IMAP server; must be set where mail is received."),
    MAIL_PORT("mail.port", Type.PORT, "993", "1", "65535", "Its port for IMAP over TLS."),
    MAIL_USER("mail.user", Type.TEXT, "", "", "", "The mailbox' user."),
    MAIL_PASSWORD("mail.password", Type.SECRET, "", "", "", "The password of that user."),
    MAIL_CERTIFICATE(
            "mail.certificate",
            Type.TEXT,
            "",
            "",
            "",
            "A file of the home with certificates (PEM) that are trusted for the mail servers instead of the"
                    + " system's."),
    MAIL_FOLDER("mail.folder", Type.TEXT, "INBOX", "", "", "The mailbox folder that is received from."),
    MAIL_PROCESSED(
            "mail.processed-folder",
            Type.TEXT,
            "Processed",
            "",
            "",
            "The mailbox folder that mail is moved into when it is recorded; made where it is missing."),
    MAIL_PARKED(
            "mail.parked-folder",
            Type.TEXT,
            "Parked",
            "",
            "",
            "The mailbox folder for mail that could not be received in as many attempts as a job has."),
    MAIL_POLL_EVERY("mail.poll-every", Type.DURATION, "30s", "100ms", "1h", "How often the mailbox is looked into."),
    UPLOAD_ENABLED("upload.enabled", Type.FLAG, "false", "", "", "Whether deliveries are received over HTTP."),
    UPLOAD_HOST(
            "upload.host",
            Type.HOST,
            "127.0.0.1",
            "",
            "",
            "The address uploads are received on; a proxy that ends TLS stands before it."),
    UPLOAD_PORT(
            "upload.port",
            Type.PORT,
            "8480",
            "0",
            "65535",
            "The port uploads are received on; 0 takes any free one and logs it."),
    SMTP_HOST(
            "smtp.host", Type.TEXT, "", "", "", "The server that letters are sent by; empty: no letter goes by mail."),
    SMTP_PORT("smtp.port", Type.PORT, "465", "1", "65535", "Its port."),
    SMTP_TLS("smtp.tls", Type.FLAG, "true", "", "", "Whether the connection is TLS from its first byte (RFC 8314)."),
    SMTP_USER("smtp.user", Type.TEXT, "", "", "", "The user to send as; empty: without a login."),
    SMTP_PASSWORD("smtp.password", Type.SECRET, "", "", "", "The password of that user."),
    SMTP_FROM(
            "smtp.from", Type.TEXT, "", "", "", "The address that letters come from; must be set where mail is sent."),
    LETTER_LINK(
            "letter.link",
            Type.TEXT,
            "",
            "",
            "",
            "Where vendors read what a letter about a restricted work order does not say, such as"
                    + " `https://quality.example/{submission}`; empty: they ask their contact."),
    QUEUES_BROKER_URL(
            "queues.broker-url",
            Type.TEXT,
            "",
            "",
            "",
            "An Apache Artemis broker that is told of each folder that comes into a queue, such as"
                    + " `tcp://localhost:61616`; empty: none."),
    QUEUES_BROKER_USER("queues.broker-user", Type.TEXT, "", "", "", "The broker's user; empty: without a login."),
    QUEUES_BROKER_PASSWORD("queues.broker-password", Type.SECRET, "", "", "", "The password of that user."),
    SCAN_CLAMD(
            "scan.clamd",
            Type.TEXT,
            "",
            "",
            "",
            "A ClamAV daemon that looks through everything before it is opened: host:port, or unix:/path; empty:"
                    + " none."),
    SCAN_DEADLINE(
            "scan.deadline",
            Type.DURATION,
            "60s",
            "1s",
            "1h",
            "How long the daemon may take for a small file; each MiB adds a second."),
    READING_LEAST_FREE_SHARE(
            "reading.least-free-share",
            Type.SHARE,
            "0.03",
            "0",
            "0.9",
            "The share of the disk that must be free; below it reading pauses too."),
    READING_DEADLINE(
            "reading.deadline",
            Type.DURATION,
            "60s",
            "1s",
            "1h",
            "How long reading one file may take; then its child ends and the file counts as not readable."),
    CHECKS_DEADLINE_PER_ITEM(
            "checks.deadline-per-item",
            Type.DURATION,
            "20s",
            "1s",
            "1h",
            "How long one checklist item may take, and a second more for each 10 MiB of what was read; then it ends as"
                    + " *cannot tell* and the rest go on."),
    CHILDREN_COUNT(
            "children.count", Type.COUNT, "2", "1", "64", "How many child processes read and check at the same time."),
    CHILDREN_HEAP("children.heap", Type.SIZE, "1GiB", "128MiB", "64GiB", "The heap of each child process."),
    CHILDREN_RECYCLE_AFTER(
            "children.recycle-after",
            Type.COUNT,
            "200",
            "1",
            "100000",
            "How many tasks a child process does before a fresh one takes its place."),
    JOBS_MOST_ATTEMPTS(
            "jobs.most-attempts",
            Type.COUNT,
            "3",
            "1",
            "100",
            "How often a job is tried before its submission is parked."),
    DEFINITIONS_POLL_EVERY(
            "definitions.poll-every",
            Type.DURATION,
            "5s",
            "100ms",
            "1h",
            "How often it is looked whether clients, vendors, work orders, calendars or checklists changed."),
    JOBS_RETRY_AFTER(
            "jobs.retry-after",
            Type.DURATION,
            "5s",
            "100ms",
            "1d",
            "How long a failed job waits before it is tried again."),
    JOBS_LEASE(
            "jobs.lease",
            Type.DURATION,
            "5m",
            "10s",
            "1d",
            "How long a claimed job belongs to a process that has stopped renewing it, as one that died; then another"
                    + " may claim it."),
    MANAGEMENT_HOST(
            "management.host",
            Type.HOST,
            "127.0.0.1",
            "",
            "",
            "The address `/health` and `/metrics` are served on; keep it a loopback address unless a firewall stands"
                    + " before it."),
    MANAGEMENT_PORT(
            "management.port",
            Type.PORT,
            "9464",
            "0",
            "65535",
            "The port `/health` and `/metrics` are served on; 0 takes any free one and logs it."),
    LEDGER_URL(
            "ledger.url",
            Type.DATABASE,
            "",
            "",
            "",
            "Where the ledger lies: empty for SQLite in the home's `data/`, else a PostgreSQL database."),
    LEDGER_USER("ledger.user", Type.TEXT, "", "", "", "The database user of a PostgreSQL ledger."),
    LEDGER_PASSWORD("ledger.password", Type.SECRET, "", "", "", "The password of that database user."),
    KEYSTORE_PASSPHRASE(
            "keystore.passphrase",
            Type.SECRET,
            "",
            "",
            "",
            "The passphrase of the keystore; empty where the file's permissions alone protect it.");

    private final String key;
    private final Type type;
    private final String defaultText;
    private final String least;
    private final String most;
    private final String meaning;

    Setting(String key, Type type, String defaultText, String least, String most, String meaning) {
        this.key = key;
        this.type = type;
        this.defaultText = defaultText;
        this.least = least;
        this.most = most;
        this.meaning = meaning;
    }

    /// The key in `assay.properties`.
    public String key() {
        return key;
    }

    public Type type() {
        return type;
    }

    /// What holds where nothing is set, as it would be written.
    public String defaultText() {
        return defaultText;
    }

    /// What it is for, one sentence in Markdown.
    public String meaning() {
        return meaning;
    }

    /// What may stand as its value, in words: `100ms to 1h`; empty where anything of its type may.
    public String bounds() {
        return least.isEmpty() ? "" : least + " to " + most;
    }

    /// The environment variable that overrides it.
    public String variable() {
        return "ASSAY_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }

    static Optional<Setting> find(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    /// The rule a value breaks, in words; empty when it may stand.
    Optional<String> broken(String value) {
        if (!type.reads(value)) {
            return Optional.of("must be " + type.expected());
        }
        return least.isEmpty() || isWithin(value) ? Optional.empty() : Optional.of("must be " + bounds());
    }

    private boolean isWithin(String value) {
        BigDecimal magnitude = type.magnitude(value);
        return magnitude.compareTo(type.magnitude(least)) >= 0 && magnitude.compareTo(type.magnitude(most)) <= 0;
    }

    /// How a setting is written.
    public enum Type {
        TEXT("a text", "(?s).*"),
        HOST("a host name or address", "[^\\s/]+"),
        /// Where the ledger lies. It is printed, so that it must not hold a password.
        DATABASE(
                "empty, or jdbc:postgresql://host/database without user and password in it",
                "|jdbc:postgresql://[^\\s@?]+(\\?(?!(\\S*&)?(?i:user|\\w*password)=)\\S*)?"),
        /// A text that is never printed, given as `${env:NAME}` or in a file only its owner can read.
        SECRET("a secret", "(?s).*"),
        FLAG("true or false", "true|false"),
        COUNT("a whole number", "[0-9]{1,9}"),
        PORT("a port number", "[0-9]{1,9}"),
        SHARE("a share such as 0.25", "[0-9](\\.[0-9]{1,9})?"),
        /// Bytes; KiB, MiB, GiB and TiB are powers of 1024.
        SIZE("a size in whole B, KiB, MiB, GiB or TiB, such as 64MiB", "([0-9]{1,15}) ?(B|KiB|MiB|GiB|TiB)?"),
        DURATION("a duration in whole ms, s, m, h or d, such as 2s or 5m", "([0-9]{1,9}) ?(ms|s|m|h|d)");

        private final String expected;
        private final Pattern pattern;

        Type(String expected, String pattern) {
            this.expected = expected;
            this.pattern = Pattern.compile(pattern);
        }

        /// What may stand there, in words.
        public String expected() {
            return expected;
        }

        boolean reads(String value) {
            return pattern.matcher(value).matches();
        }

        /// The value in its base unit: a count, a share, bytes, or milliseconds.
        BigDecimal magnitude(String value) {
            Matcher matcher = pattern.matcher(value);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("Not " + expected);
            }
            if (this != SIZE && this != DURATION) {
                return new BigDecimal(value);
            }
            return new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(factor(matcher.group(2))));
        }

        private static long factor(@Nullable String unit) {
            return switch (unit) {
                case "KiB" -> 1L << 10;
                case "MiB" -> 1L << 20;
                case "GiB" -> 1L << 30;
                case "TiB" -> 1L << 40;
                case "s" -> 1000;
                case "m" -> 60_000;
                case "h" -> 3_600_000;
                case "d" -> 86_400_000;
                case null, default -> 1;
            };
        }
    }
}
