package dev.assay.extract.render;

import dev.assay.document.Extraction;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a rendering came to: frames in files of the task's folder, and for each want where it is shown.
///
/// @param mediaType  type found from the content
/// @param reader     name and version of the reader; empty where none was reached
/// @param unreadable why there is no document; null where there is one
/// @param frames     what was drawn
/// @param answers    one for each want, in order
public record Rendering(
        String mediaType,
        String reader,
        Extraction.@Nullable Unreadable unreadable,
        List<Frame> frames,
        List<Answer> answers) {
    public Rendering {
        frames = List.copyOf(frames);
        answers = List.copyOf(answers);
    }

    /// A page, a slide, a range of a sheet, or a stretch of text.
    ///
    /// @param file        its file's name in the task's folder
    /// @param form        what the file holds
    /// @param place       what it shows
    /// @param width       in pixels, 0 where it is as wide as there is room
    /// @param height      in pixels, 0 where it is as high as its text
    /// @param alternative what it shows in words, for those who do not see it
    /// @param notes       what of it was not drawn
    public record Frame(
            String file, Form form, Place place, int width, int height, String alternative, List<String> notes) {
        public Frame {
            notes = List.copyOf(notes);
        }
    }

    /// What a frame's file holds.
    public enum Form {
        /// A PNG picture.
        PICTURE,
        /// A fragment of HTML as [FrameHtml] allows it.
        MARKUP
    }

    /// What became of a want.
    public sealed interface Answer {
        /// It was found.
        ///
        /// @param span        where its words lie in the document's text; empty for a place without text
        /// @param place       where that is in the original
        /// @param moved       whether that is not where it was said to be
        /// @param occurrences how often the words were found, 1 where they were not searched for
        /// @param sights      where it is seen; empty where it was found and could not be drawn
        /// @param alternative what is marked, in words
        record Shown(Span span, Place place, boolean moved, int occurrences, List<Sight> sights, String alternative)
                implements Answer {
            public Shown {
                sights = List.copyOf(sights);
            }
        }

        /// It is not shown.
        record Missing(Reason reason) implements Answer {}
    }

    /// Why something is not shown.
    public enum Reason {
        /// The file could not be read.
        UNREADABLE,
        /// The words, or the place, are not in the document.
        NOT_FOUND,
        /// More was asked for than is looked for or drawn.
        LIMIT
    }

    /// Where a passage is seen.
    ///
    /// @param frame index of the frame
    /// @param boxes around it, in reading order; empty where the frame marks it in its markup, by its want's
    ///              number, or has no box for it
    public record Sight(int frame, List<Box> boxes) {
        public Sight {
            boxes = List.copyOf(boxes);
        }
    }

    /// A rectangle in parts of its frame's width and height, from the upper left corner.
    public record Box(double x, double y, double width, double height) {}
}
