/// What comes by mail.
///
/// [MailIntake][dev.assay.intake.mail.MailIntake] takes one mail after the other through the common
/// [Reception][dev.assay.intake.Reception] and has it moved out of the way only then. Whose it is, is told by the
/// address it was sent to and the token in it ([Recipients][dev.assay.intake.mail.Recipients]), never by what it says
/// of its sender. Nothing of a mail but the addresses it went to is looked at here; a child process opens it.
@NullMarked
package dev.assay.intake.mail;

import org.jspecify.annotations.NullMarked;
