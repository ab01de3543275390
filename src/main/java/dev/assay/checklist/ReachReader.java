package dev.assay.checklist;

import dev.assay.config.ClientPattern;
import dev.assay.config.Fields;
import dev.assay.config.Located;
import dev.assay.config.Problems;
import dev.assay.document.Layer;
import dev.assay.work.Id;
import dev.assay.work.Tier;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what of a delivery an item concerns.
final class ReachReader {
    /// Fewer would hide more findings than any acceptance number of the standard policy allows.
    private static final int LEAST_LISTED = 10;

    private final Fields item;
    private final By by;
    private final Optional<KindForm> kind;
    private final Problems problems;

    /// @param kind what answers; empty where a person or the vendor does, or where it is unknown
    ReachReader(Fields item, By by, Optional<KindForm> kind, Problems problems) {
        this.item = item;
        this.by = by;
        this.kind = kind;
        this.problems = problems;
    }

    Reach read() {
        return new Reach(when(), scope(), mostly(), mostFindings(), expires());
    }

    private Reach.When when() {
        Optional<Fields> given = item.value("when").flatMap(value -> Fields.of(value, "'when'", problems));
        if (given.isEmpty()) {
            return Reach.When.ALWAYS;
        }
        Fields fields = given.get();
        Reach.When when = new Reach.When(
                words(fields, "role", role -> Id.isValid(role) ? null : "that of a file, such as report"),
                words(fields, "format", oneOf(FileFormat.values())),
                words(fields, "language", tag -> isTag(tag) ? null : "a BCP 47 tag such as en or de-CH"),
                words(
                        fields,
                        "practice",
                        practice -> Id.isValid(practice) ? null : "that of a work order, such as legal-review"),
                words(fields, "tier", oneOf(Tier.values())));
        fields.done("'when'");
        return when;
    }

    private static boolean isTag(String tag) {
        return !tag.isEmpty() && Locale.forLanguageTag(tag).toLanguageTag().equalsIgnoreCase(tag);
    }

    private Reach.Scope scope() {
        Optional<Fields> given = item.value("scope").flatMap(value -> Fields.of(value, "'scope'", problems));
        if (given.isEmpty()) {
            return Reach.Scope.ALL;
        }
        Fields fields = given.get();
        if (by != By.MACHINE) {
            problems.add(item.at("scope"), "only an item that a machine answers can have a scope");
        }
        Reach.Scope scope = new Reach.Scope(
                words(fields, "layer", oneOf(Layer.values())),
                words(fields, "section", ReachReader::pattern),
                words(fields, "part", ReachReader::pattern));
        fields.done("'scope'");
        if (scope.isOfText() && lacks(Trait.READS_PASSAGES)) {
            problems.add(
                    item.at("scope"),
                    "check '" + kind.orElseThrow().id() + "' does not look at passages one by one, so that no 'layer'"
                            + " and no 'section' can be left out. Use 'part', or another check");
        }
        return scope;
    }

    private static @Nullable String pattern(String expression) {
        try {
            ClientPattern.of(expression);
            return null;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage()).replaceFirst("^not a pattern", "a pattern");
        }
    }

    private boolean lacks(Trait trait) {
        return kind.isPresent() && !kind.get().traits().contains(trait);
    }

    private static Function<String, @Nullable String> oneOf(Enum<?>[] constants) {
        List<String> known = Stream.of(constants).map(Fields::word).toList();
        return word -> known.contains(word)
                ? null
                : "one of " + String.join(", ", known) + "|" + Problems.suggestion(word, known);
    }

    /// The words under a key, each of which must be as `rule` says: it answers with what was expected instead, and
    /// after a bar what was probably meant.
    private List<String> words(Fields fields, String key, Function<String, @Nullable String> rule) {
        List<String> words = new ArrayList<>();
        if (fields.has(key) && fields.list(key).isEmpty()) {
            problems.add(fields.at(key), "'" + key + "' needs at least one entry, or leave it out");
        }
        for (Located value : fields.list(key)) {
            if (!(value instanceof Located.Scalar scalar) || scalar.type() == Located.Scalar.Type.NOTHING) {
                problems.add(value.at(), "'" + key + "' is a word or a list of words. Found: " + value.kind());
                continue;
            }
            String expected = rule.apply(scalar.text());
            if (expected != null) {
                String[] both = expected.split("\\|", 2);
                problems.add(
                        scalar.at(),
                        key + " is " + both[0] + ". Found: '" + scalar.text() + "'."
                                + (both.length > 1 ? both[1] : ""));
            }
            words.add(scalar.text());
        }
        return words;
    }

    private @Nullable BigDecimal mostly() {
        Optional<BigDecimal> share = item.number("mostly");
        if (share.isEmpty()) {
            return null;
        }
        if (share.get().signum() <= 0 || share.get().compareTo(BigDecimal.ONE) >= 0) {
            problems.add(
                    item.at("mostly"),
                    "'mostly' is the share that must be right, above 0 and below 1, such as 0.95. Found: "
                            + share.get().toPlainString());
        }
        if (by != By.MACHINE || lacks(Trait.COUNTS_UNITS)) {
            problems.add(
                    item.at("mostly"),
                    (by == By.MACHINE
                                    ? "check '" + kind.orElseThrow().id() + "' does not count what it checks"
                                    : "only a check counts")
                            + ", so that no share of it can be asked for. Take 'mostly' out");
        }
        return share.get();
    }

    private @Nullable Integer mostFindings() {
        Optional<Integer> most = item.count("most-findings");
        if (most.isPresent() && most.get() < LEAST_LISTED) {
            problems.add(
                    item.at("most-findings"),
                    "'most-findings' is at least " + LEAST_LISTED
                            + ": fewer would hide more than may be accepted. Found: " + most.get());
        }
        return most.orElse(null);
    }

    private @Nullable LocalDate expires() {
        Optional<String> written = item.text("expires");
        if (written.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(written.get());
        } catch (DateTimeException e) {
            problems.add(
                    item.at("expires"),
                    "expires is the last day on which the item counts, such as 2027-03-31. Found: '" + written.get()
                            + "'");
            return null;
        }
    }
}
