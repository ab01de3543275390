package dev.assay.document;

import java.util.List;

/// Where a person finds a piece of text in the original file.
public sealed interface Place {
    /// The place in words, for messages and reports: "page 3", "sheet Tables, cell B7".
    String describe();

    /// The file as a whole, for what has no finer place.
    record Whole() implements Place {
        @Override
        public String describe() {
            return "the file as a whole";
        }
    }

    /// A page of a PDF, counted from 1.
    record Page(int page) implements Place {
        @Override
        public String describe() {
            return "page " + page;
        }
    }

    /// A paragraph of a text document, counted from 1 in its layer, with the headings it stands under,
    /// outermost first.
    record Paragraph(int number, List<String> section) implements Place {
        public Paragraph {
            section = List.copyOf(section);
        }

        @Override
        public String describe() {
            return section.isEmpty()
                    ? "paragraph " + number
                    : "section \u201c" + section.getLast() + "\u201d, paragraph " + number;
        }
    }

    /// A cell (`B7`) or range (`B2:D9`) of a workbook sheet.
    record Cell(String sheet, String cell) implements Place {
        @Override
        public String describe() {
            return "sheet " + sheet + ", cell " + cell;
        }
    }

    /// A slide, counted from 1, and the name of the shape on it (empty where no single shape is meant).
    record Slide(int slide, String shape) implements Place {
        @Override
        public String describe() {
            return shape.isEmpty() ? "slide " + slide : "slide " + slide + ", " + shape;
        }
    }

    /// A line of plain text or a record of delimited text, counted from 1.
    record Line(int line) implements Place {
        @Override
        public String describe() {
            return "line " + line;
        }
    }

    /// A place inside an attachment, an archive entry or another embedded file.
    record Part(String path, Place within) implements Place {
        @Override
        public String describe() {
            return within instanceof Whole ? "part " + path : "part " + path + ", " + within.describe();
        }
    }
}
