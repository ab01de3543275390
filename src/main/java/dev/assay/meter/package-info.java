/// What can be measured and where the process can be stopped: every meter described once, and the named points
/// at which the proof of the delivery guarantee halts it.
///
/// Start with [Meter][dev.assay.meter.Meter], the list; [Meters][dev.assay.meter.Meters] takes the values. The
/// only package that knows Micrometer.
@NullMarked
package dev.assay.meter;

import org.jspecify.annotations.NullMarked;
