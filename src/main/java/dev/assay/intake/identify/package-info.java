/// Which deliverable of which work order an arrival is.
///
/// [IdentifyStage][dev.assay.intake.identify.IdentifyStage] has a child look into the bytes, and
/// [Identifier][dev.assay.intake.identify.Identifier] weighs the hints: manifest, folder names, file names.
/// [PartRoles][dev.assay.intake.identify.PartRoles] names what each file is for, and
/// [Lateness][dev.assay.intake.identify.Lateness] compares the arrival's times with the due time.
@NullMarked
package dev.assay.intake.identify;

import org.jspecify.annotations.NullMarked;
