package dev.assay.check.hygiene;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.config.Fields;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Flags what a file carries and its reader does not see, or should not: tracked changes, comments, hidden text,
/// rows, columns, sheets, slides and shapes, text too small or in the colour of its ground, speaker notes.
///
/// ## Why
///
/// A deleted sentence that comes back with one click, a hidden column with what the client pays, a comment "do we
/// dare to say this?": what was left in a file is read by those it was not meant for.
///
/// ## Example
///
/// Flagged are a tracked deletion in a report, with the author and the words, a very hidden sheet `Pricing`, a
/// shape beside its slide, and white text on white.
///
/// ## What it does not do
///
/// Speaker notes are left alone unless they are taken out of `allow`. Filters and collapsed outlines count by
/// what they hide. It does not judge whether what is hidden matters, and it cannot see what was hidden and then
/// removed. Text under boxes in PDF is told by `bad-redaction`.
public final class HiddenContent implements Check {
    private static final List<String> KINDS = Stream.concat(
                    Stream.of("tracked-change", "comment", "speaker-note"),
                    Stream.of(Fact.Hidden.Kind.values()).map(Fields::word))
            .toList();

    private static final Kind KIND = new Kind(
            "hidden-content",
            1,
            "0.1",
            Kind.Family.HYGIENE,
            "Nothing is left in the file that its reader is not meant to see.",
            List.of(Parameter.choices("allow", KINDS, List.of("speaker-note"), "What may be in the file.")
                    .sharper(Parameter.Sharper.LESS)),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        List<String> allowed = parameters.texts("allow");
        for (Inspection.ReadPart part : inspection.readable()) {
            Document document = part.document();
            List<Left> left = new ArrayList<>();
            document.facts(Fact.TrackedChange.class).forEach(change -> add(left, changed(change)));
            document.facts(Fact.Comment.class).forEach(comment -> add(left, commented(comment)));
            document.facts(Fact.Hidden.class).forEach(hidden -> add(left, hidden(document, hidden)));
            document.layer(Layer.SPEAKER_NOTE).forEach(note -> add(left, noted(note)));
            unexplained(document, left);
            left.stream()
                    .filter(each -> !allowed.contains(each.kind))
                    .sorted(Comparator.comparingInt(each -> each.text == null ? Integer.MAX_VALUE : each.start()))
                    .forEach(each -> each.tell(part, findings));
        }
        return findings.outcome(
                "thing was left in the file that its reader is not meant to see|things were left in the file that"
                        + " their reader is not meant to see",
                "Nothing is left in the file that its reader is not meant to see.");
    }

    /// Something left in a file; the same thing at the same place counts once.
    private static final class Left {
        private final String kind;
        private final String said;
        private final Place place;
        private final @Nullable Span text;
        private int count = 1;

        private Left(String kind, String said, Place place, Optional<Span> text) {
            this.kind = kind;
            this.said = said;
            this.place = place;
            this.text = text.orElse(null);
        }

        private int start() {
            return text == null ? 0 : text.start();
        }

        private boolean isSame(Left other) {
            return kind.equals(other.kind)
                    && said.equals(other.said)
                    && place.equals(other.place)
                    && start() == other.start();
        }

        /// Whether it tells of a block already: the block's text is part of it, or all of its slide or sheet is.
        private boolean explains(Block block) {
            if (text != null) {
                return text.overlaps(block.span());
            }
            return switch (kind) {
                case "slide" ->
                    place instanceof Place.Slide at
                            && block.place() instanceof Place.Slide other
                            && at.slide() == other.slide();
                case "sheet", "very-hidden-sheet" ->
                    place instanceof Place.Cell at
                            && block.place() instanceof Place.Cell other
                            && at.sheet().equals(other.sheet());
                default -> place.equals(block.place());
            };
        }

        private void tell(Inspection.ReadPart part, Findings findings) {
            String message = said + (count == 1 ? "." : " (" + count + " times here).");
            if (text == null) {
                findings.about(part.part().name(), place, said + ' ' + place.describe(), message, remedy(kind));
            } else {
                findings.at(part, text, place, message, remedy(kind));
            }
        }
    }

