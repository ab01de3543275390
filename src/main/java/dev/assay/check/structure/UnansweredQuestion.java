package dev.assay.check.structure;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Given;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.checklist.Parameter;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Flags questions of the work order that a deliverable does not take up.
///
/// ## Why
///
/// A study is ordered to answer questions. The one that was hard to answer is the one that is missing from the report,
/// and nobody notices who does not lay the brief beside it.
///
/// ## Example
///
/// The brief asks "Q3. Which flavours would households buy again?" A report is flagged that neither names `Q3` (also as
/// "Question 3") nor has a passage with most of the question's words. One that prints the question with `n/a` or
/// nothing
/// below it is flagged too.
///
/// ```yaml
/// - id: brief-answered
///   check: unanswered-question
///   with: {source: brief}
///   requirement: Every question of the brief is answered.
/// ```
///
/// Questions are the reference's sentences that end in a question mark and its entries that begin with a number such as
/// `Q3.`, `RQ 3:`, `Objective 3:`, `Hypothesis 3:`. Without a reference, list them: `questions: ['Q3. Which …?']`.
///
/// ## What it does not do
///
/// It sees that a question is taken up, not whether the answer is right or enough: that is a person's to say. Where a
/// passage has some of a question's words but not most, it cannot be told. Words are compared by their beginnings, so
/// that "flavours" is found in "flavour".
public final class UnansweredQuestion implements Check {
    private static final double TAKEN_UP = 0.6;
    private static final double PERHAPS = 0.4;
    private static final int LEAST_WORDS = 2;
    private static final int LEAST_LETTERS = 4;
    private static final int STEM = 5;
    private static final int MOST = 500;
    private static final Pattern NUMBERED = Pattern.compile(
            "^\\s*(?<word>Q|RQ|KQ|H|Question|Research"
                    + " question|Objective|Hypothesis|Frage|Forschungsfrage|Ziel|Hypothese)"
                    + "\\s?(?<number>[0-9]{1,3}[a-z]?)\\s?[.:)\u2013-]?\\s+(?<text>\\S.{5,500})$",
            Pattern.CASE_INSENSITIVE);
    /// Pages run questions together.
    private static final Pattern ASKED_AGAIN = Pattern.compile("(?<=\\?)\\s+");
    private static final Pattern NOTHING =
            Pattern.compile("(?i)\\s*(?:n/?a\\.?|n\\.a\\.|tbd|tbc|none|nil|not applicable|keine"
                    + " angabe|k\\.\\s?a\\.|[-\u2013\u2014.\u2026?]*)\\s*");
    private static final Set<String> COMMON = Set.of(
            "what", "which", "that", "with", "from", "have", "does", "will", "would", "should", "could", "your",
            "their", "this", "these", "those", "when", "where", "whether", "into", "about", "there", "they", "them",
            "than", "been", "were", "most", "much", "many", "some", "other", "welche", "welcher", "welches", "werden",
            "haben", "nicht", "eine", "einer", "einem", "einen", "sind", "wird", "oder", "auch", "dass", "diese",
            "dieser", "wenn");

