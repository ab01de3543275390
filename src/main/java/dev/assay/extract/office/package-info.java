/// What Word, Excel and PowerPoint files have in common: the package and its parts (ISO/IEC 29500-2),
/// properties, references to other files, charts, diagrams, text in shapes.
@NullMarked
package dev.assay.extract.office;

import org.jspecify.annotations.NullMarked;
