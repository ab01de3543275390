package dev.assay.report;

import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.Shares;
import dev.assay.priorwork.Shares.Counted;
import dev.assay.priorwork.Shares.SourceShare;
import dev.assay.priorwork.Standing;
import dev.assay.report.PriorWorkView.Figure;
import dev.assay.report.PriorWorkView.Group;
import dev.assay.report.PriorWorkView.Passage;
import dev.assay.report.PriorWorkView.Piece;
import dev.assay.report.PriorWorkView.Side;
import dev.assay.report.PriorWorkView.Source;
import dev.assay.work.PriorWorkUse;
import dev.assay.work.ShownName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Brings what stands in other work too into the form the page shows: three verdicts apart, passages by relation
/// and source, both sides of each.
final class PriorWorkSection {
    private static final int IN_FULL = 2;
    private static final int AS_LIST = 40;
    private static final int MOST_EXCLUDED = 40;
    private static final String CUT = "\u2026";

    private final SubmissionReport report;
    private final Matches matches;
    private final Shares shares;

    PriorWorkSection(SubmissionReport report) {
        this.report = report;
        this.matches = report.priorWork().matches();
        this.shares = report.priorWork().shares();
    }

    PriorWorkView view() {
        if (matches.use() == PriorWorkUse.NEVER) {
            return new PriorWorkView(
                    List.of("The client lets its work be compared with no other work."),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "");
        }
        if (report.versions().indexSequence() == null && matches.matches().isEmpty()) {
            return new PriorWorkView(List.of(), List.of(), List.of(), List.of(), List.of(), "");
        }
        List<Passage> excluded = excluded();
        return new PriorWorkView(
                about(),
                verdicts(),
                rest(),
                groups(),
                excluded.stream().limit(MOST_EXCLUDED).toList(),
                excluded.size() > MOST_EXCLUDED
                        ? Wording.count(excluded.size() - MOST_EXCLUDED, "more passage") + " in report.json."
                        : "");
    }

    private List<String> about() {
        List<String> about = new ArrayList<>();
        if (shares.words() > 0) {
            about.add("Of " + Wording.count(shares.words(), "word") + " compared, "
                    + (shares.excluded() == 0 ? "none" : Wording.number(shares.excluded()))
                    + " are excluded; the other " + Wording.number(shares.eligible()) + " are what a share is of.");
        }
        if (matches.use() == PriorWorkUse.OWN) {
            about.add("The client lets its work be compared with its own alone.");
        }
        if (!matches.complete()) {
            about.add("Not all prior work could be compared: there may be more.");
        }
        if (matches.matches().isEmpty()) {
            about.add("Nothing of it stands in other work.");
        }
        return about;
    }

