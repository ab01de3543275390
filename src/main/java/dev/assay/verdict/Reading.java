package dev.assay.verdict;

import dev.assay.document.Extraction;
import dev.assay.document.Gap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What reading one part came to.
///
/// @param part       the part's name as delivered
/// @param unreadable why it could not be read; null where it could
/// @param detail     what was found in the way of reading; empty where nothing was
/// @param gaps       what was not read of a part that could be
public record Reading(String part, Extraction.@Nullable Reason unreadable, String detail, List<Gap> gaps) {
    public Reading {
        gaps = List.copyOf(gaps);
    }

    /// Whether the part could not be read, by that cause.
    boolean unreadableBy(Extraction.Cause cause) {
        return unreadable != null && unreadable.cause() == cause;
    }
}
