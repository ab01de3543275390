package dev.assay.extract.number;

import dev.assay.extract.number.Token.Literal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one section of a format code into its tokens.
final class SectionReader {
    private static final Pattern CONDITION =
            Pattern.compile("(<=|>=|<>|<|>|=)\\s*(-?[0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]{1,3})?)");
    private static final Pattern ELAPSED = Pattern.compile("h+|m+|s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SYMBOL = Pattern.compile("\\$([^-\\]]*)(?:-([0-9A-Fa-f]{1,8}))?.*");
    private static final String MOMENT_LETTERS = "ymdhsebga";

    private final String code;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean digits;
    private Locale locale = Locale.US;
    private @Nullable Condition condition;

    private SectionReader(String code) {
        this.code = code;
    }

    static Section read(String code) {
        SectionReader reader = new SectionReader(code);
        while (reader.at < code.length()) {
            reader.next();
        }
        return new Section(Minutes.told(reader.tokens), reader.condition, reader.locale);
    }

    private void next() {
        char c = code.charAt(at);
        switch (c) {
            case '"' -> quoted();
            case '\\' -> escaped();
            // A blank as wide as the next character.
            case '_' -> blank();
            // The next character fills the cell's width.
            case '*' -> at += 2;
            case '[' -> bracket();
            case '0', '#', '?' -> digit(c);
            case '.' -> add(new Token.Point(), 1);
            case ',' -> add(digits ? new Token.Comma() : new Literal(","), 1);
            case '%' -> add(new Token.Percent(), 1);
            case '/' -> add(new Token.Slash(), 1);
            case '@' -> add(new Token.Text(), 1);
            default -> letter(c);
        }
    }

    private void add(Token token, int length) {
        tokens.add(token);
        at += length;
    }

    private void quoted() {
        int end = code.indexOf('"', at + 1);
        int stop = end < 0 ? code.length() : end;
        tokens.add(new Literal(code.substring(at + 1, stop)));
        at = stop + 1;
    }

    private void escaped() {
        int end = Math.min(code.length(), at + 2);
        tokens.add(new Literal(code.substring(Math.min(at + 1, end), end)));
        at = end;
    }

    private void blank() {
        add(new Literal(" "), 2);
    }

    private void digit(char kind) {
        digits = true;
        add(new Token.Digit(kind), 1);
    }

    private void bracket() {
        int end = code.indexOf(']', at);
        if (end < 0) {
            add(new Literal("["), 1);
            return;
        }
        String inside = code.substring(at + 1, end);
        at = end + 1;
        Matcher compared = CONDITION.matcher(inside);
        Matcher symbol = SYMBOL.matcher(inside);
        if (ELAPSED.matcher(inside).matches()) {
            tokens.add(new Token.Elapsed(Character.toLowerCase(inside.charAt(0)), inside.length()));
        } else if (compared.matches()) {
            condition = new Condition(compared.group(1), new BigDecimal(compared.group(2)));
        } else if (symbol.matches()) {
            tokens.add(new Literal(symbol.group(1)));
            locale = symbol.group(2) == null ? locale : FormatLocales.of(symbol.group(2), locale);
        }
        // What else stands in brackets are colours and kinds of digits, which change no value.
    }

    private void letter(char c) {
        char lower = Character.toLowerCase(c);
        boolean power = lower == 'e' && digits && at + 1 < code.length() && "+-".indexOf(code.charAt(at + 1)) >= 0;
        if (power) {
            add(new Token.Exponent(c, code.charAt(at + 1) == '+'), 2);
        } else if (startsWith("General")) {
            add(new Token.General(), 7);
        } else if (startsWith("AM/PM")) {
            add(new Token.HalfDay("AM", "PM"), 5);
        } else if (startsWith("A/P")) {
            add(new Token.HalfDay(code.substring(at, at + 1), code.substring(at + 2, at + 3)), 3);
        } else if (isMoment(lower)) {
            moment(lower);
        } else {
            add(new Literal(String.valueOf(c)), 1);
        }
    }

    /// A single `a` is no part of a date.
    private boolean isMoment(char lower) {
        return MOMENT_LETTERS.indexOf(lower) >= 0 && (lower != 'a' || startsWith("aaa"));
    }

    private void moment(char letter) {
        int end = at;
        while (end < code.length() && Character.toLowerCase(code.charAt(end)) == letter) {
            end++;
        }
        add(new Token.Moment(letter, end - at), end - at);
    }

    private boolean startsWith(String word) {
        return code.regionMatches(true, at, word, 0, word.length());
    }
}
