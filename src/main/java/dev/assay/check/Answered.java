package dev.assay.check;

import dev.assay.checklist.Asking;
import dev.assay.checklist.By;
import dev.assay.checklist.Item;
import dev.assay.document.Place;
import dev.assay.work.Attribution;
import dev.assay.work.PersonAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How items end that people have answered.
public final class Answered {
    private Answered() {}

    /// An outcome as a person's answer makes it. Who answered stands in the ledger, not in the outcome: a vendor may
    /// read that.
    ///
    /// @param answers by item
    public static ItemOutcome in(ItemOutcome outcome, Map<String, PersonAnswer> answers) {
        Item item = outcome.item();
        PersonAnswer answer = answers.get(item.id());
        // An item that does not concern the delivery is not asked of anybody.
        if (item.by() != By.PERSON || answer == null || outcome.outcome() instanceof Outcome.NotApplicable) {
            return outcome;
        }
        Optional<Asking.End> end = item.asking().end(answer.word());
        return end.isEmpty() ? outcome : new ItemOutcome(item, 0, ended(item, answer, end.get()), outcome.suppressed());
    }

    private static Outcome ended(Item item, PersonAnswer answer, Asking.End end) {
        String said =
                "A person answers: " + answer.word() + "." + (answer.note().isEmpty() ? "" : " " + answer.note());
        return switch (end) {
            case PASSED -> new Outcome.Passed(said);
            case FAILED -> new Outcome.Failed(said, List.of(found(item, answer, said)));
            case CANNOT_TELL -> new Outcome.CannotTell(said, Outcome.Cause.CONTENT);
            case NOT_APPLICABLE -> new Outcome.NotApplicable(said);
        };
    }

    private static Finding found(Item item, PersonAnswer answer, String said) {
        return new Finding(
                answer.note().isEmpty() ? said : answer.note(),
                "Do what is required.",
                "",
                new Place.Whole(),
                null,
                null,
                Fingerprint.hash("answer\0" + item.id()),
                Attribution.VENDOR);
    }
}
