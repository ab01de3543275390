package dev.assay.extract.language;

import java.lang.Character.UnicodeScript;
import java.util.List;

/// Languages that share a script, and are told apart by letter triples.
enum ScriptFamily {
    LATIN(
            UnicodeScript.LATIN,
            "abcdefghijklmnopqrstuvwxyz",
            "cs da de en es et fi fr hr hu id it lt lv nb nl pl pt ro sk sl sv tr vi"),
    CYRILLIC(UnicodeScript.CYRILLIC, "абвгдежзийклмнопрстуфхцчшьюя", "bg ru uk"),
    ARABIC(UnicodeScript.ARABIC, "", "ar fa");

    private final UnicodeScript script;
    private final String common;
    private final String tags;

    ScriptFamily(UnicodeScript script, String common, String tags) {
        this.script = script;
        this.common = common;
        this.tags = tags;
    }

    UnicodeScript script() {
        return script;
    }

    /// The languages, as ISO 639-1.
    List<String> tags() {
        return List.of(tags.split(" "));
    }

    /// Whether Lingua has a rule, or might have one, about a letter of this script in lower case: that few
    /// languages have it.
    boolean special(char letter) {
        return this != ARABIC && common.indexOf(letter) < 0;
    }
}
