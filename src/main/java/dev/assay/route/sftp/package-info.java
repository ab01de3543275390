/// SFTP as Camel's `sftp:` consumer does it, with what was measured wrong in it put right.
///
/// The consumer polls, connects, walks through the folders and hands over one file after the other.
/// [SftpAccounts][dev.assay.route.sftp.SftpAccounts] is its component: it gives each endpoint
/// [operations][dev.assay.route.sftp.AccountOperations] on one
/// [connection][dev.assay.route.sftp.AccountConnection], where names are bytes that no glob is read into, keys of
/// hosts are those the vendor's file names, and silence ends. [AccountPoll][dev.assay.route.sftp.AccountPoll] is the
/// bean of a route and its poll strategy.
@NullMarked
package dev.assay.route.sftp;

import org.jspecify.annotations.NullMarked;
