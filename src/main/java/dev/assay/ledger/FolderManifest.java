package dev.assay.ledger;

import java.util.Optional;

/// The newest manifest that came alone into an arrival's folder, as it was found at one look.
///
/// @param arrival the manifest's own arrival, empty where there is none
/// @param json    what it says, as JSON; empty where there is none
public record FolderManifest(String arrival, Optional<String> json) {}
