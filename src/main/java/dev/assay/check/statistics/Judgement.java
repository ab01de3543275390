package dev.assay.check.statistics;

import dev.assay.check.numbers.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is to be said of a reported test.
sealed interface Judgement {
    /// The p reported may be the one that follows.
    record Agrees() implements Judgement {}

    /// The p reported is half of the two-tailed one.
    record OneTailed(String recalculated) implements Judgement {}

    /// The p reported is another than the one that follows.
    ///
    /// @param decision  whether the two are on different sides of the level of significance
    /// @param oneTailed whether the text says so, and half was taken
    record Differs(String recalculated, boolean decision, boolean oneTailed) implements Judgement {}

    /// What is reported cannot be.
    record Impossible(String why) implements Judgement {}

    /// A p of zero is reported, which no test gives.
    record ZeroP() implements Judgement {}

    /// Cannot be recalculated.
    record Untold(String why) implements Judgement {}

    BigDecimal TWO = BigDecimal.valueOf(2);
    Pattern ONE_TAILED = Pattern.compile(
            "(?i)\\b(?:one|1)[-\u2010\u2011 ](?:tail|side)(?:ed|d)?\\b|\\beinseitig|\\bdirectional test");
    /// Ways to find p that do not follow from the statistic alone.
    Pattern OTHERWISE = Pattern.compile(
            "(?i)\\b(?:bonferroni|holm|[s\u0161]id[a\u00e1]k|tukey|scheff[e\u00e9]|dunnett|benjamini|fdr|false"
                    + " discovery|adjusted p|p[- ]?adj(?:usted)?|corrected p|exact|permutation|bootstrap\\w*|monte[-"
                    + " ]carlo|greenhouse|huynh|randomi[sz]ation test)\\b");

    /// Judges a test.
    ///
    /// @param alpha     the level of significance
    /// @param oneTailed whether tests may be one-tailed without saying so
    static Judgement of(ReportedTest test, BigDecimal alpha, boolean oneTailed) {
        Optional<String> impossible = impossible(test);
        if (impossible.isPresent()) {
            return new Impossible(impossible.get());
        }
        if (test.p().isEmpty()) {
            return new Agrees();
        }
        ReportedP p = test.p().get();
        Optional<Interval> recalculated = Recalculation.p(test);
        Interval two = recalculated.or(() -> Recalculation.withoutDegrees(test)).orElse(null);
        if (two == null) {
            return p.isZero() ? new ZeroP() : new Untold("it gives no degrees of freedom");
        }
        boolean mayHalve = test.family().isSymmetric() || hasOneDegree(test);
        Interval one = new Interval(two.low().divide(TWO), two.high().divide(TWO));
        boolean saysSo = ONE_TAILED.matcher(test.context()).find();
        boolean halfFits = mayHalve && p.fits(one);
        if (p.fits(two) || (halfFits && (saysSo || oneTailed))) {
            return p.isZero()
                    ? new ZeroP()
                    : recalculated.isPresent() ? new Agrees() : new Untold("it gives no degrees of freedom");
        }
        if (halfFits
                && recalculated.isPresent()
                && p.sign() == ReportedP.Sign.EQUAL
                && test.family().isSymmetric()) {
            return new OneTailed(shown(two));
        }
        return differs(test, p, two, saysSo && mayHalve ? one : two, alpha);
    }

    private static Judgement differs(ReportedTest test, ReportedP p, Interval two, Interval right, BigDecimal alpha) {
        Matcher otherwise = OTHERWISE.matcher(test.context());
        if (otherwise.find() && test.hasDegrees()) {
            return new Untold("the text says '" + otherwise.group() + "', and " + p.shown()
                    + " does not follow from the statistic (" + shown(two) + ")");
        }
        boolean decision = (p.isSignificant(alpha) && right.low().compareTo(alpha) > 0)
                || (p.isNotSignificant(alpha) && right.high().compareTo(alpha) < 0);
        return new Differs(shown(right), decision, !right.equals(two));
    }

    private static boolean hasOneDegree(ReportedTest test) {
        return test.family() != Family.Z
                && test.hasDegrees()
                && test.degrees().getFirst().interval().high().compareTo(BigDecimal.ONE) == 0;
    }

    private static Optional<String> impossible(ReportedTest test) {
        BigDecimal value = test.value().value();
        String symbol = test.family().symbol();
        if (test.family().isNonNegative() && value.signum() < 0) {
            return Optional.of(symbol + " cannot be below 0");
        }
        if (test.family() == Family.R && value.abs().compareTo(BigDecimal.ONE) > 0) {
            return Optional.of("a correlation lies between -1 and 1");
        }
        for (ReportedTest.Degrees degrees : test.degrees()) {
            if (degrees.interval().high().signum() <= 0) {
                return Optional.of("degrees of freedom are above 0, found " + degrees.shown());
            }
        }
        return test.p().filter(ReportedP::isImpossible).map(p -> "a p lies between 0 and 1, found '" + p.shown() + "'");
    }

    /// A recalculated p as a person writes it: `p = .043`, `p = .041 to .046`, `p < .001`.
    static String shown(Interval p) {
        if (p.high().compareTo(new BigDecimal("0.0001")) < 0) {
            return "p < .0001";
        }
        int decimals = p.low().compareTo(new BigDecimal("0.001")) < 0 ? 5 : 3;
        String low = decimals(p.low(), decimals);
        String high = decimals(p.high(), decimals);
        return low.equals(high) ? "p = " + low : "p = " + low + " to " + high;
    }

    private static String decimals(BigDecimal value, int decimals) {
        String text = value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        return text.startsWith("0") ? text.substring(1) : text;
    }
}
