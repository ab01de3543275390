package dev.assay.checklist;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A limit as a checklist writes it: `200 words`, `10 %`, `verbatim 60 words`.
///
/// @param of     what it is a limit of; empty for all
/// @param number at least 0
/// @param unit   what is counted
public record Limit(String of, BigDecimal number, Unit unit) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(?<of>[a-z][a-z-]*) +)?(?<number>[0-9]{1,9}(?:\\.[0-9]{1,6})?) *(?<unit>words?|%)");

    /// What is counted.
    public enum Unit {
        WORDS,
        PERCENT
    }

    /// The limit that a text writes; empty where it writes none: also of a fraction of a word, or more than 100 %.
    public static Optional<Limit> read(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(written.group("number"));
        Unit unit = written.group("unit").equals("%") ? Unit.PERCENT : Unit.WORDS;
        boolean possible = unit == Unit.PERCENT ? number.compareTo(BigDecimal.valueOf(100)) <= 0 : number.scale() == 0;
        String of = Optional.ofNullable(written.group("of")).orElse("");
        return possible ? Optional.of(new Limit(of, number, unit)) : Optional.empty();
    }
}
