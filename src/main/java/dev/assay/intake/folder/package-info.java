/// What lies in a vendor's drop folder.
///
/// [FolderIntake][dev.assay.intake.folder.FolderIntake] watches files become stable
/// ([Sightings][dev.assay.intake.folder.Sighting]), claims each by a rename through folder handles
/// ([DropFolder][dev.assay.intake.folder.DropFolder], [Claims][dev.assay.intake.folder.Claims]), copies the bytes
/// into the vault, records the arrival, and only then lets go of the source
/// ([Claimed][dev.assay.intake.folder.Claimed]). [DropFilter][dev.assay.intake.folder.DropFilter] keeps the listing
/// away from what is never followed.
@NullMarked
package dev.assay.intake.folder;

import org.jspecify.annotations.NullMarked;
