package dev.assay.check.figures;

import dev.assay.check.Spaces;
import dev.assay.check.numbers.DisplayedNumber.Mark;
import dev.assay.check.numbers.Interval;
import dev.assay.document.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Changes that a passage states together with the two figures they lie between: "rose 12 % from 40 to 45".
final class GrowthText {
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final String RISE =
            "(?:rose|risen|rises?|rising|increas(?:e[sd]?|ing)|gr[eo]wn?|grows|growing|growth"
                + "|gain(?:s|ed)?|up|climb(?:s|ed)?|jump(?:s|ed)?|surg(?:es?|ed)|advanc(?:es?|ed)|expand(?:s|ed)?|improv(?:es?|ed)"
                + "|higher|plus|stieg(?:en)?|steigt|gestiegen|wuchs(?:en)?|w\u00e4chst|gewachsen|zugenommen|Anstieg|Zuwachs"
                + "|Wachstum|Steigerung|Plus|erh\u00f6hte?)";
    private static final String FALL =
            "(?:fell|fall(?:s|en|ing)?|decreas(?:e[sd]?|ing)|declin(?:es?|ed|ing)|drop(?:s|ped)?"
                + "|down|los[est]s?|shrank|shrunk|shrinks?|contract(?:s|ed)|slip(?:s|ped)?|slid|plung(?:es?|ed)|reduc(?:tion|ed)"
                + "|lower|minus|sank(?:en)?|sinkt|gesunken|fiel(?:en)?|f\u00e4llt|gefallen|R\u00fcckgang|Minus|verringerte?)";
    private static final String CHANGE = "(?:chang(?:e[sd]?|ing)|Ver\u00e4nderung|ver\u00e4nderte?)";
    private static final String BY = "(?: (?:by|of|um|von))?(?: an?)?";
    private static final String MOVE = "(?<![\\p{L}-])(?:(?<rise>" + RISE + ")|(?<fall>" + FALL + ")|" + CHANGE + ")";
    private static final Pattern MOVED = Pattern.compile("(?iu)" + MOVE + "(?: sich)?" + BY + " ?\\(?$");
    private static final Pattern MOVED_TO = Pattern.compile("(?iu)^(?: [\\p{L}-]{1,20}){0,3} ?[,;:(\u2013\u2014 -]"
            + " ?(?:(?:which (?:is|was)|representing|that is|i\\.e\\.|this is|or|equivalent to|corresponding"
            + " to|reflecting|das ist) )?(?:(?:an?|eine?[nmr]?) (?:[\\p{L}-]{3,16} )?)?(?:" + MOVE + BY + "|by|um) ?$");
    private static final Pattern ANY_MOVE = Pattern.compile("(?iu)" + MOVE + "(?!\\p{L})");
    private static final Pattern FROM_ALONE =
            Pattern.compile("(?iu)^ ?\\)?,?(?: [^0-9.;:()%]{0,50})? ?\\(?(?:from|von)(?: an?)? ?$");
    private static final Pattern MOVE_FROM = Pattern.compile(
            "(?iu)^[ -](?:[\\p{L}-]{3,16} )?" + MOVE + "(?: in [^0-9.;:()%]{0,40})?,? \\(?(?:from|von) ?$");
    private static final Pattern MOVE_AFTER = Pattern.compile("(?iu)^[ -](?:[\\p{L}-]{3,16} )?" + MOVE + "(?!\\p{L})");
    private static final Pattern APART = Pattern.compile("(?iu)^ ?[,;(\u2013\u2014-] ?(?:an? |eine?[nmr]? )?$");
    private static final Pattern LEAD_TO = Pattern.compile("(?iu)(?<!\\p{L})(?:to|auf)(?: an?)? ?$");
    private static final Pattern FROM = Pattern.compile("(?iu)(?<![\\p{L}])(?:from|von)(?: an?)? ?$");
    private static final Pattern TO = Pattern.compile("(?iu)^(?:[^0-9.;:]{0,50} )?(?:to|auf)(?: an?)? ?$");
    private static final Pattern COMPARED = Pattern.compile(
            "(?iu)^ ?(?:from|on|over|(?:as )?compared (?:with|to)|versus|vs\\.?|against|gegen\u00fcber|nach|von)(?:"
                    + " the)? ?$");
    private static final Pattern SINCE = Pattern.compile("(?iu)^(?:[^0-9.;:()]{0,30} )?(?:from|von) ?$"
            + "|^[^0-9.;:()]{0,30}\\((?:(?:previous|prior|last) year|Vorjahr|from|)[: ]{0,2}$");
    private static final Pattern SIGNED = Pattern.compile("^ ?\\((?:by |um )?$");
    private static final Pattern JOINED =
            Pattern.compile("(?iu)\\b(?:and|while|but|whereas|with|as|when|und|w\u00e4hrend|aber|bei|mit)\\b");
    private static final Pattern PERIOD = Pattern.compile("(?<![\\p{L}\\p{N}])(?:(?:FY|Q[1-4]|H[12])["
            + " /]?)?(?:(?:19|20)[0-9]{2}(?:/[0-9]{2})?|FY[0-9]{2}|[QH][1-4])(?![\\p{L}\\p{N}])");
    private static final Pattern END = Pattern.compile("[.!?] +(?=\\p{Lu})|[\\t\\n\\u000B\\f\\r]");
    private static final Pattern OTHER = Pattern.compile(
            "(?iu)\\b(?:rang(?:e[sd]?|ing)|between|vary|varies|varied|aged|scale|annual(?:ly|i[sz]ed)?|cagr|per"
                + " (?:year|annum|month|quarter)|a (?:year|month)|each (?:year|month)|every|p\\.a\\.|on"
                + " average|average annual|compound|j\u00e4hrlich|pro Jahr|zwischen|inflation|real terms|like[- ]for[-"
                + " ]like|organic|constant currenc|currency[- ]adjusted|adjusted|respectively|currency[- ]neutral)");

