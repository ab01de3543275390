package dev.assay.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something true of the file that is not its text.
public sealed interface Fact {
    /// A metadata property under the name the format gives it, such as `dc:creator`.
    record Property(String name, String value) implements Fact {}

    /// How many pages, slides or sheets the file has.
    record Count(Unit unit, int count) implements Fact {
        /// What is counted.
        public enum Unit {
            PAGES,
            SLIDES,
            SHEETS
        }
    }

    /// A font the file uses.
    ///
    /// @param embedded whether its glyphs lie in the file
    /// @param unicode  whether the file tells which characters its glyphs stand for
    record Font(String name, boolean embedded, boolean unicode) implements Fact {}

    /// A paragraph or table style the file uses.
    ///
    /// @param name as its author sees it
    /// @param uses how many paragraphs or tables have it
    record Style(String name, int uses) implements Fact {}

    /// The size and margins of pages, from a place on.
    ///
    /// @param width   in points (1/72 inch)
    /// @param height  in points
    /// @param margins null where the format has none
    /// @param columns of running text, 1 where nothing is said
    record PageSetup(double width, double height, @Nullable Margins margins, int columns, Place from) implements Fact {
        /// Margins in points.
        public record Margins(double top, double right, double bottom, double left) {}
    }

    /// Something that can act when the file is opened.
    record ActiveContent(ActiveContent.Kind kind, String name, Place place) implements Fact {
        /// What could act.
        public enum Kind {
            MACRO,
            OLE_OBJECT,
            DDE,
            SCRIPT,
            LAUNCH_ACTION
        }
    }

    /// A reference to something outside the file.
    record ExternalLink(ExternalLink.Kind kind, String target, Place place) implements Fact {
        /// What the reference is for. All but a hyperlink are followed by the program that opens the file.
        public enum Kind {
            /// Followed when a person clicks.
            HYPERLINK,
            /// The template a document is attached to.
            TEMPLATE,
            /// An image, sound, film or frame that lies elsewhere.
            MEDIA,
            /// An object that lies elsewhere.
            OBJECT,
            /// Another workbook that formulas refer to.
            WORKBOOK,
            /// A database, query or web service.
            DATA,
            OTHER
        }
    }

    /// A reference to a place in the file itself.
    ///
    /// @param target   the bookmark, cell or page it names
    /// @param resolved whether there is such a place
    record InternalLink(String target, boolean resolved, Place place) implements Fact {}

    /// A file inside the file.
    record Attachment(String name, String mediaType, Place place) implements Fact {}

    /// Something that a reader of the file as it opens does not see.
    ///
    /// @param name what it is called or how much of it there is; may be empty
    record Hidden(Hidden.Kind kind, String name, Place place) implements Fact {
        /// Why it is not seen.
        public enum Kind {
            /// Formatted as hidden, or drawn with nothing.
            TEXT,
            /// Too small to be read: under 2 points.
            TINY_TEXT,
            /// In the colour of what it stands on.
            INVISIBLE_TEXT,
            ROW,
            COLUMN,
            SHEET,
            /// A sheet that its program's menus do not offer to show.
            VERY_HIDDEN_SHEET,
            /// A cell whose number format shows nothing.
            VALUE,
            SLIDE,
            SHAPE,
            /// A shape that lies outside its slide.
            OFF_SLIDE_SHAPE,
            DRAWING,
            /// Optional content that is switched off.
            CONTENT_LAYER
        }
    }

    /// A tracked change.
    ///
    /// @param when ISO 8601 as the file says, empty where it says nothing
    /// @param text where the changed text lies: inserted text in the accepted text, deleted text apart from it;
    ///             null where the change is of no text, as a format or the end of a paragraph
    record TrackedChange(
            String author,
            Action action,
            String when,
            @Nullable Span text,
            Place place) implements Fact {
        /// What was done.
        public enum Action {
            INSERTION,
            DELETION,
            MOVE_FROM,
            MOVE_TO,
            FORMATTING
        }
    }

    /// A comment or a note on a page.
    ///
    /// @param when     ISO 8601 as the file says, empty where it says nothing
    /// @param resolved whether it was marked as done
    /// @param text     where the comment's own text lies
    /// @param anchor   the text it is about; null where it is about a place only
    /// @param place    what it is about
    record Comment(
            String author,
            String when,
            boolean resolved,
            Span text,
            @Nullable Span anchor,
            Place place) implements Fact {}

