package dev.assay.checklist;

import dev.assay.config.Fields;
import dev.assay.config.Located;
import dev.assay.config.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads how a person answers an item: `scale`, `evidence` and `who`.
final class AskingReader {
    private final Fields fields;
    private final By by;
    private final Problems problems;

    AskingReader(Fields fields, By by, Problems problems) {
        this.fields = fields;
        this.by = by;
        this.problems = problems;
    }

    Asking read() {
        List<Asking.Choice> scale = scale();
        boolean evidence = fields.flag("evidence").orElse(false);
        List<String> who = fields.texts("who");
        for (String key : List.of("scale", "evidence", "who")) {
            if (fields.has(key) && by != By.PERSON) {
                problems.add(
                        fields.at(key),
                        "'" + key + "' is of items that a person answers. Remove it, or write 'by: person'");
            }
        }
        return new Asking(scale.isEmpty() ? Asking.PLAIN.scale() : scale, evidence, who);
    }

    private List<Asking.Choice> scale() {
        List<Asking.Choice> scale = new ArrayList<>();
        for (Located value : fields.list("scale")) {
            String text = value instanceof Located.Scalar scalar ? scalar.text() : "";
            choice(text)
                    .ifPresentOrElse(
                            scale::add,
                            () -> problems.add(
                                    value.at(),
                                    "a choice of a scale is a word and what it means, such as 'fully = passed'; it"
                                            + " means one of "
                                            + ends() + ". Found: '" + text + "'"));
        }
        if (fields.has("scale")
                && scale.stream().map(Asking.Choice::end).distinct().count() < 2) {
            problems.add(
                    fields.at("scale"),
                    "a scale has at least two choices that mean different things. Otherwise there is nothing to"
                            + " answer");
        }
        return scale;
    }

    private static Optional<Asking.Choice> choice(String text) {
        int at = text.lastIndexOf('=');
        if (at < 1) {
            return Optional.empty();
        }
        String word = text.substring(0, at).strip();
        String end = text.substring(at + 1).strip().toLowerCase(Locale.ROOT);
        return Stream.of(Asking.End.values())
                .filter(each -> Fields.word(each).equals(end) && !word.isEmpty())
                .findFirst()
                .map(each -> new Asking.Choice(word, each));
    }

    private static String ends() {
        return Stream.of(Asking.End.values()).map(Fields::word).collect(Collectors.joining(", "));
    }
}
