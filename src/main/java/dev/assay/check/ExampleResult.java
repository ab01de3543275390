package dev.assay.check;

import java.util.Locale;

/// What an example of an item came to.
///
/// @param position where the item stands in its file
/// @param expected what the example is to show
/// @param number   counted from 1 among the item's examples of that expectation
/// @param outcome  what it showed
public record ExampleResult(String item, String position, Expected expected, int number, Outcome outcome) {
    /// What an example is to show.
    public enum Expected {
        PASS,
        FAIL
    }

    /// Whether the example showed what it is to show.
    public boolean held() {
        return switch (expected) {
            case PASS -> outcome instanceof Outcome.Passed;
            case FAIL -> outcome instanceof Outcome.Failed;
        };
    }

    /// The result in one line with its position.
    public String describe() {
        String example =
                position + ": item '" + item + "', " + expected.name().toLowerCase(Locale.ROOT) + " example " + number;
        return held()
                ? example + ": as expected"
                : example + " must " + expected.name().toLowerCase(Locale.ROOT) + " but " + ended();
    }

    private String ended() {
        return switch (outcome) {
            case Outcome.Passed passed -> "passed. " + passed.reason();
            case Outcome.Failed failed ->
                "failed. " + failed.findings().getFirst().message();
            case Outcome.CannotTell cannotTell -> "could not be told. " + cannotTell.reason();
            case Outcome.NotApplicable notApplicable -> "did not apply. " + notApplicable.reason();
            case Outcome.NotRun notRun -> "was not run. " + notRun.reason();
        };
    }
}
