/// Data sets: delimited files, sheets and load files held against what a client declared of their columns and rows.
///
/// [Dataset][dev.assay.check.dataset.Dataset] is the kind. It finds the [DataTable][dev.assay.check.dataset.DataTable]s
/// of a delivery and sends each row once past all [RowRule][dev.assay.check.dataset.RowRule]s; these tell their
/// [Faults][dev.assay.check.dataset.Faults].
@NullMarked
package dev.assay.check.dataset;

import org.jspecify.annotations.NullMarked;
