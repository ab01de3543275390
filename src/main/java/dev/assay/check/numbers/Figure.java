package dev.assay.check.numbers;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a table cell shows where a figure could stand.
sealed interface Figure {
    /// Nothing, or a dash: counts as nothing in a sum.
    record Blank() implements Figure {}

    /// A figure.
    record Shown(DisplayedNumber number) implements Figure {
        BigDecimal value() {
            return number.value();
        }
    }

    /// A figure that is withheld or not known: "n/a", "*", "c".
    record Withheld() implements Figure {}

    /// What looks like a figure and cannot be read as one.
    record Doubtful() implements Figure {}

    /// Words.
    record Words() implements Figure {}

    Set<String> NOTHING = Set.of("", "-", "--", "\u2013", "\u2014", "\u2212", "nil", "none", "\u2010");
    Set<String> UNKNOWN = Set.of(
            "n/a", "na", "n.a.", "n.a", "n/m", "nm", "n.m.", "*", "**", ".", "..", "...", "\u2026", "x", "c", "#",
            "k.a.", "nd", "n.d.", "#n/a");

    /// Reads a cell's text.
    static Figure of(String text, DisplayedNumber.Mark mark) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (NOTHING.contains(word)) {
            return new Blank();
        }
        if (UNKNOWN.contains(word)) {
            return new Withheld();
        }
        if (word.chars().noneMatch(Character::isDigit)) {
            return new Words();
        }
        Optional<DisplayedNumber> number = DisplayedNumber.parse(text, mark);
        if (number.isPresent()) {
            return new Shown(number.get());
        }
        return DisplayedNumber.isCandidate(text) ? new Doubtful() : new Words();
    }
}
