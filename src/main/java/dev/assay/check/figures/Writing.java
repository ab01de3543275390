package dev.assay.check.figures;

import dev.assay.check.Parameters;
import dev.assay.check.Spaces;
import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the figures of one document are written: decimal marks, separators of thousands, and the style of p.
final class Writing {
    private static final int LEAST = 3;
    private static final String FIGURE = "[0-9]{1,3}(?:(?<g>[.,'"
            + " \u2019])[0-9]{3})(?:\\k<g>[0-9]{3}){0,4}(?:[.,][0-9]{1,6})?|[0-9]{1,9}(?:[.,][0-9]{1,6})?";
    private static final Pattern SHOWN = Pattern.compile(
            "(?:(?<before>[\u20AC$\u00A3\u00A5]|EUR|USD|GBP|CHF) ?)?(?<![\\p{L}\\p{N}.,/:'-])(?<figure>" + FIGURE
                    + ")(?![\\p{N}/:]|[.,'\u2019-][0-9\\p{L}])(?: ?(?<after>%|percent|per"
                    + " cent|Prozent|[\u20AC$\u00A3\u00A5]|EUR|USD|GBP|CHF|million|billion|Mio|Mrd))?");
    private static final Pattern P = Pattern.compile("(?<![\\p{L}\\p{N}_])[pP] ?(?<sign>[=<>\u2264\u2265])"
            + " ?(?<figure>(?<zero>0?)[.,](?<decimals>[0-9]{1,8}))(?![0-9])");
    private static final Pattern COMMA_MARK =
            Pattern.compile("[0-9]{1,3}(?:[. '\u2019][0-9]{3}){0,5},(?:[0-9]{1,2}|[0-9]{4,6})|[0-9]{1,3}(?:[."
                    + " '\u2019][0-9]{3}){1,5},[0-9]{3}|0,[0-9]{3}");
    private static final Pattern POINT_MARK = Pattern.compile(
            "[0-9]{1,9}\\.(?:[0-9]{1,2}|[0-9]{4,6})|[0-9]{1,3}(?:[, '\u2019][0-9]{3}){1,5}\\.[0-9]{1,6}|0\\.[0-9]{3}");
    private static final Pattern GROUPED =
            Pattern.compile("[0-9]{1,3}(?<g>[., '\u2019])[0-9]{3}(?:\\k<g>[0-9]{3})*(?:[.,][0-9]{1,6})?");

    private final String mark;
    private final String thousands;
    private final String zero;
    private final OptionalInt percentDecimals;
    private final OptionalInt pDecimals;
    private final Map<String, List<At>> marks = new LinkedHashMap<>();
    private final Map<String, List<At>> separators = new LinkedHashMap<>();
    private final Map<String, List<At>> zeros = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private record At(Span span, String shown) {}

    Writing(Parameters parameters) {
        mark = parameters.text("decimal-mark");
        thousands = parameters.text("thousands");
        zero = parameters.text("p-zero");
        percentDecimals = parameters.count("percent-decimals");
        pDecimals = parameters.count("p-decimals");
    }

    /// @param offset where the passage starts in the document
    void read(String passage, int offset) {
        if (passage.chars().noneMatch(Character::isDigit)) {
            return;
        }
        String text = Spaces.plain(passage);
        boolean alone = text.length() < 40 && DisplayedNumber.isCandidate(text);
        Matcher shown = SHOWN.matcher(text);
        while (shown.find()) {
            if (alone || shown.group("before") != null || shown.group("after") != null) {
                figure(shown, offset);
            }
        }
        Matcher p = P.matcher(text);
        while (p.find()) {
            p(p, offset);
        }
    }

    private void figure(Matcher shown, int offset) {
        String figure = shown.group("figure");
        At at = at(shown, offset);
        boolean comma = COMMA_MARK.matcher(figure).matches();
        boolean point = POINT_MARK.matcher(figure).matches();
        if (comma != point) {
            put(marks, comma ? "comma" : "point", at);
        }
        Matcher grouped = GROUPED.matcher(figure);
        if (grouped.matches() && !figure.startsWith("0")) {
            separator(grouped.group("g"), figure, point, comma).ifPresent(name -> put(separators, name, at));
        }
        String after = shown.group("after");
        if (percentDecimals.isPresent() && after != null && after.matches("%|per ?cent|Prozent")) {
            percent(figure, comma, at);
        }
    }

