/// What vendors are told: receipts, rework letters, notices of what is held or quarantined.
///
/// [Correspondence][dev.assay.letter.Correspondence] makes a [Letter][dev.assay.letter.Letter] of an outbox entry,
/// from facts of the ledger alone; [Receipt][dev.assay.letter.Receipt],
/// [ReworkLetter][dev.assay.letter.ReworkLetter], [HoldNotice][dev.assay.letter.HoldNotice] and
/// [QuarantineNotice][dev.assay.letter.QuarantineNotice] say what stands in each. The fixed texts are in
/// `letter_en.properties` and `letter_de.properties`; [Wordings][dev.assay.letter.Wordings] puts a client's own over
/// them. What may be quoted is the tier's to say: [Quoting][dev.assay.letter.Quoting].
@NullMarked
package dev.assay.letter;

import org.jspecify.annotations.NullMarked;
