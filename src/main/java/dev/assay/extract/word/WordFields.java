package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The fields of a text document: which text is a field's instruction, and what instructions reach outside.
final class WordFields {
    private static final int LONGEST = 4_000;
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Deque<Field> open = new ArrayDeque<>();

    /// Follows `w:fldChar`.
    void mark(String type, Place place, DocumentDraft draft) {
        if (type.equals("begin")) {
            open.push(new Field());
        } else if (!open.isEmpty()) {
            Field field = type.equals("end") ? open.pop() : open.element();
            if (!field.told) {
                tell(field.instruction.toString(), place, draft);
            }
            field.told = true;
        }
    }

    /// Takes a piece of an instruction.
    void instruction(String text) {
        if (!open.isEmpty() && open.element().instruction.length() < LONGEST) {
            open.element().instruction.append(text);
        }
    }

    /// Whether what comes now belongs to an instruction and is therefore not shown.
    boolean inInstruction() {
        return open.stream().anyMatch(field -> !field.told);
    }

    /// Records what an instruction reaches outside the file.
    static void tell(String instruction, Place place, DocumentDraft draft) {
        List<String> words = words(instruction);
        if (words.isEmpty()) {
            return;
        }
        switch (words.getFirst().toUpperCase(Locale.ROOT)) {
            case "HYPERLINK", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "RD" ->
                link(kind(words.getFirst()), words, 1, place, draft);
            case "LINK" -> link(Fact.ExternalLink.Kind.OBJECT, words, 2, place, draft);
            case "DDE", "DDEAUTO" ->
                draft.fact(new Fact.ActiveContent(
                        Fact.ActiveContent.Kind.DDE, String.join(" ", words.subList(1, words.size())), place));
            default -> {}
        }
    }

    private static Fact.ExternalLink.Kind kind(String field) {
        return switch (field.toUpperCase(Locale.ROOT)) {
            case "HYPERLINK" -> Fact.ExternalLink.Kind.HYPERLINK;
            case "INCLUDEPICTURE", "IMPORT" -> Fact.ExternalLink.Kind.MEDIA;
            default -> Fact.ExternalLink.Kind.OBJECT;
        };
    }

    private static void link(
            Fact.ExternalLink.Kind kind, List<String> words, int index, Place place, DocumentDraft draft) {
        boolean target = words.size() > index && !words.get(index).matches("\\\\[a-z*]");
        if (target && !words.get(index).isBlank()) {
            draft.fact(new Fact.ExternalLink(kind, words.get(index).replace("\\\\", "\\"), place));
        }
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
        private boolean told;
    }
}
