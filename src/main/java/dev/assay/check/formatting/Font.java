package dev.assay.check.formatting;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import java.util.List;
import java.util.Locale;

/// Flags fonts that are not the client's, fonts of a PDF that are not embedded, and fonts whose characters
/// nobody can tell.
///
/// ## Why
///
/// A font that is not in the file is replaced by another on the reader's machine: lines break elsewhere, signs
/// vanish, and a submission is refused by the authority it was made for. A font without its characters can be
/// read but neither searched nor copied.
///
/// ## Example
///
/// With `allow: [Arial, Georgia]`, `Arial-BoldMT` and `ABCDEF+Georgia-Italic` are the client's, `Calibri` is
/// flagged. In a PDF any font that is not embedded is flagged, unless `embedded: false` is set.
///
/// ## What it does not do
///
/// It knows fonts by their names, and takes bold, italic and other cuts for the same font. It does not look at
/// sizes. In Word, Excel and PowerPoint files embedding is not asked for.
public final class Font implements Check {
    private static final String PDF = "application/pdf";
    private static final String CUTS = "(bold|italic|oblique|regular|roman|light|medium|semibold|demi|black|book|thin"
            + "|heavy|condensed|narrow|extra|ultra|ps|mt|std|pro)*";

    private static final Kind KIND = new Kind(
            "font",
            1,
            "0.1",
            Kind.Family.FORMATTING,
            "Only the agreed fonts are used, and a PDF carries them.",
            List.of(
                    Parameter.optional(
                            "allow",
                            Parameter.Type.TEXTS,
                            "The fonts that may be used, by family name; any may where this is not set."),
                    Parameter.of("embedded", Parameter.Type.FLAG, true, "Whether a PDF must carry every font it uses.")
                            .sharper(Parameter.Sharper.MORE)),
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
        List<String> allowed =
                parameters.texts("allow").stream().map(Font::folded).toList();
        boolean told = false;
        for (Inspection.ReadPart part : inspection.readable()) {
            Document document = part.document();
            for (Fact.Font font : document.facts(Fact.Font.class).toList()) {
                told = true;
                if (!allowed.isEmpty() && allowed.stream().noneMatch(each -> isOf(each, font.name()))) {
                    tell(part, font, "is not among the agreed fonts", "Set the text in one of them.", findings);
                }
                if (parameters.flag("embedded") && document.mediaType().equals(PDF) && !font.embedded()) {
                    tell(part, font, "is not embedded", "Make the PDF anew with all fonts embedded.", findings);
                }
                if (!font.unicode()) {
                    tell(
                            part,
                            font,
                            "does not say which characters its signs stand for",
                            "Make the PDF anew with a program that writes ToUnicode tables.",
                            findings);
                }
            }
        }
        if (!told) {
            return new Outcome.NotApplicable("None of the files says which fonts it uses.");
        }
        return findings.outcome("font is not as agreed|fonts are not as agreed", "All fonts are as agreed.");
    }

    private static void tell(Inspection.ReadPart part, Fact.Font font, String what, String remedy, Findings findings) {
        findings.about(
                part.part().name(),
                new Place.Whole(),
                what + ' ' + font.name(),
                "The font '" + font.name() + "' " + what + ".",
                remedy);
    }

    private static boolean isOf(String family, String font) {
        return folded(font).matches("\\Q" + family + "\\E" + CUTS);
    }

    /// A name without the prefix of a subset (ISO 32000-1, 9.6.4), in small letters and digits only.
    private static String folded(String name) {
        return name.replaceFirst("^[A-Z]{6}\\+", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
