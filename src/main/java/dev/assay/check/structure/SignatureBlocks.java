package dev.assay.check.structure;

import dev.assay.check.Inspection;
import dev.assay.check.Passages;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of a document that are to be filled in by those who sign.
final class SignatureBlocks {
    /// How many passages away a name or date may stand from the signature that it belongs to.
    private static final int NEAR = 6;

    private static final int LONGEST = 300;
    private static final Pattern LABEL = Pattern.compile(
            "(?i)(?:^|(?<=[\\s\\u00A0_.|]))(?<label>(?:authori[sz]ed )?signature(?: of [\\p{L} ]{2,40})?|signed(?:"
                + " by)?|sign here|unterschrift|unterzeichnet(?: von)?|gezeichnet|by|(?:print(?:ed)? |full"
                + " )?name|date(?: of signature)?|datum|ort, datum|place and date)\\s*(?::|(?=[_.\u2026]{4,}))\\s*");
    private static final Pattern SIGNS = Pattern.compile("(?i)sign|unterschrift|unterzeichnet|gezeichnet");
    private static final Pattern BLANK = Pattern.compile("[\\s\\u00A0_.\u2026\u2013\u2014/\\[\\]()-]*");
    private static final Pattern RULE = Pattern.compile("\\s*(?:_{5,}|\\.{8,}|\u2026{3,})\\s*");
    private static final Pattern WRITTEN = Pattern.compile("(?i)/s/\\s*\\p{L}|\\bgez\\.\\s*\\p{Lu}");

    private final Document document;
    private final List<Span> passages;
    private final List<Line> lines = new ArrayList<>();

    SignatureBlocks(Inspection.ReadPart part) {
        this.document = part.document();
        this.passages = Passages.shown(document).toList();
        for (int i = 0; i < passages.size(); i++) {
            read(i);
        }
        // "By" and names or dates are of a block only where somebody signs nearby.
        List<Line> signatures = lines.stream().filter(Line::signs).toList();
        lines.removeIf(line -> !line.signs()
                && signatures.stream().noneMatch(other -> Math.abs(other.passage() - line.passage()) <= NEAR));
    }

    /// A line to be filled in.
    ///
    /// @param label   what it asks for
    /// @param signs   whether a signature is asked for, not a name or date
    /// @param value   what stands there; empty where it is blank
    /// @param passage which passage of the document, from 0
    record Line(String label, boolean signs, String value, Span span, int passage) {}

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /// The text around a line: its block.
    String around(Line line) {
        StringBuilder around = new StringBuilder();
        int last = Math.min(passages.size() - 1, line.passage() + NEAR);
        for (int i = Math.max(0, line.passage() - 2); i <= last; i++) {
            around.append(document.text(passages.get(i))).append('\n');
        }
        return around.toString();
    }

    /// Whether an image stands where the signature would.
    boolean isDrawn(Line line) {
        Place place = document.placeAt(line.span().start());
        return document.facts(Fact.Image.class).map(Fact.Image::place).anyMatch(image -> isNear(image, place));
    }

    private static boolean isNear(Place image, Place line) {
        if (image instanceof Place.Paragraph one && line instanceof Place.Paragraph other) {
            return Math.abs(one.number() - other.number()) <= 2;
        }
        if (image instanceof Place.Slide one && line instanceof Place.Slide other) {
            return one.slide() == other.slide();
        }
        return image.equals(line);
    }

    private void read(int index) {
        Span passage = passages.get(index);
        String text = document.text(passage);
        if (text.length() > LONGEST) {
            return;
        }
        Matcher written = WRITTEN.matcher(text);
        if (written.find()) {
            lines.add(new Line("signature", true, text.strip(), passage, index));
            return;
        }
        if (RULE.matcher(text).matches()) {
            rule(index);
            return;
        }
        Matcher label = LABEL.matcher(text);
        List<int[]> found = new ArrayList<>();
        while (label.find()) {
            found.add(new int[] {label.start("label"), label.end("label"), label.end()});
        }
        boolean begins =
                !found.isEmpty() && text.substring(0, found.getFirst()[0]).isBlank();
        for (int i = 0; begins && i < found.size(); i++) {
            int[] each = found.get(i);
            int end = i + 1 < found.size() ? found.get(i + 1)[0] : text.length();
            add(index, text.substring(each[0], each[1]), each[0], text.substring(each[2], end));
        }
    }

    private void add(int index, String label, int at, String rest) {
        String value = BLANK.matcher(rest).matches() ? next(index, rest) : rest.strip();
        int start = passages.get(index).start() + at;
        boolean signs = SIGNS.matcher(label).find() || label.equalsIgnoreCase("by");
        lines.add(new Line(label, signs, value, new Span(start, start + label.length()), index));
    }

    /// What stands in the next cell of the row, where the label's own is empty.
    private String next(int index, String rest) {
        boolean cell = document.blockAt(passages.get(index).start()).orElse(null) instanceof Block.Table;
        if (!cell || rest.contains("__") || index + 1 >= passages.size()) {
            return "";
        }
        Span next = passages.get(index + 1);
        String between = document.text()
                .substring(
                        passages.get(index).end(), Math.max(passages.get(index).end(), next.start()));
        String text = document.text(next).strip();
        boolean row = !between.contains("\n");
        return row && !BLANK.matcher(text).matches() && !LABEL.matcher(text).find() ? text : "";
    }

    /// A line of underscores alone, with what is to be written there below it.
    private void rule(int index) {
        if (index + 1 < passages.size()) {
            String below = document.text(passages.get(index + 1)).strip();
            String lower = below.toLowerCase(Locale.ROOT);
            boolean signature = SIGNS.matcher(lower).find();
            if (below.length() <= 80 && (signature || lower.matches("(?:place, |ort, )?(?:date|datum)\\b.*"))) {
                lines.add(new Line(below, signature, "", passages.get(index), index));
            }
        }
    }
}
