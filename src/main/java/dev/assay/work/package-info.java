/// The work that is delivered: clients, vendors, work orders and what they expect; arrivals, submissions and
/// their parts.
///
/// Definitions (client, vendor, work order) are read from an installation's home by `dev.assay.config`; what
/// happens to them is kept by `dev.assay.ledger`.
@NullMarked
package dev.assay.work;

import org.jspecify.annotations.NullMarked;
