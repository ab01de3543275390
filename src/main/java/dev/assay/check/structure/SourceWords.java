package dev.assay.check.structure;

import dev.assay.check.FoldedText;
import dev.assay.check.Given;
import dev.assay.check.Inspection;
import dev.assay.document.Span;
import dev.assay.document.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words of references, to look up where others stand among them; case, punctuation and layout do not count.
final class SourceWords {
    private static final int GRAM = 3;
    private static final int MOST_PLACES = 2_000;

    private final List<List<String>> texts = new ArrayList<>();
    private final List<Inspection.ReadPart> parts = new ArrayList<>();
    private final List<List<Span>> spans = new ArrayList<>();
    private final Map<List<String>, List<Spot>> grams = new HashMap<>();

    private SourceWords() {}

    private record Spot(int text, int word) {}

    /// Where words come closest to standing.
    ///
    /// @param same  how many of them stand there in order
    /// @param first those that are there and not in what was sought, or the other way round
    /// @param there the words that stand there
    record Near(int same, String first, String there) {}

    static SourceWords of(List<Given> references) {
        SourceWords words = new SourceWords();
        references.stream().flatMap(given -> given.readable().stream()).forEach(words::add);
        return words;
    }

    /// The words of a text as they are compared.
    static List<String> words(String text) {
        String folded = FoldedText.of(text, false).toString();
        return Words.spans(folded).stream()
                .map(span -> folded.substring(span.start(), span.end()))
                .toList();
    }

    private void add(Inspection.ReadPart part) {
        String text = part.document().text();
        List<Span> at = Words.spans(text);
        List<String> folded = at.stream()
                .map(span -> FoldedText.of(text.substring(span.start(), span.end()), false)
                        .toString())
                .toList();
        int number = texts.size();
        texts.add(folded);
        parts.add(part);
        spans.add(at);
        for (int i = 0; i + GRAM <= folded.size(); i++) {
            List<Spot> spots = grams.computeIfAbsent(folded.subList(i, i + GRAM), ignored -> new ArrayList<>());
            if (spots.size() < MOST_PLACES) {
                spots.add(new Spot(number, i));
            }
        }
    }

    /// Whether words stand there, one after the other. Fewer than three are looked for word by word.
    boolean holds(List<String> words) {
        if (words.size() < GRAM) {
            return texts.stream().anyMatch(text -> indexOf(text, words) >= 0);
        }
        return grams.getOrDefault(words.subList(0, GRAM), List.of()).stream().anyMatch(spot -> {
            List<String> text = texts.get(spot.text());
            int end = spot.word() + words.size();
            return end <= text.size() && text.subList(spot.word(), end).equals(words);
        });
    }

    private static int indexOf(List<String> text, List<String> words) {
        return Collections.indexOfSubList(text, words);
    }

    /// Where at least half of some words stand in order; empty where they do nowhere.
    Optional<Near> near(List<String> words) {
        Map<Spot, Integer> votes = new HashMap<>();
        for (int i = 0; i + GRAM <= words.size(); i++) {
            int offset = i;
            grams.getOrDefault(words.subList(i, i + GRAM), List.of())
                    .forEach(spot ->
                            votes.merge(new Spot(spot.text(), Math.max(0, spot.word() - offset)), 1, Integer::sum));
        }
        return votes.entrySet().stream()
                .max(Map.Entry.<Spot, Integer>comparingByValue()
                        .thenComparingInt(entry -> -entry.getKey().text())
                        .thenComparingInt(entry -> -entry.getKey().word()))
                .map(entry -> near(words, entry.getKey()))
                .filter(near -> near.same() * 2 >= words.size());
    }

    private Near near(List<String> words, Spot spot) {
        List<String> text = texts.get(spot.text());
        int end = Math.min(text.size(), spot.word() + words.size());
        List<String> there = text.subList(spot.word(), end);
        int same = 0;
        String first = "";
        for (int i = 0; i < there.size(); i++) {
            if (there.get(i).equals(words.get(i))) {
                same++;
            } else if (first.isEmpty()) {
                first = original(spot.text(), spot.word() + i, spot.word() + i + 1);
            }
        }
        return new Near(Math.max(same, common(words, there)), first, original(spot.text(), spot.word(), end));
    }

    /// How many words two texts have in common, in order.
    private static int common(List<String> one, List<String> other) {
        int[] lengths = new int[other.size() + 1];
        for (String word : one) {
            int diagonal = 0;
            for (int j = 1; j <= other.size(); j++) {
                int above = lengths[j];
                lengths[j] = word.equals(other.get(j - 1)) ? diagonal + 1 : Math.max(lengths[j], lengths[j - 1]);
                diagonal = above;
            }
        }
        return lengths[other.size()];
    }

    private String original(int text, int first, int end) {
        List<Span> at = spans.get(text);
        return end <= first
                ? ""
                : parts.get(text)
                        .document()
                        .text(new Span(at.get(first).start(), at.get(end - 1).end()))
                        .replaceAll("\\s+", " ");
    }
}
