package dev.assay.check.sources;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A scheme of identifiers: how candidates are found, what a valid one looks like.
///
/// @param id        as in the parameter `kinds`
/// @param name      for messages
/// @param standard  where form and check digit are defined
/// @param candidate finds what is meant as one, loosely; its group `id` is the identifier
/// @param heading   what a table's heading or label says above or before identifiers alone; null where nothing does
/// @param form      what a valid one looks like, without spaces where `compact`
/// @param example   of the form
/// @param compact   whether spaces and hyphens do not count
/// @param check     of its check digit, asked only where the form is right
record Scheme(
        String id,
        String name,
        String standard,
        Pattern candidate,
        Optional<Pattern> heading,
        Pattern form,
        String example,
        boolean compact,
        Predicate<String> check) {
    /// The identifier as it is compared.
    String key(String written) {
        String upper = written.toUpperCase(Locale.ROOT);
        return compact ? upper.replaceAll("[\\s\\x{00A0}\\u2010-\\u2015-]", "") : upper.strip();
    }

    /// What is wrong with it; empty where nothing is.
    Optional<String> fault(String written) {
        String key = key(written);
        if (!form.matcher(key).matches()) {
            return Optional.of("a valid one looks like " + example + " (" + standard + ")");
        }
        return check.test(key)
                ? Optional.empty()
                : Optional.of(
                        "its check digit does not fit, so that at least one character is wrong (" + standard + ")");
    }
}
