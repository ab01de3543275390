package dev.assay.check.figures;

import dev.assay.check.Sought;
import dev.assay.check.Spaces;
import dev.assay.check.dates.DateText;
import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.numbers.DisplayedNumber.Mark;
import dev.assay.document.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values in running text that cannot be: known by the words around them.
final class ImpossibleText {
    private static final String NUMBER = "([-\u2212]?[0-9]{0,9}(?:[.,][0-9]{1,6})?(?<=[0-9]))(?![0-9])";
    private static final String PERCENT = " ?(%|per ?cent|percent|Prozent)";
    private static final String PEOPLE =
            "(?:respondents|people|persons|customers|consumers|users|patients|participants|women|men|households|companies|firms|interviewees|employees|adults|children|voters|buyers|subjects|those"
                + " (?:asked|surveyed|interviewed)|Befragten|Kunden|Frauen|M\u00e4nner|Personen|Haushalte|Teilnehmer)";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal OLDEST = BigDecimal.valueOf(120);

    /// A rule: where the value stands, when it is impossible, and why.
    private record Rule(Sought sought, BiPredicate<DisplayedNumber, Matcher> broken, String why) {}

    private static final List<Rule> RULES = List.of(
            rule(
                    List.of("%", "cent", "prozent"),
                    "(?<![0-9.,\u2013-])" + NUMBER + PERCENT
                            + " (?:of|der|aller|von) (?:the |all |our |these |den |allen )?(?:[0-9][0-9,.]{0,8}"
                            + " )?(?:\\p{L}{1,20} )?"
                            + PEOPLE + "(?![\\p{L}'\u2019])",
                    (value, m) -> value.value().compareTo(HUNDRED) > 0
                            || value.value().signum() < 0,
                    "a share of a whole lies between 0 and 100 %"),
            rule(
                    List.of("="),
                    "(?<![\\p{L}])[nN] ?= ?" + NUMBER,
                    (value, m) -> value.value().signum() < 0,
                    "a count is not below 0"),
            rule(
                    List.of(" age", "aged ", "alter"),
                    "(?i)(?:(?:mean|average|median) age(?: of(?: the)? [a-z]{1,20})?(?: was| is| of| =|:)?"
                            + " ?|(?<![\\p{L}])aged |im Alter von |Durchschnittsalter(?: von| betr\u00e4gt|:) )"
                            + NUMBER + "(?! ?(?:days|months|weeks|hours|Tage|Monate|%))",
                    (value, m) ->
                            value.value().compareTo(OLDEST) > 0 || value.value().signum() < 0,
                    "an age lies between 0 and 120 years"),
            rule(
                    List.of("year", "j\u00e4hrige"),
                    "(?i)(?<![0-9.,-])" + NUMBER
                            + "[- ](?:years?[- ]old|j\u00e4hrige[rn]?)"
                            + " (?:man|woman|boy|girl|patient|person|male|female|participant|respondent|employee|child|Mann|Frau)",
                    (value, m) -> value.value().compareTo(OLDEST) > 0,
                    "an age lies between 0 and 120 years"),
            rule(
                    List.of("correlation", "korrelation"),
                    "(?i)(?:correlation(?: coefficient)?|Korrelation)s?(?: of| was| is| =|:| von) ?(?:r ?= ?)?" + NUMBER
                            + "(?! ?%|\\p{L})",
                    (value, m) -> value.value().abs().compareTo(BigDecimal.ONE) > 0 && hasDecimals(value),
                    "a correlation lies between -1 and 1"),
            rule(
                    List.of("r\u00b2", "r2", "r^2", "r-squared"),
                    "(?<![\\p{L}])R(?:\u00b2|2|\\^2|-squared)(?: =| of| was|:) ?" + NUMBER + "(?! ?%|\\p{L})",
                    (value, m) -> value.value().compareTo(BigDecimal.ONE) > 0 && hasDecimals(value),
                    "a share of explained variance is not above 1"),
            rule(
                    List.of("cronbach"),
                    "(?i)Cronbach['\u2019]?s? (?:alpha|\u03B1)(?: =| of| was|:)? ?" + NUMBER,
                    (value, m) -> value.value().compareTo(BigDecimal.ONE) > 0,
                    "Cronbach's alpha is not above 1"),
            rule(
                    List.of("probability", "wahrscheinlichkeit"),
                    "(?i)(?:probability|Wahrscheinlichkeit)(?: of| was| is| =|:| von) ?" + NUMBER
                            + "(?: ?(%|per ?cent|percent|Prozent))?(?= ?[.,;:)]|"
                            + " (?:that|and|for|or|in|to|at|is|was|per|f\u00fcr|und)\\b|$)",
                    (value, m) -> value.value().signum() < 0
                            || (value.value().compareTo(m.group(2) == null ? BigDecimal.ONE : HUNDRED) > 0
                                    && (m.group(2) != null || hasDecimals(value))),
                    "a probability lies between 0 and 1"),
            rule(
                    List.of("="),
                    "(?<![\\p{L}])(?:SD|S\\.D\\.|SE) ?= ?" + NUMBER,
                    (value, m) -> value.value().signum() < 0,
                    "a measure of spread is not below 0"));

