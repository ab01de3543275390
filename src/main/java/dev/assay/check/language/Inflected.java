package dev.assay.check.language;

import dev.assay.check.FoldedText;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A term with the forms it takes in English and German: plural, possessive, the endings of cases.
///
/// @param written as the client wrote it
/// @param forms   as they are looked for, the term itself first
record Inflected(String written, List<FoldedText> forms) {
    private static final List<String> ENDINGS = List.of("s", "es", "'s", "s'", "e", "en", "er", "n", "ern");

    Inflected {
        forms = List.copyOf(forms);
    }

    /// @param inflected whether other forms than the one written are meant as well
    static Inflected of(String term, boolean inflected, boolean matchCase) {
        String bare = term.strip();
        Set<String> forms = new LinkedHashSet<>(List.of(bare));
        if (inflected && !bare.isEmpty() && Character.isLetter(bare.charAt(bare.length() - 1))) {
            ENDINGS.forEach(ending -> forms.add(bare + ending));
            if (bare.endsWith("y")) {
                forms.add(bare.substring(0, bare.length() - 1) + "ies");
            }
        }
        return new Inflected(
                bare, forms.stream().map(form -> FoldedText.of(form, matchCase)).toList());
    }

    /// Where it stands in a text, in any form.
    List<Span> in(FoldedText text) {
        String root = forms.getFirst().toString();
        String stem = root.endsWith("y") ? root.substring(0, root.length() - 1) : root;
        if (!text.toString().contains(stem)) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        forms.stream().flatMap(form -> text.find(form).stream()).forEach(spans::add);
        return spans;
    }

    /// Reads `one | other | third`.
    static List<Inflected> alternatives(String entry, boolean inflected, boolean matchCase) {
        return Stream.of(entry.split("\\|"))
                .map(String::strip)
                .filter(term -> !term.isEmpty())
                .map(term -> of(term, inflected, matchCase))
                .toList();
    }
}
