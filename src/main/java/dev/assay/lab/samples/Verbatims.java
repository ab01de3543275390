package dev.assay.lab.samples;

import dev.assay.lab.samples.WorkbookWriter.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The open answers of the concept test.
///
/// Delivered with a mistake: in the column of the interviewers' notes stand the mobile numbers of fourteen respondents
/// who agreed to be called back. The numbers are of the range that Ofcom keeps for drama.
final class Verbatims {
    private static final int CALLED_BACK = 14;
    private static final int EVERY = 3;

    private static final List<String> ANSWERS = List.of(
            "Something for when the children are in bed.",
            "I like that it is not too sweet, and it looks grown up.",
            "Rye is for bread. I would not try it.",
            "Reminds me of the cordial my aunt made, only drier.",
            "I would order it in a pub instead of a third shandy.",
            "Too dear for what it is.",
            "Nice bottle, but I do not understand what it tastes of.",
            "It sounds like a drink for an evening off.",
            "Elderflower yes, rye no.",
            "I would try it once, if it were chilled.",
            "My husband would buy it for guests.",
            "It says relaxed without saying alcohol, which I like.",
            "I have no idea where I would find it in the shop.",
            "The picture makes me thirsty.");
    private static final List<String> NOTES = List.of(
            "answered at once", "read the card twice", "interview broken off and resumed", "spoke of her sister");

    private Verbatims() {}

    static List<Sheet> sheets() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("Respondent", "Concept", "Age group", "Open answer", "Interviewer's note"));
        int called = 0;
        for (int i = 0; i < EVERY * ANSWERS.size(); i++) {
            String note = NOTES.get(i % NOTES.size());
            if (i % EVERY == 1 && called < CALLED_BACK) {
                note = String.format(Locale.ROOT, "may be called back, mobile 07700 900%03d", 112 + 17 * called);
                called++;
            }
            rows.add(List.of(
                    String.format(Locale.ROOT, "R%03d", 201 + i),
                    List.of("A", "B", "C").get(i % EVERY),
                    i % 2 == 0 ? "18 to 34" : "35 to 49",
                    ANSWERS.get(i % ANSWERS.size()),
                    note));
        }
        return List.of(new Sheet(
                "Verbatims",
                List.of(
                        "HB-103 Concept test: why they would or would not buy, word for word",
                        "Question 8. Why do you say that?"),
                List.of(rows),
                List.of("Answers are as typed or spoken; spelling is corrected.")));
    }
}
