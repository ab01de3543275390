package dev.assay.check.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.check.numbers.Interval;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules over `a`, which may be 1 to 2, `b`, which is 3, and `zero`, which may be -1 to 1.
final class RuleParserTest {
    private static final Map<String, Value> VALUES = Map.of(
            "a", new Value(new Interval(BigDecimal.ONE, BigDecimal.TWO)),
            "b", Value.of(BigDecimal.valueOf(3)),
            "zero", new Value(new Interval(BigDecimal.ONE.negate(), BigDecimal.ONE)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        b = 3                             | HOLDS
        b == 4                            | BROKEN
        a = 1                             | OPEN
        a != 1                            | OPEN
        a != 5                            | HOLDS
        a < 2                             | OPEN
        a <= 2                            | HOLDS
        a > 2                             | BROKEN
        a >= 2                            | OPEN
        a + b = 4                         | OPEN
        a - b = -3                        | BROKEN
        a * b <= 6                        | HOLDS
        b / a >= 1.5                      | HOLDS
        b / zero > 0                      | divided by 0
        -a < 0                            | HOLDS
        1 + 2 * b = 7                     | HOLDS
        (1 + 2) * b = 9                   | HOLDS
        abs(a - b) <= 2                   | HOLDS
        abs(zero) >= 0                    | HOLDS
        max(a, b) = 3                     | HOLDS
        min(a, b) = 3                     | BROKEN
        sum(a, b, 1) <= 6                 | HOLDS
        50 % = 0.5                        | HOLDS
        b = 3 and a = 1                   | OPEN
        b = 4 and a = 1                   | BROKEN
        b = 3 or a = 1                    | HOLDS
        b = 4 or a = 1                    | OPEN
        not b = 4                         | HOLDS
        not (b = 3 and a < 9)             | BROKEN
        not a = 1                         | OPEN
        (b = 4 or a < 9) and (b) = (3)    | HOLDS
        """)
    void rule_isJudgedByAllThatItsFiguresMayBe(String rule, String truth) throws RuleParser.Mistake {
        assertEquals(
                truth,
                RuleParser.parse(rule)
                        .truth(VALUES, BigDecimal.ZERO)
                        .map(Rule.Truth::toString)
                        .orElse("divided by 0"));
    }

    @Test
    void tolerance_isAddedToRounding() throws RuleParser.Mistake {
        Rule equal = RuleParser.parse("b = 3.4");
        assertEquals(Optional.of(Rule.Truth.BROKEN), equal.truth(VALUES, new BigDecimal("0.3")));
        assertEquals(Optional.of(Rule.Truth.HOLDS), equal.truth(VALUES, new BigDecimal("0.4")));
        Rule most = RuleParser.parse("b <= 2.7");
        assertEquals(Optional.of(Rule.Truth.BROKEN), most.truth(VALUES, new BigDecimal("0.2")));
        assertEquals(Optional.of(Rule.Truth.HOLDS), most.truth(VALUES, new BigDecimal("0.3")));
    }

    @Test
    void names_standInTheirOrder() throws RuleParser.Mistake {
        assertEquals(
                List.of("upside", "target", "price"),
                List.copyOf(RuleParser.parse("upside = target / price - 1").names()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a            | at character 2: a rule compares two terms by =, !=, <, <=, > or >=, and here the rule ends
        a = b = 3    | at character 7: the rule was over, and here stands '='
        a = (b + 1   | at character 11: ')' closes what was opened, and here the rule ends
        a = ; b      | at character 5: ';' has no meaning in a rule
        a = 1,000    | at character 6: the rule was over, and here stands ','
        a = exec(b)  | at character 5: there is no function 'exec'. Known: abs, max, min, sum
        a = abs(a,b) | at character 13: 'abs' takes one term, and here the rule ends
        and = 1      | at character 1: a number, a name or '(' comes next, and here stands 'and'
        a = A        | at character 5: 'A' has no meaning in a rule
        """)
    void mistake_isToldWithItsPlace(String rule, String message) {
        assertEquals(
                message,
                assertThrows(RuleParser.Mistake.class, () -> RuleParser.parse(rule))
                        .getMessage());
    }

    /// Neither the stack nor the time runs out.
    @Test
    void deepAndLongRules_areRefused() {
        assertThrows(RuleParser.Mistake.class, () -> RuleParser.parse("(".repeat(60) + "a" + ")".repeat(60) + " = 1"));
        assertThrows(RuleParser.Mistake.class, () -> RuleParser.parse("a = " + "-".repeat(1000) + "1"));
        assertThrows(RuleParser.Mistake.class, () -> RuleParser.parse("a = " + "1+".repeat(1500) + "1"));
    }
}
