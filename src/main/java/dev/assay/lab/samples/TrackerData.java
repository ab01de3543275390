package dev.assay.lab.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tracker's interviews as a data file with its codebook and a manifest, in one package.
final class TrackerData {
    private static final String DATA = "HB-102-data-wave-12.csv";
    private static final String CODEBOOK = "HB-102-codebook-wave-12.csv";
    private static final List<String> BRANDS =
            List.of("harrowgate", "botanic", "fenwicks", "alder", "cobalt", "marlow");
    private static final List<String> USUAL =
            List.of("harrowgate", "fenwicks", "alder", "cobalt", "marlow", "another", "none");
    private static final Map<String, String> BRAND_NAMES = Map.of(
            "harrowgate", "Harrowgate",
            "botanic", "Harrowgate Botanic",
            "fenwicks", "Fenwick's",
            "alder", "Alder Spring",
            "cobalt", "Cobalt",
            "marlow", "Marlow & Pike");

    private TrackerData() {}

    /// The package as it is delivered.
    static byte[] zip(List<Respondent> interviews) throws IOException {
        byte[] data = data(interviews).getBytes(StandardCharsets.UTF_8);
        byte[] codebook = codebook().getBytes(StandardCharsets.UTF_8);
        String manifest = """
            work-order: hb-102
            deliverable: data
            parts:
              - path: %s
                role: data
                sha256: %s
              - path: %s
                role: codebook
                sha256: %s
            declarations:
              tools-declared: "Cleaning and tabulation in our own scripts, version 5.2. No generative tools."
            """.formatted(DATA, sha256(data), CODEBOOK, sha256(codebook));
        return StoredZip.of(
                Map.of("manifest.yaml", manifest.getBytes(StandardCharsets.UTF_8), DATA, data, CODEBOOK, codebook));
    }

    static String data(List<Respondent> interviews) {
        List<String> variables =
                variables().stream().map(variable -> variable.get(0)).toList();
        return Stream.concat(
                        Stream.of(String.join(",", variables)),
                        interviews.stream().map(TrackerData::record))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String record(Respondent respondent) {
        List<String> fields = new ArrayList<>();
        fields.add(String.format(Locale.ROOT, "HB12-%04d", respondent.number()));
        fields.add("12");
        fields.add(respondent.interviewed().toString());
        fields.add(code(respondent, Cut.REGIONS.stream().map(Cut::trait).toList()));
        fields.add(code(respondent, Cut.AGES.stream().map(Cut::trait).toList()));
        fields.add(code(respondent, Cut.SEXES.stream().map(Cut::trait).toList()));
        fields.add(code(respondent, answers("frequency", List.of("weekly", "fortnightly", "monthly", "rarely"))));
        for (String question : List.of("aware", "consider", "bought")) {
            answers(question, BRANDS).forEach(trait -> fields.add(respondent.is(trait) ? "1" : "0"));
        }
        fields.add(code(respondent, answers("usual", USUAL)));
        fields.add(code(respondent, answers("recall", List.of("yes", "no", "unsure"))));
        fields.add(recommendation(respondent));
        return String.join(",", fields);
    }

    private static List<String> answers(String question, List<String> answers) {
        return answers.stream().map(answer -> question + "-" + answer).toList();
    }

    private static String code(Respondent respondent, List<String> traits) {
        for (int code = 1; code <= traits.size(); code++) {
            if (respondent.is(traits.get(code - 1))) {
                return Integer.toString(code);
            }
        }
        throw new IllegalStateException("Interview " + respondent.number() + " has none of " + traits);
    }

    /// 0 to 10 within the respondent's group; empty where the question was not asked.
    private static String recommendation(Respondent respondent) {
        int spread = respondent.number() * 7;
        if (respondent.is("recommend-promoter")) {
            return Integer.toString(9 + spread % 2);
        }
        if (respondent.is("recommend-passive")) {
            return Integer.toString(7 + spread % 2);
        }
        return respondent.is("recommend-detractor") ? Integer.toString(spread % 5 + spread % 3) : "";
    }

    static String codebook() {
        return Stream.concat(
                        Stream.of("variable,label,type,codes"),
                        variables().stream()
                                .map(variable -> variable.stream()
                                        .map(TrackerData::quoted)
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String quoted(String field) {
        return field.contains(",") || field.contains(";") ? '"' + field + '"' : field;
    }

    /// Name, label, type and codes of each variable, in the order of the data file.
    private static List<List<String>> variables() {
        List<List<String>> variables = new ArrayList<>(List.of(
                List.of("respondent_id", "Identifier of the interview, unique", "text", "HB12-0001 to HB12-1200"),
                List.of("wave", "Wave of the tracker", "number", "12"),
                List.of("interview_date", "Day of the interview", "date", "2026-10-05 to 2026-10-18"),
                List.of("region", "Region of residence", "code", codes(Cut.REGIONS)),
                List.of("age_band", "Age in years", "code", codes(Cut.AGES)),
                List.of("sex", "Sex", "code", codes(Cut.SEXES)),
                List.of(
                        "q1_frequency",
                        "How often buys soft drinks meant for adults",
                        "code",
                        "1 = once a week or more; 2 = two or three times a month; 3 = about once a month; 4 ="
                                + " less often")));
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("q2_aware_", "Has heard of ");
        questions.put("q3_consider_", "Would consider ");
        questions.put("q4_bought_", "Bought in the past four weeks: ");
        questions.forEach((name, label) -> BRANDS.forEach(brand -> variables.add(
                List.of(name + brand, label + BRAND_NAMES.get(brand), "code", "0 = not selected; 1 = selected"))));
        variables.add(List.of(
                "q5_usual_brand",
                "Brand bought most often",
                "code",
                "1 = Harrowgate; 2 = Fenwick's; 3 = Alder Spring; 4 = Cobalt; 5 = Marlow & Pike; 6 = another brand;"
                        + " 7 = no usual brand"));
        variables.add(List.of("q6_recall", "Recall of Slow Evenings", "code", "1 = yes; 2 = no; 3 = don't know"));
        variables.add(List.of(
                "q7_recommend",
                "Likelihood to recommend Harrowgate, asked where q4_bought_harrowgate = 1",
                "number",
                "0 to 10; empty = not asked"));
        return variables;
    }

    private static String codes(List<Cut> cuts) {
        return Stream.iterate(0, i -> i < cuts.size(), i -> i + 1)
                .map(i -> (i + 1) + " = " + cuts.get(i).label())
                .collect(Collectors.joining("; "));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
