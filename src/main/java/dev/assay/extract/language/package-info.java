/// Which language a text is in, told from the text itself.
@NullMarked
package dev.assay.extract.language;

import org.jspecify.annotations.NullMarked;
