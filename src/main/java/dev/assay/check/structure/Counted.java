package dev.assay.check.structure;

import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Something that carries a number of a series: `4.2 Awareness`, `Table 3`, `c)`.
///
/// @param what   what is counted, for messages: `heading`, `Table`
/// @param series all that the number stands behind: `4.` of `4.2`, `table A-` of `Table A-3`
/// @param number its place in the series, from 1
/// @param label  the number as shown, `4.2`
/// @param title  the line it begins, for messages
/// @param group  where it is counted; in another one the series may begin anew
record Counted(String what, String series, int number, String label, String title, int group, Span span, Place place) {
    private static final List<String> ROMAN = roman();

    /// How the number before or after would be shown.
    String shown(int other) {
        String digits = label.substring(label.length() - tail());
        String head = label.substring(0, label.length() - digits.length());
        if (digits.isEmpty() || Character.isDigit(digits.charAt(0))) {
            String plain = Integer.toString(other);
            return head
                    + "0".repeat(digits.startsWith("0") ? Math.max(0, digits.length() - plain.length()) : 0)
                    + plain;
        }
        boolean upper = Character.isUpperCase(digits.charAt(0));
        boolean single = digits.length() == 1 && Character.toLowerCase(digits.charAt(0)) - 'a' + 1 == number;
        String letters = single
                ? other <= 26 ? String.valueOf((char) ('a' + other - 1)) : Integer.toString(other)
                : other < ROMAN.size() ? ROMAN.get(other) : Integer.toString(other);
        return head + (upper ? letters.toUpperCase(Locale.ROOT) : letters);
    }

    private int tail() {
        int at = label.length();
        boolean digit = at > 0 && Character.isDigit(label.charAt(at - 1));
        while (at > 0 && (digit ? Character.isDigit(label.charAt(at - 1)) : Character.isLetter(label.charAt(at - 1)))) {
            at--;
        }
        return label.length() - at;
    }

    /// The value of a letter, `a` being 1; 0 where it is none.
    static int letter(String letter) {
        char lower = letter.length() == 1 ? Character.toLowerCase(letter.charAt(0)) : ' ';
        return lower >= 'a' && lower <= 'z' ? lower - 'a' + 1 : 0;
    }

    /// The value of a Roman number up to 50; 0 where it is none.
    static int roman(String number) {
        return Math.max(0, ROMAN.indexOf(number.toLowerCase(Locale.ROOT)));
    }

    private static List<String> roman() {
        String[] tens = {"", "x", "xx", "xxx", "xl"};
        String[] ones = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
        return IntStream.range(0, 50)
                .mapToObj(value -> tens[value / 10] + ones[value % 10])
                .toList();
    }
}
