package dev.assay.bundle;

import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.config.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// What a vendor's own run came to, so that it can be told again: whoever has the same files, bundle and build gets the
/// same [#hash].
///
/// @param bundle      which bundle it was, 64 hex digits
/// @param program     version of the build that ran
/// @param deliverable id
/// @param files       by name
/// @param verdict     the would-be verdict's word
/// @param ended       how each item ended, in the checklist's order
public record Preflight(
        String bundle, String program, String deliverable, List<Checked> files, String verdict, List<Ended> ended) {
    public Preflight {
        files = files.stream().sorted(Comparator.comparing(Checked::name)).toList();
        ended = List.copyOf(ended);
    }

    /// A file that was checked.
    public record Checked(String name, String sha256) {}

    /// How an item ended.
    ///
    /// @param outcome  its word, such as `passed`
    /// @param findings their fingerprints, in order
    public record Ended(String item, String outcome, List<String> findings) {
        public Ended {
            findings = List.copyOf(findings);
        }

        /// Of an outcome.
        public static Ended of(ItemOutcome outcome) {
            return new Ended(
                    outcome.item().id(),
                    word(outcome.outcome()),
                    outcome.outcome() instanceof Outcome.Failed failed
                            ? failed.findings().stream()
                                    .map(Finding::fingerprint)
                                    .toList()
                            : List.of());
        }

        private static String word(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Passed ignored -> "passed";
                case Outcome.Failed ignored -> "failed";
                case Outcome.CannotTell ignored -> "cannot-tell";
                case Outcome.NotApplicable ignored -> "not-applicable";
                case Outcome.NotRun ignored -> "not-run";
            };
        }
    }

    /// SHA-256 of a file, 64 hex digits.
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.copying(in, OutputStream.nullOutputStream());
        }
    }

    /// SHA-256 over this as JSON, 64 hex digits.
    public String hash() {
        return Sha256.of(Json.bytes(this));
    }
}
