package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The comments of a document: what each is about, who wrote it when, whether it was marked as done.
final class WordComments {
    private final LateFacts late;
    private final Map<String, Anchor> anchors = new HashMap<>();
    private final Map<String, String> threads = new HashMap<>();
    private final Set<String> done = new HashSet<>();

    WordComments(LateFacts late) {
        this.late = late;
    }

    /// Reads which comments are done and which answer another. Both are said of a comment's last paragraph.
    void readThreads(OfficePackage source, String mainPart) throws IOException {
        for (String part : source.targets(mainPart, "commentsExtended")) {
            source.read(part, Place.Whole::new, root -> root.each(this::thread));
        }
    }

    private void thread(Markup comment) {
        String paragraph = comment.attribute("w15:paraId", "");
        if (comment.flag("w15:done", false)) {
            done.add(paragraph);
        }
        String parent = comment.attribute("w15:paraIdParent");
        if (parent != null) {
            threads.put(paragraph, parent);
        }
    }

    /// Takes `w:commentRangeStart`.
    void start(Markup range, Mark at, Place.Paragraph place) {
        anchors.putIfAbsent(range.attribute("w:id", ""), new Anchor(at, place));
    }

    /// Takes `w:commentRangeEnd`.
    ///
    /// @param at the text that ends there so far
    void end(Markup range, MarkedText at) {
        Anchor anchor = anchors.get(range.attribute("w:id", ""));
        if (anchor != null && !anchor.ended) {
            anchor.ended = true;
            at.mark(anchor.end);
        }
    }

    /// Takes `w:commentReference`: all there is where a comment is about a place only.
    void refer(Markup reference, Place.Paragraph place) {
        anchors.putIfAbsent(reference.attribute("w:id", ""), new Anchor(new Mark(), place));
    }

    /// The headings under which a comment stands.
    List<String> referredFrom(String id) {
        Anchor anchor = anchors.get(id);
        return anchor == null ? List.of() : anchor.place.section();
    }

    /// Records a comment that was written to the draft.
    ///
    /// @param lastParagraph the identifier of its last paragraph
    void record(Said said, Span text, String lastParagraph, DocumentDraft draft) {
        Anchor anchor = anchors.get(said.id);
        Span about = anchor == null ? null : anchor.span(late);
        boolean resolved = done.contains(lastParagraph) || done.contains(threads.getOrDefault(lastParagraph, ""));
        Place place = anchor == null ? new Place.Whole() : anchor.place;
        draft.fact(new Fact.Comment(said.author, said.when, resolved, draft.stripped(text), about, place));
    }

    /// What a comment's element says of it.
    record Said(String id, String author, String when) {
        static Said of(Markup comment) {
            return new Said(
                    comment.attribute("w:id", ""), comment.attribute("w:author", ""), comment.attribute("w:date", ""));
        }
    }

    /// What a comment is about: a range of the text, or a place in it.
    private static final class Anchor {
        private final Mark start;
        private final Mark end = new Mark();
        private final Place.Paragraph place;
        private boolean ended;

        private Anchor(Mark start, Place.Paragraph place) {
            this.start = start;
            this.place = place;
        }

        private @Nullable Span span(LateFacts late) {
            Span span = ended ? late.span(start, end) : null;
            return span == null || span.length() == 0 ? null : span;
        }
    }
}
