package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields of a flow of text: which text is a field's instruction and which its result, and what instructions
/// refer to, inside the file and outside.
final class WordFields {
    private static final int LONGEST = 4_000;
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final WordSource shared;
    private final Deque<Field> open = new ArrayDeque<>();
    private final Deque<Field> instructed = new ArrayDeque<>();

    WordFields(WordSource shared) {
        this.shared = shared;
    }

    /// Begins a field.
    ///
    /// @param gone whether it lies in deleted text, and is no field of the document any more
    void begin(WordParagraph paragraph, boolean gone) {
        Field field = new Field(paragraph.place(), gone);
        open.push(field);
        instructed.push(field);
        if (!gone) {
            shared.late()
                    .add(
                            field.start,
                            field.end,
                            span -> new Fact.Field(field.instruction.toString().strip(), span, field.place));
        }
    }

    /// Ends the instruction of the field begun last: what follows is its result.
    void separate(WordParagraph paragraph) {
        if (!open.isEmpty()) {
            told(open.element(), paragraph);
        }
    }

    /// Ends the field begun last.
    void end(WordParagraph paragraph) {
        if (open.isEmpty()) {
            return;
        }
        Field field = open.pop();
        told(field, paragraph);
        paragraph.text().mark(field.end);
        boolean counts = field.words.size() > 1 && field.words.getFirst().equalsIgnoreCase("SEQ");
        if (counts && !field.gone && field.paragraph == paragraph) {
            paragraph.sequence(field.words.get(1), field.from);
        }
        WordFormField form = field.form;
        if (form != null && !field.gone) {
            shared.late().add(field.start, field.end, span -> form.fact(WordControl.value(span, shared), field.place));
        }
    }

    private void told(Field field, WordParagraph paragraph) {
        if (field.told) {
            return;
        }
        instructed.pop();
        field.told = true;
        field.words = words(field.instruction.toString());
        field.paragraph = paragraph;
        field.from = paragraph.text().length();
        paragraph.text().mark(field.start);
        if (!field.gone && instructed.isEmpty()) {
            paragraph.append(field.form == null ? shownByItself(field.words) : field.form.shown());
        }
        tell(field);
    }

    /// Takes what the form field begun last asks for.
    void form(WordFormField form) {
        if (!open.isEmpty()) {
            open.element().form = form;
        }
    }

    /// Takes a piece of an instruction.
    void instruction(String text) {
        if (!open.isEmpty()) {
            open.element().add(text);
        }
    }

    /// Whether what comes now belongs to an instruction and is therefore not shown.
    boolean inInstruction() {
        return !instructed.isEmpty();
    }

    /// Takes text shown by a field inside another's instruction, of which it is a part.
    ///
    /// @return whether it was that
    boolean nested(String words) {
        boolean inside = !open.isEmpty() && open.element().told && !instructed.isEmpty();
        return inside && instructed.element().add(words);
    }

    /// What a button shows: it has no result, its own words are shown.
    private static String shownByItself(List<String> words) {
        boolean button = words.size() > 2
                && (words.getFirst().equalsIgnoreCase("MACROBUTTON")
                        || words.getFirst().equalsIgnoreCase("GOTOBUTTON"));
        return button ? String.join(" ", words.subList(2, words.size())) : "";
    }

    /// Records what an instruction refers to.
    private void tell(Field field) {
        List<String> words = field.words;
        if (words.isEmpty()) {
            return;
        }
        switch (words.getFirst().toUpperCase(Locale.ROOT)) {
            case "HYPERLINK" -> {
                link(Fact.ExternalLink.Kind.HYPERLINK, words, 1, field);
                inside(words, field);
            }
            case "INCLUDEPICTURE", "IMPORT" -> link(Fact.ExternalLink.Kind.MEDIA, words, 1, field);
            case "INCLUDETEXT", "INCLUDE", "RD" -> link(Fact.ExternalLink.Kind.OBJECT, words, 1, field);
            case "LINK" -> link(Fact.ExternalLink.Kind.OBJECT, words, 2, field);
            case "REF", "PAGEREF", "NOTEREF", "FTNREF", "GOTOBUTTON" -> refer(words, field);
            case "SET", "ASK" -> shared.links().name(words.size() > 1 ? words.get(1) : "");
            case "DDE", "DDEAUTO" ->
                shared.draft()
                        .fact(new Fact.ActiveContent(
                                Fact.ActiveContent.Kind.DDE,
                                String.join(" ", words.subList(1, words.size())),
                                field.place));
            default -> {}
        }
    }

    /// A link with a place but no file leads to that place in this one.
    private void inside(List<String> words, Field field) {
        int at = words.indexOf("\\l");
        boolean noFile =
                words.size() < 2 || isSwitch(words.get(1)) || words.get(1).isBlank();
        if (noFile && at > 0 && at + 1 < words.size() && !field.gone) {
            shared.links().to(words.get(at + 1), field.place);
        }
    }

    private void refer(List<String> words, Field field) {
        if (words.size() > 1 && !isSwitch(words.get(1)) && !field.gone) {
            shared.links().to(words.get(1), field.place);
        }
    }

    private void link(Fact.ExternalLink.Kind kind, List<String> words, int index, Field field) {
        boolean target = words.size() > index && !isSwitch(words.get(index));
        if (target && !words.get(index).isBlank()) {
            shared.draft().fact(new Fact.ExternalLink(kind, words.get(index).replace("\\\\", "\\"), field.place));
        }
    }

    private static boolean isSwitch(String word) {
        return word.length() == 2 && word.charAt(0) == '\\';
    }

    private static List<String> words(String instruction) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(instruction);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private final Mark start = new Mark();
        private final Mark end = new Mark();
        private final Place place;
        private final boolean gone;
        private List<String> words = List.of();
        private @Nullable WordParagraph paragraph;
        private @Nullable WordFormField form;
        private int from;
        private boolean told;

        private Field(Place place, boolean gone) {
            this.place = place;
            this.gone = gone;
        }

        private boolean add(String text) {
            int room = LONGEST - instruction.length();
            instruction.append(text, 0, Math.min(room, text.length()));
            return text.length() <= room;
        }
    }
}
