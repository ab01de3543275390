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
/// @param round     which round it is and what the one before asked for; null where nobody said
public record Background(
        @Nullable Matches priorWork,
        @Nullable Terms terms,
        @Nullable Delivery delivery,
        @Nullable Round round) {
    public static final Background NONE = new Background(null, null, null, null);

    /// A round of a deliverable.
    ///
    /// @param number      counted from 1
    /// @param lateSeconds by the work order's calendar; negative when early
    /// @param due         when it was due, as a person reads it
    /// @param asked       what the letter of the round before asked for, but for what the vendor disputes or has a
    ///                    question about; empty in the first round
    public record Round(int number, long lateSeconds, String due, List<Asked> asked) {
        public Round {
            asked = List.copyOf(asked);
        }
    }

    /// Something that a vendor was asked to mend.
    ///
    /// @param requirement the item's words
    /// @param finding     what was found, with its place in the files of that round
    public record Asked(String requirement, Finding finding) {}

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
        return new Background(priorWork == null ? null : priorWork.among(parts), terms, delivery, round);
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
