package dev.assay.check.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// One series of numbers in the order of the document, and what is wrong with it.
///
/// @param fromOne  whether the first must be 1
/// @param restarts whether the series may begin anew at 1 in another group
record Series(List<Counted> counted, boolean fromOne, boolean restarts) {
    /// A jump over more numbers than that is taken for another way of numbering.
    private static final int WIDEST_GAP = 20;

    /// One thing to be told.
    record Fault(Counted at, String message, String remedy) {}

    /// Gaps, repetitions and numbers out of order.
    ///
    /// @param elsewhere whether a number that is missing stands in another place, and was merely not seen for what
    ///                  it is
    List<Fault> faults(IntPredicate elsewhere) {
        List<Fault> faults = new ArrayList<>();
        List<Counted> run = new ArrayList<>();
        for (Counted each : counted) {
            boolean anew = restarts
                    && each.number() == 1
                    && !run.isEmpty()
                    && each.group() != run.getLast().group();
            if (anew) {
                judge(run, elsewhere, faults);
                run.clear();
            }
            run.add(each);
        }
        judge(run, elsewhere, faults);
        return faults;
    }

    private void judge(List<Counted> run, IntPredicate elsewhere, List<Fault> faults) {
        Set<Integer> all = new HashSet<>();
        run.forEach(each -> all.add(each.number()));
        Map<Integer, Counted> seen = new HashMap<>();
        int highest = 0;
        @Nullable Counted last = null;
        for (Counted each : run) {
            Counted first = seen.putIfAbsent(each.number(), each);
            if (first != null) {
                faults.add(new Fault(
                        each,
                        each.what() + " " + each.label() + " is given twice: to '" + first.title() + "' and to '"
                                + each.title() + "'.",
                        "Number them apart, and correct the references to them."));
                continue;
            }
            if (each.number() < highest) {
                faults.add(new Fault(
                        each,
                        each.what() + " " + each.label() + " is out of order: it stands after '"
                                + (last == null ? "" : last.title()) + "'.",
                        "Put it in its place, or number anew."));
            } else {
                gap(each, last, highest, all, elsewhere, faults);
            }
            highest = Math.max(highest, each.number());
            last = each;
        }
    }

    private void gap(
            Counted each,
            @Nullable Counted last,
            int highest,
            Set<Integer> all,
            IntPredicate elsewhere,
            List<Fault> faults) {
        int width = each.number() - highest - 1;
        if (width < 1 || width > WIDEST_GAP || (last == null && !fromOne)) {
            return;
        }
        List<Integer> missing = new ArrayList<>();
        for (int number = highest + 1; number < each.number(); number++) {
            if (!all.contains(number) && !elsewhere.test(number)) {
                missing.add(number);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        String first = each.shown(missing.getFirst());
        String numbers = missing.size() == 1
                ? " " + first + " is missing: "
                : " " + first + " and those up to " + each.shown(missing.getLast()) + " are missing: ";
        faults.add(new Fault(
                each,
                each.what()
                        + numbers
                        + (last == null
                                ? "the first is '" + each.title() + "'."
                                : "'" + last.title() + "' is followed by '" + each.title() + "'."),
                "Add what was taken out, or number anew and correct the references."));
    }
}
