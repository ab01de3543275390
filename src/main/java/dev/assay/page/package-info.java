/// Pages for people: the template engine, the layout and the style that every page shares.
///
/// A template lies beside the model it shows; its values are escaped where they stand. The only package that
/// knows the template engine.
@NullMarked
package dev.assay.page;

import org.jspecify.annotations.NullMarked;
