/// What vendors send over HTTP.
///
/// [Uploads][dev.assay.intake.upload.Uploads] answers each request: it knows the vendor by its token
/// ([VendorTokens][dev.assay.intake.upload.VendorTokens]), takes the bytes through the common
/// [Reception][dev.assay.intake.Reception], and gives a [Receipt][dev.assay.intake.upload.Receipt] only of what is
/// recorded.
@NullMarked
package dev.assay.intake.upload;

import org.jspecify.annotations.NullMarked;
