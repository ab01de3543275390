/// What all readers work with: the [DocumentDraft][dev.assay.extract.draft.DocumentDraft] they write to, the
/// limits they keep, and the value that says why a file could not be read.
@NullMarked
package dev.assay.extract.draft;

import org.jspecify.annotations.NullMarked;
