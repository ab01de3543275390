package dev.assay.check.structure;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Titles;
import dev.assay.checklist.Parameter;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import java.util.List;
import java.util.Locale;

/// Flags signatures that are missing: signature lines, names and dates left blank, empty signature fields, a document
/// that nobody signed.
///
/// ## Why
///
/// An opinion, a consent form, a study report without its signature is a draft. The page with the signatures is
/// printed,
/// signed and scanned by somebody else, and the file that goes out is the one from before.
///
/// ## Example
///
/// Flagged is "Signature: ________", and in the same block "Date:" with nothing behind it; a line of underscores above
/// "Signature of the investigator"; a PDF form's signature field that is empty; a file with no signature of any kind.
/// "/s/ Jane Doe", "gez. Doe", a name on the line, a picture at the line and a digital signature all count as signed.
///
/// `signed-by: [Principal investigator, Sponsor]` asks for a signature in whose block, or in whose certificate, these
/// words stand. `least: 2` asks for two signatures in each file.
///
/// ## What it does not do
///
/// It does not verify a digital signature, nor whether a picture shows one or whose it is. Where there is a picture and
/// neither a signature line nor a digital signature, it cannot tell. Names and dates are asked for only within six
/// paragraphs or cells of a signature line. A signature line is known by its label (signature, signed, by,
/// Unterschrift).
public final class MissingSignature implements Check {
    private static final Kind KIND = new Kind(
            "missing-signature",
            1,
            "0.1",
            Kind.Family.STRUCTURE,
            "The document is signed.",
            List.of(
                    Parameter.of("least", Parameter.Type.COUNT, 1, "How many signatures each file must have at least."),
                    Parameter.optional(
                            "signed-by", Parameter.Type.TEXTS, "Names or functions of those who must have signed."),
                    Parameter.of(
                            "dates",
                            Parameter.Type.FLAG,
                            true,
                            "Whether names and dates of a block must be filled in.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Unread unread(Parameters parameters) {
        return Unread.MAY_DO_EITHER;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        boolean unsure = false;
        for (Inspection.ReadPart part : inspection.readable()) {
            unsure |= !new Search(part, parameters).tell(findings);
        }
        if (findings.isEmpty() && unsure) {
            return new Outcome.CannotTell(
                    "There is no signature line and no digital signature; a picture may show a signature.",
                    Outcome.Cause.CONTENT);
        }
        return findings.outcome(
                "signature or entry beside it is missing|signatures or entries beside them are missing",
                "The document is signed.");
    }

    /// The search in one file.
    private static final class Search {
        private final Inspection.ReadPart part;
        private final Document document;
        private final Parameters parameters;
        private final SignatureBlocks blocks;
        private final List<Fact.Signature> digital;
        private int signed;
        private boolean blank;

        Search(Inspection.ReadPart part, Parameters parameters) {
            this.part = part;
            this.document = part.document();
            this.parameters = parameters;
            this.blocks = new SignatureBlocks(part);
            this.digital = document.facts(Fact.Signature.class).toList();
            this.signed = digital.size();
        }

        /// @return false where a picture may be a signature
        boolean tell(Findings findings) {
            fields(findings);
            blocks.lines().forEach(line -> line(line, findings));
            int least = parameters.count("least").orElse(1);
            boolean picture = document.facts(Fact.Image.class).findAny().isPresent();
            if (signed < least && !blank) {
                if (picture && blocks.lines().isEmpty()) {
                    return false;
                }
                findings.about(
                        part.part().name(),
                        new Place.Whole(),
                        "signatures",
                        signed == 0
                                ? "The file has no signature."
                                : String.format(
                                        Locale.ROOT, "The file has %,d signatures; %,d are required.", signed, least),
                        "Have it signed, and deliver the signed file.");
            }
            parameters.texts("signed-by").forEach(who -> by(who, findings));
            return true;
        }

        private void fields(Findings findings) {
            document.facts(Fact.FormField.class)
                    .filter(field -> field.kind().equals("signature"))
                    .forEach(field -> {
                        if (field.value().isBlank() && digital.isEmpty()) {
                            blank = true;
                            findings.about(
                                    part.part().name(),
                                    field.place(),
                                    "field " + field.name(),
                                    "The signature field '" + field.name() + "' is empty.",
                                    "Have it signed, and deliver the signed file.");
                        } else if (digital.isEmpty()) {
                            signed++;
                        }
                    });
        }

        private void line(SignatureBlocks.Line line, Findings findings) {
            boolean filled = isFilled(line);
            if (line.signs() && filled) {
                signed += digital.isEmpty() ? 1 : 0;
            } else if (!filled && (line.signs() || parameters.flag("dates"))) {
                blank |= line.signs();
                findings.at(
                        part,
                        line.span(),
                        line.signs()
                                ? "The line for the signature ('" + line.label() + "') is blank."
                                : "'" + line.label() + "' beside a signature is not filled in.",
                        line.signs()
                                ? "Have it signed, and deliver the signed file."
                                : "Fill it in, and deliver the signed file.");
            }
        }

        private boolean isFilled(SignatureBlocks.Line line) {
            return !line.value().isBlank() || (line.signs() && (!digital.isEmpty() || blocks.isDrawn(line)));
        }

        private void by(String who, Findings findings) {
            String name = " " + Titles.normalised(who) + " ";
            boolean certified = digital.stream()
                    .anyMatch(signature -> (" " + Titles.normalised(signature.signer()) + " ").contains(name));
            List<SignatureBlocks.Line> lines = blocks.lines().stream()
                    .filter(SignatureBlocks.Line::signs)
                    .filter(line -> (" " + Titles.normalised(blocks.around(line)) + " ").contains(name))
                    .toList();
            if (!certified && lines.stream().noneMatch(this::isFilled)) {
                findings.about(
                        part.part().name(),
                        lines.isEmpty()
                                ? new Place.Whole()
                                : document.placeAt(lines.getFirst().span().start()),
                        "signed by " + Titles.normalised(who),
                        "There is no signature of '" + who.strip() + "'.",
                        "Have it signed by them, and deliver the signed file.");
            }
        }
    }
}
