/// Check kinds about what a statement rests on. [RequiredNear] asks for a source, a base or a test beside what
/// needs one; [Anchors] finds what does, [Surroundings] what counts as beside it. [CitationMismatch] holds what
/// [CitationText] reads against the [Bibliography], and [StaleSource] looks at the age of both. [BadIdentifier] tries
/// the [Schemes] on what [IdentifierText] finds; [SourceNotAllowed] knows kinds of sources by host and by name.
@NullMarked
package dev.assay.check.sources;

import org.jspecify.annotations.NullMarked;
