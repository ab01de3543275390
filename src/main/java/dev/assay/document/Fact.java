package dev.assay.document;

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
    record Font(String name, boolean embedded) implements Fact {}

    /// Something that can act when the file is opened.
    record ActiveContent(Kind kind, String name, Place place) implements Fact {
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
    record ExternalLink(String target, Place place) implements Fact {}

    /// A file inside the file.
    record Attachment(String name, String mediaType, Place place) implements Fact {}

    /// A sheet, row, column, slide or run that is not shown.
    record Hidden(String what, Place place) implements Fact {}

    /// A tracked change.
    record TrackedChange(String author, String action, Place place) implements Fact {}

    /// A digital signature in the file, not verified here.
    record Signature(String signer) implements Fact {}

    /// The file is not what its name says.
    ///
    /// @param claimed media type that the name stands for
    /// @param found   media type of the content
    record TypeMismatch(String claimed, String found) implements Fact {}

    /// An image, with its size in pixels.
    record Image(String name, int width, int height, Place place) implements Fact {}
}
