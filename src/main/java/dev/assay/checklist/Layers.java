package dev.assay.checklist;

import dev.assay.config.Fields;
import dev.assay.config.Located;
import dev.assay.config.LocatedReader;
import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import dev.assay.work.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a checklist's file and all that it extends, one after the other.
final class Layers {
    /// More than this nobody keeps in mind.
    private static final int MOST = 8;

    private final Shelf shelf;
    private final Problems problems;

    Layers(Shelf shelf, Problems problems) {
        this.shelf = shelf;
        this.problems = problems;
    }

    /// The layers from the one that extends nothing to the file itself; empty where one of them could not be read.
    List<LayerText> read(TextFile file) {
        List<LayerText> layers = new ArrayList<>();
        Optional<TextFile> next = Optional.of(file);
        while (next.isPresent()) {
            Optional<LayerText> layer = parse(next.get());
            if (layer.isEmpty()) {
                return List.of();
            }
            layers.addFirst(layer.get());
            if (layer.get().extend().isEmpty()) {
                return layers;
            }
            next = extended(layer.get().extend().get(), layers);
        }
        return List.of();
    }

    private Optional<LayerText> parse(TextFile file) {
        return LocatedReader.read(file.name(), file.text(), problems)
                .flatMap(value -> Fields.of(value, "a checklist", problems))
                .map(fields -> layer(file, fields));
    }

    private LayerText layer(TextFile file, Fields fields) {
        Optional<Located.Scalar> extend =
                fields.text("extends").flatMap(text -> fields.value("extends")).map(Located.Scalar.class::cast);
        Optional<String> title = extend.isPresent() ? fields.text("title") : fields.requiredText("title");
        if (title.isPresent() && title.get().isBlank()) {
            problems.add(fields.at("title"), "'title' must not be empty. Say what the checklist is for");
        }
        Optional<Located> items = extend.isPresent() ? fields.value("items") : fields.requiredValue("items");
        LayerText layer = new LayerText(
                new Layer(file.name(), origin(file), file.hash()),
                name(file, fields),
                title.orElse(""),
                items,
                fields.value("drop"),
                extend,
                fields.value("figures"));
        fields.done("a checklist");
        return layer;
    }

    private static Layer.Origin origin(TextFile file) {
        return Shipped.names().contains(file.name()) ? Layer.Origin.SHIPPED : Layer.Origin.CLIENT;
    }

    private String name(TextFile file, Fields fields) {
        Optional<String> given = fields.text("name");
        String path = file.name();
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String name = given.orElse(last.replaceFirst("\\.[^.]*$", ""));
        if (!Id.isValid(name)) {
            String subject = given.isPresent() ? "'name'" : "the file's name, which is the checklist's name,";
            problems.add(
                    fields.at("name"),
                    subject + " is 1 to 64 lower-case letters, digits and inner hyphens. Found: '" + name + "'");
        }
        return name;
    }

    private Optional<TextFile> extended(Located.Scalar named, List<LayerText> layers) {
        String name = named.text();
        if (layers.size() >= MOST) {
            problems.add(
                    named.at(),
                    "a checklist has at most " + MOST + " layers, and this would be one more: " + chain(layers)
                            + ". Put some of them together");
            return Optional.empty();
        }
        Optional<TextFile> found = name.startsWith(Shipped.PREFIX) ? Shipped.find(name) : beside(name, layers);
        if (found.isEmpty()) {
            tellUnknown(named);
            return found;
        }
        if (layers.stream()
                .anyMatch(layer -> layer.layer().file().equals(found.get().name()))) {
            problems.add(
                    named.at(),
                    "a checklist cannot extend itself: " + chain(layers) + " → "
                            + found.get().name() + ". Take one 'extends' of the circle out");
            return Optional.empty();
        }
        return found;
    }

    /// What comes with the program extends only what does too.
    private Optional<TextFile> beside(String name, List<LayerText> layers) {
        boolean shipped = layers.getFirst().layer().origin() == Layer.Origin.SHIPPED;
        return shipped || !shelf.names().contains(name) ? Optional.empty() : shelf.find(name, problems);
    }

    private void tellUnknown(Located.Scalar named) {
        List<String> known =
                Stream.concat(Shipped.names().stream(), shelf.names().stream()).toList();
        String hint = Problems.suggestion(named.text(), known);
        problems.add(
                named.at(),
                "unknown checklist '" + named.text() + "': it neither comes with Assay nor lies beside this one."
                        + (hint.isEmpty() ? " Known: " + String.join(", ", known) : hint));
    }

    /// From the file to what it extends.
    private static String chain(List<LayerText> layers) {
        return layers.reversed().stream().map(layer -> layer.layer().file()).collect(Collectors.joining(" → "));
    }
}
