package dev.assay.lab.bench;

import java.util.BitSet;
import java.util.List;

/// How well shared passages were found (Potthast, Stein, Barrón-Cedeño and Rosso, COLING 2010), over words or
/// characters: recall
/// is averaged over passages, precision over detections, both over the two texts together; granularity is how many
/// detections a found passage has.
record PlagiarismScore(double precision, double recall, double granularity) {
    /// Two stretches, one in a text that is looked at and one in its source.
    ///
    /// @param query  the number of the text
    /// @param source the number of the source
    record Pair(int query, int source, int from, int to, int otherFrom, int otherTo) {
        private int size() {
            return to - from + otherTo - otherFrom;
        }

        private boolean meets(Pair other) {
            return query == other.query
                    && source == other.source
                    && Math.min(to, other.to) > Math.max(from, other.from)
                    && Math.min(otherTo, other.otherTo) > Math.max(otherFrom, other.otherFrom);
        }

        /// How much of this the others cover.
        private double covered(List<Pair> others) {
            BitSet own = new BitSet();
            BitSet there = new BitSet();
            for (Pair other : others) {
                if (meets(other)) {
                    own.set(Math.max(from, other.from), Math.min(to, other.to));
                    there.set(Math.max(otherFrom, other.otherFrom), Math.min(otherTo, other.otherTo));
                }
            }
            return (double) (own.cardinality() + there.cardinality()) / size();
        }
    }

    static PlagiarismScore of(List<Pair> planted, List<Pair> detected) {
        List<Long> times = planted.stream()
                .map(passage -> detected.stream().filter(passage::meets).count())
                .filter(count -> count > 0)
                .toList();
        return new PlagiarismScore(
                detected.stream()
                        .mapToDouble(each -> each.covered(planted))
                        .average()
                        .orElse(1),
                planted.stream()
                        .mapToDouble(each -> each.covered(detected))
                        .average()
                        .orElse(1),
                times.stream().mapToLong(Long::longValue).average().orElse(1));
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    double plagdet() {
        return f1() * Math.log(2) / Math.log(1 + granularity);
    }
}
