package dev.assay.extract.office;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.container.PartName;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Piece;
import dev.assay.extract.draft.PixelSize;
import dev.assay.extract.office.OfficePackage.Relationship;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// What one part of a package refers to: images, charts, diagrams, embedded objects and targets outside.
public final class References {
    private final OfficePackage source;
    private final DocumentDraft draft;
    private final Map<String, Relationship> relationships;
    private final Set<String> met = new HashSet<>();
    private final Set<String> media = new HashSet<>();

    public References(OfficePackage source, String part, DocumentDraft draft) throws IOException {
        this.source = source;
        this.draft = draft;
        this.relationships = source.relationships(part);
    }

    /// Records the targets outside the file that the element at hand names.
    public void links(Markup element, Place place) {
        element.relationshipIds(id -> link(id, place));
    }

    /// The place in the file itself that an id leads to, written as an address of nothing but a fragment; empty
    /// for any other target.
    public String fragment(@Nullable String id) {
        Relationship relationship = id == null ? null : relationships.get(id);
        boolean inside = relationship != null && relationship.target().startsWith("#");
        if (!inside) {
            return "";
        }
        met.add(id);
        return relationship.target().substring(1);
    }

    /// Records the targets outside the file that no element read has named.
    public void remainingLinks(Place place) {
        for (String id : relationships.keySet()) {
            if (!met.contains(id)) {
                link(id, place);
            }
        }
    }

    /// Records an image with its size.
    public void image(@Nullable String id, Shown shown, Place place) throws IOException {
        Optional<String> part = part(id, place);
        if (part.isPresent()) {
            PixelSize size = headerSize(part.get()).orElse(shown.pixels());
            draft.fact(new Fact.Image(
                    PartName.last(part.get()),
                    size.width(),
                    size.height(),
                    shown.width(),
                    shown.height(),
                    shown.alternative(),
                    place));
        }
    }

    /// Records an embedded object. What it contains is not read here.
    ///
    /// @param program the program it belongs to, such as `Excel.Sheet.12`; empty where it is not said
    public void object(@Nullable String id, String program, Place place) {
        Relationship relationship = id == null ? null : relationships.get(id);
        boolean embeddedFile = relationship != null && relationship.is("package");
        if (!embeddedFile) {
            draft.fact(new Fact.ActiveContent(Fact.ActiveContent.Kind.OLE_OBJECT, program, place));
        }
        Optional<String> part = part(id, place);
        if (part.isEmpty()) {
            return;
        }
        draft.fact(new Fact.Attachment(PartName.last(part.get()), source.contentType(part.get()), place));
        if (!program.startsWith("Equation")) {
            draft.gap(Gap.Reason.UNOPENED_FILE, place, "The embedded file " + part.get() + " was not read.");
        }
    }

    /// Reads a chart.
    public Optional<Piece> chart(@Nullable String id, Place place) throws IOException {
        Optional<String> part = part(id, place);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        for (String workbook : source.targets(part.get(), "package")) {
            draft.fact(new Fact.Attachment(PartName.last(workbook), source.contentType(workbook), place));
        }
        new References(source, part.get(), draft).remainingLinks(place);
        Chart chart = new Chart();
        source.read(part.get(), () -> place, chart::read);
        ChartShapes shapes = ChartShapes.read(source, part.get(), place);
        return Optional.of((into, at, layer) -> {
            chart.write(into, at, layer);
            shapes.write(into, at, layer);
        });
    }

    /// Reads a chart of the kinds added in 2016, such as waterfall and treemap.
    public Optional<Piece> extendedChart(@Nullable String id, Place place) throws IOException {
        Optional<String> part = part(id, place);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        for (String workbook : source.targets(part.get(), "package")) {
            draft.fact(new Fact.Attachment(PartName.last(workbook), source.contentType(workbook), place));
        }
        new References(source, part.get(), draft).remainingLinks(place);
        ExtendedChart chart = new ExtendedChart();
        source.read(part.get(), () -> place, chart::read);
        return Optional.of(chart);
    }

    /// Records a film or sound. What it shows or says is not read.
    public void media(@Nullable String id, Place place) {
        Optional<String> part = part(id, place);
        if (part.isPresent() && media.add(part.get())) {
            draft.fact(new Fact.Attachment(PartName.last(part.get()), source.contentType(part.get()), place));
            draft.gap(Gap.Reason.SKIPPED_PART, place, "The film or sound " + part.get() + " was not read.");
        }
    }

    /// What an id leads to, inside or outside; empty where it leads nowhere.
    public Optional<String> target(String id) {
        return Optional.ofNullable(relationships.get(id)).map(Relationship::target);
    }

    /// Reads the texts of a diagram (SmartArt), in the order of its points.
    public List<String> diagram(@Nullable String id, Place place) throws IOException {
        Optional<String> part = part(id, place);
        if (part.isEmpty()) {
            return List.of();
        }
        Diagram diagram = new Diagram();
        source.read(part.get(), () -> place, diagram::read);
        return diagram.texts();
    }

    /// The part inside the package that an id leads to. A dangling id is a gap; a target outside is recorded.
    public Optional<String> part(@Nullable String id, Place place) {
        if (id == null || id.isEmpty()) {
            return Optional.empty();
        }
        Relationship relationship = relationships.get(id);
        if (relationship == null) {
            draft.gap(Gap.Reason.DAMAGED, place, "The relationship " + id + " is missing.");
            return Optional.empty();
        }
        if (relationship.external()) {
            link(id, place);
            return Optional.empty();
        }
        if (!source.has(relationship.target())) {
            draft.gap(Gap.Reason.DAMAGED, place, "The part " + relationship.target() + " is missing.");
            return Optional.empty();
        }
        return Optional.of(relationship.target());
    }

    private void link(String id, Place place) {
        Relationship relationship = relationships.get(id);
        if (relationship != null && relationship.external()) {
            met.add(id);
            draft.fact(new Fact.ExternalLink(kind(relationship), relationship.target(), place));
        }
    }

    private static Fact.ExternalLink.Kind kind(Relationship relationship) {
        return switch (relationship.kind()) {
            case "hyperlink" -> Fact.ExternalLink.Kind.HYPERLINK;
            case "attachedTemplate" -> Fact.ExternalLink.Kind.TEMPLATE;
            case "image", "video", "audio", "media", "frame", "slideUpdateUrl" -> Fact.ExternalLink.Kind.MEDIA;
            case "oleObject", "package", "aFChunk", "subDocument" -> Fact.ExternalLink.Kind.OBJECT;
            case "externalLinkPath", "xlPathMissing", "xlStartup" -> Fact.ExternalLink.Kind.WORKBOOK;
            case "mailMergeSource", "mailMergeHeaderSource", "connections", "queryTable" -> Fact.ExternalLink.Kind.DATA;
            default -> Fact.ExternalLink.Kind.OTHER;
        };
    }

    private Optional<PixelSize> headerSize(String part) throws IOException {
        try (InputStream image = source.open(part).orElseThrow()) {
            return PixelSize.read(image);
        } catch (ZipException e) {
            draft.gap(
                    Gap.Reason.DAMAGED,
                    new Place.Whole(),
                    "The part " + part + " is broken: its compressed data cannot be read.");
            return Optional.empty();
        }
    }
}
