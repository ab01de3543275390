package dev.assay.check.structure;

import dev.assay.check.FoldedText;
import dev.assay.check.Inspection;
import dev.assay.document.Document;
import dev.assay.document.Span;
import dev.assay.document.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// One running text of a document's passages in which phrases are looked for, also across paragraphs, columns
/// and page ends.
final class PhraseSearch {
    /// How many places that share most words with a phrase are compared word by word.
    private static final int MOST_COMPARED = 8;

    private static final int LONGEST_COMPARED = 400;
    /// Words that turn a sentence round: a wording that differs in one of them is another.
    private static final Set<String> TURNING = Set.of(
            "not",
            "no",
            "never",
            "without",
            "nor",
            "neither",
            "cannot",
            "except",
            "unless",
            "nicht",
            "kein",
            "keine",
            "keinen",
            "keiner",
            "ohne",
            "nie",
            "au\u00DFer",
            "niemals");

    private static final Pattern NUMBER = Pattern.compile("\\d");

    private final Inspection.ReadPart part;
    private final String text;
    private final FoldedText plain;
    private final FoldedText cased;
    private final List<Integer> joints = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Span> words;
    private final List<String> folded;

    /// @param passages where to look, in order
    PhraseSearch(Inspection.ReadPart part, List<Span> passages) {
        this.part = part;
        StringBuilder joined = new StringBuilder();
        for (Span passage : passages) {
            joints.add(joined.length());
            starts.add(passage.start());
            joined.append(part.document().text(passage)).append('\n');
        }
        text = joined.toString();
        plain = FoldedText.of(text, false);
        cased = FoldedText.of(text, true);
        words = Words.spans(text);
        folded = words.stream().map(span -> word(text, span)).toList();
    }

    Inspection.ReadPart part() {
        return part;
    }

    /// Whether the phrase stands there as it is; white space, line breaks, curly or straight quotes make no
    /// difference.
    boolean holds(String phrase, boolean matchCase) {
        return (matchCase ? cased : plain).holds(FoldedText.of(phrase.strip(), matchCase));
    }

    /// A passage that comes close to a phrase.
    ///
    /// @param edits   words to be put in, left out or replaced
    /// @param length  words of the phrase
    /// @param turning whether a number or a word that turns the sense is among them
    record Near(Span span, String text, int edits, int length, boolean turning) {
        /// Edits per hundred words of the phrase.
        int percent() {
            return (int) Math.ceil(edits * 100.0 / length);
        }
    }

    /// The passage that comes closest to a phrase, if it shares at least half of its words.
    Optional<Near> nearest(String phrase) {
        List<Span> spans = Words.spans(phrase);
        List<String> sought = spans.stream()
                .map(span -> word(phrase, span))
                .limit(LONGEST_COMPARED)
                .toList();
        if (sought.isEmpty() || folded.isEmpty()) {
            return Optional.empty();
        }
        return candidates(sought).stream()
                .map(start -> compared(sought, start))
                .min(Comparator.comparingInt(Near::edits))
                .filter(near -> near.edits() * 2 <= near.length());
    }

    /// Where windows of the phrase's length share most words with it, counted while the window moves on.
    private List<Integer> candidates(List<String> sought) {
        Map<String, Integer> wanted = new HashMap<>();
        sought.forEach(word -> wanted.merge(word, 1, Integer::sum));
        Map<String, Integer> held = new HashMap<>();
        int window = sought.size();
        int shared = 0;
        List<int[]> best = new ArrayList<>();
        for (int end = 0; end < folded.size(); end++) {
            String in = folded.get(end);
            if (held.merge(in, 1, Integer::sum) <= wanted.getOrDefault(in, 0)) {
                shared++;
            }
            if (end >= window) {
                String out = folded.get(end - window);
                if (held.merge(out, -1, Integer::sum) < wanted.getOrDefault(out, 0)) {
                    shared--;
                }
            }
            offer(best, shared, Math.max(0, end - window + 1));
        }
        return best.stream().map(each -> each[1]).toList();
    }

