package dev.assay.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Collects mistakes, so that all are told at once.
public final class Problems {
    private static final int SHORTEST_BEGINNING = 3;

    private final List<Problem> found = new ArrayList<>();

    public void add(Position at, String message) {
        found.add(new Problem(at, message));
    }

    void add(Problem problem) {
        found.add(problem);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /// All mistakes, by file, line and column; what was told twice, as of a file that two others build on, once.
    public List<Problem> all() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing((Problem problem) -> problem.at().file())
                        .thenComparingInt(problem -> problem.at().line())
                        .thenComparingInt(problem -> problem.at().column()))
                .toList();
    }

    /// Ends reading when there was any mistake.
    ///
    /// @throws InvalidFiles with all of them
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidFiles(all());
        }
    }

    /// " Did you mean 'x'?" for the candidate nearest to a mistyped or unfinished word, or nothing when none is
    /// near.
    public static String suggestion(String word, Collection<String> candidates) {
        String lower = word.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(candidate -> isNear(lower, candidate.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt((String candidate) -> distance(lower, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .map(candidate -> " Did you mean '" + candidate + "'?")
                .orElse("");
    }

    private static boolean isNear(String word, String candidate) {
        boolean unfinished = word.length() >= SHORTEST_BEGINNING && candidate.startsWith(word);
        return unfinished || distance(word, candidate) <= Math.max(1, word.length() / 3);
    }

    /// Levenshtein distance with adjacent transpositions counted as one edit (optimal string alignment).
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
