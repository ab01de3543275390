package dev.assay.check;

import dev.assay.document.Document;
import java.util.List;

/// A file that what was delivered may be held against: of a reference that the client gave, of another deliverable of
/// the same work order, or of the round before.
///
/// @param id       the id of the reference or deliverable; [#EARLIER_ROUND] for the round before
/// @param kind     such as `protocol` or `source-tables`; [#DELIVERABLE] or [#EARLIER_ROUND]
/// @param quotable whether its text may be told to the vendor
/// @param part     the file as read
public record Given(String id, String kind, boolean quotable, Inspection.Part part) {
    /// The kind of what else was delivered for the same work order.
    public static final String DELIVERABLE = "deliverable";
    /// The id and kind of what this deliverable was in the round that ended in rework.
    public static final String EARLIER_ROUND = "earlier-round";

    /// Whether all of it was read: what is not found in it is not there.
    public boolean isWhole() {
        return readable().stream().anyMatch(read -> read.document().completeness() == Document.Completeness.COMPLETE);
    }

    /// What a kind ends with that needs a reference and has none.
    ///
    /// @param name as the item names it
    public static Outcome absent(String name) {
        return new Outcome.CannotTell(
                "There is no '" + name + "' to hold it against: the work order gives no such reference, no deliverable"
                        + " of that id has come, or it could not be read.",
                Outcome.Cause.CONTENT);
    }

    /// The document, where it could be read.
    public List<Inspection.ReadPart> readable() {
        return Inspection.readable(List.of(part));
    }
}
