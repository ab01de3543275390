package dev.assay.checklist;

import java.util.Optional;

/// How the texts of a kind's parameters are to be written, where they are more than words.
public interface Grammar {
    /// Any text will do.
    Grammar ANY = (parameter, text) -> Optional.empty();

    /// What is wrong with a text, or an entry of a list; empty where nothing is.
    Optional<String> fault(String parameter, String text);

    /// The fault that reading a text ends with.
    ///
    /// @param reading throws [IllegalArgumentException] with what is wrong
    static Optional<String> of(Runnable reading) {
        try {
            reading.run();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
