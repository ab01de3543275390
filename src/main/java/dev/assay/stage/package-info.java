/// One class for each job on a submission: reading its parts, indexing them, checking them, deciding. Each is a
/// function from what the ledger holds to what it holds next; nothing reaches back.
@NullMarked
package dev.assay.stage;

import org.jspecify.annotations.NullMarked;
