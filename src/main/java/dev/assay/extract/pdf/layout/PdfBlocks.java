package dev.assay.extract.pdf.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Joins the lines of a stretch into paragraphs and list entries, by leading, indents, type and the room that
/// was left at a line's end.
public final class PdfBlocks {
    private static final Pattern BULLET = Pattern.compile(
            "^(?:[•◦▪▫‣●○■□➢➤✓✔\uF0B7\uF0A7\uF0D8\uF076⁃∙·]\\s*|[-–*]\\s+|§\\s+(?!\\d)|o\\s+(?=\\p{Lu}))");
    private static final Pattern MARKER = Pattern.compile(
            "[•◦▪▫‣●○■□➢➤✓✔\uF0B7\uF0A7\uF0D8\uF076⁃∙·*–-]|o|\\(?(?:\\d{1,3}|[a-zA-Z]|[ivxlc]{1,5})[.)]");
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:\\(?\\d{1,2}[.)]|\\(?[a-z][.)]|\\(?[ivxlc]{1,5}[.)])\\s+\\S.*");
    private static final Pattern LEADERS = Pattern.compile("(?:\\.\\s?){4,}|…{2,}|_{5,}");
    private static final Pattern CONTENTS = Pattern.compile(".*(?:(?:\\.\\s?){4,}|…{2,})\\s*(?:\\d+|[ivxlc]+)?$");
    /// No entry of a table of contents is longer; keeps matching short on text of nothing but dots.
    private static final int LONGEST_ENTRY = 500;

    private static final float LEADING_SLACK = 1.28f;
    private static final float INDENT = 0.9f;

    private final int page;
    private final float right;
    private final List<PdfLine> lines;
    private final LineEnds ends;
    private final float leading;
    private final List<PdfBlock> blocks = new ArrayList<>();
    private List<PdfLine> open = new ArrayList<>();

    private PdfBlocks(int page, List<PdfLine> lines, LineEnds ends) {
        this.page = page;
        this.lines = lines;
        this.ends = ends;
        this.right = (float) lines.stream().mapToDouble(PdfLine::right).max().orElse(0);
        this.leading = leading(lines);
    }

    /// The paragraphs of lines that follow each other.
    public static List<PdfBlock> of(int page, List<PdfLine> lines, LineEnds ends) {
        PdfBlocks blocks = new PdfBlocks(page, lines, ends);
        blocks.read();
        return blocks.blocks;
    }

    /// Whether a text is nothing but the mark of a list entry.
    static boolean isMarker(String text) {
        return MARKER.matcher(text.strip()).matches();
    }

    static boolean isContents(String text) {
        return text.length() <= LONGEST_ENTRY && CONTENTS.matcher(text).matches();
    }

    /// How long the bullet is that a text starts with, 0 where there is none; numbers are none.
    static int bullet(String text) {
        Matcher bullet = BULLET.matcher(text);
        return bullet.find() ? bullet.end() : 0;
    }

    /// The usual step from line to line in type sizes: the least that is common, as gaps between paragraphs are
    /// wider.
    private static float leading(List<PdfLine> lines) {
        List<Float> steps = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            float step = (line.baseline() - lines.get(i - 1).baseline()) / line.size();
            if (step > 0.8f
                    && step < 2.6f
                    && Math.abs(line.size() - lines.get(i - 1).size()) < 0.6f) {
                steps.add(step);
            }
        }
        steps.sort(null);
        return steps.isEmpty() ? 1.3f : Math.max(1.0f, steps.get(steps.size() / 4));
    }

    private void read() {
        for (PdfLine line : lines) {
            if (!open.isEmpty() && breaksBefore(line)) {
                close();
            }
            open.add(line);
        }
        close();
    }

    private boolean breaksBefore(PdfLine line) {
        PdfLine before = open.getLast();
        boolean otherType =
                Math.abs(line.size() - before.size()) > 0.6f || !line.role().equals(before.role());
        float step = line.baseline() - before.baseline();
        boolean far = step > leading * LEADING_SLACK * line.size() || step < -0.5f * line.size();
        return otherType
                || far
                || startsBold(line, before)
                || startsItem(line)
                || isContents(before.text())
                || isContents(line.text())
                || indented(line)
                || hadRoom(line, before);
    }

    /// A wholly bold line above or below a plain one stands for itself, unless it merely continues.
    private boolean startsBold(PdfLine line, PdfLine before) {
        return line.bold() != before.bold() && room(before) > line.first();
    }

    private boolean startsItem(PdfLine line) {
        if (BULLET.matcher(line.text()).find() && !line.text().matches("^[-–*]\\s+\\p{Ll}.*")) {
            return true;
        }
        boolean inList = NUMBERED.matcher(open.getFirst().text()).matches();
        return NUMBERED.matcher(line.text()).matches()
                && inList
                && Math.abs(line.left() - open.getFirst().left()) < line.size();
    }

    private boolean indented(PdfLine line) {
        PdfLine first = open.getFirst();
        PdfLine before = open.getLast();
        float shift = line.left() - before.left();
        boolean item = isItem(first.text());
        if (isCentred(line, before) || PdfText.isRightToLeft(line.text())) {
            return false;
        }
        if (shift > INDENT * line.size()) {
            boolean hanging = open.size() == 1 && !ends(before.text());
            return item ? open.size() > 1 : !hanging;
        }
        if (continues(line, before)) {
            return false;
        }
        return shift < -INDENT * line.size() && (open.size() > 1 || item);
    }

    /// Whether the next line's first word would have fitted: then the line was ended on purpose.
    private boolean hadRoom(PdfLine line, PdfLine before) {
        if (isCentred(line, before) || PdfText.isRightToLeft(line.text())) {
            return false;
        }
        boolean slack = room(before) > line.first() + 1.5f * line.size();
        return slack && !continues(line, before);
    }

    /// Whether a line goes on in the middle of a sentence or word.
    private static boolean continues(PdfLine line, PdfLine before) {
        return LineEnds.isBroken(before.text()) || (!ends(before.text()) && startsLower(line.text()));
    }

    private float room(PdfLine line) {
        return right - line.right() - 0.3f * line.size();
    }

    private static boolean isCentred(PdfLine line, PdfLine before) {
        return Math.abs(line.centre() - before.centre()) < 2 && Math.abs(line.left() - before.left()) > 4;
    }

    private static boolean ends(String text) {
        int last = text.length() - 1;
        while (last >= 0 && ")\"”’]".indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && ".:;?!".indexOf(text.charAt(last)) >= 0;
    }

    private static boolean startsLower(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
    }

    private static boolean isItem(String text) {
        return BULLET.matcher(text).find() || NUMBERED.matcher(text).matches();
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        PdfLine first = open.getFirst();
        PlacedText text = ends.join(open.stream().map(PdfLine::placed).toList());
        String words = text.text();
        blocks.add(new PdfBlock(
                text,
                open.size(),
                first.size(),
                open.stream().allMatch(PdfLine::bold),
                first.role(),
                isItem(words),
                first.left(),
                page,
                first.top(),
                words.length() <= LONGEST_ENTRY && LEADERS.matcher(words).find()));
        open = new ArrayList<>();
    }
}