    private List<Figure> verdicts() {
        if (matches.matches().isEmpty()) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "Other work for this client",
                share(shares.ownClient()),
                detail(shares.ownClient())
                        + (shares.ownClient().words() == 0
                                ? ""
                                : " Of this vendor " + share(shares.sameVendor()) + ", of other vendors "
                                        + share(shares.otherVendor()) + "."),
                "Words that also stand in other work of this client, each counted once, divided by " + base() + "."));
        figures.add(new Figure(
                "Published and other outside texts",
                share(shares.external()),
                detail(shares.external()),
                "Words that also stand in such texts, each counted once, divided by " + base() + "."));
        if (!report.goesToVendor()) {
            figures.add(new Figure(
                    "Restricted work",
                    share(shares.otherClient()),
                    detail(shares.otherClient()),
                    "Words that also stand in work that nothing may be told of, each counted once, divided by " + base()
                            + "."));
        }
        return figures;
    }

    private String base() {
        return "the " + Wording.number(shares.eligible()) + " that are not excluded";
    }

    private static String share(Counted counted) {
        Double share = counted.share();
        if (share == null) {
            return Wording.count(counted.words(), "word");
        }
        return share > 0 && share < .001 ? "under 0.1 %" : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    private static String detail(Counted counted) {
        return counted.words() == 0
                ? "No passage."
                : Wording.count(counted.words(), "word") + " in " + Wording.count(counted.passages(), "passage")
                        + ", at most " + Wording.number(counted.longestRun()) + " in one piece.";
    }

    private List<String> rest() {
        return Stream.of(
                        rest(shares.lineage(), "in work that this one continues"),
                        rest(shares.common(), "as wording so common that it tells nothing"),
                        unnamed())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> unnamed() {
        return matches.common() == 0
                ? Optional.empty()
                : Optional.of("Not compared: " + Wording.count(matches.common(), "word")
                        + " of passages that so much work has that no one work is named for them.");
    }

    private static Optional<String> rest(Counted counted, String where) {
        return counted.words() == 0
                ? Optional.empty()
                : Optional.of("Shown and not counted: " + Wording.count(counted.words(), "word") + " (" + share(counted)
                        + ") " + where + ".");
    }

    private List<Group> groups() {
        return Stream.of(Kinship.values())
                .map(this::group)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Group> group(Kinship kinship) {
        Map<String, List<Match>> bySource = new LinkedHashMap<>();
        for (Match match : matches.matches()) {
            if (match.exclusion() == null && Kinship.of(match) == kinship) {
                bySource.computeIfAbsent(source(match), key -> new ArrayList<>())
                        .add(match);
            }
        }
        List<Source> sources = bySource.values().stream()
                .sorted(Comparator.comparingInt(PriorWorkSection::total).reversed())
                .map(this::source)
                .toList();
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(new Group(
                        kinship.title(),
                        kinship == Kinship.RESTRICTED ? "restricted" : "told",
                        kinship.note(),
                        sources));
    }

    private static String source(Match match) {
        Match.Other other = match.other();
        return other == null ? "" : other.work() + "/" + other.part();
    }

    private static int total(List<Match> of) {
        return of.stream().mapToInt(PriorWorkSection::words).sum();
    }

    private static int words(Match match) {
        return match.own().endWord() - match.own().firstWord();
    }

    private Source source(List<Match> of) {
        Match.Other other = of.getFirst().other();
        List<Passage> passages = of.stream().map(this::passage).toList();
        int full = Math.min(IN_FULL, passages.size());
        int listed = Math.min(IN_FULL + AS_LIST, passages.size());
        return new Source(
                other == null ? "" : ShownName.of(other.title()),
                other != null && other.standing() == Standing.RECALLED ? "Reuses recalled work" : "",
                other == null || of.getFirst().relation() == Relation.EXTERNAL ? "" : Kinship.of(other.standing()),
                other == null ? "" : covers(of.getFirst().relation(), other),
                passages.subList(0, full),
                passages.subList(full, listed),
                passages.size() > listed
                        ? Wording.count(passages.size() - listed, "more passage") + " in report.json."
                        : "");
    }

    private String covers(Relation relation, Match.Other other) {
        return shares.sources().stream()
                .filter(each ->
                        each.relation() == relation && each.work().equals(other.work()) && each.part() == other.part())
                .findFirst()
                .map(PriorWorkSection::covers)
                .orElse("");
    }

    private static String covers(SourceShare source) {
        String alone = source.exclusive().words() == source.inclusive().words()
                ? "all of them found in no other source"
                : source.exclusive().words() == 0
                        ? "all of them found in other sources too"
                        : Wording.number(source.exclusive().words()) + " of them found in no other source";
        return "Covers " + Wording.count(source.inclusive().words(), "word") + " here"
                + (source.inclusive().share() == null ? "" : " (" + share(source.inclusive()) + ")") + ", " + alone
                + ", at most " + Wording.number(source.inclusive().longestRun()) + " in one piece."
                + (source.ofTheirs() == null
                        ? ""
                        : String.format(Locale.ROOT, " Of its own words %.1f %% stand here.", source.ofTheirs() * 100));
    }

    private Passage passage(Match match) {
        Match.Other other = match.other();
        boolean both = other != null && !other.ours().isEmpty();
        return new Passage(
                Wording.capital(where(match.own())) + ": " + Wording.count(words(match), "word"),
                chips(match),
                both ? "" : match.own().quote(),
                other == null || !both
                        ? List.of()
                        : List.of(
                                side("Here: " + where(match.own()), other.ours()),
                                side("There: " + other.place(), other.theirs())));
    }

    private String where(Match.Own own) {
        return report.parts().size() == 1
                ? own.place()
                : ShownName.of(report.parts().get(own.part()).name()) + ", " + own.place();
    }

    private static List<String> chips(Match match) {
        List<String> chips = new ArrayList<>();
        if (match.relation() == Relation.OTHER_CLIENT) {
            chips.add("Restricted");
        }
        if (match.edit() != null) {
            chips.add(Kinship.of(match.edit()) + ": " + match.words() + " of its words in both");
        }
        if (match.newFigures()) {
            chips.add("Same text, new figures");
        }
        if (match.commonness().projects() > 0) {
            chips.add((match.commonness().common() ? "Common wording: in " : "Rare: in ")
                    + Wording.count(match.commonness().projects(), "work order") + " of this client");
        } else if (match.commonness().common()) {
            chips.add("Common wording");
        }
        return chips;
    }

    private static Side side(String where, List<Match.Run> runs) {
        boolean cut = runs.getLast().text().endsWith(CUT) && !runs.getLast().same();
        return new Side(
                where,
                runs.stream().map(run -> new Piece(run.text(), run.same())).toList(),
                cut ? "Cut here: the passage goes on." : "");
    }

    private List<Passage> excluded() {
        Stream<Passage> stretches =
                matches.excluded().stream().map(each -> excluded(each.own(), Kinship.of(each.why()), null));
        Stream<Passage> passages = matches.matches().stream()
                .filter(match -> match.exclusion() != null
                        && matches.excluded().stream()
                                .noneMatch(each -> each.own().equals(match.own())))
                .map(match -> excluded(match.own(), Kinship.of(match.exclusion()), match));
        return Stream.concat(stretches, passages).toList();
    }

    private Passage excluded(Match.Own own, String why, @Nullable Match match) {
        List<String> chips = new ArrayList<>();
        chips.add(why);
        if (match != null) {
            Match.Other other = match.other();
            chips.add(other == null ? Wording.of(match.relation()) : "Also in " + ShownName.of(other.title()));
        }
        return new Passage(
                Wording.capital(where(own)) + ": " + Wording.count(own.endWord() - own.firstWord(), "word"),
                chips,
                own.quote(),
                List.of());
    }
}
