package dev.assay.check.hygiene;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import java.util.List;

/// Flags files that are encrypted or restrict what may be done with them, and digital signatures that are there
/// or missing against what was agreed.
///
/// ## Why
///
/// A file that forbids copying or printing cannot be used by the one who paid for it, and one with a password
/// is lost with the password. A signature is wanted on a certificate and breaks as soon as a client edits a
/// report.
///
/// ## Example
///
/// Flagged are a PDF that opens but forbids copying text, a workbook that needs a password, and, with
/// `signature: required`, a report that nobody signed. With `signature: forbidden` any signature is flagged.
///
/// ## What it does not do
///
/// It does not verify a signature: who signed, and whether the file was changed since, must be checked with the
/// program and the certificates of the one who relies on it. Protection of single sheets or document parts
/// against editing is not encryption and is not flagged.
public final class EncryptedOrSigned implements Check {
    private static final List<String> CHOICES = List.of("required", "allowed", "forbidden");

    private static final Kind KIND = new Kind(
            "encrypted-or-signed",
            1,
            "0.1",
            Kind.Family.HYGIENE,
            "The file is open to use, and signed where that was agreed.",
            List.of(
                    Parameter.choice(
                            "encryption",
                            List.of("allowed", "forbidden"),
                            "forbidden",
                            "Whether a file may be encrypted though it opens without a password."),
                    Parameter.choice(
                            "signature",
                            CHOICES,
                            "allowed",
                            "Whether each file must, may or must not carry a digital signature.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Unread unread(Parameters parameters) {
        return Unread.HARMLESS_IN_A_READ_PART;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        for (Inspection.Part part : inspection.parts()) {
            switch (part.extraction()) {
                case Extraction.Unreadable unreadable -> password(part, unreadable, findings);
                case Extraction.Extracted(Document document) -> {
                    if (parameters.text("encryption").equals("forbidden")) {
                        encryption(part, document, findings);
                    }
                    signature(part, document, parameters.text("signature"), findings);
                }
            }
        }
        return findings.outcome(
                "file is closed or signed against what was agreed|files are closed or signed against what was agreed",
                "The files are open to use, and signed as agreed.");
    }

    private static void password(Inspection.Part part, Extraction.Unreadable unreadable, Findings findings) {
        if (unreadable.reason() == Extraction.Reason.PASSWORD) {
            findings.about(
                    part.name(),
                    new Place.Whole(),
                    "password",
                    "The file opens only with a password.",
                    "Deliver a copy without a password.");
        }
    }

    private static void encryption(Inspection.Part part, Document document, Findings findings) {
        document.facts(Fact.Encryption.class).forEach(encryption -> {
            String denied = encryption.denied().isEmpty()
                    ? ""
                    : " and does not allow to " + String.join(", ", encryption.denied());
            findings.about(
                    part.name(),
                    new Place.Whole(),
                    "encryption",
                    "The file is encrypted (" + encryption.method() + ")" + denied + ".",
                    "Save it without security settings.");
        });
    }

    private static void signature(Inspection.Part part, Document document, String agreed, Findings findings) {
        List<Fact.Signature> signatures = document.facts(Fact.Signature.class).toList();
        if (agreed.equals("required") && signatures.isEmpty()) {
            findings.about(
                    part.name(),
                    new Place.Whole(),
                    "unsigned",
                    "The file carries no digital signature.",
                    "Sign the final file and deliver that copy.");
        }
        if (agreed.equals("forbidden")) {
            signatures.forEach(signature -> findings.about(
                    part.name(),
                    new Place.Whole(),
                    "signed " + signature.signer(),
                    "The file is digitally signed by " + signature.signer() + ".",
                    "Deliver a copy without a signature."));
        }
    }
}
