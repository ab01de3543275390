/// Benchmarks: what something costs, as ratios to a baseline measured in the same run.
@NullMarked
package dev.assay.lab.bench;

import org.jspecify.annotations.NullMarked;
