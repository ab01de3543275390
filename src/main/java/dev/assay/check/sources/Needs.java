package dev.assay.check.sources;

import dev.assay.check.FoldedText;
import dev.assay.check.Parameters;
import dev.assay.config.ClientPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What must stand nearby, each with its accepted forms.
///
/// @param needs all of them must
record Needs(List<Need> needs) {
    private static final String SIGN = "[<>=\u2264\u2265\u2248]";
    private static final Need SOURCE = new Need(
            "a source",
            Pattern.compile("(?iu)(?:^|[(\\[.;:|\u2013\u2014\\n"
                + "])\\s{0,3}(?:data )?(?:sources?|quellen?|fuentes?|fontes?|bron)(?!"
                + " code\\b)(?:\\s{0,2}[:\u2013\u2014-]\\s{0,3}[\\p{L}\\p{N}\\[\"\u201c\u201e(<]|["
                + " \\x{00A0}][\\p{L}\\p{N}\\[\"\u201c(])|(?<!\\p{L})(?:sources?|quellen?|data"
                + " from|daten(?:basis)?)\\s?:\\s{0,3}[\\p{L}\\p{N}\\[\"\u201c\u201e(<]|\\b(?:adapted|reproduced|taken|compiled|calculated)"
                + " from\\b|\\bown"
                + " (?:calculations?|analysis|research|illustration|survey)\\b|\\b(?:author'?s'?|authors\u2019|author\u2019s)"
                + " (?:own |calculations?|analysis)|\\beigene"
                + " (?:berechnung|darstellung|erhebung)|\\([\\p{Lu}][^()]{1,80}(?:19|20)[0-9]{2}[a-z]?\\)|\\[[0-9]{1,3}(?:[,;\u2013-]"
                + " ?[0-9]{1,3}){0,5}\\]|https?://"));
    private static final Need BASE = new Need(
            "a base",
            Pattern.compile(
                    "(?iu)(?<![\\p{L}\\p{N}])n\\s?=\\s?[0-9]|(?<!\\p{L})(?:base|basis|sample)(?: size)?s?\\s?[:=]"
                            + "|(?<!\\p{L})(?:base|basis)[ \\x{00A0}]?(?:\\(|n\\b|all\\b|alle\\b|[0-9])"
                            + "|(?<![\\p{N}.,])[0-9][0-9,.]{0,9} (?:of|out of|von) (?:the |all |den )?[0-9]"
                            + "|[0-9] (?:respondents|interviews|cases|patients|participants|subjects|people|adults"
                            + "|befragten?|f\u00e4llen?|personen|probanden|patienten)\\b"));
    private static final Need TEST = new Need(
            "a p value or level",
            Pattern.compile("(?iu)(?<!\\p{L})p\\s?(?:-?values? (?:of|was|is) |" + SIGN + ")\\s?0?[.,]?[0-9]|[0-9]"
                                                                                       + " ?(?:%|percent|per"
                                                                                       + " cent|prozent)["
                                                                                       + " -](?:\\p{L}+["
                                                                                       + " -])?(?:confidence|significance|level|ci\\b|konfidenz|niveau)|(?:confidence|significance|level|niveau|konfidenz)[^.;]{0,25}[0-9]"
                                                                                       + " ?(?:%|percent|per"
                                                                                       + " cent|prozent)"
                                                                                       + "|(?:\u03b1|alpha)\\s?" + SIGN + "\\s?0?[.,][0-9]"
                    + "|(?:significance|confidence) level of|signifikanzniveau (?:von|\u03b1)|irrtumswahrscheinlichkeit"
                    + "|(?:level|niveau) (?:of |von )?(?:0?[.,][0-9])|0?[.,]0[0-9]+ (?:level|niveau)"));

    /// @param name     with its article, for a message
    /// @param wordings the client's words, of which one is enough
    /// @param patterns the client's patterns, of which one is enough
    /// @param usual    the usual forms where the client says nothing
    private record Need(String name, List<FoldedText> wordings, List<ClientPattern> patterns, List<Pattern> usual) {
        Need(String name, Pattern usual) {
            this(name, List.of(), List.of(), List.of(usual));
        }

        boolean isIn(String text, FoldedText folded) {
            return wordings.stream().anyMatch(folded::holds)
                    || patterns.stream().anyMatch(pattern -> pattern.first(text).isPresent())
                    || usual.stream().anyMatch(pattern -> pattern.matcher(text).find());
        }
    }

    /// What a kind of thing needs: the client's words where there are any, else what is usual.
    static Needs of(Parameters parameters, Usual usual) {
        List<Need> needs = new ArrayList<>();
        for (String entry : parameters.texts("needs")) {
            List<String> wordings = Stream.of(entry.split("\\|"))
                    .map(String::strip)
                    .filter(wording -> !wording.isEmpty())
                    .toList();
            if (!wordings.isEmpty()) {
                needs.add(new Need(
                        quoted(wordings),
                        wordings.stream()
                                .map(each -> FoldedText.of(each, false))
                                .toList(),
                        List.of(),
                        List.of()));
            }
        }
        parameters
                .patterns("needs-patterns")
                .forEach(pattern ->
                        needs.add(new Need("text that matches " + pattern, List.of(), List.of(pattern), List.of())));
        if (needs.isEmpty()) {
            needs.add(
                    switch (usual) {
                        case SOURCE -> SOURCE;
                        case BASE -> BASE;
                        case TEST -> TEST;
                    });
        }
        return new Needs(needs);
    }

    private static String quoted(List<String> wordings) {
        return wordings.stream()
                .limit(4)
                .map(wording -> "'" + wording + "'")
                .reduce((one, other) -> one + " or " + other)
                .orElseThrow();
    }

    /// Names of what is lacking in a text.
    List<String> lacking(String text) {
        FoldedText folded = FoldedText.of(text, false);
        return needs.stream()
                .filter(need -> !need.isIn(text, folded))
                .map(Need::name)
                .toList();
    }

    /// What is usually asked for.
    enum Usual {
        SOURCE,
        BASE,
        TEST
    }
}
