package dev.assay.intake.identify;

import dev.assay.intake.identify.Identification.Conflicting;
import dev.assay.intake.identify.Identification.Identified;
import dev.assay.intake.identify.Identification.Unknown;
import dev.assay.work.ShownName;
import dev.assay.work.WorkOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What one arrival brings for which deliverables: all of it for one, or its files for several of the same client.
///
/// A file that nothing names goes with the others where these are for one deliverable, marked as a companion; where
/// they are for several, nobody can say with which.
sealed interface Sorting {

    /// The deliverables it is for, at least one.
    record Sorted(List<Share> shares) implements Sorting {
        public Sorted {
            shares = List.copyOf(shares);
        }
    }

    /// It cannot be told; see [Unknown] and [Conflicting].
    record Unclear(String reason) implements Sorting {}

    /// What is for one deliverable.
    ///
    /// @param parts numbers of its files, counted from 0
    record Share(Identified identified, List<Part> parts) {
        public Share {
            parts = List.copyOf(parts);
        }
    }

    /// A file of a share.
    ///
    /// @param number    counted from 0
    /// @param companion whether nothing says that it is for this deliverable but that it came along
    record Part(int number, boolean companion) {}

    /// What a person named counts before all hints; that it may be so is seen again, for orders change.
    ///
    /// @param names of its files; empty where the arrival is the file itself
    static Sorting as(String workOrder, String deliverable, String vendor, List<String> names, List<WorkOrder> orders) {
        String id = workOrder + "/" + deliverable;
        return orders.stream()
                .filter(order -> order.id().equals(workOrder))
                .flatMap(order -> order.deliverable(deliverable).stream()
                        .filter(each -> each.vendors().contains(vendor))
                        .map(each -> new Identified(order, each, List.of(new Hint(Hint.Source.PERSON, id)), List.of())))
                .findFirst()
                .<Sorting>map(identified -> new Sorted(List.of(new Share(
                        identified,
                        IntStream.range(0, names.size())
                                .mapToObj(number -> new Part(number, false))
                                .toList()))))
                .orElse(new Unclear("A person named it " + id
                        + ", which is no deliverable of this vendor's. See that the installation was started with that"
                        + " work order."));
    }

    /// Sorts what a package or a mail brings.
    ///
    /// @param whole what is known of all of it
    /// @param names of its files, with a package's folders; empty where the arrival is the file itself
    static Sorting of(Clues whole, List<String> names, List<WorkOrder> orders) {
        if (names.isEmpty()) {
            return switch (Identifier.identify(whole, orders)) {
                case Identified identified -> new Sorted(List.of(new Share(identified, List.of())));
                case Unknown unknown -> new Unclear(unknown.reason());
                case Conflicting conflicting -> new Unclear(conflicting.reason());
            };
        }
        Map<String, List<Identified>> found = new LinkedHashMap<>();
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        List<Integer> unnamed = new ArrayList<>();
        String why = "";
        for (int i = 0; i < names.size(); i++) {
            switch (Identifier.identify(whole.to(names.get(i)), orders)) {
                case Identified identified -> {
                    String id = identified.id();
                    found.computeIfAbsent(id, any -> new ArrayList<>()).add(identified);
                    parts.computeIfAbsent(id, any -> new ArrayList<>()).add(new Part(i, false));
                }
                case Conflicting conflicting -> {
                    return new Unclear(conflicting.reason());
                }
                case Unknown unknown -> {
                    unnamed.add(i);
                    why = why.isEmpty() ? unknown.reason() : why;
                }
            }
        }
        return found.isEmpty() ? new Unclear(why) : sorted(names, found, parts, unnamed);
    }

    private static Sorting sorted(
            List<String> names,
            Map<String, List<Identified>> found,
            Map<String, List<Part>> parts,
            List<Integer> unnamed) {
        if (found.size() > 1 && !unnamed.isEmpty()) {
            return new Unclear("It brings files for " + String.join(" and ", found.keySet())
                    + ", and nothing says for which of them "
                    + unnamed.stream()
                            .limit(3)
                            .map(number -> "'" + ShownName.of(names.get(number)) + "'")
                            .collect(Collectors.joining(", "))
                    + (unnamed.size() > 3 ? " and " + (unnamed.size() - 3) + " more are" : " is")
                    + ". Name the deliverable of each file in manifest.yaml, or deliver each by itself.");
        }
        long clients = found.values().stream()
                .map(each -> each.getFirst().workOrder().client())
                .distinct()
                .count();
        if (clients > 1) {
            return new Unclear(
                    "It brings work for different clients. Deliver the work for each client in a package of its own.");
        }
        List<Share> shares = new ArrayList<>();
        found.forEach((id, identified) -> {
            List<Part> own = new ArrayList<>(parts.get(id));
            unnamed.forEach(number -> own.add(new Part(number, true)));
            shares.add(new Share(together(identified), own));
        });
        return new Sorted(shares);
    }

    /// One identification of several files: what speaks against any of them speaks against it.
    private static Identified together(List<Identified> files) {
        Identified first = files.getFirst();
        return new Identified(
                first.workOrder(),
                first.deliverable(),
                first.how(),
                files.stream()
                        .flatMap(each -> each.conflicts().stream())
                        .distinct()
                        .toList());
    }
}
