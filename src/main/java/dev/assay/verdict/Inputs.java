package dev.assay.verdict;

import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.By;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.checklist.Mode;
import dev.assay.checklist.Severity;
import dev.assay.work.Policy;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that a ruling looked at, as plain values that go to JSON and back. Items in trial are left out: they are
/// not looked at.
public record Inputs(
        List<Answer> answers,
        List<Reading> readings,
        boolean retriesUsedUp,
        Size size,
        Past past,
        Numbers policy,
        Draw draw,
        List<String> conflictingHints) {
    public Inputs {
        answers = List.copyOf(answers);
        readings = List.copyOf(readings);
        conflictingHints = List.copyOf(conflictingHints);
    }

    /// The inputs of a case in canonical order.
    static Inputs of(Case given) {
        return new Inputs(
                given.outcomes().stream().map(Answer::of).toList(),
                given.readings(),
                given.retriesUsedUp(),
                given.size(),
                Past.of(given.history()),
                Numbers.of(given.policy()),
                given.draw(),
                given.conflictingHints());
    }

    /// How an item ended.
    ///
    /// @param check        the check kind; null for a person's or vendor's item
    /// @param outcome      `Passed`, `Failed`, `CannotTell`, `NotApplicable` or `NotRun`
    /// @param cause        why it could not be told; null for other outcomes
    /// @param fingerprints of its findings
    /// @param counted      how many of them count
    public record Answer(
            String item,
            @Nullable String check,
            int kindVersion,
            By by,
            Severity severity,
            Effect effect,
            Mode mode,
            double weight,
            boolean blocking,
            String outcome,
            Outcome.@Nullable Cause cause,
            List<String> fingerprints,
            int counted) {
        public Answer {
            fingerprints = List.copyOf(fingerprints);
        }

        private static Answer of(ItemOutcome given) {
            Item item = given.item();
            List<Finding> findings =
                    given.outcome() instanceof Outcome.Failed failed ? failed.findings() : List.<Finding>of();
            return new Answer(
                    item.id(),
                    item.check(),
                    given.kindVersion(),
                    item.by(),
                    item.severity(),
                    item.effect(),
                    item.mode(),
                    item.weight(),
                    item.blocking(),
                    given.outcome().getClass().getSimpleName(),
                    given.outcome() instanceof Outcome.CannotTell untold ? untold.cause() : null,
                    findings.stream().map(Finding::fingerprint).toList(),
                    new Failure(item, findings).count());
        }
    }

    /// The history, with fingerprints in alphabetical order.
    public record Past(
            int round,
            History.Standing standing,
            boolean acceptedBefore,
            List<String> disputed,
            List<String> passedBefore,
            List<String> repeated,
            int earlierDeliveries) {
        public Past {
            disputed = List.copyOf(disputed);
            passedBefore = List.copyOf(passedBefore);
            repeated = List.copyOf(repeated);
        }

        private static Past of(History history) {
            return new Past(
                    history.round(),
                    history.standing(),
                    history.acceptedBefore(),
                    sorted(history.disputed()),
                    sorted(history.passedBefore()),
                    sorted(history.repeated()),
                    history.earlierDeliveries());
        }

        private static List<String> sorted(Collection<String> fingerprints) {
            return fingerprints.stream().sorted().toList();
        }
    }

    /// The policy's numbers; null where it is silent.
    public record Numbers(
            String version,
            double sampling,
            int firstDeliveries,
            boolean tightened,
            boolean releaseLetters,
            int roundLimit,
            int critical,
            @Nullable Integer major,
            @Nullable Integer minor,
            @Nullable Double scoreThreshold) {
        private static Numbers of(Policy policy) {
            return new Numbers(
                    policy.version(),
                    policy.sampling(),
                    policy.firstDeliveries(),
                    policy.tightened(),
                    policy.releaseLetters(),
                    policy.roundLimit(),
                    policy.critical(),
                    policy.major().stream().boxed().findFirst().orElse(null),
                    policy.minor().stream().boxed().findFirst().orElse(null),
                    policy.scoreThreshold().stream().boxed().findFirst().orElse(null));
        }
    }
}