    private final String text;
    private final int offset;
    private final Collected collected;

    private GrowthText(String text, int offset, Collected collected) {
        this.text = text;
        this.offset = offset;
        this.collected = collected;
    }

    /// @param passageStart where the passage starts in the document
    static void check(String passage, int passageStart, Collected collected) {
        if (passage.chars().noneMatch(Character::isDigit)) {
            return;
        }
        GrowthText reading = new GrowthText(Spaces.plain(passage), passageStart, collected);
        List<Quantity> all = Quantity.in(reading.text);
        for (int i = 0; i + 2 < all.size(); i++) {
            reading.three(all, i);
        }
    }

    /// A stated change and what it is of.
    ///
    /// @param sign of the change that the words tell: 1, -1, or 0 where they do not
    private record Stated(Quantity rate, Quantity from, Quantity to, int sign) {}

    private void three(List<Quantity> all, int at) {
        Quantity x = all.get(at);
        Quantity y = all.get(at + 1);
        Quantity z = all.get(at + 2);
        int before = at == 0 ? 0 : all.get(at - 1).span().end();
        int after = at + 3 < all.size() ? all.get(at + 3).span().start() : text.length();
        String lead = lastSentence(text.substring(
                Math.max(before, x.span().start() - 160), x.span().start()));
        String tail = text.substring(z.span().end(), Math.min(after, z.span().end() + 60));
        String whole = lead + text.substring(x.span().start(), z.span().end()) + firstSentence(tail);
        if (END.matcher(text.substring(x.span().end(), y.span().start())).find()
                || END.matcher(text.substring(y.span().end(), z.span().start())).find()) {
            return;
        }
        stated(x, y, z, lead, tail)
                .filter(stated -> !OTHER.matcher(whole).find())
                .ifPresent(stated ->
                        judge(stated, new Span(x.span().start(), z.span().end())));
    }

    private Optional<Stated> stated(Quantity x, Quantity y, Quantity z, String lead, String tail) {
        String first = between(x, y);
        String second = between(y, z);
        if (JOINED.matcher(first + " " + second.replace("as compared", "compared"))
                .find()) {
            return Optional.empty();
        }
        boolean rateFirst = isRate(x);
        var moved = MOVED.matcher(lead);
        if (rateFirst && moved.find()) {
            int sign = sign(moved.group("rise"), moved.group("fall"));
            if (FROM_ALONE.matcher(first).find() && TO.matcher(second).find()) {
                return Optional.of(new Stated(x, y, z, sign));
            }
            if (TO.matcher(first).find() && SINCE.matcher(second).find()) {
                return Optional.of(new Stated(x, z, y, sign));
            }
        }
        var named = MOVE_FROM.matcher(first);
        if (rateFirst && named.find() && TO.matcher(second).find()) {
            return Optional.of(new Stated(x, y, z, sign(named.group("rise"), named.group("fall"))));
        }
        boolean fromTo = FROM.matcher(lead).find() && TO.matcher(first).find();
        boolean toFrom = LEAD_TO.matcher(lead).find() && SINCE.matcher(first).find();
        if (isRate(z) && (fromTo || toFrom)) {
            return last(z, fromTo ? x : y, fromTo ? y : x, lead, second, tail);
        }
        var told = MOVED_TO.matcher(first);
        if (isRate(y) && told.find() && COMPARED.matcher(second).find()) {
            return Optional.of(new Stated(y, z, x, sign(told.group("rise"), told.group("fall"))));
        }
        return Optional.empty();
    }

