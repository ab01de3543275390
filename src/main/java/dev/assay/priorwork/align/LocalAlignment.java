package dev.assay.priorwork.align;

import dev.assay.priorwork.align.AlignedPassage.Pair;
import dev.assay.priorwork.align.AlignedPassage.Range;
import dev.assay.priorwork.text.Token;
import dev.assay.priorwork.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/// The best local alignment of two stretches of words (Smith and Waterman, J. Mol. Biol. 147, 1981): a content
/// word in both gives 3, a stop word 1, a word of one side alone takes 1, another figure in a figure's place nothing.
/// Large boxes are looked at in a band
/// around their diagonal.
final class LocalAlignment {
    private static final int CONTENT = 3;
    private static final int STOP = 1;
    private static final long WHOLE_UP_TO = 4_000_000;
    private static final int BAND = 400;

    private static final byte NONE = 0;
    private static final byte BOTH = 1;
    private static final byte OWN = 2;
    private static final byte OTHER = 3;

    private final Tokens own;
    private final int ownFrom;
    private final int rows;
    private final Tokens other;
    private final int otherFrom;
    private final int columns;
    private final int width;
    private final int penalty;
    private final byte[][] steps;

    /// @param penalty what a word of one side alone takes; with 0 every word counts that stands in both stretches in
    ///                the same order
    LocalAlignment(Tokens own, Range ours, Tokens other, Range theirs, int penalty) {
        this.own = own;
        this.ownFrom = ours.from();
        this.rows = ours.size();
        this.other = other;
        this.otherFrom = theirs.from();
        this.columns = theirs.size();
        this.penalty = penalty;
        this.width = (long) rows * columns <= WHOLE_UP_TO ? columns : Math.min(columns, 2 * BAND);
        this.steps = new byte[rows][width];
    }

    /// An alignment.
    ///
    /// @param content how many of the words in both carry meaning
    record Found(Range own, Range other, List<Pair> pairs, int content) {}

    Found best() {
        int[] above = new int[columns + 1];
        int bestScore = 0;
        int bestRow = -1;
        int bestColumn = -1;
        for (int row = 0; row < rows; row++) {
            int[] scores = new int[columns + 1];
            int first = first(row);
            for (int column = first; column < first + width; column++) {
                scores[column + 1] = score(row, column, above[column], above[column + 1], scores[column]);
                if (scores[column + 1] > bestScore) {
                    bestScore = scores[column + 1];
                    bestRow = row;
                    bestColumn = column;
                }
            }
            above = scores;
        }
        return trace(bestRow, bestColumn);
    }

    /// The band's first column in a row.
    private int first(int row) {
        long middle = (long) row * columns / rows;
        return (int) Math.clamp(middle - width / 2, 0L, (long) columns - width);
    }

    private int score(int row, int column, int before, int above, int left) {
        int both = before + pair(row, column);
        int best = Math.max(Math.max(both, above - penalty), Math.max(left - penalty, 0));
        byte step = OTHER;
        if (best == 0) {
            step = NONE;
        } else if (best == both) {
            step = BOTH;
        } else if (best == above - penalty) {
            step = OWN;
        }
        steps[row][column - first(row)] = step;
        return best;
    }

    private int pair(int row, int column) {
        Token one = own.get(ownFrom + row);
        Token two = other.get(otherFrom + column);
        if (!one.stem().equals(two.stem())) {
            return one.figure() && two.figure() ? 0 : -penalty;
        }
        return one.content() ? CONTENT : STOP;
    }

    private Found trace(int lastRow, int lastColumn) {
        List<Pair> pairs = new ArrayList<>();
        int row = lastRow;
        int column = lastColumn;
        int ownStart = ownFrom + lastRow + 1;
        int otherStart = otherFrom + lastColumn + 1;
        while (row >= 0 && column >= first(row) && column < first(row) + width) {
            byte step = steps[row][column - first(row)];
            if (step == NONE) {
                break;
            }
            if (step == BOTH) {
                ownStart = ownFrom + row;
                otherStart = otherFrom + column;
                if (pair(row, column) > 0) {
                    pairs.add(new Pair(ownStart, otherStart));
                }
            }
            row -= step == OTHER ? 0 : 1;
            column -= step == OWN ? 0 : 1;
        }
        int content = Math.toIntExact(
                pairs.stream().filter(each -> own.get(each.own()).content()).count());
        return new Found(
                new Range(ownStart, ownFrom + lastRow + 1),
                new Range(otherStart, otherFrom + lastColumn + 1),
                pairs.reversed(),
                content);
    }
}
