package dev.assay.checklist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What of a delivery an item concerns, how much of it must be right, and until when.
///
/// @param when         on which occasions it holds
/// @param scope        which part of the documents it looks at
/// @param mostly       share of what is counted that must be right, above 0 and below 1; null for all
/// @param mostFindings how many findings of one file are listed at most; null for no limit of its own
/// @param expires      the last day on which it counts; null for none
public record Reach(
        When when,
        Scope scope,
        @Nullable BigDecimal mostly,
        @Nullable Integer mostFindings,
        @Nullable LocalDate expires) {
    /// All of every delivery.
    public static final Reach ALL = new Reach(When.ALWAYS, Scope.ALL, null, null, null);

    public Reach {
        when = Objects.requireNonNullElse(when, When.ALWAYS);
        scope = Objects.requireNonNullElse(scope, Scope.ALL);
    }

    /// The same on any occasion, in any file.
    public Reach anywhere() {
        return new Reach(When.ALWAYS, new Scope(scope.layer(), scope.section(), List.of()), mostly, mostFindings, null);
    }

    /// Occasions: each list names what is meant, and an empty one means any.
    ///
    /// @param role     of a file in its delivery
    /// @param format   of a file, the word of a [FileFormat]
    /// @param language BCP 47 tags that were ordered; one without region takes all regions
    /// @param practice of the work order
    /// @param tier     of the work order, the word of a `Tier`
    public record When(
            List<String> role, List<String> format, List<String> language, List<String> practice, List<String> tier) {
        /// Any occasion.
        public static final When ALWAYS = new When(List.of(), List.of(), List.of(), List.of(), List.of());

        public When {
            role = List.copyOf(role);
            format = List.copyOf(format);
            language = List.copyOf(language);
            practice = List.copyOf(practice);
            tier = List.copyOf(tier);
        }
    }

    /// A part of the documents: each list names what is meant, and an empty one means all.
    ///
    /// @param layer   words of the layers
    /// @param section patterns found in the titles of sections, or the names of sheets and tables
    /// @param part    patterns that a file's role or its whole name matches
    public record Scope(List<String> layer, List<String> section, List<String> part) {
        /// All of it.
        public static final Scope ALL = new Scope(List.of(), List.of(), List.of());

        public Scope {
            layer = List.copyOf(layer);
            section = List.copyOf(section);
            part = List.copyOf(part);
        }

        /// Whether only some of a document's text is looked at.
        public boolean isOfText() {
            return !layer.isEmpty() || !section.isEmpty();
        }
    }
}
