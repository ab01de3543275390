package dev.assay.check.figures;

import dev.assay.check.numbers.DisplayedNumber;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a figure is of, known from the header of its column or the label of its row, and between which bounds
/// it lies by nature.
enum Nature {
    SHARE(
            "(?:.*\\b(?:proportion|percent(?:age)? of|% of|penetration|prevalence|response rate|completion"
                    + " rate|anteil|r\u00fccklaufquote)\\b.*|(?!.*\\bper share)(?:.*\\b)?share\\b(?!"
                    + " ?(?:price|capital|count|buy)).*|(?:in )?%|(?:col(?:umn)?|row) %)",
            "a share of a whole lies between 0 and 100 %"),
    COUNT(
            "(?:(?:un)?weighted )?(?:n|base|counts?|freq(?:uency|\\.)?|respondents|interviews|cases|number of .*|no\\."
                + " of .*|anzahl.*|f\u00e4lle|befragte|sample(?: size)?|headcount|participants|patients|completes)(?:"
                + " \\(.*\\))?",
            "a count is not below 0"),
    AGE(
            "(?:(?:mean|median|average|minimum|maximum|min\\.?|max\\.?) )?(?:age|alter|durchschnittsalter)(?:,?"
                    + " \\(?(?:in )?(?:years|yrs|jahren?)\\)?)?",
            "an age lies between 0 and 120 years"),
    CORRELATION(
            "(?:r|rho|\u03C1|(?:pearson|spearman)(?:'s)?(?: r| rho| correlation)?|correlation(?:"
                    + " coefficient)?|korrelation(?:skoeffizient)?)",
            "a correlation lies between -1 and 1"),
    DETERMINATION("(?:adjusted |adj\\. )?(?:r ?\u00b2|r2|r-squared)|cronbach.*", "it is not above 1"),
    PROBABILITY(
            "(?:probability|wahrscheinlichkeit|p(?:-| )?values?|p|p-wert)(?: \\(.*\\))?",
            "a probability lies between 0 and 1"),
    SPREAD(
            "(?:sd|s\\.d\\.|std\\.? ?dev\\.?|standard deviation|standard error|std\\."
                    + " error|variance|standardabweichung|varianz)",
            "a measure of spread is not below 0");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal OLDEST = BigDecimal.valueOf(120);
    private static final Pattern CHANGE = Pattern.compile(
            "(?iu)chang|growth|increas|decreas|differ|delta|\u0394|\\bvs\\b|index|points?\\b|\\bpp\\b|wachstum|ver\u00e4nderung|variance"
                + " to|target|achiev|lift|uplift|zuwachs");

    private final Pattern words;
    private final String rule;

    Nature(String words, String rule) {
        this.words = Pattern.compile("(?iu)" + words);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }

    /// What the words of a header or label say.
    static Optional<Nature> of(String text) {
        if (text.isEmpty() || text.length() > 80 || CHANGE.matcher(text).find()) {
            return Optional.empty();
        }
        for (Nature nature : values()) {
            if (nature.words.matcher(text).matches()) {
                return Optional.of(nature);
            }
        }
        return Optional.empty();
    }

    static boolean isOfChange(String text) {
        return CHANGE.matcher(text).find();
    }

    /// Whether a figure lies out of its bounds beyond its rounding.
    ///
    /// @param inPercent whether the header says per cent
    /// @param text      as shown: figures in parentheses are not taken as negative
    boolean isBrokenBy(DisplayedNumber number, boolean inPercent, String text) {
        BigDecimal value = number.value();
        boolean negative = value.signum() < 0 && !text.contains("(");
        boolean percent = number.percent() || inPercent;
        return switch (this) {
            case SHARE -> negative || (percent && exceeds(number, HUNDRED));
            case COUNT, SPREAD -> negative;
            case AGE -> negative || exceeds(number, OLDEST);
            case CORRELATION -> !percent && value.abs().subtract(number.half()).compareTo(BigDecimal.ONE) > 0;
            case DETERMINATION -> exceeds(number, percent ? HUNDRED : BigDecimal.ONE);
            case PROBABILITY -> negative || exceeds(number, percent ? HUNDRED : BigDecimal.ONE);
        };
    }

    private static boolean exceeds(DisplayedNumber number, BigDecimal bound) {
        return number.value().subtract(number.half()).compareTo(bound) >= 0
                && number.value().compareTo(bound) > 0;
    }
}