    /// A point or comma before three digits may be a decimal mark; it separates thousands beyond doubt where
    /// there are two, or a decimal mark of another kind.
    private static Optional<String> separator(String sign, String figure, boolean point, boolean comma) {
        return switch (sign) {
            case "," ->
                figure.chars().filter(c -> c == ',').count() > 1 || point
                        ? Optional.of("comma")
                        : Optional.of("comma?");
            case "." ->
                figure.chars().filter(c -> c == '.').count() > 1 || comma
                        ? Optional.of("point")
                        : Optional.of("point?");
            case " " -> Optional.of("space");
            default -> Optional.of("apostrophe");
        };
    }

    private void percent(String figure, boolean comma, At at) {
        int dot = comma ? figure.lastIndexOf(',') : figure.lastIndexOf('.');
        int decimals = dot < 0 ? 0 : figure.length() - dot - 1;
        if (decimals != percentDecimals.getAsInt() && !figure.equals("0") && !figure.equals("100")) {
            faults.add(new Fault(
                    at.span(),
                    "'" + at.shown() + "' has " + Columns.counted(decimals) + "; percentages have "
                            + percentDecimals.getAsInt() + ".",
                    "Round it to the decimals that are asked for."));
        }
    }

    private void p(Matcher p, int offset) {
        At at = at(p, offset);
        put(zeros, p.group("zero").isEmpty() ? "without" : "with", at);
        int decimals = p.group("decimals").length();
        if (pDecimals.isPresent() && p.group("sign").equals("=") && decimals != pDecimals.getAsInt()) {
            faults.add(new Fault(
                    at.span(),
                    "'" + at.shown() + "' has " + Columns.counted(decimals) + "; a p has " + pDecimals.getAsInt() + ".",
                    "Write it with the decimals that are asked for."));
        }
    }

    private static At at(Matcher matcher, int offset) {
        return new At(
                new Span(offset + matcher.start(), offset + matcher.end()),
                matcher.group().strip());
    }

    private static void put(Map<String, List<At>> all, String way, At at) {
        all.computeIfAbsent(way, ignored -> new ArrayList<>()).add(at);
    }

    void tell(Collected collected) {
        resolve("comma", marks.getOrDefault("comma", List.of()).isEmpty());
        resolve("point", marks.getOrDefault("point", List.of()).isEmpty());
        compare(marks, mark, "has a %s as decimal mark", "Write it with the decimal mark of the others.");
        compare(separators, thousands, "has a %s between thousands", "Separate thousands as in the others.");
        compare(zeros, zero, "is written %s a zero before the decimal mark", "Write it as the others.");
        faults.forEach(collected::fault);
        marks.values().forEach(all -> all.forEach(at -> collected.looked()));
        separators.values().forEach(all -> all.forEach(at -> collected.looked()));
        zeros.values().forEach(all -> all.forEach(at -> collected.looked()));
    }

    /// A sign that nowhere is the decimal mark separates thousands.
    private void resolve(String sign, boolean isNoMark) {
        List<At> open = separators.remove(sign + "?");
        if (open != null && isNoMark) {
            separators.computeIfAbsent(sign, ignored -> new ArrayList<>()).addAll(open);
        }
    }

    private void compare(Map<String, List<At>> ways, String wanted, String fault, String remedy) {
        String right = wanted;
        if (wanted.equals("same")) {
            Optional<Map.Entry<String, List<At>>> most = ways.entrySet().stream()
                    .max((one, other) ->
                            one.getValue().size() - other.getValue().size());
            int others = ways.values().stream().mapToInt(List::size).sum()
                    - most.map(entry -> entry.getValue().size()).orElse(0);
            if (most.isEmpty() || most.get().getValue().size() < Math.max(LEAST, LEAST * others)) {
                return;
            }
            right = most.get().getKey();
        }
        for (Map.Entry<String, List<At>> way : ways.entrySet()) {
            if (!way.getKey().equals(right)) {
                String usual = ways.containsKey(right) && wanted.equals("same")
                        ? "; '" + ways.get(right).getFirst().shown() + "' and "
                                + (ways.get(right).size() - 1) + " more in this document are written otherwise"
                        : "; asked for is '" + right + "'";
                for (At at : way.getValue()) {
                    faults.add(new Fault(
                            at.span(), "'" + at.shown() + "' " + fault.formatted(way.getKey()) + usual + ".", remedy));
                }
            }
        }
    }
}
