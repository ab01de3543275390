package dev.assay.extract.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// A number in places for digits, with or without decimals, thousands set apart, hundredths.
///
/// @param before  what stands before the decimal point
/// @param after   the decimal point and what stands after it
/// @param shift   by how many powers of ten the number is shown greater
/// @param grouped whether thousands are set apart
record DigitForm(List<Token> before, List<Token> after, int shift, boolean grouped) implements Form {
    private static final int MOST_DECIMALS = 30;

    static DigitForm of(List<Token> tokens) {
        int point = indexOfPoint(tokens);
        List<Token> whole = new ArrayList<>(tokens.subList(0, point));
        List<Token> decimals = new ArrayList<>(tokens.subList(point, tokens.size()));
        int percents =
                (int) tokens.stream().filter(Token.Percent.class::isInstance).count();
        int thousands = trailingCommas(tokens);
        boolean grouped = hasInnerComma(whole);
        whole.removeIf(Token.Comma.class::isInstance);
        decimals.removeIf(Token.Comma.class::isInstance);
        return new DigitForm(List.copyOf(whole), List.copyOf(decimals), 2 * percents - 3 * thousands, grouped);
    }

    @Override
    public String show(BigDecimal value, boolean since1904) {
        int decimals = Math.min(MOST_DECIMALS, count(after));
        BigDecimal rounded = value.scaleByPowerOfTen(shift).setScale(decimals, RoundingMode.HALF_UP);
        String digits = rounded.unscaledValue().toString();
        int whole = Math.max(0, digits.length() - decimals);
        String left = digits.substring(0, whole);
        String right = "0".repeat(decimals - (digits.length() - whole)) + digits.substring(whole);
        return show(left.equals("0") ? "" : left, right);
    }

    /// @param left  digits before the decimal point, empty for zero
    /// @param right digits after it, as many as there are places
    String show(String left, String right) {
        boolean homeless = count(before) == 0 && count(after) > 0;
        return (homeless ? plain(before) + left : filled(before, left, grouped)) + after(right);
    }

    /// Whether it has no place for any digit.
    boolean isEmpty() {
        return count(before) == 0 && count(after) == 0;
    }

    /// Digits in their places, from the last on; the first place takes all that are left.
    static String filled(List<Token> places, String digits, boolean grouped) {
        StringBuilder shown = new StringBuilder();
        int left = digits.length();
        int placesLeft = count(places);
        int place = 0;
        for (int i = places.size() - 1; i >= 0; i--) {
            if (!(places.get(i) instanceof Token.Digit digit)) {
                shown.insert(0, plain(places.get(i)));
                continue;
            }
            placesLeft--;
            int takes = placesLeft == 0 ? Math.max(1, left) : 1;
            for (int n = 0; n < takes; n++) {
                String next = left > 0 ? digits.substring(left - 1, left) : digit.empty();
                if (grouped && place > 0 && place % 3 == 0 && !next.isEmpty()) {
                    shown.insert(0, next.equals(" ") ? ' ' : ',');
                }
                shown.insert(0, next);
                left--;
                place++;
            }
        }
        return shown.toString();
    }

    private String after(String digits) {
        int last = digits.length() - 1;
        while (last >= 0 && digits.charAt(last) == '0') {
            last--;
        }
        StringBuilder shown = new StringBuilder();
        int place = 0;
        for (Token token : after) {
            if (token instanceof Token.Digit digit) {
                shown.append(
                        place > last || place >= digits.length() ? digit.empty() : digits.substring(place, place + 1));
                place++;
            } else {
                shown.append(plain(token));
            }
        }
        return shown.toString();
    }

    static String plain(Token token) {
        return switch (token) {
            case Token.Literal(String text) -> text;
            case Token.Point() -> ".";
            case Token.Percent() -> "%";
            case Token.Slash() -> "/";
            default -> "";
        };
    }

    /// What tokens other than places for digits show.
    static String plain(List<Token> tokens) {
        StringBuilder shown = new StringBuilder();
        tokens.forEach(token -> shown.append(plain(token)));
        return shown.toString();
    }

    static int count(List<Token> tokens) {
        return (int) tokens.stream().filter(Token.Digit.class::isInstance).count();
    }

    static int indexOfPoint(List<Token> tokens) {
        int point = tokens.indexOf(new Token.Point());
        return point < 0 ? tokens.size() : point;
    }

    /// The commas after the last place for a digit before the point, or after the last of all.
    private static int trailingCommas(List<Token> tokens) {
        return trailing(tokens.subList(0, indexOfPoint(tokens)))
                + trailing(tokens.subList(indexOfPoint(tokens), tokens.size()));
    }

    private static int trailing(List<Token> tokens) {
        int commas = 0;
        for (int i = tokens.size() - 1; i >= 0 && !(tokens.get(i) instanceof Token.Digit); i--) {
            commas += tokens.get(i) instanceof Token.Comma ? 1 : 0;
        }
        return count(tokens) == 0 ? 0 : commas;
    }

    private static boolean hasInnerComma(List<Token> tokens) {
        boolean seenDigit = false;
        boolean seenComma = false;
        for (Token token : tokens) {
            if (token instanceof Token.Digit) {
                if (seenComma) {
                    return true;
                }
                seenDigit = true;
            } else if (token instanceof Token.Comma && seenDigit) {
                seenComma = true;
            }
        }
        return false;
    }
}
