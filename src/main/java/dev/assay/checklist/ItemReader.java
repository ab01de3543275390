package dev.assay.checklist;

import dev.assay.config.Fields;
import dev.assay.config.Located;
import dev.assay.config.Problems;
import dev.assay.work.Id;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads one item of a checklist. What it returns is only good when no problem was told.
final class ItemReader {
    private static final BigDecimal HEAVIEST = new BigDecimal(1000);

    private final Map<String, KindForm> kinds;
    private final Problems problems;

    ItemReader(Map<String, KindForm> kinds, Problems problems) {
        this.kinds = kinds;
        this.problems = problems;
    }

    Optional<Item> read(Located value) {
        return Fields.of(value, "an item", problems).map(this::item);
    }

    private Item item(Fields fields) {
        String id = id(fields);
        Optional<By> by = fields.has("by") ? fields.choice("by", By.class) : Optional.of(By.MACHINE);
        Optional<KindForm> kind = by.flatMap(who -> kind(fields, who));
        Map<String, Object> parameters = kind.map(each -> new ParameterReader(each, id, problems).read(fields))
                .orElseGet(() -> withoutKind(fields));
        Item item = new Item(
                id,
                by.orElse(By.MACHINE),
                kind.map(KindForm::id).orElse(null),
                parameters,
                fields.choice("severity", Severity.class).orElse(Severity.MAJOR),
                fields.choice("effect", Effect.class).orElse(Effect.REWORK),
                fields.choice("mode", Mode.class).orElse(Mode.ENFORCE),
                weight(fields),
                fields.flag("blocking").orElse(false),
                requirement(fields, by, kind),
                words(fields, "clause"),
                words(fields, "remedy"),
                words(fields, "guidance"),
                examples(fields, by),
                fields.at().toString(),
                new ReachReader(fields, by.orElse(By.MACHINE), kind, problems).read());
        fields.done("an item");
        return item;
    }

    private String id(Fields fields) {
        String id = fields.requiredText("id").orElse("");
        if (fields.has("id") && !Id.isValid(id)) {
            problems.add(
                    fields.at("id"),
                    "an item's id is 1 to 64 lower-case letters, digits and inner hyphens. Found: '" + id + "'");
        }
        return id;
    }

    private Optional<KindForm> kind(Fields fields, By by) {
        if (by != By.MACHINE) {
            if (fields.has("check")) {
                problems.add(
                        fields.at("check"),
                        "an item answered by a " + Fields.word(by)
                                + " has no check. Remove 'check', or 'by' for an item that a machine answers");
            }
            return Optional.empty();
        }
        if (!fields.has("check")) {
            problems.add(
                    fields.at(),
                    "key 'check' is missing: name a check kind, or say who answers with 'by: person' or 'by: vendor'");
        }
        return fields.text("check").flatMap(check -> kind(fields, check));
    }

    private Optional<KindForm> kind(Fields fields, String check) {
        KindForm kind = kinds.get(check);
        if (kind == null) {
            String hint = Problems.suggestion(check, kinds.keySet());
            String known = kinds.keySet().stream().sorted().collect(Collectors.joining(", "));
            problems.add(
                    fields.at("check"),
                    "unknown check '" + check + "'." + (hint.isEmpty() ? " Known: " + known : hint));
        }
        return Optional.ofNullable(kind);
    }

    /// Parameters of an unknown kind cannot be judged; those of an item without a kind have no meaning.
    private Map<String, Object> withoutKind(Fields fields) {
        if (fields.has("with") && !fields.has("check")) {
            problems.add(fields.at("with"), "'with' holds the parameters of a check, and this item names none");
        }
        return Map.of();
    }

    private double weight(Fields fields) {
        BigDecimal weight = fields.number("weight").orElse(BigDecimal.ONE);
        if (weight.signum() <= 0 || weight.compareTo(HEAVIEST) > 0) {
            problems.add(
                    fields.at("weight"), "'weight' must be above 0 and at most 1000. Found: " + weight.toPlainString());
        }
        return weight.doubleValue();
    }

    private String requirement(Fields fields, Optional<By> by, Optional<KindForm> kind) {
        Optional<String> given = fields.text("requirement");
        if (given.isPresent() && given.get().isBlank()) {
            problems.add(fields.at("requirement"), "'requirement' must not be empty. Write what you require");
        }
        if (!fields.has("requirement") && by.isPresent() && by.get() != By.MACHINE) {
            problems.add(
                    fields.at(),
                    "key 'requirement' is missing: the " + Fields.word(by.get()) + " is asked in its words");
        }
        return given.or(() -> kind.map(KindForm::requirement)).orElse("");
    }

    private static String words(Fields fields, String key) {
        return fields.text(key).map(String::strip).orElse("");
    }

    private Item.Examples examples(Fields fields, Optional<By> by) {
        Optional<Fields> examples = fields.value("examples").flatMap(value -> Fields.of(value, "'examples'", problems));
        if (examples.isEmpty()) {
            return new Item.Examples(List.of(), List.of());
        }
        if (by.isPresent() && by.get() != By.MACHINE) {
            problems.add(fields.at("examples"), "only an item that a machine answers can have examples");
        }
        Item.Examples both = new Item.Examples(examples(examples.get(), "pass"), examples(examples.get(), "fail"));
        examples.get().done("'examples'");
        return both;
    }

    private List<Item.Example> examples(Fields fields, String key) {
        List<Item.Example> examples = new ArrayList<>();
        for (Located value : fields.list(key)) {
            if (value instanceof Located.Mapping mapping) {
                examples.add(named(new Fields(mapping, problems)));
            } else if (value instanceof Located.Scalar scalar && scalar.type() != Located.Scalar.Type.NOTHING) {
                examples.add(new Item.Example("", scalar.text()));
            } else {
                problems.add(value.at(), "an example is a text, or 'name' and 'text'. Found: " + value.kind());
            }
        }
        return examples;
    }

    private static Item.Example named(Fields fields) {
        Item.Example example = new Item.Example(
                fields.text("name").orElse(""), fields.text("text").orElse(""));
        fields.done("an example");
        return example;
    }
}
