package dev.assay.check.numbers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds a circle of formulas that refer to each other.
final class FormulaCycle {
    /// Larger ranges are not followed cell by cell.
    private static final int MOST_CELLS = 20_000;

    private final Map<Key, FormulaPattern> formulas;
    private final Set<Key> done = new HashSet<>();

    private FormulaCycle(Map<Key, FormulaPattern> formulas) {
        this.formulas = formulas;
    }

    /// A cell, counted from 0.
    record Key(String sheet, int row, int column) {}

    /// The cells of a circle in order, the first again at the end; empty where there is none.
    static List<Key> of(Map<Key, FormulaPattern> formulas) {
        FormulaCycle search = new FormulaCycle(formulas);
        for (Key key : formulas.keySet()) {
            Optional<List<Key>> cycle = search.from(key);
            if (cycle.isPresent()) {
                return cycle.get();
            }
        }
        return List.of();
    }

    /// Depth first, with a stack of its own: a chain of formulas may be long.
    private Optional<List<Key>> from(Key start) {
        Deque<Key> path = new ArrayDeque<>();
        Set<Key> onPath = new HashSet<>();
        Map<Key, Deque<Key>> left = new HashMap<>();
        enter(start, path, onPath, left);
        while (!path.isEmpty()) {
            Key here = path.peekLast();
            Key next = left.get(here).poll();
            if (next == null) {
                path.removeLast();
                onPath.remove(here);
                done.add(here);
            } else if (onPath.contains(next)) {
                List<Key> cycle = new ArrayList<>(path);
                cycle = new ArrayList<>(cycle.subList(cycle.indexOf(next), cycle.size()));
                cycle.add(next);
                return Optional.of(cycle);
            } else if (!done.contains(next)) {
                enter(next, path, onPath, left);
            }
        }
        return Optional.empty();
    }

    private void enter(Key key, Deque<Key> path, Set<Key> onPath, Map<Key, Deque<Key>> left) {
        path.addLast(key);
        onPath.add(key);
        left.put(key, new ArrayDeque<>(followers(key)));
    }

    private List<Key> followers(Key key) {
        List<Key> followers = new ArrayList<>();
        for (FormulaPattern.Reference reference : formulas.get(key).references()) {
            long rows = reference.lastRow() - reference.firstRow() + 1L;
            long columns = reference.lastColumn() - reference.firstColumn() + 1L;
            if (rows * columns > MOST_CELLS) {
                continue;
            }
            String sheet = reference.sheet().isEmpty() ? key.sheet() : reference.sheet();
            for (int row = reference.firstRow(); row <= reference.lastRow(); row++) {
                for (int column = reference.firstColumn(); column <= reference.lastColumn(); column++) {
                    Key follower = new Key(sheet, row, column);
                    if (formulas.containsKey(follower)) {
                        followers.add(follower);
                    }
                }
            }
        }
        return followers;
    }
}
