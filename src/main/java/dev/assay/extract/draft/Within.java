package dev.assay.extract.draft;

import dev.assay.document.Fact;
import dev.assay.document.Place;

/// Facts of an embedded file as facts of the file around it.
public final class Within {
    private Within() {}

    /// The same fact with the part's name before its place, or before its name where it has no place.
    public static Fact part(String name, Fact fact) {
        return switch (fact) {
            case Fact.Property property -> new Fact.Property(name + "/" + property.name(), property.value());
            // A part's pages are not pages of the whole; they stay readable as a property.
            case Fact.Count count -> new Fact.Property(name + "/" + count.unit().name(), String.valueOf(count.count()));
            case Fact.Font font -> font;
            case Fact.ActiveContent active ->
                new Fact.ActiveContent(active.kind(), active.name(), at(name, active.place()));
            case Fact.ExternalLink link -> new Fact.ExternalLink(link.target(), at(name, link.place()));
            case Fact.Attachment inner -> new Fact.Attachment(inner.name(), inner.mediaType(), at(name, inner.place()));
            case Fact.Hidden hidden -> new Fact.Hidden(hidden.what(), at(name, hidden.place()));
            case Fact.TrackedChange change ->
                new Fact.TrackedChange(change.author(), change.action(), at(name, change.place()));
            case Fact.Signature signature -> signature;
            case Fact.TypeMismatch mismatch -> mismatch;
            case Fact.Image image ->
                new Fact.Image(image.name(), image.width(), image.height(), at(name, image.place()));
        };
    }

    private static Place at(String name, Place place) {
        return new Place.Part(name, place);
    }
}
