package dev.assay.verdict;

import dev.assay.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What makes rework conclusive: a blocking item failed, more findings than are acceptable, or a score under
/// the threshold.
///
/// @param allowed the acceptance numbers
/// @param given   the case
record Grounds(AcceptanceNumbers allowed, Case given) {

    /// The grounds those failures give, as one clause; empty where they give none.
    Optional<String> in(List<Failure> failures) {
        List<Failure> left = failures.stream()
                .filter(failure -> !failure.findings().isEmpty())
                .toList();
        return blocking(left).or(() -> counts(left)).or(() -> score(left));
    }

    private static Optional<String> blocking(List<Failure> failures) {
        List<Failure> blocking =
                failures.stream().filter(failure -> failure.item().blocking()).toList();
        if (blocking.isEmpty()) {
            return Optional.empty();
        }
        String others = switch (blocking.size()) {
            case 1 -> "";
            case 2 -> ", and 1 more blocking item failed";
            default -> ", and " + (blocking.size() - 1) + " more blocking items failed";
        };
        return Optional.of("Blocking item " + example(blocking.getFirst()) + others);
    }

    private Optional<String> counts(List<Failure> failures) {
        Counts counts = Counts.of(failures);
        List<String> over = new ArrayList<>();
        over("critical", counts.critical(), allowed.critical()).ifPresent(over::add);
        over("major", counts.major(), allowed.major()).ifPresent(over::add);
        if (allowed.minor() != null) {
            over("minor", counts.minor(), allowed.minor()).ifPresent(over::add);
        }
        if (over.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(String.join(", ", over) + ": " + example(failures.getFirst()));
    }

    private static Optional<String> over(String severity, int count, int acceptable) {
        if (count <= acceptable) {
            return Optional.empty();
        }
        return Optional.of(Phrases.count(count, severity + " finding") + " where " + acceptable
                + (acceptable == 1 ? " is" : " are") + " acceptable");
    }

    private Optional<String> score(List<Failure> failures) {
        QualityScore score = QualityScore.of(failures, given.size().units());
        if (given.policy().scoreThreshold().isEmpty()
                || !score.isUnder(given.policy().scoreThreshold().getAsDouble())) {
            return Optional.empty();
        }
        return Optional.of("Score " + score.value() + " is under the threshold of "
                + given.policy().scoreThreshold().getAsDouble() + ": " + example(failures.getFirst()));
    }

    private static String example(Failure failure) {
        Finding first = failure.findings().getFirst();
        return "'" + failure.item().id() + "': " + Phrases.clause(first.message());
    }
}
