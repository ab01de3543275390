package dev.assay.check.confidentiality.personal;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;

/// The arithmetic of check digits. Arguments are without separators.
final class CheckDigits {
    private static final int[][] DIHEDRAL = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5}, {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7}, {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3}, {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    };
    private static final int[] PERMUTED = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    private CheckDigits() {}

    static int digit(String text, int at) {
        return Character.digit(text.charAt(at), 36);
    }

    /// The sum of digits by weights, from the left.
    static int weighted(String text, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digit(text, i) * weights[i];
        }
        return sum;
    }

    /// The algorithm of ISO/IEC 7812-1, annex B, also named for Luhn.
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits, digits.length() - 1 - i);
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /// The remainder of a number of any length; letters count 10 to 35, as in ISO/IEC 7064.
    static int remainder(String text, int modulus) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            digits.append(digit(text, i));
        }
        return new BigInteger(digits.toString())
                .mod(BigInteger.valueOf(modulus))
                .intValue();
    }

    /// ISO/IEC 7064, MOD 11,10: the last digit checks the others.
    static boolean mod1110(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (digit(digits, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digit(digits, digits.length() - 1);
    }

    /// ISO/IEC 7064, MOD 11-2: the last character, a digit or X for ten, checks the others.
    static boolean mod112(String text) {
        int product = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            product = (product + digit(text, i)) * 2 % 11;
        }
        char last = text.charAt(text.length() - 1);
        return (12 - product) % 11 == (last == 'X' ? 10 : Character.digit(last, 10));
    }

    /// J. Verhoeff, Error Detecting Decimal Codes (1969).
    static boolean verhoeff(String digits) {
        int state = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits, digits.length() - 1 - i);
            for (int turn = 0; turn < i % 8; turn++) {
                digit = PERMUTED[digit];
            }
            state = DIHEDRAL[state][digit];
        }
        return state == 0;
    }

    /// Whether the digits, written year, month, day with a year of two digits, are a day of some century.
    static boolean yymmdd(String digits) {
        return day(2000 + number(digits, 0, 2), number(digits, 2, 4), number(digits, 4, 6));
    }

    /// Whether the digits, written day, month, year with a year of two digits, are a day of some century.
    static boolean ddmmyy(String digits) {
        return day(2000 + number(digits, 4, 6), number(digits, 2, 4), number(digits, 0, 2));
    }

    static boolean day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
