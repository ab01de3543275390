package dev.assay.intake.identify;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What names of files call the roles of deliverables, and which formats each usually has.
final class RoleWords {
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}]+");

    /// Each with the words that mean the same; the first is the role's usual name.
    private static final List<List<String>> SAME = List.of(
            List.of("report", "bericht", "rapport", "informe"),
            List.of("deck", "slides", "presentation", "pr\u00e4sentation", "folien"),
            List.of("tables", "tabs", "crosstabs", "tabulations", "tabellen"),
            List.of("data", "dataset", "datafile", "daten"),
            List.of("appendix", "annex", "appendices", "annexes", "anhang", "annexe"),
            List.of("questionnaire", "fragebogen"),
            List.of("codebook", "codeplan", "datamap"),
            List.of("model", "modell"),
            List.of("summary", "abstract", "zusammenfassung"),
            List.of("manuscript", "paper"),
            List.of("memo", "memorandum"),
            List.of("notes", "readme"));

    private static final Map<String, Set<String>> FORMATS = Map.of(
            "deck", Set.of("pptx", "ppt", "odp", "key"),
            "tables", Set.of("xlsx", "xls", "xlsm", "xlsb", "ods"),
            "model", Set.of("xlsx", "xls", "xlsm", "xlsb", "ods"),
            "data", Set.of("csv", "tsv", "sav", "json", "parquet"));

    private RoleWords() {}

    /// The usual roles, to be found in names where nothing is expected in particular.
    static List<String> usual() {
        return SAME.stream().map(List::getFirst).toList();
    }

    /// Those of some roles that a word of the name stands for.
    static List<String> named(String name, List<String> roles) {
        int dot = name.lastIndexOf('.');
        Set<String> words = new HashSet<>(List.of(
                BREAK.split(Normalizer.normalize(dot < 0 ? name : name.substring(0, dot), Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT))));
        List<String> named = new ArrayList<>();
        for (String role : roles) {
            if (same(role).stream().anyMatch(words::contains)) {
                named.add(role);
            }
        }
        return named;
    }

    /// Those of some roles that usually have the name's format.
    static List<String> formed(String name, List<String> roles) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return roles.stream()
                .filter(role ->
                        FORMATS.getOrDefault(same(role).getFirst(), Set.of()).contains(ending))
                .toList();
    }

    private static List<String> same(String role) {
        return SAME.stream().filter(words -> words.contains(role)).findFirst().orElse(List.of(role));
    }
}
