/// What lies on vendors' SFTP servers.
///
/// [SftpIntake][dev.assay.intake.sftp.SftpIntake] sees what an account's listings show, waits until a file has been
/// [seen][dev.assay.intake.sftp.Sighting] unchanged, and has it received; the server's file is the
/// [Source][dev.assay.intake.sftp.ServerFile] that lets go by a rename. What a rename has moved is looked at again
/// by [Received][dev.assay.intake.sftp.Received]. The server itself is reached through
/// [RemoteFolder][dev.assay.intake.sftp.RemoteFolder] alone.
@NullMarked
package dev.assay.intake.sftp;

import org.jspecify.annotations.NullMarked;
