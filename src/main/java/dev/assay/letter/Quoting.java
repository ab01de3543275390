package dev.assay.letter;

import dev.assay.check.Finding;
import dev.assay.checklist.Item;
import dev.assay.document.Place;
import dev.assay.work.ShownName;
import dev.assay.work.Tier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a letter may say of a finding, by the work order's tier: all of it; its place and nothing of the
/// deliverable's text; or neither.
record Quoting(Wording wording, Tier tier, boolean severalParts) {
    private static final int LONGEST = 600;

    /// What was found; empty where it may not be said. Messages quote; what is said of something absent is still
    /// clear without its quotes.
    String message(Item item, Finding finding) {
        return switch (tier) {
            case STANDARD -> cut(finding.message());
            case CONFIDENTIAL -> finding.quote() == null ? cut(Redaction.of(finding.message(), item)) : "";
            case RESTRICTED -> "";
        };
    }

    LetterView.@Nullable Quote quote(Finding finding) {
        Finding.Quote quote = finding.quote();
        return quote == null || tier != Tier.STANDARD
                ? null
                : new LetterView.Quote(quote.before(), cut(quote.marked()), quote.after());
    }

    /// What would satisfy it. The kind's own words may name what was found, the client's do not.
    String remedy(Item item, Finding finding) {
        return switch (tier) {
            case STANDARD -> item.remedy().isEmpty() ? cut(finding.remedy()) : item.remedy();
            case CONFIDENTIAL -> item.remedy().isEmpty() ? wording.text("rework.confidential.remedy") : item.remedy();
            case RESTRICTED -> "";
        };
    }

    /// The place with the part's name where there is more than one.
    String where(Finding finding) {
        if (tier == Tier.RESTRICTED) {
            return "";
        }
        if (finding.part().isEmpty()) {
            return finding.place() instanceof Place.Whole
                    ? wording.text("place.submission")
                    : describe(finding.place());
        }
        String place = describe(finding.place());
        return severalParts
                ? wording.text("place.of-part", "part", ShownName.of(finding.part()), "place", place)
                : place;
    }

    /// Headings are text of the deliverable.
    private String describe(Place place) {
        return switch (place) {
            case Place.Whole ignored -> wording.text("place.whole");
            case Place.Page page -> wording.text("place.page", "page", Integer.toString(page.page()));
            case Place.Paragraph paragraph -> describe(paragraph);
            case Place.Cell cell -> wording.text("place.cell", "sheet", cell.sheet(), "cell", cell.cell());
            case Place.Slide slide ->
                wording.text(
                        slide.shape().isEmpty() ? "place.slide" : "place.slide.shape",
                        Map.of("slide", Integer.toString(slide.slide()), "shape", slide.shape()));
            case Place.Line line -> wording.text("place.line", "line", Integer.toString(line.line()));
            case Place.Part part ->
                part.within() instanceof Place.Whole
                        ? wording.text("place.part", "path", part.path())
                        : wording.text("place.part.within", "path", part.path(), "place", describe(part.within()));
        };
    }

    private String describe(Place.Paragraph paragraph) {
        String number = Integer.toString(paragraph.number());
        return paragraph.section().isEmpty() || tier != Tier.STANDARD
                ? wording.text("place.paragraph", "number", number)
                : wording.text(
                        "place.paragraph.section",
                        "number",
                        number,
                        "section",
                        paragraph.section().getLast());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "\u2026";
    }
}
