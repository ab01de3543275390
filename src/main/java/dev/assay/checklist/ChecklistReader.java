package dev.assay.checklist;

import dev.assay.config.Fields;
import dev.assay.config.Located;
import dev.assay.config.LocatedReader;
import dev.assay.config.Position;
import dev.assay.config.Problem;
import dev.assay.config.Problems;
import dev.assay.work.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a checklist from YAML. All mistakes are told together, each with file, line and column.
public final class ChecklistReader {
    private final Map<String, KindForm> kinds = new HashMap<>();

    /// @param kinds the check kinds an item may name
    public ChecklistReader(Collection<? extends KindForm> kinds) {
        kinds.forEach(kind -> this.kinds.put(kind.id(), kind));
    }

    /// Reads one file.
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

    /// Reads one file among several; empty when it has a mistake, which then is among the problems.
    public Optional<Checklist> read(String file, String text, Problems problems) {
        Problems own = new Problems();
        String canonical = canonical(text);
        Optional<Checklist> checklist = LocatedReader.read(file, canonical, own)
                .flatMap(value -> Fields.of(value, "a checklist", own))
                .map(fields -> checklist(file, canonical, fields, own));
        for (Problem problem : own.all()) {
            problems.add(problem.at(), problem.message());
        }
        return own.isEmpty() ? checklist : Optional.empty();
    }

    private Checklist checklist(String file, String text, Fields fields, Problems problems) {
        String name = name(file, fields, problems);
        String title = fields.requiredText("title").orElse("");
        if (title.isBlank() && fields.has("title")) {
            problems.add(fields.at("title"), "'title' must not be empty. Say what the checklist is for");
        }
        List<Item> items = items(fields, problems);
        fields.done("a checklist");
        return new Checklist(name, title, version(text), items);
    }

    private static String name(String file, Fields fields, Problems problems) {
        Optional<String> given = fields.text("name");
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        String name = given.orElse(last.replaceFirst("\\.[^.]*$", ""));
        if (!Id.isValid(name)) {
            String subject = given.isPresent() ? "'name'" : "the file's name, which is the checklist's name,";
            problems.add(
                    fields.at("name"),
                    subject + " is 1 to 64 lower-case letters, digits and inner hyphens. Found: '" + name + "'");
        }
        return name;
    }

    private List<Item> items(Fields fields, Problems problems) {
        Optional<Located> list = fields.requiredValue("items");
        if (list.isPresent() && !(list.get() instanceof Located.Sequence)) {
            problems.add(
                    list.get().at(), "'items' is a list, each entry starting with '- id: …'. Found: " + kind(list));
            return List.of();
        }
        if (list.isPresent() && fields.list("items").isEmpty()) {
            problems.add(list.get().at(), "a checklist needs at least one item");
        }
        ItemReader reader = new ItemReader(kinds, problems);
        List<Item> items = new ArrayList<>();
        Map<String, Position> ids = new HashMap<>();
        for (Located value : fields.list("items")) {
            reader.read(value).ifPresent(items::add);
            tellTwice(value, ids, problems);
        }
        return items;
    }

    private static String kind(Optional<Located> value) {
        return value.map(Located::kind).orElse("nothing");
    }

    private static void tellTwice(Located value, Map<String, Position> ids, Problems problems) {
        if (value instanceof Located.Mapping mapping
                && mapping.entry("id").map(Located.Entry::value).orElse(null) instanceof Located.Scalar id) {
            Position first = ids.putIfAbsent(id.text(), id.at());
            if (first != null) {
                problems.add(
                        id.at(),
                        "item id '" + id.text() + "' is used twice, first in line " + first.line()
                                + ". Give each item its own");
            }
        }
    }

    private static String canonical(String text) {
        String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return whole.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String version(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
