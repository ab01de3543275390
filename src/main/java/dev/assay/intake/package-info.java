/// How deliveries come in, from bytes at a source to a deliverable somebody ordered.
///
/// A drop folder is received by `intake.folder`. What streams, from SFTP, mail and upload, is taken by
/// [Reception][dev.assay.intake.Reception]: bytes into the vault, arrival into the
/// [ArrivalLog][dev.assay.intake.ArrivalLog], and only then the source lets go. Both give each pick-up its
/// [ArrivalId][dev.assay.intake.ArrivalId]; [Backpressure][dev.assay.intake.Backpressure] says when nothing more is
/// taken, and [Troubles][dev.assay.intake.Troubles] what keeps a source from being received.
///
/// What came in is matched with what was ordered by `intake.identify`.
@NullMarked
package dev.assay.intake;

import org.jspecify.annotations.NullMarked;