    private static void offer(List<int[]> best, int shared, int start) {
        if (best.size() == MOST_COMPARED && best.getLast()[0] >= shared) {
            return;
        }
        int at = best.size();
        while (at > 0 && best.get(at - 1)[0] < shared) {
            at--;
        }
        best.add(at, new int[] {shared, start});
        if (best.size() > MOST_COMPARED) {
            best.removeLast();
        }
    }

    /// Compares the phrase with the words from a place on, with a little room before and behind: the fewest edits
    /// (Levenshtein 1966) to a stretch that may begin and end anywhere there (Sellers 1980).
    private Near compared(List<String> sought, int start) {
        int room = Math.max(2, sought.size() / 4);
        int from = Math.max(0, start - room);
        int to = Math.min(folded.size(), start + sought.size() + room);
        List<String> there = folded.subList(from, to);
        int[][] edits = new int[sought.size() + 1][there.size() + 1];
        for (int i = 1; i <= sought.size(); i++) {
            edits[i][0] = i;
            for (int j = 1; j <= there.size(); j++) {
                int replaced = edits[i - 1][j - 1] + (sought.get(i - 1).equals(there.get(j - 1)) ? 0 : 1);
                edits[i][j] = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
            }
        }
        int end = 0;
        for (int j = 1; j <= there.size(); j++) {
            if (edits[sought.size()][j] < edits[sought.size()][end]) {
                end = j;
            }
        }
        return traced(sought, there, edits, end, from);
    }

    private Near traced(List<String> sought, List<String> there, int[][] edits, int end, int from) {
        boolean turning = false;
        int i = sought.size();
        int j = end;
        while (i > 0) {
            boolean same = j > 0 && sought.get(i - 1).equals(there.get(j - 1));
            if (j > 0 && edits[i][j] == edits[i - 1][j - 1] + (same ? 0 : 1)) {
                turning |= !same && (turns(sought.get(i - 1)) || turns(there.get(j - 1)));
                i--;
                j--;
            } else if (edits[i][j] == edits[i - 1][j] + 1) {
                turning |= turns(sought.get(i - 1));
                i--;
            } else {
                turning |= turns(there.get(j - 1));
                j--;
            }
        }
        int first = Math.min(from + j, words.size() - 1);
        int last = Math.max(first, from + end - 1);
        Span span = new Span(words.get(first).start(), words.get(last).end());
        String found = text.substring(span.start(), span.end()).replaceAll("\\s+", " ");
        return new Near(inDocument(span), found, edits[sought.size()][end], sought.size(), turning);
    }

    /// The stretch's beginning in the document; its end where it lies in the same passage.
    private Span inDocument(Span span) {
        int low = 0;
        int high = joints.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (joints.get(middle) <= span.start()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int next = low + 1 < joints.size() ? joints.get(low + 1) - 1 : text.length() - 1;
        int shift = starts.get(low) - joints.get(low);
        return new Span(span.start() + shift, Math.min(span.end(), next) + shift);
    }

    private static boolean turns(String word) {
        return TURNING.contains(word)
                || word.endsWith("n't")
                || NUMBER.matcher(word).find();
    }

    private static String word(String text, Span span) {
        return FoldedText.of(text.substring(span.start(), span.end()), false)
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    /// The passages of the sections with a title; empty where there is no such section.
    static Optional<List<Span>> inSections(Document document, WantedTitle title, List<Span> passages) {
        List<Span> sections = document.sections().stream()
                .filter(section -> title.isMetBy(section.title()))
                .map(section -> new Span(
                        section.heading().span().start(),
                        section.blocks().isEmpty()
                                ? section.heading().span().end()
                                : section.blocks().getLast().span().end()))
                .toList();
        return sections.isEmpty()
                ? Optional.empty()
                : Optional.of(passages.stream()
                        .filter(passage -> sections.stream().anyMatch(section -> section.contains(passage)))
                        .toList());
    }

    /// The first passages of a document up to a number of words.
    static List<Span> beginning(Document document, List<Span> passages, OptionalInt words) {
        if (words.isEmpty()) {
            return passages;
        }
        List<Span> first = new ArrayList<>();
        int count = 0;
        for (Span passage : passages) {
            if (count >= words.getAsInt()) {
                break;
            }
            first.add(passage);
            count += Words.count(document.text(passage));
        }
        return first;
    }
}
