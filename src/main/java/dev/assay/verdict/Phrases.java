package dev.assay.verdict;

import java.util.List;

/// Small pieces of the sentences a ruling is told in.
final class Phrases {
    private static final int LONGEST = 240;

    private Phrases() {}

    /// A text as part of a sentence: one line, no full stop at its end, cut where it is very long.
    static String clause(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        String cut = line.length() <= LONGEST ? line : line.substring(0, boundary(line)) + "\u2026";
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }

    /// `1 finding`, `3 findings`.
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /// `Item 'a'`, `Items 'a' and 'b'`, `Items 'a', 'b' and 3 more`.
    static String items(List<String> ids) {
        String first = "'" + ids.getFirst() + "'";
        return switch (ids.size()) {
            case 1 -> "Item " + first;
            case 2 -> "Items " + first + " and '" + ids.get(1) + "'";
            default -> "Items " + first + ", '" + ids.get(1) + "' and " + (ids.size() - 2) + " more";
        };
    }

    /// A cut never parts a surrogate pair.
    private static int boundary(String line) {
        return Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
