package dev.assay.intake.folder;

import java.time.Duration;

/// The numbers of a folder intake.
///
/// @param stableFor how long a file must be seen unchanged before it is claimed, at least 0
/// @param mostSize  the most bytes a file may have, at least 1; a larger one is refused
public record FolderRules(Duration stableFor, long mostSize) {
    public FolderRules {
        if (stableFor.isNegative() || mostSize < 1) {
            throw new IllegalArgumentException("stable-for is at least 0 and the size limit at least 1 byte. Found: "
                    + stableFor + ", " + mostSize);
        }
    }
}
