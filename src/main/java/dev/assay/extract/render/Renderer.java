package dev.assay.extract.render;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.extract.render.Rendering.Answer;
import dev.assay.extract.render.Rendering.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Draws what was asked for of a file that has just been read, and nothing else of it.
public final class Renderer {
    private final Path file;
    private final RenderRequest request;
    private final Geometry geometry;
    private final FrameFolder frames;

    /// @param folder   takes the frames
    /// @param file     as it was read
    /// @param geometry what the reading told of positions
    public Renderer(Path folder, Path file, RenderRequest request, Geometry geometry) {
        this.file = file;
        this.request = request;
        this.geometry = geometry;
        this.frames = new FrameFolder(folder, request.limits());
    }

    /// Finds the wants and draws their frames.
    ///
    /// @throws IOException if the file system fails
    public Rendering render(Extraction extraction) throws IOException {
        return switch (extraction) {
            case Extraction.Extracted extracted -> render(extracted.document());
            case Extraction.Unreadable unreadable ->
                new Rendering(
                        unreadable.mediaType(),
                        "",
                        unreadable,
                        List.of(),
                        request.wants().stream()
                                .<Answer>map(want -> new Answer.Missing(Reason.UNREADABLE))
                                .toList());
        };
    }

    private Rendering render(Document document) throws IOException {
        Map<Integer, Sought> found = new TreeMap<>();
        PassageSearch search = new PassageSearch(document);
        int looked = Math.min(request.wants().size(), request.limits().wants());
        for (int i = 0; i < looked; i++) {
            Optional<Sought> sought = search.find(i, request.wants().get(i));
            if (sought.isPresent()) {
                found.put(i, sought.get());
            }
        }
        draw(document, List.copyOf(found.values()));
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < request.wants().size(); i++) {
            Sought sought = found.get(i);
            answers.add(
                    sought == null
                            ? new Answer.Missing(i < looked ? Reason.NOT_FOUND : Reason.LIMIT)
                            : shown(document, sought));
        }
        return new Rendering(document.mediaType(), document.reader(), null, frames.frames(), answers);
    }

    private void draw(Document document, List<Sought> sought) throws IOException {
        if (geometry.hasPages()) {
            new PageFrames(document, geometry, frames, request).draw(file, sought);
        }
        if (geometry.hasSlides()) {
            new SlideFrames(document, geometry, frames, request.width()).draw(sought);
        }
        new TextFrames(document, frames)
                .draw(sought.stream()
                        .filter(each -> frames.sights(each.want()).isEmpty() || isUnmarked(each))
                        .filter(each -> isText(document, each))
                        .toList());
    }

    /// Whether there is text to show: a page may have none, or not exist.
    private static boolean isText(Document document, Sought sought) {
        return sought.span().length() > 0
                || !PassageSearch.isSurface(sought.place())
                || document.blockAt(sought.span().start())
                        .filter(block -> PassageSearch.isOn(block.place(), sought.place()))
                        .isPresent();
    }

    /// Whether a passage's page has no box for it.
    private boolean isUnmarked(Sought sought) {
        return geometry.hasPages()
                && sought.span().length() > 0
                && frames.sights(sought.want()).stream()
                        .allMatch(sight -> sight.boxes().isEmpty());
    }

    private Answer shown(Document document, Sought sought) {
        if (frames.sights(sought.want()).isEmpty() && sought.span().length() == 0) {
            return new Answer.Missing(frames.isFull() ? Reason.LIMIT : Reason.NOT_FOUND);
        }
        String words = Wording.brief(document.text(sought.span()));
        String where = Wording.title(sought.place());
        return new Answer.Shown(
                sought.span(),
                sought.place(),
                sought.moved(),
                sought.occurrences(),
                frames.sights(sought.want()),
                words.isEmpty() ? where : where + ", marked: \u201C" + words + "\u201D");
    }
}
