package dev.assay.stage;

import dev.assay.check.Background.Terms;

/// Whose names are whose.
public interface ClientTerms {
    /// The names of a client, and those of all others.
    Terms of(String client);
}
