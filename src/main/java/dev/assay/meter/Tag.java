package dev.assay.meter;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The tags meters may carry, each bounded: by its list of values, or for what is named elsewhere by a pattern
/// and a number.
public enum Tag {
    NONE("", "", 0),
    ARRIVAL_STATE("state", "attached duplicate held refused quarantined parked in-flight", 0),
    SUBMISSION_STATE(
            "state",
            "accepted rework review rejected superseded withdrawn waiting held quarantined parked in-flight",
            0),
    STAGE("stage", "receive identify assemble extract index check decide publish announce write send", 0),
    ROUTE(
            "route",
            "folder sftp mail upload identify assemble extract index check decide publish announce write send",
            0),
    VERDICT("verdict", "accept rework review", 0),
    RULE("rule", "", 16),
    KIND("kind", "", 200),
    OUTCOME("outcome", "passed failed cannot-tell not-applicable not-run", 0),
    WAY("way", "file mail", 0),
    ENDING("ending", "overran out-of-memory died", 0),
    CHANNEL("channel", "folder sftp mail upload", 0),
    INTAKE_OUTCOME("outcome", "recorded again refused failed", 0),
    REFUSAL("reason", "too-large not-authorised back-pressure incomplete poison", 0);

    /// What stands for a value that is not among those a tag may have.
    static final String OTHER = "other";

    private static final Pattern OPEN = Pattern.compile("[a-z0-9][a-z0-9-]{0,47}");

    private final String key;
    private final String words;
    private final int most;

    Tag(String key, String words, int most) {
        this.key = key;
        this.words = words;
        this.most = most;
    }

    /// The tag's key.
    public String key() {
        return key;
    }

    /// The values it may have; empty for a tag whose values are named elsewhere.
    public List<String> words() {
        return words.isEmpty() ? List.of() : Arrays.asList(words.split(" ", -1));
    }

    /// How many values it may have.
    public int most() {
        return most == 0 ? words().size() : most;
    }

    /// Whether a value may stand, given how many others there are.
    boolean allows(String value, int others) {
        return most == 0
                ? words().contains(value)
                : others < most && OPEN.matcher(value).matches();
    }
}
