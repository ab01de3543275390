package dev.assay.check;

import dev.assay.priorwork.Matches;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the gate knows beyond what was delivered. A stand-alone check knows nothing of it.
///
/// @param priorWork what stands in other work too, without either side's text; null where nobody looked
/// @param terms     whose names are whose; null where nobody said
public record Background(
        @Nullable Matches priorWork, @Nullable Terms terms) {
    public static final Background NONE = new Background(null, null);

    /// What is known of some of the parts, these counted anew.
    Background among(List<Integer> parts) {
        return new Background(priorWork == null ? null : priorWork.among(parts), terms);
    }

    /// Names of clients, of their projects and of their products.
    ///
    /// @param own    the client's whose deliverable it is
    /// @param others all other clients', without telling whose
    public record Terms(List<String> own, List<String> others) {
        public Terms {
            own = List.copyOf(own);
            others = List.copyOf(others);
        }
    }
}