    private static void add(List<Left> left, Left another) {
        left.stream()
                .filter(another::isSame)
                .findFirst()
                .ifPresentOrElse(same -> same.count++, () -> left.add(another));
    }

    private static Left changed(Fact.TrackedChange change) {
        String author = change.author().isBlank() ? "" : " by " + change.author();
        String what = switch (change.action()) {
            case INSERTION -> "A tracked insertion";
            case DELETION -> "A tracked deletion";
            case MOVE_FROM, MOVE_TO -> "A tracked move";
            case FORMATTING -> "A tracked change of formatting";
        };
        return new Left(
                "tracked-change",
                what + author + " is still in the file",
                change.place(),
                Optional.ofNullable(change.text()));
    }

    private static Left commented(Fact.Comment comment) {
        String author = comment.author().isBlank() ? "" : " of " + comment.author();
        return new Left(
                "comment",
                "A comment" + author + " is still in the file",
                comment.place(),
                Optional.of(comment.text()).filter(text -> text.length() > 0));
    }

    private static Left hidden(Document document, Fact.Hidden hidden) {
        String name = hidden.name().isBlank() ? "" : " ('" + hidden.name() + "')";
        return new Left(
                Fields.word(hidden.kind()),
                said(hidden.kind()) + name,
                hidden.place(),
                text(document, hidden.place())
                        .filter(block -> !(block instanceof Block.Table))
                        .map(Block::span));
    }

    private static Left noted(Block note) {
        return new Left("speaker-note", "Speaker notes are in the file", note.place(), Optional.of(note.span()));
    }

    /// Text that lies in a layer of its own though no fact tells of it, as some formats give it.
    private static void unexplained(Document document, List<Left> left) {
        for (Block block : document.blocks()) {
            Optional<Left> found = switch (block.layer()) {
                case DELETED -> Optional.of("tracked-change").map(kind -> unexplained(kind, "Deleted text", block));
                case INSERTED -> Optional.of("tracked-change").map(kind -> unexplained(kind, "An insertion", block));
                case COMMENT -> Optional.of("comment").map(kind -> unexplained(kind, "A comment", block));
                case HIDDEN -> Optional.of("text").map(kind -> unexplained(kind, "Hidden text", block));
                case BODY, HEADER, FOOTER, FOOTNOTE, ENDNOTE, SPEAKER_NOTE, ALT_TEXT, METADATA, MASTER, QUOTED ->
                    Optional.empty();
            };
            found.filter(each -> left.stream().noneMatch(other -> other.explains(block)))
                    .ifPresent(left::add);
        }
    }

    private static Left unexplained(String kind, String what, Block block) {
        return new Left(kind, what + " is still in the file", block.place(), Optional.of(block.span()));
    }

    private static Optional<Block> text(Document document, Place place) {
        return document.layer(Layer.HIDDEN)
                .filter(block -> block.place().equals(place))
                .findFirst();
    }

    private static String said(Fact.Hidden.Kind kind) {
        return switch (kind) {
            case TEXT -> "Text is formatted as hidden";
            case TINY_TEXT -> "Text is too small to be read";
            case INVISIBLE_TEXT -> "Text has the colour of its ground";
            case ROW -> "Rows are hidden";
            case COLUMN -> "Columns are hidden";
            case SHEET -> "A sheet is hidden";
            case VERY_HIDDEN_SHEET -> "A sheet is hidden so that no menu shows it";
            case VALUE -> "A value is hidden by its number format";
            case SLIDE -> "The slide is hidden";
            case SHAPE -> "A shape is hidden";
            case OFF_SLIDE_SHAPE -> "A shape lies outside its slide";
            case DRAWING -> "A drawing is hidden";
            case CONTENT_LAYER -> "A layer of the pages is switched off";
        };
    }

    private static String remedy(String kind) {
        return switch (kind) {
            case "tracked-change" -> "Accept or reject every change, then save.";
            case "comment" -> "Settle what it says and delete it.";
            case "speaker-note" -> "Delete the notes in the copy that is delivered.";
            default -> "Show it or delete it in the copy that is delivered.";
        };
    }
}
