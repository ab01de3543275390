package dev.assay.extract.word;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers written out as a numbering format says (ISO/IEC 29500-1, 17.18.59). A format that is not known counts
/// in decimal digits.
final class Numeral {
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    private static final int MOST_ROMAN = 3_999;
    private static final int MOST_REPEATS = 30;
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
    private static final String RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя";
    private static final String ARABIC_ALPHABET = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
    private static final String ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
    private static final String CHICAGO = "*†‡§";
    private static final String HAN_DIGITS = "〇一二三四五六七八九";
    private static final List<String> UNITS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fifth", "eighth", "ninth", "twelfth");
    private static final List<String> CARDINALS = List.of("one", "two", "three", "five", "eight", "nine", "twelve");

    private Numeral() {}

    /// A number in a format.
    ///
    /// @param format such as `upperRoman`; `none` and `bullet` show nothing
    static String of(String format, int number) {
        String special = number < 1 ? null : special(format, number);
        return special == null ? plain(format, number) : special;
    }

    private static String plain(String format, int number) {
        return switch (format) {
            case "none", "bullet" -> "";
            case "decimalZero" -> String.format(Locale.ROOT, "%02d", number);
            case "hex" -> Integer.toHexString(number).toUpperCase(Locale.ROOT);
            case "numberInDash" -> "- " + number + " -";
            case "decimalFullWidth", "decimalFullWidth2" -> digits(number, '\uFF10');
            case "hindiNumbers" -> digits(number, '\u0966');
            case "thaiNumbers" -> digits(number, '\u0E50');
            case "ordinal" -> number + ordinalEnding(number);
            default -> Integer.toString(number);
        };
    }

    private static @Nullable String special(String format, int number) {
        return switch (format) {
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> lower(roman(number));
            case "lowerLetter" -> letter(LATIN, number);
            case "upperLetter" -> upper(letter(LATIN, number));
            case "russianLower" -> letter(RUSSIAN, number);
            case "russianUpper" -> upper(letter(RUSSIAN, number));
            case "arabicAlpha" -> letter(ARABIC_ALPHABET, number);
            case "arabicAbjad" -> letter(ARABIC_ABJAD, number);
            case "chicago" -> repeated(CHICAGO.charAt((number - 1) % 4), 1 + (number - 1) / 4);
            case "cardinalText" -> number > 99 ? null : capital(cardinal(number));
            case "ordinalText" -> number > 99 ? null : capital(ordinal(cardinal(number)));
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> enclosed(number, 0x2460);
            case "decimalEnclosedParen" -> enclosed(number, 0x2474);
            case "decimalEnclosedFullstop" -> enclosed(number, 0x2488);
            case "japaneseCounting", "chineseCounting", "chineseCountingThousand", "taiwaneseCountingThousand" ->
                han(number);
            case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital" -> hanDigits(number);
            default -> null;
        };
    }

    private static @Nullable String roman(int number) {
        if (number > MOST_ROMAN) {
            return null;
        }
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < ROMAN_VALUES.length; i++) {
            while (rest >= ROMAN_VALUES[i]) {
                roman.append(ROMAN[i]);
                rest -= ROMAN_VALUES[i];
            }
        }
        return roman.toString();
    }

    /// After the last letter each is repeated: `z`, `aa`, `bb`.
    private static @Nullable String letter(String alphabet, int number) {
        int index = (number - 1) % alphabet.length();
        return repeated(alphabet.charAt(index), 1 + (number - 1) / alphabet.length());
    }

    private static @Nullable String repeated(char letter, int times) {
        return times > MOST_REPEATS ? null : String.valueOf(letter).repeat(times);
    }

    private static @Nullable String enclosed(int number, int first) {
        return number > 20 ? null : Character.toString(first + number - 1);
    }

    private static String digits(int number, char zero) {
        StringBuilder digits = new StringBuilder();
        Integer.toString(number).chars().forEach(each -> digits.append((char) (each < '0' ? each : each - '0' + zero)));
        return digits.toString();
    }

    private static String hanDigits(int number) {
        StringBuilder digits = new StringBuilder();
        Integer.toString(number).chars().forEach(each -> digits.append(HAN_DIGITS.charAt(each - '0')));
        return digits.toString();
    }

    private static @Nullable String han(int number) {
        if (number > 99) {
            return null;
        }
        int tens = number / 10;
        String before = tens == 0 ? "" : (tens == 1 ? "" : HAN_DIGITS.substring(tens, tens + 1)) + "十";
        int units = number % 10;
        return units == 0 ? before : before + HAN_DIGITS.charAt(units);
    }

    private static String cardinal(int number) {
        if (number < UNITS.size()) {
            return UNITS.get(number);
        }
        String tens = TENS.get(number / 10);
        return number % 10 == 0 ? tens : tens + "-" + UNITS.get(number % 10);
    }

    private static String ordinal(String cardinal) {
        for (int i = 0; i < CARDINALS.size(); i++) {
            if (cardinal.endsWith(CARDINALS.get(i))) {
                return cardinal.substring(
                                0, cardinal.length() - CARDINALS.get(i).length())
                        + ORDINALS.get(i);
            }
        }
        return cardinal.endsWith("y") ? cardinal.substring(0, cardinal.length() - 1) + "ieth" : cardinal + "th";
    }

    private static String ordinalEnding(int number) {
        int tens = number / 10 % 10;
        return tens == 1
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static @Nullable String upper(@Nullable String letters) {
        return letters == null ? null : letters.toUpperCase(Locale.ROOT);
    }

    private static @Nullable String lower(@Nullable String letters) {
        return letters == null ? null : letters.toLowerCase(Locale.ROOT);
    }
}
