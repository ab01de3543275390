/// The check kind about reported tests: [Statistic] asks [TestText] and [TestTable] for the tests a document
/// reports, [Recalculation] for what p follows from each within the rounding of what is displayed, and
/// [Judgement] whether that is the p reported. Only [Tails] sees floating point, and states its error.
@NullMarked
package dev.assay.check.statistics;

import org.jspecify.annotations.NullMarked;
