package dev.assay.lab.samples;

import java.util.Locale;

/// Numbers as the samples print them, whatever the machine's locale.
final class Numerals {
    private Numerals() {}

    /// With a comma between thousands.
    static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// With its sign; the minus is the typographic one.
    static String signed(int number) {
        return number == 0 ? "0" : number > 0 ? "+" + number : "\u2212" + -number;
    }
}
