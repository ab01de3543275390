/// A client's checklist: items with severity, effect and mode, read from YAML with every problem placed by line
/// and column.
///
/// The check kinds are handed in, so that this package knows none of them.
@NullMarked
package dev.assay.checklist;

import org.jspecify.annotations.NullMarked;
