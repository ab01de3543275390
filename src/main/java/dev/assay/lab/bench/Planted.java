package dev.assay.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A deliverable to be looked up, and the passages of other reports that were planted in it.
///
/// @param reuses in the order of the text
record Planted(Archive.Report report, List<Reuse> reuses) {
    /// How many of a passage's words were edited, in hundredths, one passage of each per deliverable.
    static final List<Integer> EDITS = List.of(0, 10, 25, 40);

    private static final int WORDS = 3000;
    private static final int SHORTEST = 40;
    private static final int LONGEST = 200;

    Planted {
        reuses = List.copyOf(reuses);
    }

    /// A planted passage; places are numbers of words.
    ///
    /// @param edits     of a hundred words how many were edited
    /// @param from      its first word in the deliverable
    /// @param to        one past its last
    /// @param source    the number of the report it was taken from
    /// @param otherFrom its first word there
    /// @param otherTo   one past its last
    record Reuse(int edits, int from, int to, int source, int otherFrom, int otherTo) {}

    /// A deliverable that reuses nothing.
    static Planted clean(Archive archive, int number) {
        return new Planted(archive.fresh(number, WORDS), List.of());
    }

    /// A deliverable that reuses four reports among the first of an archive.
    ///
    /// @param reports how many there are at least
    static Planted with(Archive archive, int number, int reports) {
        Archive.Report fresh = archive.fresh(number, WORDS);
        SplittableRandom random = new SplittableRandom(Seed.of(number, 11));
        int[] words = fresh.words();
        int[] ends = ends(words);
        Words text = new Words();
        List<Reuse> reuses = new ArrayList<>();
        int spoken = 0;
        int taken = 0;
        for (int i = 0; i < EDITS.size(); i++) {
            int end = ends[(i + 1) * ends.length / (EDITS.size() + 1)];
            for (int word = taken; word < end; word++) {
                text.add(words[word]);
                spoken += word(words[word]);
            }
            taken = end;
            int source = single(random, reports);
            Archive.Report other = archive.report(source);
            int length = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
            int otherFrom = other.bodyStart() + random.nextInt(other.bodyWords() - length);
            int[] edited = edited(
                    Archive.stretch(other, otherFrom, otherFrom + length), EDITS.get(i), new Prose(number, i), random);
            text.addAll(edited).add(Lexicon.STOP);
            reuses.add(new Reuse(EDITS.get(i), spoken, spoken + edited.length, source, otherFrom, otherFrom + length));
            spoken += edited.length;
        }
        for (int word = taken; word < words.length; word++) {
            text.add(words[word]);
        }
        return new Planted(
                new Archive.Report(fresh.source(), text.toArray(), fresh.bodyStart(), fresh.bodyWords()), reuses);
    }

    private static int word(int word) {
        return word == Lexicon.STOP ? 0 : 1;
    }

    /// One past the end of each sentence.
    private static int[] ends(int[] words) {
        Words ends = new Words();
        for (int i = 0; i < words.length; i++) {
            if (words[i] == Lexicon.STOP) {
                ends.add(i + 1);
            }
        }
        return ends.toArray();
    }

    private static int single(SplittableRandom random, int reports) {
        int number = random.nextInt(reports);
        while (!Archive.isSingle(number)) {
            number = random.nextInt(reports);
        }
        return number;
    }

    /// Of the edited words two in five are replaced; the others left out, added to, or swapped with the next.
    private static int[] edited(int[] words, int edits, Prose prose, SplittableRandom random) {
        Words text = new Words();
        int[] left = words.clone();
        for (int i = 0; i < left.length; i++) {
            int kind = random.nextInt(100) < edits ? random.nextInt(5) : 5;
            switch (kind) {
                case 0, 1 -> text.add(prose.instead(left[i]));
                case 2 -> {}
                case 3 -> text.add(left[i]).add(prose.word());
                case 4 -> {
                    if (i + 1 < left.length) {
                        int next = left[i + 1];
                        left[i + 1] = left[i];
                        text.add(next);
                    } else {
                        text.add(left[i]);
                    }
                }
                default -> text.add(left[i]);
            }
        }
        return text.toArray();
    }
}
