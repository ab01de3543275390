package dev.assay.lab.samples;

import java.time.LocalDate;
import java.util.Set;

/// One interview of the tracker.
///
/// @param number      counted from 1
/// @param interviewed the day of the interview
/// @param traits      all that holds of this respondent, such as `region-north` or `aware-botanic`
record Respondent(int number, LocalDate interviewed, Set<String> traits) {
    Respondent {
        traits = Set.copyOf(traits);
    }

    boolean is(String trait) {
        return trait.equals("all") || traits.contains(trait);
    }
}
