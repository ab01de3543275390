/// The sample story's deliverables, made from manuscripts and figures that lie beside this package as
/// resources.
///
/// Start with [SampleGenerator][dev.assay.lab.samples.SampleGenerator]. The survey's figures come from one set
/// of invented interviews ([Survey][dev.assay.lab.samples.Survey]), so that data, tables, report and deck agree
/// wherever they are meant to.
@NullMarked
package dev.assay.lab.samples;

import org.jspecify.annotations.NullMarked;
