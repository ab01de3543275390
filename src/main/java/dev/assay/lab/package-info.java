/// The laboratory: what Assay is shown, measured and proven with: samples and the demo, benchmarks, the soak, and the
/// servers that these deliver by. Nothing outside the command line imports it.
@NullMarked
package dev.assay.lab;

import org.jspecify.annotations.NullMarked;
