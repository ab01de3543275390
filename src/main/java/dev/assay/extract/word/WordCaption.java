package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the captions among paragraphs: those of the caption style and those that show a number of a sequence.
///
/// @param label  as shown before the number, such as `Figure`; what the sequence counts where nothing is shown
/// @param number as shown, such as `3` or `4-2`; empty where the caption has none
record WordCaption(String label, String number) {
    private static final int LOOKED_AT = 200;
    private static final Pattern LABEL = Pattern.compile("\\p{L}[\\p{L}\\p{M}. \u00A0]{0,39}");
    private static final Pattern NUMBERED = Pattern.compile(
            "(" + LABEL.pattern() + "?)[ \u00A0\t]+"
                    + "([0-9]{1,4}(?:[.\u2011\u2013-][0-9A-Za-z]{1,4}){0,4}[a-z]?"
                    + "|[A-Z](?:[.\u2011\u2013-][0-9]{1,4}){1,4}|[IVXLC]{1,7})(?![\\p{L}\\p{N}]).*",
            Pattern.DOTALL);

    static boolean is(WordParagraph paragraph, WordStyles styles) {
        return paragraph.sequence() != null || styles.isCaption(paragraph.style());
    }

    /// Has the paragraph recorded, where it is a caption.
    static void record(WordParagraph paragraph, WordSource shared) {
        if (paragraph.text().isBlank() || !is(paragraph, shared.styles())) {
            return;
        }
        WordCaption caption = of(paragraph.text().toString(), paragraph.sequence());
        Place place = paragraph.place();
        shared.late()
                .add(
                        paragraph.text().first(),
                        paragraph.text().mark(),
                        span -> new Fact.Caption(caption.label, caption.number, span, place));
    }

    private static WordCaption of(String text, WordParagraph.@org.jspecify.annotations.Nullable Sequence sequence) {
        if (sequence == null) {
            Matcher matcher = NUMBERED.matcher(
                    text.strip().substring(0, Math.min(LOOKED_AT, text.strip().length())));
            return matcher.matches()
                    ? new WordCaption(matcher.group(1).strip(), matcher.group(2))
                    : new WordCaption("", "");
        }
        int start = sequence.start();
        while (start > 0 && isOfNumber(text.charAt(start - 1))) {
            start--;
        }
        while (start < sequence.start() && isLabel(text, start)) {
            start++;
        }
        String before = text.substring(0, start).strip();
        String label = LABEL.matcher(before).matches() ? before : sequence.name();
        return new WordCaption(label, text.substring(start, sequence.end()).strip());
    }

    /// Whether the letter at an offset is of a word, as in `Figure3`, and not of a number, as in `A.3`.
    private static boolean isLabel(String text, int at) {
        return Character.isLetter(text.charAt(at))
                && (Character.isLetter(text.charAt(at + 1)) || (at > 0 && Character.isLetter(text.charAt(at - 1))));
    }

    private static boolean isOfNumber(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '\u2011' || c == '\u2013';
    }
}
