/// What becomes of a deliverable: accept, rework or review, decided by ten rules of which the first that fires
/// is recorded with all it looked at.
///
/// Start with [VerdictPolicy][dev.assay.verdict.VerdictPolicy]: a pure function from a
/// [Case][dev.assay.verdict.Case] to a [Ruling][dev.assay.verdict.Ruling]. No error path ends in accept.
@NullMarked
package dev.assay.verdict;

import org.jspecify.annotations.NullMarked;
