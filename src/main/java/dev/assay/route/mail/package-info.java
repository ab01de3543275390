/// The IMAP side of receiving mail: a connection of our own for each look into the mailbox, mails by their numbers,
/// moved by their numbers.
@NullMarked
package dev.assay.route.mail;

import org.jspecify.annotations.NullMarked;
