package dev.assay.checklist;

import dev.assay.config.Located;
import dev.assay.config.OwnItems;
import dev.assay.config.Position;
import dev.assay.config.Problem;
import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads a checklist from YAML, with all that it extends. All mistakes are told together, each with file, line and
/// column.
public final class ChecklistReader {
    private final Map<String, KindForm> kinds = new HashMap<>();

    /// @param kinds the check kinds an item may name
    public ChecklistReader(Collection<? extends KindForm> kinds) {
        kinds.forEach(kind -> this.kinds.put(kind.id(), kind));
    }

    /// Reads one text that extends nothing but what is shipped.
    ///
    /// @param file as the person names it, for messages; its last part without extension is the checklist's
    ///             name where the text gives none
    /// @throws dev.assay.config.InvalidFiles with every mistake in it
    public Checklist read(String file, String text) {
        Problems problems = new Problems();
        Optional<Checklist> checklist = read(file, text, problems);
        problems.throwIfAny();
        return checklist.orElseThrow();
    }

    /// As [#read(String, String)]; empty when there is a mistake, which then is among the problems.
    public Optional<Checklist> read(String file, String text, Problems problems) {
        return read(TextFile.of(file, text), Shelf.EMPTY, problems);
    }

    /// Reads one file among several; empty when it has a mistake, which then is among the problems.
    ///
    /// @param shelf where what it extends is found
    public Optional<Checklist> read(TextFile file, Shelf shelf, Problems problems) {
        return read(file, shelf, Optional.empty(), problems);
    }

    /// Reads one file, and lays upon it what a deliverable of a work order changes.
    ///
    /// @param shelf where what it extends is found
    /// @param last  what the deliverable changes
    public Optional<Checklist> read(TextFile file, Shelf shelf, Optional<OwnItems> last, Problems problems) {
        Problems own = new Problems();
        List<LayerText> layers = new Layers(shelf, own).read(file);
        Optional<Checklist> checklist = layers.isEmpty() ? Optional.empty() : Optional.of(checklist(layers, last, own));
        for (Problem problem : own.all()) {
            problems.add(problem.at(), problem.message());
        }
        return own.isEmpty() ? checklist : Optional.empty();
    }

    private Checklist checklist(List<LayerText> texts, Optional<OwnItems> last, Problems problems) {
        LayeredItems items = new LayeredItems(kinds, problems);
        FigureReader figures = new FigureReader(problems);
        List<Layer> layers = new ArrayList<>();
        String title = "";
        for (LayerText text : texts) {
            figures.add(text.figures());
            items.add(text.items(), text.drop());
            layers.add(text.layer());
            title = text.title().isEmpty() ? title : text.title();
        }
        last.ifPresent(own -> {
            items.add(own.items(), own.drop());
            layers.add(new Layer(own.file(), Layer.Origin.WORK_ORDER, own.hash()));
        });
        items.complete(figures);
        if (items.items().isEmpty() && problems.isEmpty()) {
            Position at = texts.getLast()
                    .items()
                    .map(Located::at)
                    .orElse(Position.whole(layers.getLast().file()));
            problems.add(at, "a checklist needs at least one item");
        }
        return new Checklist(
                texts.getLast().name(), title, version(layers), items.items(), layers, items.traces(), items.dropped());
    }

    /// Of a checklist of one layer the hash of its text.
    private static String version(List<Layer> layers) {
        return layers.size() == 1
                ? layers.getFirst().hash()
                : TextFile.hash(layers.stream().map(Layer::hash).collect(Collectors.joining("\n")));
    }
}