    /// A field whose result the program computes: a table of contents, a reference, a number.
    ///
    /// @param instruction such as `TOC \o "1-3"` or `REF _Ref123 \h`
    /// @param result      the text it shows, as last computed; empty where it shows none
    record Field(String instruction, Span result, Place place) implements Fact {}

    /// A name that references inside the file can lead to.
    ///
    /// @param span the text it stands for; may be empty
    record Bookmark(String name, Span span, Place place) implements Fact {}

    /// An entry of the outline that a viewer shows beside the pages.
    ///
    /// @param level  1 is the outermost
    /// @param target where it leads, null where it leads nowhere
    record OutlineEntry(int level, String title, @Nullable Place target) implements Fact {}

    /// The caption of a table, figure or other thing that is counted.
    ///
    /// @param label  such as `Figure`
    /// @param number as shown, such as `3` or `4-2`
    record Caption(String label, String number, Span span, Place place) implements Fact {}

    /// A digital signature in the file, not verified here.
    ///
    /// @param when  ISO 8601 as the file says, empty where it says nothing
    /// @param whole whether it covers the file to its end
    record Signature(String signer, String when, boolean whole) implements Fact {}

    /// The file is encrypted, though it opens without a password.
    ///
    /// @param method such as `AES-256`
    /// @param denied what its author does not allow, such as `copy text` or `print`
    record Encryption(String method, List<String> denied) implements Fact {
        public Encryption {
            denied = List.copyOf(denied);
        }
    }

    /// The file is not what its name says.
    ///
    /// @param claimed media type that the name stands for
    /// @param found   media type of the content
    record TypeMismatch(String claimed, String found) implements Fact {}

    /// A standard the file says it conforms to, such as `PDF/A-2b` or `PDF/UA-1`; not verified here.
    record Conformance(String profile) implements Fact {}

    /// An image.
    ///
    /// @param width       in pixels
    /// @param height      in pixels
    /// @param shownWidth  in points (1/72 inch) as shown, 0 where it is not known
    /// @param shownHeight in points as shown, 0 where it is not known
    /// @param alternative the text for those who do not see it; empty where it is marked as decoration, null
    ///                    where there is none
    record Image(
            String name,
            int width,
            int height,
            double shownWidth,
            double shownHeight,
            @Nullable String alternative,
            Place place)
            implements Fact {
        /// Pixels per inch as shown, the lesser of both directions; 0 where it is not known.
        public double resolution() {
            return shownWidth <= 0 || shownHeight <= 0
                    ? 0
                    : Math.min(width * 72 / shownWidth, height * 72 / shownHeight);
        }
    }

    /// A chart, with what its series refer to. Its numbers are a table of the document.
    record Chart(String title, List<Series> series, Place place) implements Fact {
        public Chart {
            series = List.copyOf(series);
        }

        /// One series.
        ///
        /// @param name       as shown
        /// @param values     the range its values come from, empty where they lie in the chart alone
        /// @param categories the range its categories come from
        public record Series(String name, String values, String categories) {}
    }

    /// A name that formulas use for a range or formula.
    ///
    /// @param refersTo without the equals sign
    record DefinedName(String name, String refersTo, boolean hidden) implements Fact {}

    /// A pivot table.
    ///
    /// @param source the range, table or connection it summarises; a copy of that data lies in the file
    record PivotTable(String name, String source, Place place) implements Fact {}

    /// A field of a form.
    ///
    /// @param kind  such as `text`, `check box`, `choice`, `signature`
    /// @param value as filled in, may be empty
    record FormField(String name, String kind, String value, Place place) implements Fact {}

    /// A mark on a page that is no link, field or comment.
    ///
    /// @param kind as the format calls it, such as `Highlight` or `Stamp`
    record Annotation(String kind, String author, Place place) implements Fact {}

    /// A layer of pages that a viewer can switch on and off.
    record ContentLayer(String name, boolean shown) implements Fact {}

    /// Text that lies under something opaque: seen by nobody, copied by everybody.
    record CoveredText(Span span, Place place) implements Fact {}
}
