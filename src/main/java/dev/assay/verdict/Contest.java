package dev.assay.verdict;

import dev.assay.check.Finding;
import dev.assay.work.Attribution;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Why findings that ask for rework need a person's word before the vendor is asked again.
record Contest(Case given) {

    /// Whether a finding may not go to the vendor by itself.
    boolean concerns(Finding finding) {
        return reason(finding) != Reason.NONE;
    }

    /// Why no letter may go out whatever is found, one clause each.
    List<String> ofTheWhole() {
        History history = given.history();
        List<String> clauses = new ArrayList<>();
        if (!given.conflictingHints().isEmpty()) {
            clauses.add("it is not certain which deliverable it is");
        }
        if (history.acceptedBefore()) {
            clauses.add("an earlier revision is accepted already");
        }
        if (history.round() > given.policy().roundLimit()) {
            clauses.add("round " + history.round() + " is over the limit of "
                    + given.policy().roundLimit());
        }
        return clauses;
    }

    /// All clauses that hold for those failures.
    List<String> clauses(List<Failure> failures) {
        Set<String> clauses = new LinkedHashSet<>(ofTheWhole());
        failures.stream()
                .flatMap(failure -> failure.findings().stream())
                .map(this::reason)
                .filter(reason -> reason != Reason.NONE)
                .sorted()
                .forEach(reason -> clauses.add(reason.clause));
        return List.copyOf(clauses);
    }

    private Reason reason(Finding finding) {
        History history = given.history();
        String fingerprint = finding.fingerprint();
        if (history.disputed().contains(fingerprint)) {
            return Reason.DISPUTED;
        }
        if (history.repeated().contains(fingerprint)) {
            return Reason.REPEATED;
        }
        if (history.passedBefore().contains(fingerprint)) {
            return Reason.PASSED_BEFORE;
        }
        return isTheVendors(finding) ? Reason.NONE : Reason.NOT_THE_VENDORS;
    }

    /// Whether the vendor answers for a finding: its own cause, or that of somebody it works with.
    static boolean isTheVendors(Finding finding) {
        return finding.attribution() == Attribution.VENDOR || finding.attribution() == Attribution.THIRD_PARTY;
    }

    private enum Reason {
        DISPUTED("the vendor disputes it"),
        REPEATED("an earlier round asked for it already"),
        PASSED_BEFORE("the same text passed before under this checklist"),
        NOT_THE_VENDORS("the cause is not the vendor's"),
        NONE("");

        private final String clause;

        Reason(String clause) {
            this.clause = clause;
        }
    }
}
