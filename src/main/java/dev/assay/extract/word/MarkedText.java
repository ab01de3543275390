package dev.assay.extract.word;

import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text being put together, with marks that keep their place in it when it becomes part of another text and
/// when it is written.
final class MarkedText {
    private final StringBuilder text = new StringBuilder();
    private final List<Placed> marks = new ArrayList<>();
    private @Nullable MarkedText holder;
    private @Nullable Span written;
    private int base;
    private int leading;

    /// Adds words, as documents hold them.
    void append(String words) {
        text.append(DocumentDraft.clean(words));
    }

    /// Adds a whole text, which from now on is part of this one, on a line of its own where it is not blank.
    void appendLine(MarkedText other) {
        if (other.isBlank()) {
            other.text.setLength(0);
        } else if (!text.isEmpty()) {
            text.append('\n');
        }
        append(other);
    }

    /// Adds a whole text, which from now on is part of this one.
    void append(MarkedText other) {
        other.holder = this;
        other.base = text.length();
        for (Placed each : other.marks) {
            marks.add(new Placed(each.mark, Math.min(each.offset, other.text.length()) + other.base));
        }
        other.marks.clear();
        text.append(other.text);
    }

    /// Puts words before everything, marks included.
    void prepend(String words) {
        String clean = DocumentDraft.clean(words);
        text.insert(0, clean);
        marks.replaceAll(each -> new Placed(each.mark, each.offset + clean.length()));
    }

    /// A mark at the end of what is there so far.
    Mark mark() {
        Mark mark = new Mark();
        mark(mark);
        return mark;
    }

    /// Puts a mark at the end of what is there so far.
    void mark(Mark mark) {
        place(mark, text.length());
    }

    /// A mark before everything.
    Mark first() {
        Mark mark = new Mark();
        place(mark, 0);
        return mark;
    }

    private void place(Mark mark, int offset) {
        MarkedText in = this;
        int at = offset;
        while (in.holder != null) {
            at += in.base;
            in = in.holder;
        }
        if (in.written == null) {
            in.marks.add(new Placed(mark, at));
        } else {
            in.settle(mark, at, in.written);
        }
    }

    int length() {
        return text.length();
    }

    boolean isBlank() {
        return text.toString().isBlank();
    }

    /// The words from an offset on.
    String from(int offset) {
        return text.substring(offset);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /// Settles the marks of a text that was written by itself, though it is part of another.
    void writtenAlone(Span span) {
        MarkedText in = this;
        while (in.holder != null) {
            in = in.holder;
        }
        in.written(span);
    }

    /// Settles the marks: the text was written, without the white space around it.
    ///
    /// @param span where it lies now; an empty span where nothing was written
    void written(Span span) {
        written = span;
        leading = 0;
        while (leading < text.length() && Character.isWhitespace(text.charAt(leading))) {
            leading++;
        }
        marks.forEach(each -> settle(each.mark, each.offset, span));
        marks.clear();
    }

    private void settle(Mark mark, int offset, Span span) {
        mark.settle(span.start() + Math.clamp(offset - leading, 0, span.length()));
    }

    private record Placed(Mark mark, int offset) {}
}
