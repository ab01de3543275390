package dev.assay.lab.samples;

import dev.assay.lab.samples.WorkbookWriter.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/// The tracker's tables: eight sheets, each question by region, age and sex.
///
/// Delivered with two mistakes: in T1 the total of the interviews by region is ten too high, and in T5 the
/// share of Harrowgate in the North is three points too high, so that the column sums to 103.
final class TrackerTables {
    private static final int TOTAL_TOO_HIGH = 10;
    private static final int SHARE_TOO_HIGH = 3;

    private final Tabulation tabulation;

    TrackerTables(Tabulation tabulation) {
        this.tabulation = tabulation;
    }

    List<Sheet> sheets() {
        return List.of(
                contents(),
                profile(),
                multiple("T2", "aware", "Prompted awareness", "Question 2. Which of these brands have you heard of?"),
                multiple(
                        "T3",
                        "consider",
                        "Consideration",
                        "Question 3. Which of these brands would you consider the next time you buy?"),
                multiple(
                        "T4",
                        "bought",
                        "Bought in the past four weeks",
                        "Question 4. Which of these have you bought in the past four weeks?"),
                single("T5", "usual", "Brand bought most often", "Question 5. Which one brand do you buy most often?"),
                single(
                        "T6",
                        "frequency",
                        "Frequency of buying",
                        "Question 1. How often do you buy soft drinks meant for adults?"),
                single("T7", "recall", "Recall of Slow Evenings", "Question 6. Have you seen or heard this campaign?"),
                single(
                        "T8",
                        "recommend",
                        "Likelihood to recommend Harrowgate",
                        "Question 7. How likely are you to recommend Harrowgate to a friend? (0 to 10)"));
    }

    private static Sheet contents() {
        return new Sheet(
                "Contents",
                List.of(
                        "HB-101 Adult Soft Drinks Brand Tracker, wave 12: tables",
                        "Prepared for Harrowgate Beverages plc by Lumen Analytics, 19 November 2026",
                        "",
                        "T1  Achieved sample",
                        "T2  Prompted awareness (question 2)",
                        "T3  Consideration (question 3)",
                        "T4  Bought in the past four weeks (question 4)",
                        "T5  Brand bought most often (question 5)",
                        "T6  Frequency of buying (question 1)",
                        "T7  Recall of the campaign Slow Evenings (question 6)",
                        "T8  Likelihood to recommend Harrowgate (question 7)",
                        "",
                        "Fieldwork: 5 to 18 October 2026, online, Great Britain, buyers aged 18 to 64.",
                        "The data are unweighted: quotas were filled exactly, so weighted and unweighted bases are"
                                + " equal.",
                        "Percentages are rounded to whole numbers and may sum to between 99 and 102.",
                        "The columns by region, by age and by sex each add up to the first column."),
                List.of(),
                List.of());
    }

    private Sheet profile() {
        return new Sheet(
                "T1",
                List.of("T1 Achieved sample", "Base: all respondents"),
                List.of(
                        profile("Region", Cut.REGIONS, TOTAL_TOO_HIGH),
                        profile("Age", Cut.AGES, 0),
                        profile("Sex", Cut.SEXES, 0)),
                List.of("Quotas on region, age and sex were interlocked."));
    }

    private List<List<Object>> profile(String name, List<Cut> cuts, int tooHigh) {
        int all = tabulation.count("all", "all");
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(name, "Quota", "Interviews", "Share (%)"));
        for (Cut cut : cuts) {
            int count = tabulation.count("all", cut.trait());
            rows.add(List.of(cut.label(), cut.quota(), count, 100 * count / all));
        }
        rows.add(List.of("Total", Cut.ALL.quota(), all + tooHigh, 100));
        return rows;
    }

    private Sheet multiple(String name, String question, String title, String wording) {
        List<List<Object>> counts = answers("Interviews", question, tabulation::count);
        List<List<Object>> shares = answers("Per cent", question, tabulation::percent);
        shares.add(bases(question));
        return sheet(name, title, wording + " (any number of answers)", question, List.of(counts, shares));
    }

    private Sheet single(String name, String question, String title, String wording) {
        List<List<Object>> counts = answers("Interviews", question, tabulation::count);
        counts.add(row("Total", cut -> tabulation.base(question + "-", cut.trait())));
        List<List<Object>> shares = answers("Per cent", question, tabulation::percent);
        if (question.equals("usual")) {
            List<Object> harrowgate = new ArrayList<>(shares.get(1));
            harrowgate.set(2, (Integer) harrowgate.get(2) + SHARE_TOO_HIGH);
            shares.set(1, harrowgate);
        }
        shares.add(row("Total", cut -> 100));
        shares.add(bases(question));
        return sheet(name, title, wording + " (one answer)", question, List.of(counts, shares));
    }

    private Sheet sheet(String name, String title, String wording, String question, List<List<List<Object>>> tables) {
        String base = question.equals("recommend") ? "bought Harrowgate in the past four weeks" : "all respondents";
        int n = tabulation.base(question + "-", "all");
        return new Sheet(
                name,
                List.of(name + " " + title, wording, "Base: " + base + ", n = " + Numerals.grouped(n)),
                tables,
                List.of("Weighted and unweighted bases are equal."));
    }

    private List<List<Object>> answers(String unit, String question, BiFunction<String, String, Integer> figure) {
        List<List<Object>> rows = new ArrayList<>();
        List<Object> heads = new ArrayList<>(List.of(unit));
        Cut.banner().forEach(cut -> heads.add(cut.label()));
        rows.add(heads);
        for (Measure measure : tabulation.question(question)) {
            rows.add(row(measure.label(), cut -> figure.apply(measure.trait(), cut.trait())));
        }
        return rows;
    }

    private List<Object> bases(String question) {
        return row("Base (n)", cut -> tabulation.base(question + "-", cut.trait()));
    }

    private static List<Object> row(String label, ToIntFunction<Cut> figure) {
        List<Object> row = new ArrayList<>(List.of(label));
        Cut.banner().forEach(cut -> row.add(figure.applyAsInt(cut)));
        return row;
    }
}
