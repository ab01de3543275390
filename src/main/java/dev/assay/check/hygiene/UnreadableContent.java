package dev.assay.check.hygiene;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.config.Fields;
import dev.assay.document.Extraction;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import java.util.List;
import java.util.stream.Stream;

/// Flags what could not be read for a cause that lies in the file: pages that are only a picture, fonts whose
/// characters cannot be told, broken or cut-off parts.
///
/// ## Why
///
/// What a machine cannot read, nobody can search, quote, translate or read aloud, and no other check has seen
/// it. Where text is required as text, a scan is a defect of its own.
///
/// ## Example
///
/// Flagged are page 7 of a PDF that is a scan without text, a chapter in a font without a table of characters,
/// and a document that ends in the middle of its data.
///
/// ## What it does not do
///
/// Where reading stopped at a limit of ours, or an embedded file was passed over, it cannot tell and says so;
/// that is not the vendor's fault. It does not judge how well a text layer behind a scan was recognised.
public final class UnreadableContent implements Check {
    private static final List<Gap.Reason> OURS =
            List.of(Gap.Reason.SKIPPED_PART, Gap.Reason.UNOPENED_FILE, Gap.Reason.LIMIT);

    private static final Kind KIND = new Kind(
            "unreadable-content",
            1,
            "0.1",
            Kind.Family.HYGIENE,
            "All of the content can be read as text.",
            List.of(Parameter.choices(
                            "allow",
                            Stream.of(Gap.Reason.values())
                                    .filter(reason -> !OURS.contains(reason))
                                    .map(Fields::word)
                                    .toList(),
                            List.of(),
                            "What may stay unread: `no-text` are pages and slides that show something and hold no"
                                    + " text.")
                    .sharper(Parameter.Sharper.LESS)),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    /// What was not read is this kind's own subject.
    @Override
    public Unread unread(Parameters parameters) {
        return Unread.HARMLESS;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        List<String> allowed = parameters.texts("allow");
        boolean ours = false;
        for (Inspection.Part part : inspection.parts()) {
            switch (part.extraction()) {
                case Extraction.Unreadable unreadable -> {
                    ours |= unreadable.reason().cause() != Extraction.Cause.VENDOR;
                    tell(part, unreadable, findings);
                }
                case Extraction.Extracted extracted -> {
                    List<Gap> gaps = extracted.document().gaps();
                    ours |= gaps.stream().anyMatch(gap -> OURS.contains(gap.reason()));
                    gaps.stream()
                            .filter(gap -> !OURS.contains(gap.reason()) && !allowed.contains(Fields.word(gap.reason())))
                            .forEach(gap -> tell(part, gap, findings));
                }
            }
        }
        if (findings.isEmpty() && ours) {
            return new Outcome.CannotTell("Reading stopped at a limit, or passed over a part.", Outcome.Cause.LIMIT);
        }
        return findings.outcome(
                "passage cannot be read|passages cannot be read", "All of the content could be read as text.");
    }

    private static void tell(Inspection.Part part, Extraction.Unreadable unreadable, Findings findings) {
        if (unreadable.reason().cause() == Extraction.Cause.VENDOR) {
            findings.about(
                    part.name(),
                    new Place.Whole(),
                    Fields.word(unreadable.reason()),
                    "The file cannot be read: " + unreadable.detail() + ".",
                    "Deliver a copy that opens without a password and without repair.");
        }
    }

    private static void tell(Inspection.Part part, Gap gap, Findings findings) {
        findings.about(
                part.name(),
                gap.place(),
                Fields.word(gap.reason()) + ' ' + gap.place().describe(),
                sentence(gap),
                remedy(gap.reason()));
    }

    private static String sentence(Gap gap) {
        String detail = gap.detail().strip();
        String first = detail.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + detail.substring(1);
        return first.endsWith(".") ? first : first + ".";
    }

    private static String remedy(Gap.Reason reason) {
        return switch (reason) {
            case NO_TEXT -> "Deliver it as text, or run text recognition over it and check the result.";
            case UNDECODABLE_FONT -> "Make the file anew with fonts that carry their characters (ToUnicode).";
            case TRUNCATED, DAMAGED -> "Save the file anew with the program that made it and deliver that copy.";
            case SKIPPED_PART, UNOPENED_FILE, LIMIT -> throw new IllegalStateException("Not the vendor's: " + reason);
        };
    }
}
