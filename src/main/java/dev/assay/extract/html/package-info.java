/// HTML, as files and as bodies of mail: what a browser shows, and apart from it what it hides.
@NullMarked
package dev.assay.extract.html;

import org.jspecify.annotations.NullMarked;
