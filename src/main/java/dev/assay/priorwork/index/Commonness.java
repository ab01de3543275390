package dev.assay.priorwork.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// In how much other work the fingerprints of a text stand. Work counts by the project it was done in, the work
/// order: nine versions of one leaked report are one project, a paragraph on method in nine reports is nine. The
/// own work order does not count.
public final class Commonness {
    /// Up to how many other projects may have a fingerprint that is called rare.
    static final int RARE = 5;

    private static final int LEAST_RARE = 2;
    private static final double LEAST_RARE_SHARE = .2;
    private static final int MOST_GAP = 20;
    private static final int LEAST_OF_STRETCH = 5;
    private static final int LEAST_TOKENS = 18;

    private final Spread[] spreads;

    /// @param spreads in the order of the text, only of fingerprints that stand in other work
    Commonness(Spread[] spreads) {
        this.spreads = spreads;
    }

    /// In how much other work a fingerprint stands; of one that very many passages have, in how much at least.
    ///
    /// @param token           the own word at which it begins
    /// @param projects        distinct work orders, at least 1
    /// @param clients         distinct clients of them
    /// @param projectsOfClient how many of the work orders are the own client's
    record Spread(int token, int projects, int clients, int projectsOfClient) {
        boolean isRare() {
            return projects <= RARE;
        }
    }

    /// Whether a passage is one that much work has: of its fingerprints that stand elsewhere, fewer than two are
    /// rare, or fewer than a fifth.
    ///
    /// @param from its first word
    /// @param to   one past its last
    public boolean common(int from, int to) {
        int shared = 0;
        int rare = 0;
        for (int i = first(from); i < spreads.length && spreads[i].token() < to; i++) {
            shared++;
            rare += spreads[i].isRare() ? 1 : 0;
        }
        return rare < Math.min(LEAST_RARE, shared) || rare < LEAST_RARE_SHARE * shared;
    }

    /// In how many other projects half of a passage's fingerprints stand that stand elsewhere, at least.
    public int projects(int from, int to) {
        return middle(from, to, i -> spreads[i].projects());
    }

    /// For how many clients those projects were.
    public int clients(int from, int to) {
        return middle(from, to, i -> spreads[i].clients());
    }

    /// As [#projects], of the own client's projects alone.
    public int projectsOfClient(int from, int to) {
        return middle(from, to, i -> spreads[i].projectsOfClient());
    }

    /// A stretch of the own text that much work has.
    ///
    /// @param from     its first word
    /// @param to       one past the word at which its last fingerprint begins
    /// @param projects as [#projects]
    public record Stretch(int from, int to, int projects) {}

    /// The stretches that much work has, in the order of the text; none of them need bring up a candidate.
    public List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        int first = -1;
        int last = -1;
        int count = 0;
        for (int i = 0; i < spreads.length; i++) {
            if (!spreads[i].isRare()) {
                if (last >= 0 && spreads[i].token() - spreads[last].token() > MOST_GAP) {
                    add(stretches, first, last, count);
                    first = -1;
                }
                first = first < 0 ? i : first;
                count = first == i ? 1 : count + 1;
                last = i;
            }
        }
        add(stretches, first, last, count);
        return stretches;
    }

    private void add(List<Stretch> stretches, int first, int last, int count) {
        if (first >= 0 && count >= LEAST_OF_STRETCH && spreads[last].token() - spreads[first].token() >= LEAST_TOKENS) {
            int from = spreads[first].token();
            int to = spreads[last].token() + 1;
            stretches.add(new Stretch(from, to, projects(from, to)));
        }
    }

    private int middle(int from, int to, IntUnaryOperator count) {
        int[] counts =
                IntStream.range(first(from), first(to)).map(count).sorted().toArray();
        return counts.length == 0 ? 0 : counts[counts.length / 2];
    }

    private int first(int token) {
        int low = 0;
        int high = spreads.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spreads[middle].token() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// This and what stands after it in the text.
    Commonness and(Commonness next) {
        Spread[] both = Arrays.copyOf(spreads, spreads.length + next.spreads.length);
        System.arraycopy(next.spreads, 0, both, spreads.length, next.spreads.length);
        return new Commonness(both);
    }
}
