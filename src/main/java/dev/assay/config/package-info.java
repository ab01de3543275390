/// What people write for Assay: settings, YAML and JSON read with positions, so that every mistake is told by
/// file, line and column.
///
/// The only package that knows Jackson and the regular-expression engine for client patterns.
@NullMarked
package dev.assay.config;

import org.jspecify.annotations.NullMarked;
