package dev.assay.lab.bench;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.priorwork.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// The words of the benchmark's texts: English stop words, made-up words in four forms each that stem as English
/// words do, and figures. Words are numbers here; [#text] spells them out.
final class Lexicon {
    /// Ends a sentence.
    static final int STOP = -1;

    private static final int LEXEMES = 40_000;
    private static final int FORMS = 4;
    private static final int FIGURES = 20_000;
    private static final String[] ENDINGS = {"", "s", "ed", "ing"};
    private static final String[] ONSETS = {
        "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "br", "cl", "dr", "pl", "pr", "st", "tr",
        "sp", "gr"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ai", "ea", "ou"};
    private static final String[] CODAS = {"n", "r", "l", "t", "m", "nd", "rt", "ck", "nt", "st", "p", "rm"};

    /// The most frequent first.
    private static final String[] STOP_WORDS = ("the of and to in a is that for it was on are as with they be at this"
                    + " have from or by but not what all were we when your there which their if will other about then"
                    + " them these so some her would him into has more no than been its who did down only over after"
                    + " most very through where before between own under same our how both during each few while"
                    + " because until against further once here why too again below above off any nor being he she"
                    + " his had do i you my me does should could")
            .split(" ");

    private final String[] forms;
    private final String[] stems;
    private final boolean[] content;

    Lexicon() {
        List<String> all = new ArrayList<>(List.of(STOP_WORDS));
        all.addAll(madeUp());
        for (int i = 0; i < FIGURES; i++) {
            all.add(i % 3 == 0 ? i / 100 + "." + i % 100 : Integer.toString(i));
        }
        this.forms = all.toArray(String[]::new);
        Tokens tokens = tokens(String.join(" ", all));
        if (tokens.size() != forms.length) {
            throw new IllegalStateException("A word of the benchmark is not one word");
        }
        this.stems = new String[forms.length];
        this.content = new boolean[forms.length];
        for (int i = 0; i < forms.length; i++) {
            stems[i] = tokens.get(i).stem();
            content[i] = tokens.get(i).content();
        }
    }

    private static List<String> madeUp() {
        SplittableRandom random = new SplittableRandom(1);
        Set<String> taken = new HashSet<>(List.of(STOP_WORDS));
        List<String> words = new ArrayList<>();
        while (words.size() < LEXEMES * FORMS) {
            StringBuilder base = new StringBuilder();
            int syllables = 1 + random.nextInt(3);
            for (int i = 0; i <= syllables; i++) {
                base.append(any(random, ONSETS)).append(any(random, VOWELS));
            }
            base.append(any(random, CODAS));
            if (taken.add(base.toString())) {
                for (String ending : ENDINGS) {
                    words.add(base + ending);
                }
            }
        }
        return words;
    }

    private static String any(SplittableRandom random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    /// How many words there are that are neither stop words nor figures, all forms of one counted as one.
    static int lexemes() {
        return LEXEMES;
    }

    static int stopWords() {
        return STOP_WORDS.length;
    }

    /// A form of a word by the word's rank.
    static int form(int rank, int form) {
        return STOP_WORDS.length + rank * FORMS + form;
    }

    static int figure(int number) {
        return STOP_WORDS.length + LEXEMES * FORMS + Math.floorMod(number, FIGURES);
    }

    boolean isContent(int word) {
        return content[word];
    }

    String stem(int word) {
        return stems[word];
    }

    /// Words as a person would type them.
    String text(int[] words) {
        StringBuilder text = new StringBuilder();
        boolean first = true;
        for (int word : words) {
            if (word == STOP) {
                text.append('.');
                first = true;
            } else {
                String form = forms[word];
                text.append(text.isEmpty() ? "" : " ")
                        .append(first ? Character.toUpperCase(form.charAt(0)) + form.substring(1) : form);
                first = false;
            }
        }
        return text.toString();
    }

    /// A text's words as the product compares them.
    static Tokens tokens(String text) {
        return Tokens.of(
                new Document(
                        "text/plain",
                        text,
                        List.of(new Block.Paragraph(
                                new Span(0, text.length()), new Place.Paragraph(1, List.of()), Layer.BODY)),
                        List.of(),
                        List.of(),
                        List.of(),
                        "bench 1"),
                "en");
    }
}
