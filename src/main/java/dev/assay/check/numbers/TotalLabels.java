package dev.assay.check.numbers;

import dev.assay.check.Titles;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words by which rows and columns of tables say what they are.
///
/// @param also   further labels of totals, normalised
/// @param except labels of what is no sum, normalised
public record TotalLabels(Set<String> also, Set<String> except) {
    private static final Set<String> PLAIN = Set.of(
            "total",
            "totals",
            "grand total",
            "overall total",
            "sum",
            "sum total",
            "total sum",
            "subtotal",
            "sub-total",
            "sub total",
            "gesamt",
            "gesamtsumme",
            "summe",
            "insgesamt",
            "zwischensumme",
            "total general",
            "total g\u00e9n\u00e9ral",
            "somme",
            "sous-total",
            "totale",
            "totale generale",
            "subtotale",
            "suma",
            "suma total",
            "totaal",
            "subtotaal",
            "\u0438\u0442\u043e\u0433\u043e",
            "\u0432\u0441\u0435\u0433\u043e");
    private static final Set<String> STEMS = Set.of(
            "total", "sum", "somme", "gesamt", "totaal", "\u0438\u0442\u043e\u0433", "\u0432\u0441\u0435\u0433\u043e");
    private static final Pattern WORDED = Pattern.compile(
            "(?:total|sub-?total|summe|somme|totale|suma|totaal) .+|.+ (?:total|subtotal|gesamt|insgesamt|totals)");
    private static final Pattern OF_WHICH =
            Pattern.compile("(?:of which|of these|of whom|thereof|davon|darunter|hiervon|dont|di cui|de los"
                    + " cuales|including|incl|memo)\\b.*");
    private static final Pattern SUBTRACTED =
            Pattern.compile("(?:less|minus|abz\u00fcglich|abzgl|moins|menos|meno)\\b.+");
    /// Answers and age bands that begin as a subtraction does: "less often", "moins de 18 ans".
    private static final Pattern COMPARED = Pattern.compile("less (?:than|or|often|frequent(?:ly)?|regular(?:ly)?"
            + "|likely|important|satisfied|interested|familiar|useful|well|good|so|much|developed|active"
            + "|severe)\\b.*|moins (?:de|d|que|qu|souvent)\\b.*|menos (?:de|del|que|frecuente|a menudo)\\b.*"
            + "|meno (?:di|che|spesso)\\b.*");
    private static final Pattern ASIDE = Pattern.compile("(?:(?:unweighted |weighted |effective"
            + " )?(?:base|basis|sample)\\b.*|n|mean|average|avg|median|mode|minimum|min|maximum|max|sd|std.*|standard"
            + " (?:deviation|error).*|variance|index|ratio|range|mittelwert|durchschnitt|top["
            + " -]?(?:2|3|two|three|box).*|bottom["
            + " -]?(?:2|3|two|three|box).*|t2b|b2b|nps|(?:mean|average|median|percent|percentage|share|change|growth)"
            + " .*)");
    private static final Pattern NO_SUM = Pattern.compile("(?:^|.*"
        + " )(?:rate|ratio|mean|average|avg|median|index|score|scores|rank|ranking|growth|change|changes|yoy|cagr"
        + "|margin|margins|multiple|price|yield|unique|distinct|per|std|sd|se|p|ci|min|max|minimum|maximum"
        + "|year|date|durchschnitt|mittelwert|quote|ver\u00e4nderung|wachstum|nps|r2|correlation|coefficient|cumulative|kumuliert|running|version|page|id|no|nr|level)(?:"
        + " .*|$)");
    private static final Pattern SHARE = Pattern.compile(
            ".*%.*|(?:^|.* )(?:percent|percentage|pct|share|shares|anteil|anteile|prozent|part)(?: .*|$)");

    public static TotalLabels of(List<String> also, List<String> except) {
        return new TotalLabels(normalised(also), normalised(except));
    }

    private static Set<String> normalised(List<String> labels) {
        return labels.stream().map(TotalLabels::words).collect(Collectors.toSet());
    }

    /// Words in lower case, without what stands in brackets, which is a unit or a note.
    private static String words(String label) {
        if (label.length() > 200) {
            return "";
        }
        return Titles.normalised(label.replaceAll("\\([^()]*\\)|\\[[^\\[\\]]*\\]", " "));
    }

    /// Whether a text may be the label of a total: a quick look before the closer ones.
    boolean mayBeTotal(String text) {
        if (text.length() < 3 || text.length() > 200) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return STEMS.stream().anyMatch(lower::contains) || (!also.isEmpty() && also.contains(words(text)));
    }

    /// Whether a label is that of a total and nothing else.
    boolean isPlain(String label) {
        String words = words(label);
        return !except.contains(words) && (PLAIN.contains(words) || also.contains(words));
    }

    /// Whether a label is that of a total, maybe of something.
    public boolean isTotal(String label) {
        String words = words(label);
        return isPlain(label)
                || (!except.contains(words) && WORDED.matcher(words).matches());
    }

    boolean isExcepted(String label) {
        return !except.isEmpty() && except.contains(words(label));
    }

    public boolean isOfWhich(String label) {
        return OF_WHICH.matcher(words(label)).matches();
    }

    /// Whether a row is taken off: "Less: returns", but neither "Less often" nor an answer "Less".
    boolean isSubtracted(String label) {
        String words = words(label);
        boolean subtracted =
                SUBTRACTED.matcher(words).matches() && !COMPARED.matcher(words).matches();
        return subtracted || label.startsWith("./.");
    }

    /// Whether a row stands beside the parts: a base, a mean, a net of several parts.
    public boolean isAside(String label) {
        return isExcepted(label)
                || label.startsWith("NET")
                || label.toLowerCase(Locale.ROOT).startsWith("net:")
                || ASIDE.matcher(words(label)).matches();
    }

    /// Whether a column's header says that its figures do not add up.
    boolean isNoSum(String header) {
        return isExcepted(header)
                || header.contains("\u00D8")
                || header.contains("\u0394")
                || Stream.of(header.split("[\\n\\t]"))
                        .anyMatch(line -> NO_SUM.matcher(all(line)).matches());
    }

    public boolean isShare(String header) {
        return SHARE.matcher(header.toLowerCase(Locale.ROOT)).matches();
    }

    private static String all(String header) {
        return header.length() > 400
                ? ""
                : Titles.normalised(header.replace('(', ' ').replace(')', ' '));
    }
}
