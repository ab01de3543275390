package dev.assay.extract.number;

import dev.assay.extract.number.Token.Elapsed;
import dev.assay.extract.number.Token.Moment;
import java.util.ArrayList;
import java.util.List;

/// Tells minutes from months, which have the same letter: minutes stand after hours, before seconds, or with
/// elapsed time. Digits after the point behind seconds are fractions of a second.
final class Minutes {
    private Minutes() {}

    static List<Token> told(List<Token> tokens) {
        if (tokens.stream().noneMatch(token -> token instanceof Moment || token instanceof Elapsed)) {
            return tokens;
        }
        boolean elapsed = tokens.stream().anyMatch(Elapsed.class::isInstance);
        List<Token> told = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token instanceof Moment(char letter, int count)
                    && letter == 'm'
                    && count <= 2
                    && (elapsed || before(tokens, i) == 'h' || after(tokens, i) == 's')) {
                told.add(new Moment('n', count));
            } else if (token instanceof Token.Point && before(tokens, i) == 's' && zeros(tokens, i + 1) > 0) {
                int digits = zeros(tokens, i + 1);
                told.add(new Token.SecondFraction(digits));
                i += digits;
            } else {
                told.add(token);
            }
        }
        return told;
    }

    private static int zeros(List<Token> tokens, int from) {
        int end = from;
        while (end < tokens.size() && tokens.get(end) instanceof Token.Digit(char kind) && kind == '0') {
            end++;
        }
        return end - from;
    }

    private static char before(List<Token> tokens, int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (letter(tokens.get(i)) != 0) {
                return letter(tokens.get(i));
            }
        }
        return 0;
    }

    private static char after(List<Token> tokens, int at) {
        for (int i = at + 1; i < tokens.size(); i++) {
            if (letter(tokens.get(i)) != 0) {
                return letter(tokens.get(i));
            }
        }
        return 0;
    }

    private static char letter(Token token) {
        return switch (token) {
            case Moment moment -> moment.letter();
            case Elapsed elapsed -> elapsed.letter();
            default -> 0;
        };
    }
}
