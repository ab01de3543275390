/// Check kinds about single figures: what they can be, how they are written, and what they rest on. They share
/// [Cells], a table with its headers and labels.
@NullMarked
package dev.assay.check.figures;

import org.jspecify.annotations.NullMarked;
