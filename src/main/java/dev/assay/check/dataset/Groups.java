package dev.assay.check.dataset;

import dev.assay.check.Quotes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What each of a group must have: `subject has each visit: Baseline | Week 4`.
final class Groups implements RowRule {
    private final Form form;
    private final int group;
    private final int member;
    private final Values values;
    private final Faults faults;
    private final Map<String, Integer> wanted = new LinkedHashMap<>();
    private final Map<String, Seen> groups = new LinkedHashMap<>();

    Groups(Form form, int group, int member, Values values, Faults faults) {
        this.form = form;
        this.group = group;
        this.member = member;
        this.values = values;
        this.faults = faults;
        form.values().forEach(value -> wanted.put(value, wanted.size()));
    }

    /// @param values at least one, at most 64
    record Form(String group, String member, List<String> values) {
        private static final int MOST = 64;

        Form {
            values = List.copyOf(values);
        }

        /// @throws IllegalArgumentException if it is none
        static Form of(String declaration) {
            String[] sides = declaration.split(" has each ", 2);
            int colon = sides.length < 2 ? -1 : sides[1].indexOf(':');
            if (colon < 1 || sides[0].isBlank()) {
                throw new IllegalArgumentException(
                        "a group is written 'subject has each visit: A | B'. Found: '" + declaration + "'");
            }
            List<String> values = Arrays.stream(sides[1].substring(colon + 1).split("\\|", -1))
                    .map(String::strip)
                    .distinct()
                    .toList();
            if (values.contains("") || values.size() > MOST) {
                throw new IllegalArgumentException(
                        "a group has 1 to " + MOST + " values set apart by '|'. Found: '" + declaration + "'");
            }
            return new Form(sides[0].strip(), sides[1].substring(0, colon).strip(), values);
        }
    }

    /// @param first where the group stands first
    private record Seen(Spot first, long members) {}

    @Override
    public void row(DataRow row) {
        String name = row.text(group);
        if (values.isMissing(name)) {
            return;
        }
        Integer number = wanted.get(row.text(member));
        long bit = number == null ? 0 : 1L << number;
        Seen seen = groups.get(name);
        if (seen == null) {
            groups.put(name, new Seen(row.spot(group), bit));
        } else if ((seen.members() | bit) != seen.members()) {
            groups.put(name, new Seen(seen.first(), seen.members() | bit));
        }
    }

    @Override
    public void end() {
        groups.forEach((name, seen) -> {
            List<String> missing = new ArrayList<>();
            wanted.forEach((value, number) -> {
                if ((seen.members() & 1L << number) == 0) {
                    missing.add(value);
                }
            });
            if (!missing.isEmpty()) {
                faults.at(
                        "incomplete group (" + form.group() + ")",
                        seen.first(),
                        name,
                        "'" + Quotes.shortened(name, 60) + "' (" + form.group() + ") has no row with " + form.member()
                                + " " + Quotes.shortened(String.join(", ", missing), 160) + ".",
                        "Add the row, or say why there is none.");
            }
        });
    }
}
