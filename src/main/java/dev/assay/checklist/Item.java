package dev.assay.checklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One line of a checklist: what is required, who answers it, and what follows.
///
/// @param id          matches `dev.assay.work.Id`, unique in its checklist
/// @param by          who answers
/// @param check       the check kind's id for a machine's item, else null
/// @param parameters  values for the kind's parameters as plain JSON values (text, number, flag, list),
///                    defaults filled in
/// @param severity    how bad a finding of it is
/// @param effect      who acts on a finding of it
/// @param mode        whether it counts yet
/// @param weight      multiplies the severity's weight in the score, above 0
/// @param blocking    whether acceptance is impossible without a conclusive answer
/// @param requirement the client's own words; also the question of a person's or vendor's item
/// @param clause      where the client's rule stands, empty where not said
/// @param remedy      what would satisfy it, empty for the kind's own words
/// @param guidance    how a person answers, empty where not said
/// @param examples    texts that must pass and fail, run by `assay checklist test`
/// @param position    where it stands in its file
/// @param reach       what of a delivery it concerns
/// @param asking      how a person answers it
public record Item(
        String id,
        By by,
        @Nullable String check,
        Map<String, Object> parameters,
        Severity severity,
        Effect effect,
        Mode mode,
        double weight,
        boolean blocking,
        String requirement,
        String clause,
        String remedy,
        String guidance,
        Examples examples,
        String position,
        Reach reach,
        Asking asking) {
    public Item {
        parameters = Map.copyOf(parameters);
        // Items that were recorded before they could be narrowed concern all.
        reach = Objects.requireNonNullElse(reach, Reach.ALL);
        asking = Objects.requireNonNullElse(asking, Asking.PLAIN);
    }

    /// An item that concerns all of every delivery, and which whoever answers may answer plainly.
    public Item(
            String id,
            By by,
            @Nullable String check,
            Map<String, Object> parameters,
            Severity severity,
            Effect effect,
            Mode mode,
            double weight,
            boolean blocking,
            String requirement,
            String clause,
            String remedy,
            String guidance,
            Examples examples,
            String position) {
        this(
                id,
                by,
                check,
                parameters,
                severity,
                effect,
                mode,
                weight,
                blocking,
                requirement,
                clause,
                remedy,
                guidance,
                examples,
                position,
                Reach.ALL,
                Asking.PLAIN);
    }

    /// The same item on any occasion, in any file.
    public Item anywhere() {
        return new Item(
                id,
                by,
                check,
                parameters,
                severity,
                effect,
                mode,
                weight,
                blocking,
                requirement,
                clause,
                remedy,
                guidance,
                examples,
                position,
                reach.anywhere(),
                asking);
    }

    /// The same item with other values of some parameters.
    Item with(Map<String, Object> values) {
        Map<String, Object> whole = new HashMap<>(parameters);
        whole.putAll(values);
        return new Item(
                id,
                by,
                check,
                whole,
                severity,
                effect,
                mode,
                weight,
                blocking,
                requirement,
                clause,
                remedy,
                guidance,
                examples,
                position,
                reach,
                asking);
    }

    /// The same item with defaults for parameters that have no value.
    Item completed(List<Parameter> all) {
        Map<String, Object> whole = new HashMap<>();
        all.stream()
                .filter(parameter -> parameter.defaultValue() != null)
                .forEach(parameter -> whole.put(parameter.name(), parameter.defaultValue()));
        whole.putAll(parameters);
        return with(whole);
    }

    /// Texts that an item must pass and fail, in a light notation: `# Heading` lines, blank-line paragraphs, `|
    /// a | b
    /// |` tables.
    public record Examples(List<Example> pass, List<Example> fail) {
        public Examples {
            pass = List.copyOf(pass);
            fail = List.copyOf(fail);
        }
    }

    /// One example.
    ///
    /// @param name the file name it is delivered under; empty for the item's id
    /// @param text the document in the light notation
    public record Example(String name, String text) {}
}
