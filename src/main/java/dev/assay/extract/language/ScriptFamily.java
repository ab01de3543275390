package dev.assay.extract.language;

import java.lang.Character.UnicodeScript;
import java.util.List;

/// Languages that share a script, and are told apart by letter triples.
enum ScriptFamily {
    LATIN(
            UnicodeScript.LATIN,
            "abcdefghijklmnopqrstuvwxyz",
            List.of(
                    "cs", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nb", "nl",
                    "pl", "pt", "ro", "sk", "sl", "sv", "tr", "vi")),
    CYRILLIC(UnicodeScript.CYRILLIC, "абвгдежзийклмнопрстуфхцчшьюя", List.of("bg", "ru", "uk")),
    ARABIC(UnicodeScript.ARABIC, "", List.of("ar", "fa"));

    private final UnicodeScript script;
    private final String common;
    private final List<String> tags;

    ScriptFamily(UnicodeScript script, String common, List<String> tags) {
        this.script = script;
        this.common = common;
        this.tags = tags;
    }

    UnicodeScript script() {
        return script;
    }

    /// The languages, as ISO 639-1.
    List<String> tags() {
        return tags;
    }

    /// Whether Lingua has a rule, or might have one, about a letter of this script in lower case: that few
    /// languages have it.
    boolean special(char letter) {
        return this != ARABIC && common.indexOf(letter) < 0;
    }
}
