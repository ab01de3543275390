package dev.assay.checklist;

/// One of the texts that a checklist is made of. A later layer changes single values of an earlier one.
///
/// @param file   as messages name it; no two layers of a checklist have the same
/// @param origin who keeps it
/// @param hash   SHA-256 of its text, 64 hex digits
public record Layer(String file, Origin origin, String hash) {
    /// Who keeps a layer.
    public enum Origin {
        /// It comes with the program.
        SHIPPED,
        /// A file of the client's.
        CLIENT,
        /// The items of one deliverable in a work order.
        WORK_ORDER
    }
}
