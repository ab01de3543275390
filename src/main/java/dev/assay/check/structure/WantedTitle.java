package dev.assay.check.structure;

import dev.assay.check.Titles;
import java.util.List;
import java.util.stream.Stream;

/// The title of a section that a checklist names: `Executive summary | Summary`.
///
/// @param titles the one asked for, then those that are taken as well
/// @param within whether a heading may hold it among other words
record WantedTitle(List<String> titles, boolean within) {
    private static final int LONGEST = 500;

    WantedTitle {
        titles = List.copyOf(titles);
    }

    /// Reads an entry of a list of titles; other accepted ones follow after `|`.
    static WantedTitle of(String entry, boolean within) {
        List<String> titles = Stream.of(entry.split("\\|"))
                .map(String::strip)
                .filter(title -> !title.isEmpty())
                .toList();
        return new WantedTitle(titles.isEmpty() ? List.of(entry) : titles, within);
    }

    /// Reads a list of titles.
    static List<WantedTitle> of(List<String> entries, boolean within) {
        return entries.stream().map(entry -> of(entry, within)).toList();
    }

    String name() {
        return titles.getFirst();
    }

    /// Whether a heading's text is this title; numbering, case, punctuation and spacing do not count.
    boolean isMetBy(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        String found = Titles.normalised(text);
        return titles.stream()
                .map(Titles::normalised)
                .anyMatch(sought -> within ? (" " + found + " ").contains(" " + sought + " ") : found.equals(sought));
    }

    /// Edits needed to turn a text into this title, as a share of the longer of both; 0.1 where one holds the
    /// other.
    double distance(String text) {
        String found = Titles.normalised(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return titles.stream()
                .map(Titles::normalised)
                .mapToDouble(sought -> distance(found, sought))
                .min()
                .orElse(1);
    }

    private static double distance(String found, String sought) {
        if (found.isEmpty() || sought.isEmpty()) {
            return 1;
        }
        if ((" " + found + " ").contains(" " + sought + " ")) {
            return 0.1;
        }
        int[] previous = new int[sought.length() + 1];
        int[] current = new int[sought.length() + 1];
        for (int j = 0; j <= sought.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= found.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= sought.length(); j++) {
                int replaced = previous[j - 1] + (found.charAt(i - 1) == sought.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return (double) previous[sought.length()] / Math.max(found.length(), sought.length());
    }
}
