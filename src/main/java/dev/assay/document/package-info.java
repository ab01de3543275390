/// The read deliverable: one text, blocks with places that survive, typed facts about the file, and what could
/// not be read.
///
/// Start with [Document][dev.assay.document.Document]. Readers in `dev.assay.extract` make it inside a child
/// process; checks read it and nothing else.
@NullMarked
package dev.assay.document;

import org.jspecify.annotations.NullMarked;
