/// Check kinds about dates, and the reading they share: [DateText] finds dates as people write them, [Labelled]
/// those that are said to be something ("Fieldwork: 2–14 March 2026"), [Calendar] counts days.
@NullMarked
package dev.assay.check.dates;

import org.jspecify.annotations.NullMarked;
