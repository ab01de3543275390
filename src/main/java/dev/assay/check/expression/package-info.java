/// Clients' own rules over named figures and measures: start with [Expression].
///
/// [RuleParser] reads a rule into a [Rule], [FigureFinder] finds what its names stand for, and a [Value] is what is
/// reckoned with: all that a displayed figure may stand for.
@NullMarked
package dev.assay.check.expression;

import org.jspecify.annotations.NullMarked;
