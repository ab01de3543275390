package dev.assay.extract.slides;

import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.office.ShapeText;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;

/// Reads the comments on one slide: the older ones, which lie at a point of it, and the newer ones, which
/// lie on shapes or their text and have replies.
final class SlideComments {
    private final Deck deck;
    private final Map<String, String> names;
    private final Map<String, WrittenShape> written;
    private final Function<String, Place> places;

    /// @param names   of shapes by their id
    /// @param written where the texts of shapes lie, by the id of the shape
    SlideComments(
            Deck deck, Map<String, String> names, Map<String, WrittenShape> written, Function<String, Place> places) {
        this.deck = deck;
        this.names = Map.copyOf(names);
        this.written = Map.copyOf(written);
        this.places = places;
    }

    void read(String part) throws IOException {
        deck.source()
                .read(
                        part,
                        () -> places.apply(""),
                        root -> root.each(element -> {
                            switch (element.name()) {
                                case "p:cm" -> older(element);
                                case "p188:cm" -> newer(element);
                                default -> {}
                            }
                        }));
    }

    private void older(Markup element) throws XMLStreamException, IOException {
        Comment comment = new Comment(element.attribute("authorId", ""), element.attribute("dt", ""), false);
        try {
            element.eachInside(inside -> {
                if (inside.name().equals("p:text")) {
                    comment.lines.add(inside.text());
                }
            });
        } finally {
            write(comment, comment);
        }
    }

    private void newer(Markup element) throws XMLStreamException, IOException {
        Comment comment = comment(element, false);
        List<Comment> replies = new ArrayList<>();
        try {
            element.each(child -> {
                switch (child.name()) {
                    case "p188:txBody" -> lines(child, comment);
                    case "p188:replyLst" -> child.each(reply -> replies.add(reply(reply, comment)));
                    default -> anchor(child, comment);
                }
            });
        } finally {
            write(comment, comment);
            for (Comment reply : replies) {
                write(reply, comment);
            }
        }
    }

    private static Comment comment(Markup element, boolean resolvedThread) {
        return new Comment(
                element.attribute("authorId", ""),
                element.attribute("created", ""),
                resolvedThread || element.attribute("status", "").equals("resolved"));
    }

    private static Comment reply(Markup element, Comment thread) throws XMLStreamException, IOException {
        Comment reply = comment(element, thread.resolved);
        element.each(child -> {
            if (child.name().equals("p188:txBody")) {
                lines(child, reply);
            }
        });
        return reply;
    }

    private static void lines(Markup body, Comment comment) throws XMLStreamException, IOException {
        body.each(child -> {
            if (child.name().equals("a:p")) {
                comment.lines.add(ShapeText.line(child));
            }
        });
    }

    /// Reads what a comment is about: the last shape named, and a range of its text.
    private static void anchor(Markup moniker, Comment comment) throws XMLStreamException, IOException {
        moniker.eachInside(inside -> {
            switch (inside.name()) {
                case "ac:spMk", "ac:picMk", "ac:graphicFrameMk", "ac:cxnSpMk", "ac:grpSpMk" ->
                    comment.shape = inside.attribute("id", "");
                case "ac:txMk" -> {
                    comment.from = inside.number("cp", -1);
                    comment.count = inside.number("len", 0);
                }
                default -> {}
            }
        });
    }

    private void write(Comment comment, Comment thread) throws IOException {
        Place place = places.apply(names.getOrDefault(thread.shape, ""));
        Span text = deck.draft().paragraph(String.join("\n", comment.lines), place, Layer.COMMENT);
        Optional<Span> anchor = Optional.ofNullable(written.get(thread.shape))
                .filter(shape -> thread.from >= 0)
                .flatMap(shape -> shape.range(thread.from, thread.count));
        deck.draft()
                .fact(new Fact.Comment(
                        deck.author(comment.author), comment.when, comment.resolved, text, anchor.orElse(null), place));
    }

    private static final class Comment {
        private final String author;
        private final String when;
        private final boolean resolved;
        private final List<String> lines = new ArrayList<>();
        private String shape = "";
        private int from = -1;
        private int count;

        Comment(String author, String when, boolean resolved) {
            this.author = author;
            this.when = when;
            this.resolved = resolved;
        }
    }
}
