/// Mail: headers, what it says, what it repeats of earlier mail, and what is attached.
///
/// An internet mail (RFC 5322), an Outlook message and Outlook's `winmail.dat` become documents of one shape, which
/// [MailDraft][dev.assay.extract.mail.MailDraft] writes.
@NullMarked
package dev.assay.extract.mail;

import org.jspecify.annotations.NullMarked;
