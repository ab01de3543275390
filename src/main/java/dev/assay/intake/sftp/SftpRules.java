package dev.assay.intake.sftp;

import java.time.Duration;

/// The numbers of an SFTP intake.
///
/// @param stableFor how long a file must be seen unchanged before it is received
/// @param every     how often an account is listed; also the wait after a first failure
public record SftpRules(Duration stableFor, Duration every) {}
