package dev.assay.check.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Citations held against the bibliography, by number or by name, whichever the text does.
///
/// @param resolved  how many citations have an entry
/// @param unlisted  citations beyond doubt that have none, the first of each source
/// @param uncited   entries that nothing cites
/// @param strong    citations beyond doubt, for telling whether the text cites at all
record Match(int resolved, List<Citation> unlisted, List<Entry> uncited, List<Citation> strong) {

    static Match of(Bibliography list, List<Citation> citations, Set<String> mentions) {
        Match numbers = list.isNumbered() ? byNumber(list, citations) : none(citations, true);
        Match names = byName(list, citations, mentions);
        return numbers.resolved >= names.resolved && list.isNumbered() ? numbers : names;
    }

    private static Match none(List<Citation> citations, boolean numbers) {
        return new Match(
                0,
                List.of(),
                List.of(),
                citations.stream()
                        .filter(each -> each.sure() && (each.number() > 0) == numbers)
                        .toList());
    }

    private static Match byNumber(Bibliography list, List<Citation> citations) {
        Set<Integer> listed = new HashSet<>();
        list.entries().forEach(entry -> listed.add(entry.number()));
        Set<Integer> cited = new HashSet<>();
        Map<Integer, Citation> unlisted = new HashMap<>();
        List<Citation> first = new ArrayList<>();
        for (Citation citation : citations) {
            if (citation.author().isEmpty() && listed.contains(citation.number())) {
                cited.add(citation.number());
            } else if (citation.sure()
                    && citation.author().isEmpty()
                    && unlisted.putIfAbsent(citation.number(), citation) == null) {
                first.add(citation);
            }
        }
        cited.remove(0);
        List<Entry> uncited = list.entries().stream()
                .filter(entry -> entry.number() > 0 && !cited.contains(entry.number()))
                .toList();
        return new Match(cited.size(), first, uncited, none(citations, true).strong());
    }

    private static Match byName(Bibliography list, List<Citation> citations, Set<String> mentions) {
        Map<String, List<Entry>> byYear = new HashMap<>();
        for (Entry entry : list.entries()) {
            entry.years().stream()
                    .map(year -> year.substring(0, 4))
                    .distinct()
                    .forEach(year ->
                            byYear.computeIfAbsent(year, _ -> new ArrayList<>()).add(entry));
        }
        Set<String> resolved = new HashSet<>();
        Set<String> told = new HashSet<>();
        List<Citation> unlisted = new ArrayList<>();
        for (Citation citation : citations) {
            if (citation.author().isEmpty()) {
                continue;
            }
            String key = citation.author() + ' ' + citation.year();
            if (resolved.contains(key) || told.contains(key)) {
                continue;
            }
            boolean listed = byYear.getOrDefault(citation.year().substring(0, 4), List.of()).stream()
                    .anyMatch(entry -> entry.isMeantBy(citation.author(), citation.year()));
            if (listed) {
                resolved.add(key);
            } else if (citation.sure()) {
                told.add(key);
                unlisted.add(citation);
            }
        }
        List<Entry> uncited = list.entries().stream()
                .filter(entry -> !entry.years().isEmpty() && !entry.names().isEmpty())
                .filter(entry -> entry.years().stream().noneMatch(year -> isMentioned(entry, year, mentions)))
                .toList();
        return new Match(
                resolved.size(), unlisted, uncited, none(citations, false).strong());
    }

    private static boolean isMentioned(Entry entry, String year, Set<String> mentions) {
        return entry.names().stream()
                .anyMatch(name ->
                        mentions.contains(name + ' ' + year) || mentions.contains(name + ' ' + year.substring(0, 4)));
    }

    /// Whether so many citations have an entry that the rest can be held against the list.
    boolean isEstablished() {
        return resolved > 0 && resolved >= unlisted.size();
    }

    boolean anyResolved() {
        return resolved > 0;
    }

    /// Whether a text without a list that could be read cites all the same.
    boolean looksCited() {
        return strong.stream()
                        .map(each -> each.number() + each.author() + each.year())
                        .distinct()
                        .limit(3)
                        .count()
                >= 3;
    }

    Citation example() {
        return strong.getFirst();
    }

    /// What the list has instead: the same author with another year.
    String hint(Bibliography list, Citation citation) {
        if (citation.author().isEmpty()) {
            return "; it has " + list.entries().size() + " entries";
        }
        return list.entries().stream()
                .filter(entry -> entry.names().contains(citation.author())
                        && !entry.years().isEmpty())
                .findFirst()
                .map(entry -> "; of the same name it has " + entry.years().getFirst())
                .orElse("");
    }
}
