package dev.assay.check.statistics;

import dev.assay.check.Spaces;
import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.statistics.ReportedTest.Degrees;
import dev.assay.document.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tests that one passage of text reports: a statistic, its degrees of freedom, and the p that follows it
/// in the same sentence.
final class TestText {
    private static final int FARTHEST = 140;
    private static final String SYMBOL = "t|F|rs?|r"
            + " s|\u03C1|[zZ]|Q[A-Za-z]{0,8}|\uD835[\uDC61\uDC39\uDC5F\uDC67]|(?:\u03C7|X|x|\u03A7|\uD835\uDF12)(?:"
            + " ?\\^?[2\u00B2])|[Cc]hi(?: ?\\^?[2\u00B2]|[- ][Ss]quared?|[- ]?[Qq]uadrat)";
    private static final Pattern STATISTIC = Pattern.compile("(?<![\\p{L}\\p{N}_.])(?<symbol>" + SYMBOL
            + ")(?: ?[(\\[](?<inside>[^()\\[\\]=]{0,14}(?:=[^()\\[\\]=]{1,14}){0,2})[)\\]]|(?<sub>[0-9]{1,5}(?:,"
            + " ?[0-9]{1,5})?)(?="
            + " ?[=<>]))?"
            + " ?(?<sign>[=<>\u2264\u2265])"
            + " ?(?<value>" + Numerals.NUMBER + ")(?![\\p{L}0-9])");
    private static final String SIGNS = "=<>\u2264\u2265";
    private static final String P_WORD =
            "(?<![\\p{L}\\p{N}_])(?:[pP\uD835\uDC5D]{1,2}(?:[- ]?[Vv]alues?|[- ]Wert)?|[Ss]ig\\.)"
                    + "(?: ?\\((?:one|two|1|2)[- ](?:tailed|sided)\\))?";
    static final Pattern P = Pattern.compile(P_WORD
            + " ?(?:(?<sign><=|>=|[=<>\u2264\u2265\u2248]|of|was|is) ?(?<number>" + Numerals.PROBABILITY
            + ")(?![0-9\\p{L}])|= ?(?<ns>n\\. ?s\\.|ns|NS)(?!\\p{L}))|(?<![\\p{L}\\p{N}])(?<alone>n\\."
            + " ?s\\.|ns|NS)(?![\\p{L}])");
    private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]*");
    private static final Pattern SENTENCE = Pattern.compile("[.!?]\\s+\\p{Lu}");
    private static final Pattern DEGREES = Pattern.compile(
            "(?<![\\p{L}])(?:df|d\\.f\\.|FG) ?(?:=|of|:)? ?(?<after>[0-9][0-9.]*(?: ?[,;/] ?[0-9][0-9.]*(?! ?[,;]?"
                    + " ?[pP] ?[=<>]))?)|(?<before>[0-9][0-9.]*(?:(?: ?[,/] ?| and )[0-9][0-9.]*)?)"
                    + " (?:df|d\\.f\\.|degrees? of freedom|Freiheitsgraden?)(?![\\p{L}])");
    private static final Pattern CASES = Pattern.compile("(?<![\\p{L}])[nN] ?= ?(?<n>[0-9][0-9,.]*[0-9]|[0-9])");

    private final String text;
    private final int offset;
    private final List<Match> statistics = new ArrayList<>();
    private final List<Match> ps = new ArrayList<>();
    private final List<ReportedTest> tests = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final List<LoneP> lone = new ArrayList<>();

    /// A p without a test.
    record LoneP(ReportedP p, Span span) {}

    private record Match(int start, int end, Matcher parts) {}

    private TestText(String text, int offset) {
        this.text = text;
        this.offset = offset;
        if (text.chars().anyMatch(c -> SIGNS.indexOf(c) >= 0)) {
            collect(STATISTIC, statistics);
        }
        collect(P, ps);
        ps.removeIf(TestText::isNoProbability);
        pair();
    }

    /// @param offset where the passage starts in the document
    static TestText of(String passage, int offset) {
        // A no-break or thin space is a space, one for one, so that offsets stay.
        return new TestText(Spaces.plain(passage), offset);
    }

    List<ReportedTest> tests() {
        return tests;
    }

    /// What looks like a test and cannot be read.
    List<String> unreadable() {
        return unreadable;
    }

    List<LoneP> lone() {
        return lone;
    }

    /// A whole number from 1 on is another quantity that goes by the name of p, as the lanes of a key derivation.
    private static boolean isNoProbability(Match match) {
        String number = match.parts().group("number");
        return number != null && WHOLE.matcher(number).matches();
    }

    private void collect(Pattern pattern, List<Match> matches) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            matches.add(new Match(matcher.start(), matcher.end(), snapshot(pattern, matcher)));
        }
    }

    private Matcher snapshot(Pattern pattern, Matcher found) {
        Matcher own = pattern.matcher(text);
        own.useTransparentBounds(true).region(found.start(), text.length());
        if (!own.lookingAt()) {
            throw new IllegalStateException("A match matches where it was found");
        }
        return own;
    }

    private void pair() {
        int next = 0;
        for (int i = 0; i < statistics.size(); i++) {
            Match statistic = statistics.get(i);
            int limit = i + 1 < statistics.size() ? statistics.get(i + 1).start() : text.length();
            while (next < ps.size() && ps.get(next).start() < statistic.end()) {
                lone(ps.get(next++));
            }
            Optional<Match> p = next < ps.size() && belongs(statistic, ps.get(next), limit)
                    ? Optional.of(ps.get(next++))
                    : Optional.empty();
            read(statistic, p, limit);
        }
        while (next < ps.size()) {
            lone(ps.get(next++));
        }
    }

    private boolean belongs(Match statistic, Match p, int limit) {
        int gap = p.start() - statistic.end();
        return gap <= FARTHEST
                && p.start() < limit
                && !SENTENCE.matcher(text.substring(statistic.end(), p.start() + 1))
                        .find();
    }

    private void lone(Match match) {
        String number = match.parts().group("number");
        if (number != null) {
            String shown = text.substring(match.start(), match.end());
            Numerals.by(number)
                    .p(match.parts().group("sign"), number, shown)
                    .ifPresent(p -> lone.add(new LoneP(p, span(match.start(), match.end()))));
        }
    }

    private void read(Match match, Optional<Match> following, int limit) {
        Matcher parts = match.parts();
        int end = following.map(Match::end).orElse(match.end());
        String open = text.substring(match.start(), end);
        if (end < text.length()
                && text.charAt(end) == ')'
                && open.chars().filter(c -> c == '(').count()
                        > open.chars().filter(c -> c == ')').count()) {
            end++;
        }
        String shown = text.substring(match.start(), end);
        String pText = following
                .map(p -> p.parts().group("number"))
                .map(number -> number == null ? "" : number)
                .orElse("");
        Numerals numerals = Numerals.by(parts.group("value"), pText);
        Family family = Numerals.family(parts.group("symbol")).orElseThrow();
        Optional<List<Degrees>> degrees = degrees(numerals, family, match, following, limit);
        Optional<DisplayedNumber> value = numerals.number(parts.group("value"));
        Optional<ReportedP> p = following.flatMap(each -> p(numerals, each));
        boolean explicit = degrees.isPresent() && !degrees.get().isEmpty();
        if (following.isEmpty() && !explicit) {
            return;
        }
        if (degrees.isEmpty() || value.isEmpty() || (following.isPresent() && p.isEmpty())) {
            if (following.isPresent()) {
                unreadable.add("'" + shown.strip() + "' cannot be read as a test");
            }
            return;
        }
        tests.add(new ReportedTest(
                family,
                Numerals.statistic(parts.group("sign"), value.get()),
                value.get(),
                degrees.get(),
                p,
                span(match.start(), end),
                shown.strip(),
                text));
    }

    private static Optional<ReportedP> p(Numerals numerals, Match match) {
        String number = match.parts().group("number");
        return number == null
                ? Optional.of(notSignificant(match.parts().group()))
                : numerals.p(match.parts().group("sign"), number, match.parts().group());
    }

    /// What "n.s." says.
    static ReportedP notSignificant(String shown) {
        BigDecimal usual = new BigDecimal("0.05");
        return new ReportedP(ReportedP.Sign.ABOVE, usual, BigDecimal.ZERO, shown.strip());
    }

    /// From the parentheses, the subscript, or words up to the p and just behind it; an empty list where none
    /// are given, empty where they cannot be read.
    private Optional<List<Degrees>> degrees(
            Numerals numerals, Family family, Match match, Optional<Match> p, int limit) {
        Matcher parts = match.parts();
        if (family.degrees() == 0) {
            return Optional.of(List.of());
        }
        String inside = parts.group("inside") != null ? parts.group("inside") : parts.group("sub");
        if (inside != null && !inside.matches("(?i) ?n ?= ?[0-9.,]+ ?")) {
            return numerals.degrees(family, inside);
        }
        if (p.isEmpty()) {
            return Optional.of(List.of());
        }
        int end = Math.min(Math.max(limit, p.get().end()), p.get().end() + 30);
        String around = (inside == null ? "" : inside + " ") + text.substring(match.end(), end);
        Matcher words = DEGREES.matcher(around);
        if (words.find()) {
            String found = words.group("after") != null ? words.group("after") : words.group("before");
            return numerals.degrees(family, found.replace(" and ", ", ").replaceFirst("[.,]$", ""));
        }
        Matcher cases = CASES.matcher(around);
        if (family == Family.R && cases.find()) {
            return numerals.ofCases(cases.group("n")).map(List::of);
        }
        return Optional.of(List.of());
    }

    private Span span(int start, int end) {
        return new Span(offset + start, offset + end);
    }
}
