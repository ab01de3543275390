package dev.assay.extract.mail;

import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The plain text of a mail: paragraphs between empty lines, each at the number of its first line; what repeats
/// an earlier mail is apart. The marks before quoted lines are dropped.
final class TextBody {
    private static final Pattern MARKS = Pattern.compile(" ?((?:>[ \\t]?)+)");
    private static final int ATTRIBUTION_LINES = 3;

    private final List<Line> lines;

    private TextBody(List<Line> lines) {
        this.lines = lines;
    }

    /// One line.
    ///
    /// @param number counted from 1; of the first one, where several were joined
    /// @param depth  how often it is quoted
    /// @param words  without marks
    private record Line(int number, int depth, String words) {}

    /// Takes a text apart.
    ///
    /// @param flowed          whether lines that end in a space go on in the next (RFC 3676)
    /// @param dropsLastSpaces whether that space is dropped then (`DelSp`)
    static TextBody of(String text, boolean flowed, boolean dropsLastSpaces) {
        List<Line> lines = new ArrayList<>();
        int number = 1;
        for (String line : text.lines().toList()) {
            Line read = marked(number++, line, flowed);
            Line last = lines.isEmpty() ? null : lines.getLast();
            if (flowed && last != null && goesOn(last, read)) {
                String start = dropsLastSpaces ? last.words.substring(0, last.words.length() - 1) : last.words;
                lines.set(lines.size() - 1, new Line(last.number, last.depth, start + read.words));
            } else {
                lines.add(read);
            }
        }
        return new TextBody(lines);
    }

    private static Line marked(int number, String line, boolean flowed) {
        Matcher marks = MARKS.matcher(line);
        boolean escaped = line.startsWith(">From ");
        if (marks.lookingAt() && !escaped) {
            int depth = (int) marks.group(1).chars().filter(c -> c == '>').count();
            return new Line(number, depth, line.substring(marks.end()));
        }
        boolean stuffed = flowed && line.startsWith(" ");
        return new Line(number, 0, escaped || stuffed ? line.substring(1) : line);
    }

    private static boolean goesOn(Line last, Line next) {
        return last.depth == next.depth
                && last.words.endsWith(" ")
                && !last.words.equals("-- ")
                && !next.words.isBlank();
    }

    /// Writes the paragraphs, under the places that `places` makes of lines.
    void write(DocumentDraft draft, BodyPlaces places) {
        boolean[] quoted = quoted();
        StringBuilder open = new StringBuilder();
        int first = 0;
        for (int i = 0; i <= lines.size(); i++) {
            boolean ends = i == lines.size()
                    || lines.get(i).words.isBlank()
                    || (i > first && quoted[i] != quoted[first])
                    || (i > first && lines.get(i).depth != lines.get(first).depth);
            if (ends && !open.isEmpty()) {
                Place place = places.of(new Place.Line(lines.get(first).number));
                draft.paragraph(open.toString(), place, quoted[first] ? Layer.QUOTED : Layer.BODY);
                open.setLength(0);
            }
            if (i < lines.size() && !lines.get(i).words.isBlank()) {
                first = open.isEmpty() ? i : first;
                open.append(open.isEmpty() ? "" : "\n").append(lines.get(i).words);
            }
        }
    }

    private boolean[] quoted() {
        List<String> words = lines.stream().map(Line::words).toList();
        boolean[] quoted = new boolean[lines.size()];
        boolean rest = false;
        for (int i = 0; i < quoted.length; i++) {
            Line line = lines.get(i);
            rest |= line.depth == 0 && QuoteRules.startsRest(words, i);
            quoted[i] |= rest || line.depth > 0;
            int attribution = quoted[i] ? 0 : attribution(i);
            if (attribution > 0) {
                int next = afterBlanks(i + attribution);
                boolean marked = next < quoted.length && lines.get(next).depth > 0;
                String joined = String.join(" ", words.subList(i, i + attribution));
                rest |= !marked && next < quoted.length && QuoteRules.isDated(joined);
                for (int k = i; (marked || rest) && k < i + attribution; k++) {
                    quoted[k] = true;
                }
            }
        }
        return quoted;
    }

    /// How many lines from one on say who wrote what follows; 0 where they do not.
    private int attribution(int from) {
        StringBuilder joined = new StringBuilder();
        for (int count = 1; count <= ATTRIBUTION_LINES && from + count <= lines.size(); count++) {
            Line line = lines.get(from + count - 1);
            if (line.depth > 0 || line.words.isBlank()) {
                return 0;
            }
            joined.append(' ').append(line.words);
            if (QuoteRules.isAttribution(joined.toString())) {
                return count;
            }
        }
        return 0;
    }

    private int afterBlanks(int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).words.isBlank()) {
            at++;
        }
        return at;
    }
}
