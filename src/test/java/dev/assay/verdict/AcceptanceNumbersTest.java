package dev.assay.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.work.Policy;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceNumbersTest {
    @ParameterizedTest(name = "{0} words, {1} acceptable")
    @CsvSource({
        "0, 1",
        "999, 1",
        "1000, 1",
        "5000, 1",
        "5001, 2",
        "20000, 2",
        "20001, 4",
        "60000, 4",
        "60001, 4",
        "900000, 4"
    })
    void defaultForMajorFindings_growsWithSize(long words, int major) {
        double units = Size.of(Size.Form.WORDS, words).units();
        assertEquals(new AcceptanceNumbers(0, major, null), AcceptanceNumbers.of(Policy.standard(), units));
    }

    @Test
    void policysOwnNumbers_standWhateverTheSize() {
        Policy policy = Cases.acceptable(1, OptionalInt.of(7), OptionalInt.of(30));
        assertEquals(new AcceptanceNumbers(1, 7, 30), AcceptanceNumbers.of(policy, 100));
    }

    @ParameterizedTest
    @CsvSource({"WORDS, 1500, 1.5", "SLIDES, 25, 2.5", "CELLS, 500, 0.5", "RECORDS, 2000, 2", "CLAIMS, 12, 12"})
    void unitsFollowTheForm(Size.Form form, long count, double units) {
        assertEquals(units, Size.of(form, count).units());
    }
}
