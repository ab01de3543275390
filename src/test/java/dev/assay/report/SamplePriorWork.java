package dev.assay.report;

import dev.assay.priorwork.Exclusion;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.Standing;
import dev.assay.priorwork.align.Edit;
import dev.assay.work.PriorWorkUse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Passages that stand in other work too.
final class SamplePriorWork {
    private static final String EARLIER = "7d01e4c7f9d2f86a1b35c0e772f9c4ba";
    private static final String SIBLING = "1c22e4c7f9d2f86a1b35c0e772f90001";
    private static final String STRANGER = "5a9ee4c7f9d2f86a1b35c0e772f90002";
    private static final String BOOK = "0b1ce4c7f9d2f86a1b35c0e772f90003";

    private SamplePriorWork() {}

    /// A passage of the vendor's own, and one of another client's.
    static SharedWork leaked() {
        return new SharedWork(
                new Matches(
                        1412,
                        PriorWorkUse.SHARE,
                        true,
                        List.of(2380),
                        0,
                        List.of(),
                        List.of(
                                match(Relation.SAME_VENDOR, Edit.LIGHT, 52, 118, method(EARLIER, Standing.ACCEPTED)),
                                restricted(204, 236))),
                Set.of(EARLIER));
    }

    /// Passages in every relation.
    static SharedWork all() {
        Match figures = new Match(
                own(400, 431, "section \u201cFindings\u201d, paragraph 14", "Awareness of the brand stands at 41"),
                27,
                Relation.PREDECESSOR,
                Edit.LIGHT,
                true,
                new Match.Commonness(false, 2),
                null,
                new Match.Other(
                        SIBLING,
                        0,
                        "HB-99-report-wave-10.docx",
                        Standing.ACCEPTED,
                        "section \u201cFindings\u201d, paragraph 12",
                        380,
                        411,
                        2010,
                        List.of(
                                run("Awareness of the brand stands at ", true),
                                run("41", false),
                                run(" per cent, ", true),
                                run("six points up", false)),
                        List.of(
                                run("Awareness of the brand stands at ", true),
                                run("35", false),
                                run(" per cent, ", true),
                                run("one point down", false))));
        return new SharedWork(
                new Matches(
                        1412,
                        PriorWorkUse.SHARE,
                        false,
                        List.of(2380),
                        86,
                        List.of(
                                new Matches.Excluded(
                                        own(
                                                2200,
                                                2310,
                                                "section \u201cReferences\u201d",
                                                "Barnett, J. (2024). Mixed drinks"),
                                        Exclusion.BIBLIOGRAPHY),
                                new Matches.Excluded(
                                        own(
                                                900,
                                                931,
                                                "section \u201cBackground\u201d, paragraph 2",
                                                "\u201cNo drinker is an island"),
                                        Exclusion.QUOTATION)),
                        List.of(
                                match(Relation.SAME_VENDOR, Edit.LIGHT, 52, 118, method(EARLIER, Standing.RECALLED)),
                                restricted(204, 236),
                                match(
                                        Relation.OTHER_VENDOR,
                                        Edit.VERBATIM,
                                        300,
                                        350,
                                        method(STRANGER, Standing.IN_FLIGHT)),
                                figures,
                                match(Relation.EXTERNAL, Edit.HEAVY, 600, 720, book()),
                                new Match(
                                        own(
                                                800,
                                                840,
                                                "section \u201cLimits\u201d, paragraph 1",
                                                "All figures are rounded"),
                                        40,
                                        Relation.SAME_VENDOR,
                                        Edit.VERBATIM,
                                        false,
                                        new Match.Commonness(true, 14),
                                        null,
                                        method(EARLIER, Standing.RECALLED)),
                                new Match(
                                        own(
                                                1000,
                                                1012,
                                                "section \u201cLimits\u201d, paragraph 2",
                                                "in the same regions"),
                                        12,
                                        Relation.EXTERNAL,
                                        Edit.VERBATIM,
                                        false,
                                        Match.Commonness.RARE,
                                        Exclusion.SMALL,
                                        book()))),
                Set.of(EARLIER, SIBLING));
    }

    /// That text wherever a text can stand.
    static SharedWork saying(String text) {
        Match.Other other = new Match.Other(
                EARLIER,
                0,
                text,
                Standing.RECALLED,
                text,
                0,
                1,
                1,
                List.of(run(text, true)),
                List.of(run(text, false)));
        Match.Own own = new Match.Own(0, 0, 1, 0, 1, text, text);
        List<Match> matches = Stream.of(Relation.values())
                .map(relation -> relation == Relation.OTHER_CLIENT
                        ? new Match(own, 1, relation, null, false, Match.Commonness.RARE, null, null)
                        : new Match(own, 1, relation, Edit.VERBATIM, true, Match.Commonness.RARE, null, other))
                .toList();
        return new SharedWork(
                new Matches(
                        1,
                        PriorWorkUse.SHARE,
                        true,
                        List.of(2, 2),
                        0,
                        List.of(new Matches.Excluded(own, Exclusion.BRIEF)),
                        matches),
                Set.of(EARLIER));
    }

    private static Match match(Relation relation, Edit edit, int first, int end, Match.Other other) {
        return new Match(
                own(
                        first,
                        end,
                        "section \u201cMethod\u201d, paragraph 4",
                        "Respondents were drawn from an access panel"),
                end - first - 8,
                relation,
                edit,
                false,
                new Match.Commonness(false, 1),
                null,
                other);
    }

    private static Match restricted(int first, int end) {
        return new Match(
                own(
                        first,
                        end,
                        "section \u201cFindings\u201d, paragraph 11",
                        "Price remains the first reason to switch"),
                end - first - 1,
                Relation.OTHER_CLIENT,
                null,
                false,
                Match.Commonness.RARE,
                null,
                null);
    }

    private static Match.Other method(String work, Standing standing) {
        return new Match.Other(
                work,
                0,
                work.equals(STRANGER) ? "OTHER-VENDOR.docx" : "HB-100-report-wave-11.docx",
                standing,
                work.equals(STRANGER) ? "OTHER-VENDOR place" : "section \u201cMethod\u201d, paragraph 3",
                48,
                112,
                2210,
                List.of(
                        run("Respondents were drawn from ", true),
                        run("an", false),
                        run(" access panel, with quotas on region, age and sex", true),
                        run(" that were filled to the last interview", false),
                        run(". Interviews were held online and took eleven minutes at the median", true),
                        run("\u2026", false)),
                List.of(
                        run("Respondents were drawn from ", true),
                        run(work.equals(STRANGER) ? "OTHER-VENDOR text" : "our", false),
                        run(" access panel, with quotas on region, age and sex", true),
                        run(". Interviews were held online and took eleven minutes at the median", true),
                        run("\u2026", false)));
    }

    private static Match.Other book() {
        return new Match.Other(
                BOOK,
                0,
                "Soft drinks in Britain, 2026 edition",
                Standing.ACCEPTED,
                "page 41",
                9000,
                9110,
                61_000,
                List.of(
                        run("Adult soft drinks ", true),
                        run("have left the niche they were made for and ", false),
                        run("stand beside wine on the table", true)),
                List.of(
                        run("Adult soft drinks ", true),
                        run("are no longer a niche: they ", false),
                        run("stand beside wine on the table", true),
                        run(" of every fourth household", false)));
    }

    private static Match.Own own(int first, int end, String place, String quote) {
        return new Match.Own(0, first * 6, end * 6, first, end, place, quote);
    }

    private static Match.Run run(String text, boolean same) {
        return new Match.Run(text, same);
    }
}
