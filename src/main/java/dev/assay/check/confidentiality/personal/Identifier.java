package dev.assay.check.confidentiality.personal;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An identifier with a form and a check.
///
/// @param data    the kind of data it is, a choice of the parameter `data`
/// @param name    what it is called in a message
/// @param form    how it may be written; bounded, so that it is found in linear time
/// @param alone   the written form that is unmistakable without context; null where context is always needed
/// @param context words of which one must stand near or in the column's header, where the form does not suffice
/// @param check   whether a value without separators, in upper case, is one
public record Identifier(
        String data, String name, Pattern form, @Nullable Pattern alone, Pattern context, Predicate<String> check) {
    static Identifier of(String data, String name, String form, String alone, String context, Predicate<String> check) {
        return new Identifier(
                data,
                name,
                Pattern.compile("(?<![\\p{L}\\p{N}.,/+_-])(?:" + form + ")(?![\\p{L}\\p{N}_]|[.,/-]\\p{N})"),
                alone.isEmpty() ? null : Pattern.compile(alone),
                Pattern.compile(
                        "(?<!\\p{L})(?:" + context + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                check);
    }

    static Identifier national(String name, String form, String alone, String context, Predicate<String> check) {
        return of("national-id", name, form, alone, context, check);
    }

    boolean standsAlone(String written) {
        return alone != null && alone.matcher(written).matches();
    }

    /// Whether the check holds. A value of one digit repeated is a blank, not a number of anybody.
    boolean holds(String written) {
        String bare = written.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        return bare.chars().distinct().count() > 1 && check.test(bare);
    }
}
