package dev.assay.check;

import dev.assay.document.Span;
import dev.assay.document.Words;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Titles of sections, compared as people compare them: numbering, case, punctuation and spacing do not count.
public final class Titles {
    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:(?:section|chapter|part|appendix|annex|kapitel|abschnitt|teil|anhang)\\s+"
                    + "(?:[0-9]{1,3}(?:\\.[0-9]{1,3})*|[ivxlc]{1,7}|[a-z])\\b[.):\u2013\u2014-]?"
                    + "|[0-9]{1,3}(?:\\.[0-9]{1,3})*[.):]?(?=[\\s\u2013\u2014-])"
                    + "|(?:[ivxlc]{1,7}|[a-z])(?:\\.[0-9]{1,3})*[.):](?=\\s)"
                    + "|\\((?:[0-9]{1,3}|[ivxlc]{1,7}|[a-z])\\))",
            Pattern.CASE_INSENSITIVE);

    private Titles() {}

    /// The words of a title in lower case, without its numbering; the whole when there is nothing but a
    /// numbering.
    public static String normalised(String title) {
        String text = Normalizer.normalize(title, Normalizer.Form.NFKC).strip();
        String bare = NUMBERING.matcher(text).replaceFirst("");
        String words = words(bare);
        return words.isEmpty() ? words(text) : words;
    }

    private static String words(String text) {
        String spelled = text.replace("&", " and ").toLowerCase(Locale.ROOT);
        return Words.spans(spelled).stream().map(span -> word(spelled, span)).collect(Collectors.joining(" "));
    }

    private static String word(String text, Span span) {
        return text.substring(span.start(), span.end()).replace('\u2019', '\'').replace('\u2010', '-');
    }
}
