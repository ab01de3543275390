package dev.assay.extract.number;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One section of a format code.
///
/// @param tokens    what it is made of
/// @param condition the numbers it is for; null where its place among the others tells
/// @param locale    whose names of months and days it shows
record Section(List<Token> tokens, @Nullable Condition condition, Locale locale) {
    Section {
        tokens = List.copyOf(tokens);
    }

    boolean isText() {
        return holds(Token.Text.class);
    }

    /// How it shows numbers.
    Form form() {
        if (holds(Token.Moment.class) || holds(Token.Elapsed.class)) {
            return new DateForm(tokens, locale);
        }
        if (holds(Token.Exponent.class)) {
            return PowerForm.of(tokens);
        }
        if (holds(Token.Slash.class) && FractionForm.isFraction(tokens)) {
            return FractionForm.of(tokens);
        }
        return holds(Token.General.class) || isText() ? new GeneralForm(tokens) : DigitForm.of(tokens);
    }

    /// A text as this section shows it.
    String show(String text) {
        StringBuilder shown = new StringBuilder();
        for (Token token : tokens) {
            switch (token) {
                case Token.Text() -> shown.append(text);
                case Token.General() -> shown.append(text);
                case Token.Literal(String literal) -> shown.append(literal);
                case Token.Slash() -> shown.append('/');
                default -> {}
            }
        }
        return shown.toString();
    }

    private boolean holds(Class<? extends Token> type) {
        return tokens.stream().anyMatch(type::isInstance);
    }
}
