package dev.assay.verdict;

import java.util.List;

/// A verdict with everything it rests on. Reason and remarks may quote the deliverable: they are a client's
/// text.
///
/// @param verdict  what becomes of the submission
/// @param rule     the rule that fired
/// @param reason   why, in one sentence with the value found
/// @param nextStep what happens next, in one sentence
/// @param counts   the findings that count towards acceptance
/// @param allowed  how many of them are acceptable
/// @param score    the machine's quality score over all enforced findings of the vendor's cause
/// @param notes    what was found and does not decide
/// @param untold   what could not be told, and why
/// @param open     what a person or the vendor still has to answer
/// @param inputs   all that was looked at
public record Ruling(
        Verdict verdict,
        Rule rule,
        String reason,
        String nextStep,
        Counts counts,
        AcceptanceNumbers allowed,
        QualityScore score,
        List<Remark> notes,
        List<Remark> untold,
        List<Remark> open,
        Inputs inputs) {
    public Ruling {
        notes = List.copyOf(notes);
        untold = List.copyOf(untold);
        open = List.copyOf(open);
    }
}
