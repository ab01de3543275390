package dev.assay.checklist;

import java.util.List;
import java.util.Optional;

/// How a person answers an item.
///
/// @param scale    the words to choose from, at least two
/// @param evidence whether an answer needs a note that says what it rests on
/// @param who      names of the people who may answer; anybody where it is empty
public record Asking(List<Choice> scale, boolean evidence, List<String> who) {
    /// Yes, no, unclear, or does not apply, by anybody.
    public static final Asking PLAIN = new Asking(
            List.of(
                    new Choice("yes", End.PASSED),
                    new Choice("no", End.FAILED),
                    new Choice("unclear", End.CANNOT_TELL),
                    new Choice("not-applicable", End.NOT_APPLICABLE)),
            false,
            List.of());

    public Asking {
        scale = List.copyOf(scale);
        who = List.copyOf(who);
    }

    /// A word of the scale and what it means for the item.
    public record Choice(String word, End end) {}

    /// How an answered item ends: the outcomes that an answer can have.
    public enum End {
        PASSED,
        FAILED,
        CANNOT_TELL,
        NOT_APPLICABLE
    }

    /// What a word of the scale means.
    public Optional<End> end(String word) {
        return scale.stream()
                .filter(choice -> choice.word().equalsIgnoreCase(word))
                .map(Choice::end)
                .findFirst();
    }
}
