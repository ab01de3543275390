package dev.assay.lab.samples;

import java.util.List;
import java.util.function.UnaryOperator;

/// Counts interviews: the figures of every table, chart and sentence about the tracker.
final class Tabulation {
    private final List<Respondent> interviews;
    private final List<Measure> measures;

    Tabulation(List<Respondent> interviews, List<Measure> measures) {
        this.interviews = List.copyOf(interviews);
        this.measures = List.copyOf(measures);
    }

    List<Measure> question(String question) {
        return measures.stream()
                .filter(measure -> measure.question().equals(question))
                .toList();
    }

    int count(String trait, String cut) {
        return (int) interviews.stream()
                .filter(respondent -> respondent.is(trait) && respondent.is(cut))
                .count();
    }

    /// How many were asked.
    int base(String trait, String cut) {
        return count(trait.startsWith("recommend-") ? "bought-harrowgate" : "all", cut);
    }

    /// Per cent of those asked, rounded half up.
    int percent(String trait, String cut) {
        int base = base(trait, cut);
        return (200 * count(trait, cut) + base) / (2 * base);
    }

    /// Promoters less detractors in points, rounded once.
    int netPromoters(String cut) {
        int difference = count("recommend-promoter", cut) - count("recommend-detractor", cut);
        return Math.toIntExact(Math.round(100.0 * difference / base("recommend-promoter", cut)));
    }

    /// Reads the figures a manuscript names: `aware-botanic` or `aware-botanic@age-18` in per cent, `n
    /// aware-botanic` as a count, `wave-11 aware-botanic`, `change aware-botanic` in points, `nps all`, `day 0`
    /// the interviews of the first day.
    UnaryOperator<String> figures() {
        return this::figure;
    }

    private String figure(String name) {
        int space = name.indexOf(' ');
        String word = space < 0 ? "" : name.substring(0, space);
        String rest = name.substring(space + 1);
        int at = rest.indexOf('@');
        String trait = at < 0 ? rest : rest.substring(0, at);
        String cut = at < 0 ? "all" : rest.substring(at + 1);
        return switch (word) {
            case "" -> Integer.toString(percent(known(trait), cut));
            case "n" -> Numerals.grouped(count(known(trait), cut));
            case "wave-11" -> Integer.toString(previous(trait));
            case "change" -> Numerals.signed(percent(trait, "all") - previous(trait));
            case "day" -> Integer.toString(held(Integer.parseInt(trait)));
            case "nps" -> Numerals.signed(netPromoters(trait));
            default -> throw new IllegalArgumentException("No such figure: {" + name + "}");
        };
    }

    /// How many interviews were held on a day of fieldwork, counted from 0.
    private int held(int day) {
        return (int) interviews.stream()
                .filter(respondent -> respondent.interviewed().equals(Survey.FIRST_DAY.plusDays(day)))
                .count();
    }

    private int previous(String trait) {
        return measures.stream()
                .filter(measure -> measure.trait().equals(trait))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such measure: " + trait))
                .previous();
    }

    private String known(String trait) {
        if (count(trait, "all") == 0) {
            throw new IllegalArgumentException("No interview has the trait " + trait);
        }
        return trait;
    }
}
