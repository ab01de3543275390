/// The command line and the one place where everything is put together.
///
/// A deliverable passes the packages in this order: `intake` takes its bytes and `ledger` records them,
/// `extract` reads them in a child process, `check` inspects what was read against a `checklist`, `verdict`
/// decides, and `dispatch` publishes. A package imports only from floors below its own.
@NullMarked
package dev.assay;

import org.jspecify.annotations.NullMarked;
