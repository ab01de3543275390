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

/// Flags a PDF that a reader cannot find the way in: no bookmarks in a long one, bookmarks and links that lead
/// nowhere, a view other than the agreed one on opening.
///
/// ## Why
///
/// Nobody leafs through two hundred pages. Authorities and courts require bookmarks and working links, and send
/// back what lacks them.
///
/// ## Example
///
/// Flagged are a report of 60 pages without bookmarks, a bookmark `Appendix C` whose page was deleted, and, with
/// `open-view: bookmarks`, a file that opens without showing them.
///
/// ## What it does not do
///
/// Links to other files and to the web are not followed. It does not judge whether a bookmark's title fits its
/// page, and it looks at PDF only.
public final class PdfNavigation implements Check {
    private static final String PDF = "application/pdf";

    private static final Kind KIND = new Kind(
            "pdf-navigation",
            1,
            "0.1",
            Kind.Family.FORMATTING,
            "A reader finds the way in the PDF by bookmarks and links.",
            List.of(
                    Parameter.of(
                            "bookmarks-from",
                            Parameter.Type.COUNT,
                            10,
                            "From how many pages on a PDF must have bookmarks; 0 where it need not."),
                    Parameter.choice(
                            "open-view",
                            List.of("any", "bookmarks"),
                            "any",
                            "What a viewer is to show beside the first page: `bookmarks` sets the page mode"
                                    + " UseOutlines.")),
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
        List<Inspection.ReadPart> files = inspection.readable().stream()
                .filter(part -> part.document().mediaType().equals(PDF))
                .toList();
        if (files.isEmpty()) {
            return new Outcome.NotApplicable("No file is a PDF.");
        }
        for (Inspection.ReadPart part : files) {
            bookmarks(part, parameters.count("bookmarks-from").orElse(0), findings);
            links(part, findings);
            if (parameters.text("open-view").equals("bookmarks")) {
                view(part, findings);
            }
        }
        return findings.outcome(
                "thing keeps a reader from finding the way|things keep a reader from finding the way",
                "Bookmarks and links lead where they should.");
    }

    private static void bookmarks(Inspection.ReadPart part, int from, Findings findings) {
        Document document = part.document();
        List<Fact.OutlineEntry> entries =
                document.facts(Fact.OutlineEntry.class).toList();
        int pages = document.facts(Fact.Count.class)
                .filter(count -> count.unit() == Fact.Count.Unit.PAGES)
                .mapToInt(Fact.Count::count)
                .sum();
        if (entries.isEmpty() && from > 0 && pages >= from) {
            findings.about(
                    part.part().name(),
                    new Place.Whole(),
                    "no bookmarks",
                    "The PDF has " + pages + " pages and no bookmarks.",
                    "Make bookmarks from the headings when the PDF is written.");
        }
        entries.stream()
                .filter(entry -> entry.target() == null)
                .forEach(entry -> findings.about(
                        part.part().name(),
                        new Place.Whole(),
                        "bookmark " + entry.title(),
                        "The bookmark '" + entry.title() + "' leads nowhere.",
                        "Set it to its page, or remove it."));
    }

    private static void links(Inspection.ReadPart part, Findings findings) {
        part.document()
                .facts(Fact.InternalLink.class)
                .filter(link -> !link.resolved())
                .forEach(link -> findings.about(
                        part.part().name(),
                        link.place(),
                        "link " + link.target() + ' ' + link.place().describe(),
                        "A link here leads to '" + link.target() + "', which is not in the file.",
                        "Set it to its page, or remove it."));
    }

    private static void view(Inspection.ReadPart part, Findings findings) {
        boolean shown = part.document()
                .facts(Fact.Property.class)
                .anyMatch(property -> property.name().equals("pdf:PageMode")
                        && property.value().equals("UseOutlines"));
        if (!shown) {
            findings.about(
                    part.part().name(),
                    new Place.Whole(),
                    "open view",
                    "The PDF opens without showing its bookmarks.",
                    "Set the initial view to 'Bookmarks Panel and Page'.");
        }
    }
}
