package dev.assay.extract.draft;

import dev.assay.document.Block;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.document.Span;
import org.jspecify.annotations.Nullable;

/// What was read of an embedded file, as part of the file around it.
///
/// @param name   of the embedded file, empty where its places are those of the file around it
/// @param offset where its text begins in the text of the file around it
record Within(String name, int offset) {
    Block block(Block block) {
        Place place = place(block.place());
        Span span = span(block.span());
        return switch (block) {
            case Block.Heading heading -> new Block.Heading(heading.level(), span, place, heading.layer());
            case Block.Paragraph paragraph -> new Block.Paragraph(span, place, paragraph.layer());
            case Block.ListItem item -> new Block.ListItem(item.level(), span, place, item.layer());
            case Block.Table table ->
                new Block.Table(
                        table.name(),
                        table.confidence(),
                        table.rows().stream().map(this::row).toList(),
                        span,
                        place,
                        table.layer());
        };
    }

    private Block.Row row(Block.Row row) {
        return new Block.Row(row.cells().stream().map(this::cell).toList());
    }

    private Block.Cell cell(Block.Cell cell) {
        return new Block.Cell(
                cell.row(),
                cell.column(),
                cell.rowSpan(),
                cell.columnSpan(),
                span(cell.span()),
                place(cell.place()),
                cell.raw(),
                cell.formula(),
                cell.format());
    }

    /// The same fact with the part's name before its place, or before its name where it has no place.
    Fact fact(Fact fact) {
        return switch (fact) {
            case Fact.Property property -> new Fact.Property(inside(property.name()), property.value());
            // A part's pages are not pages of the whole; they stay readable as a property.
            case Fact.Count count -> new Fact.Property(inside(count.unit().name()), String.valueOf(count.count()));
            case Fact.Font font -> font;
            case Fact.Style style -> style;
            case Fact.PageSetup setup ->
                new Fact.PageSetup(
                        setup.width(), setup.height(), setup.margins(), setup.columns(), place(setup.from()));
            case Fact.ActiveContent active ->
                new Fact.ActiveContent(active.kind(), active.name(), place(active.place()));
            case Fact.ExternalLink link -> new Fact.ExternalLink(link.kind(), link.target(), place(link.place()));
            case Fact.InternalLink link -> new Fact.InternalLink(link.target(), link.resolved(), place(link.place()));
            case Fact.Attachment inner -> new Fact.Attachment(inner.name(), inner.mediaType(), place(inner.place()));
            case Fact.Hidden hidden -> new Fact.Hidden(hidden.kind(), hidden.name(), place(hidden.place()));
            case Fact.TrackedChange change ->
                new Fact.TrackedChange(
                        change.author(),
                        change.action(),
                        change.when(),
                        spanOrNull(change.text()),
                        place(change.place()));
            case Fact.Comment comment ->
                new Fact.Comment(
                        comment.author(),
                        comment.when(),
                        comment.resolved(),
                        span(comment.text()),
                        spanOrNull(comment.anchor()),
                        place(comment.place()));
            case Fact.Field field -> new Fact.Field(field.instruction(), span(field.result()), place(field.place()));
            case Fact.Bookmark bookmark ->
                new Fact.Bookmark(bookmark.name(), span(bookmark.span()), place(bookmark.place()));
            case Fact.OutlineEntry entry ->
                new Fact.OutlineEntry(entry.level(), entry.title(), placeOrNull(entry.target()));
            case Fact.Caption caption ->
                new Fact.Caption(caption.label(), caption.number(), span(caption.span()), place(caption.place()));
            case Fact.Signature signature -> signature;
            case Fact.Encryption encryption -> encryption;
            case Fact.TypeMismatch mismatch -> mismatch;
            case Fact.Conformance conformance -> new Fact.Property(inside("conformance"), conformance.profile());
            case Fact.Image image ->
                new Fact.Image(
                        image.name().isEmpty() ? name : image.name(),
                        image.width(),
                        image.height(),
                        image.shownWidth(),
                        image.shownHeight(),
                        image.alternative(),
                        place(image.place()));
            case Fact.Chart chart -> new Fact.Chart(chart.title(), chart.series(), place(chart.place()));
            case Fact.DefinedName defined ->
                new Fact.DefinedName(inside(defined.name()), defined.refersTo(), defined.hidden());
            case Fact.PivotTable pivot -> new Fact.PivotTable(pivot.name(), pivot.source(), place(pivot.place()));
            case Fact.FormField field ->
                new Fact.FormField(field.name(), field.kind(), field.value(), place(field.place()));
            case Fact.Annotation annotation ->
                new Fact.Annotation(annotation.kind(), annotation.author(), place(annotation.place()));
            case Fact.ContentLayer layer -> layer;
            case Fact.CoveredText covered -> new Fact.CoveredText(span(covered.span()), place(covered.place()));
        };
    }

    private String inside(String own) {
        return name.isEmpty() ? own : name + "/" + own;
    }

    Place place(Place place) {
        return name.isEmpty() ? place : new Place.Part(name, place);
    }

    private @Nullable Place placeOrNull(@Nullable Place place) {
        return place == null ? null : place(place);
    }

    Span span(Span span) {
        return new Span(span.start() + offset, span.end() + offset);
    }

    private @Nullable Span spanOrNull(@Nullable Span span) {
        return span == null ? null : span(span);
    }
}
