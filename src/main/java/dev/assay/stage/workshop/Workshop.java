package dev.assay.stage.workshop;

import dev.assay.child.ChildPool;
import dev.assay.ledger.Ledger;
import dev.assay.meter.Meters;
import dev.assay.vault.Vault;
import java.nio.file.Path;

/// What every stage works with.
///
/// @param ledger       the durable record
/// @param vault        where bytes rest
/// @param children     where vendors' bytes are opened
/// @param tasks        where task folders are made
/// @param mostAttempts how often a job is tried before it ends as not done by us
/// @param meters       what is counted
public record Workshop(Ledger ledger, Vault vault, ChildPool children, Path tasks, int mostAttempts, Meters meters) {}
