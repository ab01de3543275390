package dev.assay.ledger;

import java.util.List;

/// All that one inspection came to, to be recorded in one transaction. Texts are JSON and are sealed by the
/// ledger.
///
/// @param checklist        name
/// @param checklistVersion hash
/// @param kindVersions     JSON object of kind id and version
/// @param indexSequence    what of prior work was seen
/// @param outcomes         one for each item
/// @param findings         in order of importance
/// @param verdict          accept, rework or review
/// @param restricted       whether only cleared people may see it
/// @param rule             the rule that fired
/// @param score            as printed, empty where there is none
/// @param formula          id of the score's formula
/// @param ruling           the ruling with all its inputs
/// @param letter           whether the vendor is written to at once: of rework that no person has to release
public record Decided(
        String checklist,
        String checklistVersion,
        String kindVersions,
        long indexSequence,
        List<OutcomeRecord> outcomes,
        List<FindingRecord> findings,
        String verdict,
        boolean restricted,
        String rule,
        String score,
        String formula,
        String ruling,
        boolean letter) {
    public Decided {
        outcomes = List.copyOf(outcomes);
        findings = List.copyOf(findings);
        if (letter && !verdict.equals("rework")) {
            throw new IllegalArgumentException("Only rework sends a letter. Found: " + verdict);
        }
    }

    /// A decision of which the vendor is told where it is rework.
    public Decided(
            String checklist,
            String checklistVersion,
            String kindVersions,
            long indexSequence,
            List<OutcomeRecord> outcomes,
            List<FindingRecord> findings,
            String verdict,
            boolean restricted,
            String rule,
            String score,
            String formula,
            String ruling) {
        this(
                checklist,
                checklistVersion,
                kindVersions,
                indexSequence,
                outcomes,
                findings,
                verdict,
                restricted,
                rule,
                score,
                formula,
                ruling,
                verdict.equals("rework"));
    }

    /// An item's outcome.
    ///
    /// @param item        id
    /// @param answeredBy  machine, person or vendor
    /// @param kind        id, empty for a person's or vendor's item
    /// @param kindVersion 0 where there is no kind
    /// @param mode        of the item
    /// @param outcome     one of the five
    /// @param cause       for what could not be told, else empty
    /// @param detail      the item and its outcome
    public record OutcomeRecord(
            String item,
            String answeredBy,
            String kind,
            int kindVersion,
            String mode,
            String outcome,
            String cause,
            String detail) {}

    /// A finding.
    ///
    /// @param dismissed why it does not count; empty where it does
    public record FindingRecord(
            String item,
            String kind,
            int kindVersion,
            String fingerprint,
            String severity,
            String effect,
            String mode,
            String attribution,
            String detail,
            String dismissed) {
        /// One that counts.
        public FindingRecord(
                String item,
                String kind,
                int kindVersion,
                String fingerprint,
                String severity,
                String effect,
                String mode,
                String attribution,
                String detail) {
            this(item, kind, kindVersion, fingerprint, severity, effect, mode, attribution, detail, "");
        }
    }
}
