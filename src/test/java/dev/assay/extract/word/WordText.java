package dev.assay.extract.word;

import dev.assay.document.Document;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.BlockLines;
import dev.assay.extract.PackageFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pieces of text documents for tests.
final class WordText {
    static final String MAIN = "word/document.xml";

    private WordText() {}

    /// A paragraph.
    static String p(String text) {
        return "<w:p>" + r(text) + "</w:p>";
    }

    /// A paragraph of a style.
    static String p(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + r(text) + "</w:p>";
    }

    /// A paragraph of a list.
    static String item(int list, int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list
                + "\"/></w:numPr></w:pPr>" + r(text) + "</w:p>";
    }

    /// A run.
    static String r(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    /// A run with properties.
    static String r(String properties, String text) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    /// A field of several runs.
    static String field(String instruction, String result) {
        return mark("begin") + "<w:r><w:instrText xml:space=\"preserve\"> " + instruction + " </w:instrText></w:r>"
                + mark("separate") + r(result) + mark("end");
    }

    static String mark(String type) {
        return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
    }

    static Place at(int number, String... section) {
        return new Place.Paragraph(number, List.of(section));
    }

    static Document read(Path folder, PackageFixture fixture) throws IOException {
        return BlockLines.read(new WordReader(), fixture.write(folder.resolve("test.docx")));
    }

    static @Nullable String text(Document document, @Nullable Span span) {
        return span == null ? null : document.text(span);
    }
}