    private static final Kind KIND = new Kind(
            "unanswered-question",
            1,
            "0.1",
            Kind.Family.STRUCTURE,
            "Every question of the work order is answered.",
            List.of(
                    Parameter.of(
                            "source",
                            Parameter.Type.TEXT,
                            "brief",
                            "The id or kind of the reference that asks the questions."),
                    Parameter.optional(
                            "questions", Parameter.Type.TEXTS, "The questions themselves, in place of a reference.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<List<String>> references(Parameters parameters) {
        return parameters.texts("questions").isEmpty() ? List.of(List.of(parameters.text("source"))) : List.of();
    }

    @Override
    public Unread unread(Parameters parameters) {
        return Unread.MAY_HOLD_CONTENT;
    }

    /// A question.
    ///
    /// @param name   such as `q 3`, folded; empty where it has none
    /// @param number such as `3`; empty where it has none
    /// @param text   as it is asked
    private record Question(String name, String number, String text, Set<String> words) {
        static Question of(String text) {
            Matcher numbered = NUMBERED.matcher(text);
            boolean named = numbered.matches();
            String asked = named ? numbered.group("text") : text;
            return new Question(
                    named ? numbered.group("word").toLowerCase(Locale.ROOT) : "",
                    named ? numbered.group("number").toLowerCase(Locale.ROOT) : "",
                    text.strip(),
                    stems(asked));
        }

        /// Its number with any word that may stand before it: "Q3" is "Question 3".
        boolean isNamedIn(Set<String> names) {
            return !number.isEmpty() && names.contains(initial(name) + number);
        }
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        List<String> listed = parameters.texts("questions");
        List<Given> sources = inspection.references(parameters.text("source")).stream()
                .filter(given -> !given.readable().isEmpty())
                .toList();
        if (listed.isEmpty() && sources.isEmpty()) {
            return Given.absent(parameters.text("source"));
        }
        boolean quotable = !listed.isEmpty() || sources.stream().allMatch(Given::quotable);
        List<Question> questions = listed.isEmpty()
                ? asked(sources)
                : listed.stream().map(Question::of).toList();
        if (questions.isEmpty()) {
            return new Outcome.NotApplicable("The reference asks no questions.");
        }
        return answered(inspection, questions, quotable);
    }

    private static List<Question> asked(List<Given> sources) {
        Map<String, Question> questions = new LinkedHashMap<>();
        for (Given source : sources) {
            for (Inspection.ReadPart part : source.readable()) {
                Passages.shown(part.document())
                        .flatMap(span ->
                                ASKED_AGAIN.splitAsStream(part.document().text(span)))
                        .map(String::strip)
                        .filter(text ->
                                text.endsWith("?") || NUMBERED.matcher(text).matches())
                        .map(Question::of)
                        .filter(question -> question.words().size() >= LEAST_WORDS)
                        .limit(MOST)
                        .forEach(question -> questions.putIfAbsent(question.text(), question));
            }
        }
        return List.copyOf(questions.values());
    }

    private static Outcome answered(Inspection inspection, List<Question> questions, boolean quotable) {
        List<Text> texts = texts(inspection);
        Set<String> names = new HashSet<>();
        texts.forEach(text -> names.addAll(text.names()));
        Findings findings = new Findings(KIND);
        List<String> unsure = new ArrayList<>();
        for (Question question : questions) {
            Optional<Text> empty = texts.stream()
                    .filter(text -> text.emptyBelow() && share(question, text.words()) == 1)
                    .findFirst();
            double best = texts.stream()
                    .mapToDouble(text -> share(question, text.around()))
                    .max()
                    .orElse(0);
            if (empty.isPresent()) {
                findings.at(
                        empty.get().part(),
                        empty.get().block().span(),
                        "The question stands here without an answer.",
                        "Answer it, or say why it cannot be answered.");
            } else if (!question.isNamedIn(names) && best < PERHAPS) {
                findings.about(
                        "",
                        new Place.Whole(),
                        question.text(),
                        "This question is not taken up: " + shown(question, quotable) + ".",
                        "Answer it under its number or in its own words, or say why it cannot be answered.");
            } else if (!question.isNamedIn(names) && best < TAKEN_UP) {
                unsure.add(shown(question, quotable));
            }
        }
        if (findings.isEmpty() && !unsure.isEmpty()) {
            return new Outcome.CannotTell(
                    "Only some of the words of these questions are found together: " + String.join("; ", unsure) + ".",
                    Outcome.Cause.CONTENT);
        }
        return findings.outcome(
                "question without an answer|questions without an answer",
                questions.size() == 1
                        ? "The one question is taken up."
                        : "All " + questions.size() + " questions are taken up.");
    }

    /// A client's own wording is told only to those who may have it.
    private static String shown(Question question, boolean quotable) {
        return quotable
                ? "'" + question.text() + "'"
                : question.number().isEmpty()
                        ? "one of the client's reference, which is not quoted here"
                        : question.name() + " " + question.number();
    }

    private static double share(Question question, Set<String> words) {
        long found = question.words().stream().filter(words::contains).count();
        return question.words().isEmpty()
                ? 0
                : (double) found / question.words().size();
    }

    /// A passage.
    ///
    /// @param words      its own
    /// @param around     its own and those of the next
    /// @param names      questions that it names
    /// @param emptyBelow whether it asks and what follows says nothing
    private record Text(
            Inspection.ReadPart part,
            Block block,
            Set<String> words,
            Set<String> around,
            Set<String> names,
            boolean emptyBelow) {}

    private static final Pattern NAMED = Pattern.compile(
            "\\b(q|rq|kq|h|question|research question|objective|hypothesis|frage|forschungsfrage|ziel|hypothese)"
                    + "[ \\u00A0]?([0-9]{1,3}[a-z]?)\\b",
            Pattern.CASE_INSENSITIVE);

    private static List<Text> texts(Inspection inspection) {
        List<Text> texts = new ArrayList<>();
        for (Inspection.ReadPart part : inspection.readable()) {
            Document document = part.document();
            List<Block> body = document.layer(Layer.BODY).toList();
            List<Set<String>> words =
                    body.stream().map(block -> stems(document.text(block))).toList();
            for (int i = 0; i < body.size(); i++) {
                String text = document.text(body.get(i));
                boolean last = i + 1 == body.size();
                boolean asks = text.strip().endsWith("?");
                String below = last ? "" : document.text(body.get(i + 1));
                boolean empty =
                        asks && (last || NOTHING.matcher(below).matches() || isClosed(body.get(i), body.get(i + 1)));
                Set<String> around = new HashSet<>(words.get(i));
                if (!last) {
                    around.addAll(words.get(i + 1));
                }
                texts.add(new Text(part, body.get(i), words.get(i), around, names(text), empty));
            }
        }
        return texts;
    }

    /// Whether nothing can stand under a heading, because the next one is no deeper.
    private static boolean isClosed(Block asked, Block next) {
        return asked instanceof Block.Heading heading
                && next instanceof Block.Heading other
                && other.level() <= heading.level();
    }

    private static Set<String> names(String text) {
        Set<String> names = new HashSet<>();
        Matcher matcher = NAMED.matcher(text);
        while (matcher.find()) {
            names.add(initial(matcher.group(1)) + matcher.group(2).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /// What kind of question a word stands for.
    private static String initial(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "q", "question", "frage", "rq", "kq", "research question", "forschungsfrage" -> "q";
            case "h", "hypothesis", "hypothese" -> "h";
            default -> "o";
        };
    }

    /// The beginnings of the words that tell one question from another.
    private static Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        for (String word : SourceWords.words(text)) {
            if (word.length() >= LEAST_LETTERS && !COMMON.contains(word)) {
                stems.add(word.length() <= STEM ? word : word.substring(0, STEM));
            }
        }
        return stems;
    }
}
