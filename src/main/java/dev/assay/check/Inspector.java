package dev.assay.check;

import dev.assay.checklist.Item;
import dev.assay.document.Place;
import dev.assay.work.Attribution;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Answers items one by one. Whatever happens in a check kind, the item ends in one of the five outcomes, and a
/// kind that fails ends only its own item.
public final class Inspector {
    private static final Set<String> YES =
            Set.of("yes", "true", "y", "done", "confirmed", "declared", "ja", "oui", "s\u00ed", "si");
    private static final Set<String> NO = Set.of("no", "false", "n", "not done", "nein", "non");
    private static final Set<String> NEITHER = Set.of("n/a", "na", "not applicable", "entf\u00e4llt");

    private final Map<String, Check> checks = new HashMap<>();

    /// @param checks the kinds that items may name
    public Inspector(Collection<Check> checks) {
        checks.forEach(check -> this.checks.put(check.kind().id(), check));
    }

    /// Answers one item.
    ///
    /// @param declarations the vendor's answers by item id
    public ItemOutcome inspect(Item item, Inspection inspection, Map<String, String> declarations) {
        return switch (Narrowing.of(inspection, item.reach())) {
            case Narrowing.Nothing nothing ->
                new ItemOutcome(item, version(item), new Outcome.NotApplicable(nothing.reason()));
            case Narrowing.Left left -> answer(item, left.inspection(), declarations);
        };
    }

    /// Of the kind that would have looked; 0 where none would.
    private int version(Item item) {
        Check check = item.check() == null ? null : checks.get(item.check());
        return check == null ? 0 : check.kind().version();
    }

    private ItemOutcome answer(Item item, Inspection inspection, Map<String, String> declarations) {
        return switch (item.by()) {
            case PERSON -> new ItemOutcome(item, 0, new Outcome.NotRun("Waits for a person's answer."));
            case VENDOR -> new ItemOutcome(item, 0, declared(item, declarations.getOrDefault(item.id(), "")));
            case MACHINE -> checked(item, inspection);
        };
    }

    private ItemOutcome checked(Item item, Inspection inspection) {
        Check check = item.check() == null ? null : checks.get(item.check());
        if (check == null) {
            String reason = "This build has no check '" + item.check() + "'.";
            return new ItemOutcome(item, 0, new Outcome.CannotTell(reason, Outcome.Cause.ERROR));
        }
        return new ItemOutcome(
                item, check.kind().version(), capped(Tolerance.of(run(check, item, inspection), item.reach())));
    }

    /// The exception's type is told, never its message, which may hold text of the document.
    private static Outcome run(Check check, Item item, Inspection inspection) {
        Parameters parameters = new Parameters(item.parameters());
        try {
            return Doubt.inspect(check, inspection, parameters);
        } catch (RuntimeException | StackOverflowError e) {
            String reason = "The check failed (" + e.getClass().getSimpleName() + ").";
            return new Outcome.CannotTell(reason, Outcome.Cause.ERROR);
        }
    }

    private static Outcome capped(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed && failed.findings().size() > Findings.MOST) {
            String reason = String.format(
                    Locale.ROOT,
                    "%s %,d findings; the first %d are listed.",
                    failed.reason(),
                    failed.findings().size(),
                    Findings.MOST);
            return new Outcome.Failed(reason, failed.findings().subList(0, Findings.MOST));
        }
        return outcome;
    }

    private static Outcome declared(Item item, String answer) {
        String word = answer.strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return new Outcome.NotRun(
                    "The vendor has not answered: the manifest declares nothing for '" + item.id() + "'.");
        }
        if (NO.contains(word)) {
            return new Outcome.Failed("The vendor declares: no.", List.of(denied(item)));
        }
        return NEITHER.contains(word)
                ? new Outcome.NotApplicable("The vendor declares that it does not apply.")
                : new Outcome.Passed("The vendor declares: "
                        + (YES.contains(word) ? "yes" : Quotes.shortened(answer.strip(), 300)) + ".");
    }

    private static Finding denied(Item item) {
        return new Finding(
                "The vendor declares that this is not so.",
                "Do what is required, then declare it in the manifest under '" + item.id() + "'.",
                "",
                new Place.Whole(),
                null,
                null,
                Fingerprint.hash("declaration\0" + item.id()),
                Attribution.VENDOR);
    }
}
