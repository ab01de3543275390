package dev.assay.checklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value an item may set for its check kind.
///
/// @param name         kebab-case
/// @param type         what may stand there
/// @param defaultValue what holds when it is not set: a value of the type, or null where it has none
/// @param required     whether an item must set it
/// @param choices      the allowed words for [Type#CHOICE], [Type#CHOICES] and [Type#LIMITS], else empty
/// @param meaning      one sentence, with unit and bounds
/// @param sharper      which other value asks for more than this one
/// @param wording      whether its texts are wordings that must, or must not, be there
public record Parameter(
        String name,
        Type type,
        @Nullable Object defaultValue,
        boolean required,
        List<String> choices,
        String meaning,
        Sharper sharper,
        Wording wording) {
    public Parameter {
        choices = List.copyOf(choices);
    }

    private Parameter(
            String name,
            Type type,
            @Nullable Object defaultValue,
            boolean required,
            List<String> choices,
            String meaning) {
        this(name, type, defaultValue, required, choices, meaning, Sharper.UNKNOWN, Wording.NONE);
    }

    /// In which direction a parameter sharpens an item. A layer of a checklist that changes it otherwise must say why.
    public enum Sharper {
        /// It cannot be told from the values.
        UNKNOWN,
        /// A larger number, `true` after `false`, or a list with entries added.
        MORE,
        /// A smaller number, `false` after `true`, or a list with entries taken out.
        LESS
    }

    /// The same parameter where the direction is known.
    public Parameter sharper(Sharper direction) {
        return new Parameter(name, type, defaultValue, required, choices, meaning, direction, wording);
    }

    /// Whether the parameter's texts are wordings that must, or must not, stand in what is delivered.
    public enum Wording {
        NONE,
        /// They must; other accepted wordings of the same follow after `|`.
        DEMANDED,
        /// They must not, but for those under `except`.
        FORBIDDEN
    }

    /// The same parameter whose texts are wordings.
    public Parameter wording(Wording kind) {
        return new Parameter(name, type, defaultValue, required, choices, meaning, sharper, kind);
    }

    /// What may stand as a parameter's value.
    public enum Type {
        /// One line or more of text.
        TEXT,
        /// A list of texts; one text is read as a list of one.
        TEXTS,
        /// A regular expression in RE2 syntax.
        PATTERN,
        /// A list of regular expressions in RE2 syntax.
        PATTERNS,
        /// A list of names, each alone or as `name = pattern` with a regular expression in RE2 syntax.
        NAMED_PATTERNS,
        /// A whole number, at least 0.
        COUNT,
        /// A decimal number.
        NUMBER,
        /// `true` or `false`.
        FLAG,
        /// One of the parameter's choices.
        CHOICE,
        /// A list of the parameter's choices; one is read as a list of one.
        CHOICES,
        /// A list of limits such as `200 words`, `10 %` or, with one of the parameter's choices in front,
        /// `verbatim 60 words`; one is read as a list of one.
        LIMITS
    }

    /// A parameter with a default.
    public static Parameter of(String name, Type type, Object defaultValue, String meaning) {
        return new Parameter(name, type, defaultValue, false, List.of(), meaning);
    }

    /// A parameter that may be left out and then has no value.
    public static Parameter optional(String name, Type type, String meaning) {
        return new Parameter(name, type, null, false, List.of(), meaning);
    }

    /// A parameter that must be set.
    public static Parameter required(String name, Type type, String meaning) {
        return new Parameter(name, type, null, true, List.of(), meaning);
    }

    /// A choice with a default.
    public static Parameter choice(String name, List<String> choices, String defaultValue, String meaning) {
        return new Parameter(name, Type.CHOICE, defaultValue, false, choices, meaning);
    }

    /// A list of choices with a default.
    public static Parameter choices(String name, List<String> choices, List<String> defaultValue, String meaning) {
        return new Parameter(name, Type.CHOICES, List.copyOf(defaultValue), false, choices, meaning);
    }

    /// A list of limits with a default.
    public static Parameter limits(String name, List<String> choices, List<String> defaultValue, String meaning) {
        return new Parameter(name, Type.LIMITS, List.copyOf(defaultValue), false, choices, meaning);
    }
}
