package dev.assay.check.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DisplayedNumberTest {
    @ParameterizedTest
    @CsvSource({
        "'1,234.5', POINT, 1234.5, 0.05",
        "'1.234,5', COMMA, 1234.5, 0.05",
        "'1 234,5', COMMA, 1234.5, 0.05",
        "'1\u202F234', POINT, 1234, 0.5",
        "'12\u2019345.60', POINT, 12345.60, 0.005",
        "'1,00,000', POINT, 100000, 0.5",
        "'(1,234)', POINT, -1234, 0.5",
        "'\u22125', POINT, -5, 0.5",
        "'5-', POINT, -5, 0.5",
        "'+0.5', POINT, 0.5, 0.05",
        "'.5', POINT, 0.5, 0.05",
        "'41 %', POINT, 41, 0.5",
        "'41,3%', COMMA, 41.3, 0.05",
        "'$1,234', POINT, 1234, 0.5",
        "'-$5', POINT, -5, 0.5",
        "'($5.0)', POINT, -5.0, 0.05",
        "'1.234,50 \u20AC', COMMA, 1234.50, 0.005",
        "'US$ 12', POINT, 12, 0.5",
        "'EUR 12', POINT, 12, 0.5",
        "'1.2m', POINT, 1200000, 50000",
        "'3 bn', POINT, 3000000000, 500000000",
        "'12*', POINT, 12, 0.5",
        "'1,010\u00B9', POINT, 1010, 0.5",
        "'12 [1]', POINT, 12, 0.5",
        "'12.3a', POINT, 12.3, 0.05",
        "'12 (25.0 %)', POINT, 12, 0.5",
        "'4.5E+3', POINT, 4500, 50",
    })
    void figure_isReadWithItsHalfDigit(String text, DisplayedNumber.Mark mark, BigDecimal value, BigDecimal half) {
        DisplayedNumber number = DisplayedNumber.parse(text, mark).orElseThrow();
        assertEquals(0, value.compareTo(number.value()), () -> text + " read as " + number.value());
        assertEquals(0, half.compareTo(number.half()), () -> text + " open by " + number.half());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "-", "abc", "1O0", "1.2.3", "1,23", "12,34,5", "1..2", "1.", "2019/20", "12-15", "3:1",
                "Q1 2020", "1 23", "0,123", "--5", "(-5)", "% 5", "12:30", "$C$2", "1 2 3"
            })
    void whatIsNoFigure_isNotRead(String text) {
        assertEquals(Optional.empty(), DisplayedNumber.parse(text, DisplayedNumber.Mark.POINT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1O0", "1.2.3.4", "12,34,5", "1..2", "2.999991.1"})
    void whatLooksLikeAFigure_isACandidate(String text) {
        assertTrue(DisplayedNumber.isCandidate(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Q1 2020",
                "wave 3",
                "2019/20",
                "12-15",
                "12\u201315",
                "3:1",
                "00:02:42",
                "31.12.2024",
                "12/05/2021",
                "$C$2",
                "5 apples",
                "25.40\u00B0"
            })
    void datesTimesRangesAndWords_areNoCandidates(String text) {
        assertFalse(DisplayedNumber.isCandidate(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'1,234.5', POINT",
        "'1.234,5', COMMA",
        "'0,5', COMMA",
        "'1.234.567', COMMA",
        "'1,234,567', POINT",
        "'0.125', POINT",
        "'12.34', POINT",
    })
    void decimalMark_isKnownByEvidence(String text, DisplayedNumber.Mark mark) {
        assertEquals(Optional.of(mark), DisplayedNumber.evidence(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "1.234", "12", "abc", "1,2.3,4"})
    void decimalMark_isOpenWithoutEvidence(String text) {
        assertEquals(Optional.empty(), DisplayedNumber.evidence(text));
    }

    @ParameterizedTest
    @CsvSource({"'<5', 3, true", "'<5', 6, false", "'5.0', 5.05, true", "'5.0', 5.06, false", "'(5)', -5.5, true"})
    void interval_holdsWhatTheFigureMayStandFor(String text, BigDecimal value, boolean inside) {
        Interval interval = DisplayedNumber.parse(text, DisplayedNumber.Mark.POINT)
                .orElseThrow()
                .interval();
        assertEquals(inside, interval.meets(new Interval(value, value)));
    }

    @Property
    void anyFigure_isReadBackAsItWasFormatted(
            @ForAll @BigRange(min = "-999999999", max = "999999999") @Scale(2) BigDecimal value) {
        String text = String.format(Locale.ROOT, "%,.2f", value);
        DisplayedNumber number =
                DisplayedNumber.parse(text, DisplayedNumber.Mark.POINT).orElseThrow();
        assertEquals(0, value.compareTo(number.value()));
        assertTrue(number.interval().meets(new Interval(value, value)));
        if (number.grouping().equals(",")) {
            assertEquals(text, number.format(value));
        }
    }

    @Property
    void anyText_endsWithoutAnException(@ForAll String text) {
        for (DisplayedNumber.Mark mark : DisplayedNumber.Mark.values()) {
            DisplayedNumber.parse(text, mark);
            Figure.of(text, mark);
        }
        assertTrue(DisplayedNumber.isCandidate(text) || !DisplayedNumber.isCandidate(text));
    }
}
