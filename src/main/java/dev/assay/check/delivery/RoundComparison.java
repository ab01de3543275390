package dev.assay.check.delivery;

import dev.assay.check.Finding;
import dev.assay.check.FoldedText;
import dev.assay.check.Inspection.ReadPart;
import dev.assay.document.Block;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What differs between two rounds of a deliverable, and which of it was asked for.
///
/// Passages are compared as wholes, wherever they stand: those whose text is in both rounds are the same. A new one and
/// one that is gone belong together where they share enough words.
final class RoundComparison {
    private static final Set<Layer> COMPARED = EnumSet.of(Layer.BODY, Layer.FOOTNOTE, Layer.ENDNOTE);
    private static final Pattern CONTENTS_ENTRY = Pattern.compile("(?:\\t|\\.{3,}|\\s{3,})\\s?[0-9]{1,4}$");
    private static final double ALIKE = 0.4;
    /// A row has few words, and its figures are what changes.
    private static final double ROWS_ALIKE = 0.3;
    /// How many passages that are gone are looked at for a word: one that stands in more tells nothing.
    private static final int MOST_WITH_A_WORD = 200;

    private final List<Passage> before;
    private final List<Passage> now;
    private final IdentityHashMap<Passage, Passage> same = new IdentityHashMap<>();
    private final IdentityHashMap<Passage, Passage> pairs = new IdentityHashMap<>();
    private final Set<Passage> asked = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> askedSlides = new HashSet<>();
    private boolean askedForSomethingAbsent;

    private RoundComparison(List<Passage> before, List<Passage> now) {
        this.before = before;
        this.now = now;
    }

    /// A sentence of a paragraph, heading or list entry, or a row of a table.
    ///
    /// @param file  which part it is of, counted from 0
    /// @param owner which block it is of, counted over all parts of its round
    /// @param text as it stands
    /// @param folded as it is compared
    record Passage(
            ReadPart part,
            int file,
            Block block,
            int owner,
            Span span,
            String text,
            String folded,
            List<String> words) {}

    /// A difference.
    sealed interface Change {}

    /// @param lost   words that only the earlier text has
    /// @param gained words that only the later text has
    record Changed(Passage before, Passage now, List<String> lost, List<String> gained) implements Change {}

    record Added(Passage now) implements Change {}

    record Removed(Passage before) implements Change {}

    /// Compares.
    ///
    /// @param asked what the vendor was asked to mend
    /// @param free  texts that may change as they like
    static RoundComparison of(
            List<ReadPart> earlier, List<ReadPart> current, List<Finding> asked, Predicate<String> free) {
        RoundComparison comparison = new RoundComparison(passages(earlier, free), passages(current, free));
        comparison.match();
        comparison.pair();
        asked.forEach(comparison::ask);
        return comparison;
    }

    private static List<Passage> passages(List<ReadPart> parts, Predicate<String> free) {
        List<Passage> passages = new ArrayList<>();
        int owner = 0;
        for (int file = 0; file < parts.size(); file++) {
            ReadPart part = parts.get(file);
            for (Block block : part.document().blocks()) {
                owner++;
                if (COMPARED.contains(block.layer())) {
                    for (Span span : spans(part, block)) {
                        add(passages, part, file, block, owner, span, free);
                    }
                }
            }
        }
        return passages;
    }

    private static List<Span> spans(ReadPart part, Block block) {
        return block instanceof Block.Table table
                ? table.rows().stream()
                        .filter(row -> !row.cells().isEmpty())
                        .map(RoundComparison::row)
                        .toList()
                : sentences(part, block);
    }

