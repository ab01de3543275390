/// How deliverables come in, from bytes at a source to a deliverable somebody ordered.
///
/// [FolderIntake][dev.assay.intake.FolderIntake] receives what lies in one vendor's drop folder: it watches
/// files become stable ([Sightings][dev.assay.intake.Sightings]), claims each by a rename through folder
/// handles ([DropFolder][dev.assay.intake.DropFolder], [Claims][dev.assay.intake.Claims]), copies the bytes
/// into the vault, tells the [ArrivalLog][dev.assay.intake.ArrivalLog], and only then lets go of the source
/// ([Claimed][dev.assay.intake.Claimed]). [DropFilter][dev.assay.intake.DropFilter] keeps the listing away from
/// what is never followed; [Backpressure][dev.assay.intake.Backpressure] says when nothing more is claimed.
///
/// What came in is matched with what was ordered by [Identifier][dev.assay.intake.Identifier];
/// [Lateness][dev.assay.intake.Lateness] compares its times with the due time. Both are pure.
@NullMarked
package dev.assay.intake;

import org.jspecify.annotations.NullMarked;
