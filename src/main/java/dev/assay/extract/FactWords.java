package dev.assay.extract;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Facts of a document in words, for a person.
///
/// @param document whose facts they are
record FactWords(Document document) {
    private static final double MILLIMETRES = 25.4 / 72;

    /// What a reader of the file may not see, or what may act, in the order in which it matters.
    static final List<Class<? extends Fact>> TO_LOOK_AT = List.of(
            Fact.TypeMismatch.class,
            Fact.CoveredText.class,
            Fact.Hidden.class,
            Fact.TrackedChange.class,
            Fact.Comment.class,
            Fact.ActiveContent.class,
            Fact.ExternalLink.class,
            Fact.Attachment.class,
            Fact.PivotTable.class,
            Fact.Encryption.class,
            Fact.Signature.class,
            Fact.Annotation.class,
            Fact.ContentLayer.class);

    static final List<Class<? extends Fact>> OTHERS = List.of(
            Fact.Property.class,
            Fact.Conformance.class,
            Fact.PageSetup.class,
            Fact.Font.class,
            Fact.Style.class,
            Fact.Image.class,
            Fact.Chart.class,
            Fact.Caption.class,
            Fact.DefinedName.class,
            Fact.FormField.class,
            Fact.OutlineEntry.class,
            Fact.Field.class,
            Fact.Bookmark.class,
            Fact.InternalLink.class);

    /// Of these only how many there are says something to a person.
    static final Map<Class<? extends Fact>, String> COUNTED = Map.of(
            Fact.Field.class, "field",
            Fact.Bookmark.class, "bookmark",
            Fact.InternalLink.class, "link inside the file");

    String of(Fact fact) {
        return switch (fact) {
            case Fact.Property property -> property.name() + ": " + property.value();
            case Fact.Count count -> count.count() + " " + Outline.word(count.unit());
            case Fact.Font font ->
                "font " + font.name() + (font.embedded() ? ", embedded" : ", not embedded")
                        + (font.unicode() ? "" : ", its characters cannot be told");
            case Fact.Style style -> "style " + style.name() + ", used " + Outline.counted(style.uses(), "time");
            case Fact.PageSetup setup ->
                String.format(
                        Locale.ROOT,
                        "pages of %.0f by %.0f mm (from %s)",
                        setup.width() * MILLIMETRES,
                        setup.height() * MILLIMETRES,
                        setup.from().describe());
            case Fact.ActiveContent active ->
                "active content: " + Outline.word(active.kind()) + " " + active.name() + " ("
                        + active.place().describe() + ")";
            case Fact.ExternalLink link ->
                "link to " + link.target() + ", " + Outline.word(link.kind()) + " ("
                        + link.place().describe() + ")";
            case Fact.InternalLink link ->
                "link inside to " + link.target() + (link.resolved() ? "" : ", which is not there") + " ("
                        + link.place().describe() + ")";
            case Fact.Attachment attachment -> "attachment " + attachment.name() + ", " + attachment.mediaType();
            case Fact.Hidden hidden ->
                "hidden: " + Outline.word(hidden.kind()) + (hidden.name().isEmpty() ? "" : " " + hidden.name()) + " ("
                        + hidden.place().describe() + ")";
            case Fact.TrackedChange change ->
                "tracked change: " + Outline.word(change.action()) + " by " + change.author() + " ("
                        + change.place().describe() + ")";
            case Fact.Comment comment ->
                "comment of " + comment.author() + ": " + document.text(comment.text()) + " ("
                        + comment.place().describe() + ")";
            case Fact.Field field ->
                "field " + field.instruction() + " (" + field.place().describe() + ")";
            case Fact.Bookmark bookmark ->
                "bookmark " + bookmark.name() + " (" + bookmark.place().describe() + ")";
            case Fact.OutlineEntry entry -> "outline: " + "  ".repeat(entry.level() - 1) + entry.title();
            case Fact.Caption caption ->
                "caption " + caption.label() + " " + caption.number() + " ("
                        + caption.place().describe() + ")";
            case Fact.Signature signature -> "signature of " + signature.signer() + ", not verified";
            case Fact.Encryption encryption ->
                "encrypted (" + encryption.method() + "), not allowed: " + String.join(", ", encryption.denied());
            case Fact.Conformance conformance -> "says it conforms to " + conformance.profile() + ", not verified";
            case Fact.TypeMismatch mismatch ->
                "the name claims " + mismatch.claimed() + ", the content is " + mismatch.found();
            case Fact.Image image ->
                "image " + (image.name().isEmpty() ? "" : image.name() + ", ") + image.width() + " by " + image.height()
                        + " pixels (" + image.place().describe() + ")";
            case Fact.Chart chart ->
                "chart " + chart.title() + ", " + chart.series().size() + " series ("
                        + chart.place().describe() + ")";
            case Fact.DefinedName defined ->
                "name " + defined.name() + (defined.hidden() ? " (hidden)" : "") + " = " + defined.refersTo();
            case Fact.PivotTable pivot ->
                "pivot table " + pivot.name() + " over " + pivot.source() + " ("
                        + pivot.place().describe() + ")";
            case Fact.FormField field ->
                "form field " + field.name() + ", " + field.kind() + ": " + field.value() + " ("
                        + field.place().describe() + ")";
            case Fact.Annotation annotation ->
                "annotation " + annotation.kind() + " (" + annotation.place().describe() + ")";
            case Fact.ContentLayer layer -> "layer " + layer.name() + (layer.shown() ? "" : ", switched off");
            case Fact.CoveredText covered ->
                "covered text: " + document.text(covered.span()) + " ("
                        + covered.place().describe() + ")";
        };
    }
}