    private static List<Span> sentences(ReadPart part, Block block) {
        String text = part.document().text(block);
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        List<Span> sentences = new ArrayList<>();
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            int last = end;
            while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
                last--;
            }
            sentences.add(new Span(block.span().start() + start, block.span().start() + last));
            start = end;
        }
        return sentences;
    }

    private static Span row(Block.Row row) {
        return new Span(
                row.cells().getFirst().span().start(),
                row.cells().getLast().span().end());
    }

    private static void add(
            List<Passage> passages,
            ReadPart part,
            int file,
            Block block,
            int owner,
            Span span,
            Predicate<String> free) {
        String text = part.document().text(span).strip();
        if (text.chars().noneMatch(Character::isLetterOrDigit)
                || (CONTENTS_ENTRY.matcher(text).find() && !(block instanceof Block.Table))
                || free.test(text)) {
            return;
        }
        String folded = FoldedText.of(text, true).toString();
        passages.add(new Passage(part, file, block, owner, span, text, folded, List.of(folded.split(" ", -1))));
    }

    /// The same text in both rounds, each passage once.
    private void match() {
        Map<String, Deque<Passage>> earlier = new HashMap<>();
        before.forEach(passage -> earlier.computeIfAbsent(passage.folded(), ignored -> new ArrayDeque<>())
                .add(passage));
        for (Passage passage : now) {
            Passage twin =
                    earlier.getOrDefault(passage.folded(), new ArrayDeque<>()).poll();
            if (twin != null) {
                same.put(passage, twin);
                same.put(twin, passage);
            }
        }
    }

    /// Each new passage with the one that is gone and shares most of its words.
    private void pair() {
        Map<String, List<Passage>> gone = new HashMap<>();
        for (Passage passage : before) {
            if (!same.containsKey(passage)) {
                new HashSet<>(passage.words())
                        .forEach(word -> gone.computeIfAbsent(word, ignored -> new ArrayList<>())
                                .add(passage));
            }
        }
        for (Passage passage : now) {
            if (!same.containsKey(passage)) {
                best(passage, gone).ifPresent(other -> {
                    pairs.put(passage, other);
                    pairs.put(other, passage);
                });
            }
        }
    }

    private Optional<Passage> best(Passage passage, Map<String, List<Passage>> gone) {
        Set<String> words = new HashSet<>(passage.words());
        IdentityHashMap<Passage, Integer> shared = new IdentityHashMap<>();
        for (String word : words) {
            List<Passage> with = gone.getOrDefault(word, List.of());
            if (with.size() <= MOST_WITH_A_WORD) {
                with.forEach(each -> shared.merge(each, 1, Integer::sum));
            }
        }
        Passage best = null;
        double likeness = 0;
        for (Map.Entry<Passage, Integer> each : shared.entrySet()) {
            int union = words.size() + new HashSet<>(each.getKey().words()).size() - each.getValue();
            double alike = (double) each.getValue() / union;
            boolean sameKind =
                    each.getKey().block().getClass() == passage.block().getClass();
            boolean earlierInText =
                    best != null && each.getKey().span().start() < best.span().start();
            if (!pairs.containsKey(each.getKey())
                    && sameKind
                    && (alike > likeness || (alike == likeness && earlierInText))) {
                best = each.getKey();
                likeness = alike;
            }
        }
        return likeness >= (passage.block() instanceof Block.Table ? ROWS_ALIKE : ALIKE)
                ? Optional.ofNullable(best)
                : Optional.empty();
    }

    /// A change of the sentence that a finding is about was asked for, and of those before and after it in its
    /// paragraph; in a table, of all its rows.
    private void ask(Finding finding) {
        Span span = finding.span();
        if (span == null) {
            askedForSomethingAbsent = true;
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            Passage passage = before.get(i);
            if (passage.part().part().name().equals(finding.part())
                    && (passage.span().overlaps(span) || passage.span().contains(span))) {
                asked.add(passage);
                around(i, -1);
                around(i, 1);
                slide(passage.part(), passage.block().place()).ifPresent(askedSlides::add);
            }
        }
    }

    private void around(int at, int step) {
        Block block = before.get(at).block();
        for (int i = at + step;
                i >= 0
                        && i < before.size()
                        && before.get(i).owner() == before.get(at).owner();
                i += step) {
            asked.add(before.get(i));
            if (!(block instanceof Block.Table)) {
                return;
            }
        }
    }

    /// The differences that were not asked for, in the order of the later text, then what is gone.
    List<Change> unrequested() {
        Map<String, Integer> lost = new HashMap<>();
        Map<String, Integer> gained = new HashMap<>();
        List<Change> open = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            Passage passage = now.get(i);
            if (same.containsKey(passage)) {
                continue;
            }
            Passage other = pairs.get(passage);
            if (other == null) {
                if (isBesideAsked(i)) {
                    passage.words().forEach(word -> gained.merge(word, 1, Integer::sum));
                } else if (!askedForSomethingAbsent) {
                    open.add(new Added(passage));
                }
            } else {
                Changed changed = changed(other, passage);
                if (isAsked(other) || isOnAskedSlide(passage)) {
                    changed.lost().forEach(word -> lost.merge(word, 1, Integer::sum));
                    changed.gained().forEach(word -> gained.merge(word, 1, Integer::sum));
                } else {
                    open.add(changed);
                }
            }
        }
        for (Passage passage : before) {
            if (!same.containsKey(passage) && !pairs.containsKey(passage)) {
                if (isAsked(passage)) {
                    passage.words().forEach(word -> lost.merge(word, 1, Integer::sum));
                } else {
                    open.add(new Removed(passage));
                }
            }
        }
        open.removeIf(change -> change instanceof Changed changed && isCarriedOn(changed, lost, gained));
        return open;
    }

    /// Only words change that changed where it was asked for.
    private static boolean isCarriedOn(Changed change, Map<String, Integer> lost, Map<String, Integer> gained) {
        return (!lost.isEmpty() || !gained.isEmpty())
                && lost.keySet().containsAll(change.lost())
                && gained.keySet().containsAll(change.gained());
    }

    private boolean isAsked(Passage passage) {
        return asked.contains(passage) || isOnAskedSlide(passage);
    }

    private boolean isOnAskedSlide(Passage passage) {
        return slide(passage.part(), passage.block().place())
                .filter(askedSlides::contains)
                .isPresent();
    }

    /// Whether the passage before or after it, or its slide, is one of which a change was asked for.
    private boolean isBesideAsked(int at) {
        if (isOnAskedSlide(now.get(at))) {
            return true;
        }
        return neighbour(at, -1) || neighbour(at, 1);
    }

    private boolean neighbour(int at, int step) {
        for (int i = at + step;
                i >= 0 && i < now.size() && now.get(i).file() == now.get(at).file();
                i += step) {
            Passage twin = Optional.ofNullable(same.get(now.get(i))).orElse(pairs.get(now.get(i)));
            if (twin != null) {
                return isAsked(twin);
            }
        }
        return false;
    }

    /// A slide, by file kind and number: a deck keeps its slides where they are.
    private static Optional<String> slide(ReadPart part, Place place) {
        return place instanceof Place.Slide slide
                ? Optional.of(part.document().mediaType() + ' ' + slide.slide())
                : Optional.empty();
    }

    private static Changed changed(Passage before, Passage now) {
        return new Changed(before, now, without(before.words(), now.words()), without(now.words(), before.words()));
    }

    /// The words of one text, in order, that another has not or has not as often.
    private static List<String> without(List<String> words, List<String> others) {
        Map<String, Integer> left = new LinkedHashMap<>();
        others.forEach(word -> left.merge(word, 1, Integer::sum));
        return words.stream()
                .filter(word -> left.merge(word, -1, Integer::sum) < 0)
                .toList();
    }
}
