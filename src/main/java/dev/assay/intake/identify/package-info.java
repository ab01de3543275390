/// Which deliverable of which work order an arrival is.
///
/// [IdentifyStage][dev.assay.intake.identify.IdentifyStage] asks the virus scanner
/// ([VirusGate][dev.assay.intake.identify.VirusGate]) and has a child look into the bytes; all that is known then is a
/// [Look][dev.assay.intake.identify.Look]. [Sorting][dev.assay.intake.identify.Sorting] finds the deliverable of each
/// file: [Identifier][dev.assay.intake.identify.Identifier] weighs the [Clues][dev.assay.intake.identify.Clues].
/// [Preparation][dev.assay.intake.identify.Preparation] stores the files, each with what it is for
/// ([PartRoles][dev.assay.intake.identify.PartRoles]), and
/// [Lateness][dev.assay.intake.identify.Lateness] compares the arrival's times with the due time. What lacks parts
/// waits
/// in the ledger; [AssembleStage][dev.assay.intake.identify.AssembleStage] ends the waiting.
@NullMarked
package dev.assay.intake.identify;

import org.jspecify.annotations.NullMarked;
