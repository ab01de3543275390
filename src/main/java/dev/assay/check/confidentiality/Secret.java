package dev.assay.check.confidentiality;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.confidentiality.personal.Found;
import dev.assay.check.confidentiality.personal.PersonalFinder;
import dev.assay.check.confidentiality.personal.Piece;
import dev.assay.checklist.Parameter;
import dev.assay.checklist.Trait;
import dev.assay.config.ClientPattern;
import dev.assay.document.Document;
import java.util.ArrayList;
import java.util.List;

/// Flags passwords, access keys, tokens, private keys and connection strings.
///
/// ## Why
///
/// A deliverable travels further than its author thinks. A key in a code appendix, in speaker notes or in a workbook's
/// connection opens a system to all who get the file.
///
/// ## Example
///
/// Flagged are "-----BEGIN RSA PRIVATE KEY-----" with what follows, keys whose form says whose they are (of AWS,
/// GitHub,
/// GitLab, Google, Slack, Stripe, npm, JSON Web Tokens), `postgresql://anna:h7-Kp29x@db.example/wave`,
/// `AccountKey=...` and `Pwd=...` in a connection string, `password: h7-Kp29x`, and `api_key = ...` before a long value
/// that looks drawn at random. In every layer of the file.
///
/// The message and the quote never show a value, but its first four characters at most; what a finding is recognised by
/// in a later round is made of the masked text.
///
/// ```yaml
/// - id: no-keys
///   check: secret
///   with: {allow-patterns: ['^AKIA0000']}
/// ```
///
/// ## What it does not do
///
/// It does not try whether a key opens anything. A value after "password" counts where it has six characters or more
/// without a space and is no plain word, no placeholder (`changeme`, `<password>`, `****`) and no variable (`${PASS}`).
/// A long random value without a word such as "key" or "token" just before is passed over: it may be a checksum.
public final class Secret implements Check {
    private static final Kind KIND = new Kind(
                    "secret",
                    1,
                    "0.1",
                    Kind.Family.CONFIDENTIALITY,
                    "No password, key or token stands in the deliverable.",
                    List.of(
                            Parameter.optional(
                                            "allow",
                                            Parameter.Type.TEXTS,
                                            "Values that may stand, as they are written.")
                                    .sharper(Parameter.Sharper.LESS),
                            Parameter.optional(
                                            "allow-patterns",
                                            Parameter.Type.PATTERNS,
                                            "Regular expressions in RE2 syntax; a value in which one is found may"
                                                    + " stand.")
                                    .sharper(Parameter.Sharper.LESS)),
                    List.of(),
                    List.of())
            .with(Trait.READS_PASSAGES);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        List<ClientPattern> patterns = parameters.patterns("allow-patterns");
        for (Inspection.ReadPart part : inspection.readable()) {
            Document document = part.document();
            List<Found> all = new ArrayList<>();
            Piece.of(document).forEach(piece -> all.addAll(SecretForms.in(piece)));
            Inspection.ReadPart masked = new Inspection.ReadPart(part.part(), PersonalFinder.masked(document, all));
            all.stream()
                    .filter(found -> !parameters.texts("allow").contains(found.value()))
                    .filter(found -> patterns.stream()
                            .noneMatch(pattern -> pattern.first(found.value()).isPresent()))
                    .forEach(found -> findings.at(
                            masked,
                            found.span(),
                            "Here stands a secret in plain text, " + found.name() + ": "
                                    + (found.masked().length() > 40
                                            ? found.masked().substring(0, 40) + "\u2026"
                                            : found.masked())
                                    + ".",
                            "Take it out and have it changed: whoever has the file can use it."));
        }
        return findings.outcome("secret|secrets", "No password, key or token was found.");
    }
}
