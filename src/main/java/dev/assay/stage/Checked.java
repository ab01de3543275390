package dev.assay.stage;

import dev.assay.check.ItemOutcome;
import java.util.List;

/// What checking a submission came to, as it is kept between checking and deciding.
///
/// @param checklist its name
/// @param title     as printed
/// @param version   its hash
/// @param outcomes  one for each item, in the checklist's order
public record Checked(String checklist, String title, String version, List<ItemOutcome> outcomes) {
    public Checked {
        outcomes = List.copyOf(outcomes);
    }
}
