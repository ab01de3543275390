package dev.assay.check.sources;

import java.math.BigInteger;

/// Check digits as the published standards define them. All take characters without spaces and hyphens, in upper case.
final class Checksums {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private Checksums() {}

    /// ISBN of ten (ISO 2108) and ISSN (ISO 3297): weights fall to 1, modulo 11, `X` is ten.
    static boolean falling(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = digits.charAt(i) == 'X' ? 10 : digits.charAt(i) - '0';
            sum += value * (digits.length() - i);
        }
        return sum % 11 == 0;
    }

    /// ISBN of thirteen (ISO 2108): weights 1 and 3, modulo 10.
    static boolean alternating(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    /// ORCID (ISO 7064, modulo 11-2): `X` is ten.
    static boolean elevenTwo(String digits) {
        int total = 0;
        for (int i = 0; i < digits.length() - 1; i++) {
            total = (total + digits.charAt(i) - '0') * 2 % 11;
        }
        int check = (12 - total) % 11;
        return (check == 10 ? 'X' : (char) ('0' + check)) == digits.charAt(digits.length() - 1);
    }

    /// LEI (ISO 17442, by ISO 7064 modulo 97-10): letters count from 10.
    static boolean ninetySeven(String characters) {
        StringBuilder digits = new StringBuilder();
        characters.chars().forEach(each -> digits.append(Character.digit(each, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue() == 1;
    }

    /// ISIN (ISO 6166): letters count from 10, digits doubled from the right as in ISO/IEC 7812, annex B.
    static boolean isin(String characters) {
        StringBuilder digits = new StringBuilder();
        characters.chars().forEach(each -> digits.append(Character.digit(each, 36)));
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 1 ? value * 2 : value;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }

    /// CUSIP (ANSI X9.6): letters count from 10, every second value doubled, digits summed.
    static boolean cusip(String characters) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            char each = characters.charAt(i);
            int value = switch (each) {
                case '*' -> 36;
                case '@' -> 37;
                case '#' -> 38;
                default -> Character.digit(each, 36);
            };
            int weighted = i % 2 == 1 ? value * 2 : value;
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10 == characters.charAt(8) - '0';
    }

    /// SEDOL (London Stock Exchange): weights 1, 3, 1, 7, 3, 9, 1, modulo 10, letters count from 10.
    static boolean sedol(String characters) {
        int[] weights = {1, 3, 1, 7, 3, 9, 1};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Character.digit(characters.charAt(i), 36) * weights[i];
        }
        return sum % 10 == 0;
    }
}