    private static final Pattern BOUNDS =
            Pattern.compile("(?:CI|confidence interval|Konfidenzintervall)(?:,|:| =| of)? ?[\\[(] ?" + NUMBER
                    + " ?%? ?(?:,|;|\u2013|to|bis) ?" + NUMBER + " ?%? ?[\\])]");
    private static final Pattern DAY = Pattern.compile(
            "(?i)(?<![0-9.,/-])(?:(?:30|31)(?:st|th|\\.)? (?:of )?(?:February|Februar|Feb)|31(?:st|\\.)? (?:of"
                    + " )?(?:April|June|Juni|September|November))(?!\\p{L})");

    private ImpossibleText() {}

    private static Rule rule(
            List<String> anchors, String pattern, BiPredicate<DisplayedNumber, Matcher> broken, String why) {
        return new Rule(new Sought(Pattern.compile(pattern), anchors), broken, why);
    }

    private static boolean hasDecimals(DisplayedNumber number) {
        return number.half().compareTo(new BigDecimal("0.1")) < 0;
    }

    /// Tells what a passage holds that cannot be.
    ///
    /// @param offset where it starts in the document
    static void find(String passage, int offset, Consumer<Fault> faults) {
        if (passage.chars().noneMatch(Character::isDigit)) {
            return;
        }
        String text = Spaces.plain(passage);
        String lower = text.toLowerCase(Locale.ROOT);
        for (Rule rule : RULES) {
            if (!rule.sought().mayMatch(lower)) {
                continue;
            }
            Matcher matcher = rule.sought().pattern().matcher(text);
            while (matcher.find()) {
                number(matcher.group(1))
                        .filter(value -> rule.broken().test(value, matcher))
                        .ifPresent(value ->
                                faults.accept(impossible(text, matcher.start(), matcher.end(), offset, rule.why())));
            }
        }
        Matcher bounds = BOUNDS.matcher(text);
        while (bounds.find()) {
            Optional<DisplayedNumber> low = number(bounds.group(1));
            Optional<DisplayedNumber> high = number(bounds.group(2));
            if (low.isPresent()
                    && high.isPresent()
                    && low.get().value().compareTo(high.get().value()) > 0) {
                faults.accept(impossible(
                        text, bounds.start(), bounds.end(), offset, "its lower bound lies above its upper bound"));
            }
        }
    }

    /// Tells the dates that do not exist.
    static void dates(String passage, int offset, Consumer<Fault> faults) {
        DateText.find(passage).stream()
                .filter(date -> date.isImpossible())
                .forEach(date -> faults.accept(new Fault(
                        new Span(
                                offset + date.span().start(),
                                offset + date.span().end()),
                        "'" + date.shown() + "' is impossible: there is no such day, or it ends before it starts.",
                        "Correct the date.")));
        Matcher day = DAY.matcher(passage);
        while (day.find()) {
            faults.accept(new Fault(
                    new Span(offset + day.start(), offset + day.end()),
                    "'" + day.group() + "' is impossible: there is no such day.",
                    "Correct the date."));
        }
    }

    private static Fault impossible(String text, int start, int end, int offset, String why) {
        return new Fault(
                new Span(offset + start, offset + end),
                "'" + text.substring(start, end).strip() + "' is impossible: " + why + ".",
                "Correct the figure, or what it is said to be.");
    }

    private static Optional<DisplayedNumber> number(String text) {
        boolean comma = text.indexOf('.') < 0 && text.matches(".*,[0-9]{1,2}");
        return DisplayedNumber.parse(text, comma ? Mark.COMMA : Mark.POINT);
    }
}
