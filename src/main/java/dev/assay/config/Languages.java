package dev.assay.config;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;

/// Reads language tags.
final class Languages {
    private Languages() {}

    /// The BCP 47 tag under `language`, in its canonical form.
    static Optional<String> language(Fields fields, Problems problems) {
        return fields.text("language").filter(tag -> {
            boolean known = isLanguage(tag);
            if (!known) {
                problems.add(
                        fields.at("language"), "language is a BCP 47 tag such as en-GB or de. Found: '" + tag + "'");
            }
            return known;
        });
    }

    private static boolean isLanguage(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        if (!locale.toLanguageTag().equalsIgnoreCase(tag)) {
            return false;
        }
        try {
            return !locale.getISO3Language().isEmpty();
        } catch (MissingResourceException e) {
            // The JDK has no three-letter code for it: no language of ISO 639.
            return false;
        }
    }
}
