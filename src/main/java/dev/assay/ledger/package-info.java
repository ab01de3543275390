/// The durable record: every fact of the model, the jobs still to do, and what waits to be published.
///
/// Each write of a fact appends an event that holds the digest of the row as written, chained by hash, so that
/// a changed byte is found and named. A stage writes all it has to say in one transaction, fenced by its job's
/// lease. Start with [Ledger][dev.assay.ledger.Ledger].
@NullMarked
package dev.assay.ledger;

import org.jspecify.annotations.NullMarked;
