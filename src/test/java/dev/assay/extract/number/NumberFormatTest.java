package dev.assay.extract.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Excel shows, as its `TEXT` function tells.
final class NumberFormatTest {
    private final DisplayedNumber numbers = new DisplayedNumber();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '!',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                // without a format: eleven characters
                "1234.5678!!1234.5678",
                "0.30000000000000004!!0.3",
                "1234567.891234!!1234567.891",
                "12345678901.5!!12345678902",
                "99999999999!!99999999999",
                "100000000000!!1E+11",
                "123456789012!!1.23457E+11",
                "0.1234567890123!!0.123456789",
                "0.0001234567!!0.000123457",
                "0.00001!!0.00001",
                "0.00001234567!!1.23457E-05",
                "1E-10!!1E-10",
                "-1E-7!!-0.0000001",
                "-12.50!!-12.5",
                // digits, thousands, hundredths
                "1234.567!0!1235",
                "-0.4!0!-0",
                "1.005!0.00!1.01",
                "2.675!0.00!2.68",
                "0.285!0.00!0.29",
                "12345678901234567890!0!12345678901234600000",
                "1234567.891!#,##0.00!1,234,567.89",
                "0.5!#.##!.5",
                "0!#!",
                "5!000!005",
                "1.5!0.0##!1.5",
                "1!0.#!1.",
                "1234567!0.0,,!1.2",
                "1234!#,!1",
                "1234567!,0!,1234567",
                "0.125!0.0%!12.5%",
                "0.5!%0!%50",
                "123456789!000-00-0000!123-45-6789",
                "5551234567!(000) 000-0000!(555) 123-4567",
                "12.3!£000.00!£012.30",
                "-5!\"$\"0.00!-$5.00",
                "7!0\" kg\"!7 kg",
                "7!General\" kg\"!7 kg",
                "1234.5!_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)! $1,234.50 ",
                "-1234.5!_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)! $(1,234.50)",
                "0!_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)! $-   ",
                "1234.5![$€-407] #,##0.00!€ 1,234.50",
                // sections
                "-5!0.0;(0.0)!(5.0)",
                "-0.3!0;-0;\"none\"!-0",
                "0!0;-0;\"none\"!none",
                "3!;;;!",
                "-3!0;;0!",
                "10![<10]#\" few\"!10",
                "9![<10]#\" few\"!9 few",
                "1500000![>999999]#.0,,\"M\";[>999]#.0,\"K\";#!1.5M",
                "1500![>999999]#.0,,\"M\";[>999]#.0,\"K\";#!1.5K",
                "150![>999999]#.0,,\"M\";[>999]#.0,\"K\";#!150",
                "-150![>999999]#.0,,\"M\";[>999]#.0,\"K\";#!-150",
                "-5![>100]0.0;0!-5",
                "-5![>=0]0;0\" below\"!5 below",
                "-5![<0]\"minus \"0;0!minus 5",
                "5![=1]\"one\";[=2]\"two\"!########",
                "7![Red]0;[Blue]-0!7",
                // powers of ten
                "12345.678!0.00E+00!1.23E+04",
                "0.00012!0.0E-0!1.2E-4",
                "12345!##0.0E+0!12.3E+3",
                "999999!0.0E+0!1.0E+6",
                "0!0.0E+0!0.0E+0",
                // fractions
                "5.25!# ?/?!5 1/4",
                "0.5!# ?/?! 1/2",
                "3!# ?/?!3    ",
                "0!# ?/?!0    ",
                "0.3333!# ??/??!  1/3 ",
                "2.4!# ?/8!2 3/8",
                "2.5!# ?/100!2 50/100",
                "3.75!0/0!15/4",
                "0.99!# ?/?!1    ",
                // dates and times
                "46096!d\\ mmm\\ yyyy!15 Mar 2026",
                "46096!dddd, mmmm d, yyyy!Sunday, March 15, 2026",
                "46096!mm/dd/yy!03/15/26",
                "46096!mmmmm!M",
                "46096![$-407]d. mmmm yyyy!15. März 2026",
                "46096![$-40C]dddd d mmmm yyyy!dimanche 15 mars 2026",
                "46096![$-F800]dddd, mmmm dd, yyyy!Sunday, March 15, 2026",
                "46096![$-411]ggge\"年\"m\"月\"d\"日\"!令和8年3月15日",
                "46096.75!yyyy-mm-ddThh:mm!2026-03-15T18:00",
                "46096.75!h:mm AM/PM!6:00 PM",
                "0.5!h AM/PM!12 PM",
                "0!h A/P!12 A",
                "0.99999!h:mm:ss!23:59:59",
                "0.999999!h:mm:ss!0:00:00",
                "0.123456789!mm:ss.00!57:46.67",
                "1.5![h]:mm!36:00",
                "0.0416666666666667![mm]:ss!60:00",
                "1!yyyy-mm-dd!1900-01-01",
                "60!yyyy-mm-dd!1900-02-29",
                "61!yyyy-mm-dd!1900-03-01",
                "0!d mmm yyyy!0 Jan 1900",
                "-1!yyyy-mm-dd!########",
                "2958466!yyyy-mm-dd!########",
                // what is no code is shown as it stands
                "7!x0x!x7x",
                "7!\"open!open",
                "7!0\\!7",
                "7![0![7",
                "words!0.00!words",
            })
    void number_isShownAsExcelShowsIt(String stored, String code, String expected) {
        assertEquals(expected == null ? "" : expected, numbers.show(stored, code == null ? "" : code, false));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '!',
            value = {
                "@!word",
                "0.00!word",
                "0;-0;0;\"Item \"@!Item word",
                "\"Item \"@!Item word",
                "@@!wordword",
                "0;0;0;!",
                "0;-0;\"none\"!word",
            })
    void text_isShownByItsSection(String code, String expected) {
        assertEquals(expected == null ? "" : expected, numbers.show("word", code));
    }

    @Test
    void datesSince1904_areFourYearsLater() {
        assertEquals("1904-01-01", numbers.show("0", "yyyy-mm-dd", true));
        assertEquals("2026-03-15", numbers.show("44634", "yyyy-mm-dd", true));
        assertEquals("-1:30", numbers.show("-0.0625", "h:mm", true));
    }

    @Test
    void formatsByNumber_haveTheirCodes() {
        assertEquals("", DisplayedNumber.code(0, ""));
        assertEquals("", DisplayedNumber.code(200, "GENERAL"));
        assertEquals("0.0", DisplayedNumber.code(0, "0.0"));
        assertEquals("yyyy-mm-dd", DisplayedNumber.code(14, ""));
        assertEquals("yyyy-mm-dd", DisplayedNumber.code(30, ""));
        assertEquals("", DisplayedNumber.code(999, ""));
        for (int i = 1; i < 50; i++) {
            boolean ofReadersSettings = i == 14 || i == 22 || i > 22 && i < 37;
            if (!ofReadersSettings) {
                assertEquals(
                        BuiltinFormats.getBuiltinFormat(i).replace("\"$\"", "$"), DisplayedNumber.code(i, ""), "" + i);
            }
        }
    }

    /// Values that end in 5, thousands (`0.0,`) and elapsed hours are left out. The other formatter rounds the binary
    /// value in memory, which lies now
    /// above, now below the half that the file means; it shows thousands as they are and rounds hours up.
    @Test
    void commonNumbers_areShownAsByAnotherFormatter() {
        List<String> codes = List.of(
                "0",
                "0.00",
                "#,##0",
                "#,##0.00",
                "0%",
                "0.00%",
                "0.0E+00",
                "$#,##0.00",
                "#,##0.0;[Red]\\-#,##0.0",
                "0.00;(0.00);\"-\"");
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal value =
                    BigDecimal.valueOf(random.nextInt(10_000_000) * 10L + random.nextInt(5), random.nextInt(8));
            assertSameAsByAnother(
                    random.nextBoolean() ? value : value.negate(), codes.get(random.nextInt(codes.size())));
        }
    }

    @Test
    void commonTimes_areShownAsByAnotherFormatter() {
        List<String> codes = List.of(
                "d-mmm-yy", "mmm-yy", "yyyy\\-mm\\-dd", "dddd, mmmm d, yyyy", "h:mm:ss", "m/d/yy\\ h:mm", "h:mm AM/PM");
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double seconds = random.nextInt(61 * 86_400, 24_000 * 86_400);
            BigDecimal value = new BigDecimal(seconds / 86_400).round(new MathContext(15));
            assertSameAsByAnother(value, codes.get(random.nextInt(codes.size())));
        }
    }

    private void assertSameAsByAnother(BigDecimal value, String code) {
        String expected = new DataFormatter(Locale.US).formatRawCellContents(value.doubleValue(), 200, code);
        assertEquals(expected, numbers.show(value.toPlainString(), code, false), value + " " + code);
    }

    @Test
    void numbersShownWithoutFormatting_areAsTheFormatterWouldShowThem() {
        DataFormatter formatter = new DataFormatter(Locale.US);
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            String stored = BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(8))
                    .toPlainString();
            String expected = formatter.formatRawCellContents(Double.parseDouble(stored), 0, "General");
            assertEquals(expected, numbers.show(stored, "", false), stored);
        }
    }

    @Test
    void hostileNumbersAndCodes_endSoon() {
        assertEquals("1E999999999", numbers.show("1E999999999", "0.00", false));
        assertEquals("7", numbers.show("7", "0".repeat(1_000_000), false));
        assertEquals("1E999999999", DisplayedNumber.plain("1E999999999"));
        assertEquals("0.1", DisplayedNumber.plain("1E-1"));
        assertEquals("-12000", DisplayedNumber.plain(" -1.2E4 "));
    }
}
