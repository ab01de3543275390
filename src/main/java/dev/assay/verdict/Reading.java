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
/// @param mismatch   how the part's name and content disagree about its format; empty where they do not
public record Reading(
        String part, Extraction.@Nullable Reason unreadable, String detail, List<Gap> gaps, String mismatch) {
    public Reading {
        gaps = List.copyOf(gaps);
    }

    /// A reading of a part that is what its name says.
    public Reading(String part, Extraction.@Nullable Reason unreadable, String detail, List<Gap> gaps) {
        this(part, unreadable, detail, gaps, "");
    }

    /// Whether the part could not be read, by that cause.
    boolean unreadableBy(Extraction.Cause cause) {
        return unreadable != null && unreadable.cause() == cause;
    }
}
