/// The laboratory: what Assay is shown and measured with. Sample deliverables now; benchmarks, soak runs and
/// the demo's servers come here too. Nothing outside the command line imports it.
@NullMarked
package dev.assay.lab;

import org.jspecify.annotations.NullMarked;