    /// A change that follows the two figures: ", up 12 %", "(12 %)", ", a 12 % increase".
    private static Optional<Stated> last(
            Quantity rate, Quantity from, Quantity to, String lead, String gap, String tail) {
        var told = MOVED_TO.matcher(gap);
        if (told.find()) {
            int sign = sign(told.group("rise"), told.group("fall"));
            return Optional.of(new Stated(rate, from, to, sign == 0 && !rate.isSigned() ? signOf(lead) : sign));
        }
        if (SIGNED.matcher(gap).find() && tail.startsWith(")")) {
            return Optional.of(new Stated(rate, from, to, rate.isSigned() ? 0 : signOf(lead)));
        }
        var after = MOVE_AFTER.matcher(tail);
        return APART.matcher(gap).find() && after.find()
                ? Optional.of(new Stated(rate, from, to, sign(after.group("rise"), after.group("fall"))))
                : Optional.empty();
    }

    private static boolean isRate(Quantity quantity) {
        return quantity.isShare() || quantity.isPoints();
    }

    private static int signOf(String lead) {
        var moves = ANY_MOVE.matcher(lead);
        int sign = 0;
        while (moves.find()) {
            sign = sign(moves.group("rise"), moves.group("fall"));
        }
        return sign;
    }

    private static int sign(String rise, String fall) {
        if (rise != null) {
            return 1;
        }
        return fall != null ? -1 : 0;
    }

    private String between(Quantity one, Quantity other) {
        String gap = text.substring(one.span().end(), other.span().start());
        return gap.length() > 120 ? gap : PERIOD.matcher(gap).replaceAll("").replaceAll(" {2,}", " ");
    }

    private static String lastSentence(String lead) {
        var ends = END.matcher(lead);
        int start = 0;
        while (ends.find()) {
            start = ends.end();
        }
        return lead.substring(start);
    }

    private static String firstSentence(String tail) {
        var end = END.matcher(tail);
        return end.find() ? tail.substring(0, end.start()) : tail;
    }

    private void judge(Stated stated, Span span) {
        Quantity from = stated.from();
        Quantity to = stated.to();
        Quantity rate = stated.rate();
        if (from.hedged() || to.hedged() || rate.hedged() || from.unit() != to.unit() || from.isPoints()) {
            return;
        }
        collected.looked();
        List<String> wrong = new ArrayList<>();
        for (Mark mark : Mark.values()) {
            Optional<Quantity.Shown> first = from.read(mark, power(to));
            Optional<Quantity.Shown> second = to.read(mark, power(from));
            Optional<Quantity.Shown> third = rate.read(mark, 0);
            if (first.isPresent() && second.isPresent() && third.isPresent()) {
                Optional<String> fault = fault(stated, first.get(), second.get(), third.get());
                if (fault.isEmpty()) {
                    return;
                }
                wrong.add(fault.get());
            }
        }
        if (wrong.isEmpty()) {
            collected.doubt("'" + text.substring(span.start(), span.end()) + "' holds a figure that cannot be read");
            return;
        }
        collected.fault(new Fault(
                new Span(offset + span.start(), offset + span.end()),
                said(stated) + " of '" + shown(rate) + "' is stated from '" + shown(from) + "' to '" + shown(to) + "', "
                        + wrong.getFirst() + ".",
                "Correct the change, or the figure that is wrong, and whatever quotes it."));
    }

    private static int power(Quantity other) {
        return other.power() == null ? 0 : other.power();
    }

    private String shown(Quantity quantity) {
        return text.substring(quantity.span().start(), quantity.span().end());
    }

    private static String said(Stated stated) {
        return switch (stated.sign()) {
            case 1 -> "A rise";
            case -1 -> "A fall";
            default -> "A change";
        };
    }

    private static Optional<String> fault(Stated stated, Quantity.Shown from, Quantity.Shown to, Quantity.Shown rate) {
        Interval difference = to.interval().minus(from.interval());
        BigDecimal scale = stated.rate().unit() == Quantity.Unit.BASIS_POINTS ? HUNDREDTH : BigDecimal.ONE;
        Interval said = signed(
                new Interval(
                        rate.interval().low().multiply(scale),
                        rate.interval().high().multiply(scale)),
                stated);
        String points =
                Change.difference(from.value(), to.value()) + (stated.from().isShare() ? " percentage points" : "");
        if (stated.rate().isPoints()) {
            return difference.meets(said) ? Optional.empty() : Optional.of("but the figures give " + points);
        }
        Optional<Interval> relative = Change.relative(from.interval(), to.interval());
        if (relative.isEmpty() || relative.get().meets(said)) {
            return Optional.empty();
        }
        int decimals = Math.max(1, rate.half().scale() - 1);
        String change = Change.shown(from.value(), to.value(), relative.get(), decimals);
        return Optional.of(
                stated.from().isShare() && difference.meets(said)
                        ? "but the figures give " + points + ", which is " + change
                        : "but the figures give " + change);
    }

    /// "Fell 5 %" is a change of -5 %; a sign that is written stays.
    private static Interval signed(Interval said, Stated stated) {
        boolean turned = stated.sign() < 0 && said.high().signum() > 0;
        return turned ? new Interval(said.high().negate(), said.low().negate()) : said;
    }
}
