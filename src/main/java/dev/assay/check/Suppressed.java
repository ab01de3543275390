package dev.assay.check;

import dev.assay.work.Dismissal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A finding that does not count because a person said so.
public record Suppressed(Finding finding, Dismissal dismissal) {

    /// An outcome without the findings that dismissals cover, which are kept beside it.
    ///
    /// @param dismissals that may cover the item's findings
    /// @param now        when it is inspected
    public static ItemOutcome in(ItemOutcome outcome, List<Dismissal> dismissals, Instant now) {
        if (!(outcome.outcome() instanceof Outcome.Failed failed)) {
            return outcome;
        }
        List<Finding> open = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>();
        for (Finding finding : failed.findings()) {
            Optional<Dismissal> dismissal = dismissals.stream()
                    .filter(each -> each.item().equals(outcome.item().id()) && each.holds(now) && covers(each, finding))
                    .findFirst();
            dismissal.ifPresentOrElse(each -> suppressed.add(new Suppressed(finding, each)), () -> open.add(finding));
        }
        if (suppressed.isEmpty()) {
            return outcome;
        }
        Outcome left = open.isEmpty()
                ? new Outcome.Passed("All that was found was dismissed before.")
                : new Outcome.Failed(failed.reason() + " " + suppressed.size() + " of them dismissed before.", open);
        return new ItemOutcome(outcome.item(), outcome.kindVersion(), left, suppressed);
    }

    private static boolean covers(Dismissal dismissal, Finding finding) {
        return switch (dismissal.scope()) {
            case FINDING -> dismissal.fingerprint().equals(finding.fingerprint());
            case TEXT, CLIENT ->
                dismissal.fingerprint().equals(finding.fingerprint())
                        || (!dismissal.text().isEmpty() && dismissal.text().equals(text(finding)));
            case ITEM -> true;
        };
    }

    /// Digest of the text that a finding is about; empty where it is about something absent.
    public static String text(Finding finding) {
        Finding.Quote quote = finding.quote();
        if (quote == null || quote.marked().isBlank()) {
            return "";
        }
        try {
            byte[] folded = FoldedText.of(quote.marked(), true).toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(folded));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
