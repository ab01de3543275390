package dev.assay.check;

import dev.assay.priorwork.Matches;
import dev.assay.work.Expectation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the gate knows beyond what was delivered. A stand-alone check knows nothing of it.
///
/// @param priorWork what stands in other work too, without either side's text; null where nobody looked
/// @param terms     whose names are whose; null where nobody said
/// @param delivery  how what came stands to what was expected; null where nobody said
public record Background(
        @Nullable Matches priorWork,
        @Nullable Terms terms,
        @Nullable Delivery delivery) {
    public static final Background NONE = new Background(null, null, null);

    /// How what came stands to what was expected.
    ///
    /// @param expects    whether anything in particular was
    /// @param missing    what did not come
    /// @param unexpected names of files that nobody expected
    public record Delivery(boolean expects, List<Expectation.Missing> missing, List<String> unexpected) {
        /// Nothing in particular is expected.
        public static final Delivery ANY = new Delivery(false, List.of(), List.of());

        public Delivery {
            missing = List.copyOf(missing);
            unexpected = List.copyOf(unexpected);
        }
    }

    /// What is known of some of the parts, these counted anew.
    Background among(List<Integer> parts) {
        return new Background(priorWork == null ? null : priorWork.among(parts), terms, delivery);
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
