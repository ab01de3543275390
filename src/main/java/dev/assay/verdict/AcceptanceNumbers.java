package dev.assay.verdict;

import dev.assay.work.Policy;
import org.jspecify.annotations.Nullable;

/// How many findings of each severity are still acceptable.
///
/// @param minor null for unlimited
public record AcceptanceNumbers(
        int critical, int major, @Nullable Integer minor) {
    /// The numbers for a size. Where the policy is silent on major findings: 1 up to 5 units, 2 up to 20, 4
    /// beyond.
    static AcceptanceNumbers of(Policy policy, double units) {
        return new AcceptanceNumbers(
                policy.critical(),
                policy.major().orElse(majorFor(units)),
                policy.minor().isPresent() ? policy.minor().getAsInt() : null);
    }

    private static int majorFor(double units) {
        if (units <= 5) {
            return 1;
        }
        return units <= 20 ? 2 : 4;
    }
}
