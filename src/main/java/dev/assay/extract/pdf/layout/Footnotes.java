package dev.assay.extract.pdf.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Tells the notes at the foot of a page: what the file's structure calls a note, and blocks at the end of the page,
/// in its lower part, in smaller type than the body's, the first of which starts with a mark.
public final class Footnotes {
    private static final Pattern MARK = Pattern.compile("(?:\\d{1,3}|[*†‡§¶]{1,3}|\\[\\d{1,3}])\\.?\\)?\\s?\\p{L}.*");
    private static final float SMALLER = 0.93f;
    private static final float LOWER_PART = 0.5f;
    private static final int LONGEST = 3_000;

    private Footnotes() {}

    /// The notes among the pieces of a page's body, in order.
    ///
    /// @param bodySize type size of the document's running text
    @SuppressWarnings("ReferenceEquality") // The very block, not one that says the same.
    public static List<PdfBlock> of(List<PdfPiece> body, float bodySize, PageTurn turn) {
        List<PdfBlock> notes = new ArrayList<>();
        int first = body.size();
        while (first > 0 && body.get(first - 1) instanceof PdfBlock block && isSmall(block, bodySize, turn)) {
            first--;
        }
        for (int i = 0; i < body.size(); i++) {
            if (body.get(i) instanceof PdfBlock block) {
                boolean begins = i >= first && isMarked(block);
                boolean goesOn = i > first && !notes.isEmpty() && i > first && notes.getLast() == body.get(i - 1);
                if (block.role().kind() == PdfRole.Kind.NOTE || begins || (i >= first && goesOn)) {
                    notes.add(block);
                }
            }
        }
        return notes;
    }

    private static boolean isSmall(PdfBlock block, float bodySize, PageTurn turn) {
        return block.size() < bodySize * SMALLER
                && block.top() > turn.height() * LOWER_PART
                && block.role().kind() != PdfRole.Kind.HEADING;
    }

    private static boolean isMarked(PdfBlock block) {
        return block.text().length() <= LONGEST && MARK.matcher(block.text()).matches();
    }
}
