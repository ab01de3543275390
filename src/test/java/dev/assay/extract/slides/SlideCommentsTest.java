package dev.assay.extract.slides;

import static dev.assay.extract.slides.DeckFixture.MAIN;
import static dev.assay.extract.slides.DeckFixture.SLIDE;
import static dev.assay.extract.slides.DeckFixture.facts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.BlockLines;
import dev.assay.extract.PackageFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SlideCommentsTest {
    private static final String SHAPES = "<p:sp><p:nvSpPr><p:cNvPr id=\"7\" name=\"Text 1\"/></p:nvSpPr><p:txBody>"
            + "<a:p><a:r><a:t>  Awareness is high</a:t></a:r></a:p><a:p><a:r><a:t>but falling</a:t></a:r></a:p>"
            + "</p:txBody></p:sp><p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"8\" name=\"Group 2\"/></p:nvGrpSpPr></p:grpSp>";
    private static final Place FIRST = new Place.Slide(1, "");
    private static final Place TEXT = new Place.Slide(1, "Text 1");

    @TempDir
    Path folder;

    @Test
    void olderComments_lieOnTheSlide() throws IOException {
        Document document = read(PackageFixture.slide("", SHAPES)
                .relate(SLIDE, "rId3", "comments", "../comments/comment1.xml")
                .relate(MAIN, "rId3", "commentAuthors", "commentAuthors.xml")
                .element(
                        "ppt/commentAuthors.xml",
                        "p:cmAuthorLst",
                        "<p:cmAuthor id=\"0\" name=\"Ana Reis\"/><p:cmAuthor id=\"1\" name=\"Per Holm\"/>")
                .element(
                        "ppt/comments/comment1.xml",
                        "p:cmLst",
                        "<p:cm authorId=\"1\" dt=\"2026-05-01T10:00:00.000\" idx=\"1\"><p:pos x=\"10\""
                                + " y=\"10\"/><p:text>Which base?</p:text></p:cm><p:cm"
                                + " authorId=\"9\"><p:text>Who?</p:text></p:cm>"));
        assertEquals(
                List.of("paragraph COMMENT 1/: Which base?", "paragraph COMMENT 1/: Who?"),
                BlockLines.of(document).subList(2, 4));
        List<Fact.Comment> comments = facts(document, Fact.Comment.class);
        assertEquals(
                List.of(
                        new Fact.Comment(
                                "Per Holm",
                                "2026-05-01T10:00:00.000",
                                false,
                                comments.getFirst().text(),
                                null,
                                FIRST),
                        new Fact.Comment("", "", false, comments.getLast().text(), null, FIRST)),
                comments);
        assertEquals("Which base?", document.text(comments.getFirst().text()));
    }

    @Test
    void newerComments_lieOnTheirShapeWithTheirReplies() throws IOException {
        Document document = read(newer("""
            <p188:cm id="{1}" authorId="{A}" created="2026-05-02T10:00:00.000" status="resolved">\
            <ac:deMkLst><pc:docMk/><pc:sldMk cId="1" sldId="256"/><ac:spMk id="7" creationId="{C}"/></ac:deMkLst>\
            <p188:replyLst><p188:reply id="{2}" authorId="{B}" created="2026-05-02T11:00:00.000"><p188:txBody><a:p>\
            <a:r><a:t>Mended.</a:t></a:r></a:p></p188:txBody></p188:reply></p188:replyLst>\
            <p188:txBody><a:p><a:r><a:t>Two</a:t></a:r></a:p><a:p><a:r><a:t>lines</a:t></a:r></a:p></p188:txBody></p188:cm>\
            <p188:cm authorId="{B}"><ac:deMkLst><ac:grpSpMk id="8"/></ac:deMkLst><p188:txBody><a:p><a:r><a:t>On the group\
            </a:t></a:r></a:p></p188:txBody></p188:cm>\
            <p188:cm authorId="{B}"><pc:sldMkLst><pc:docMk/></pc:sldMkLst><p188:txBody><a:p><a:r><a:t>On the slide\
            </a:t></a:r></a:p></p188:txBody></p188:cm>\
            """));
        assertEquals(
                List.of(
                        "paragraph COMMENT 1/Text 1: Two\nlines",
                        "paragraph COMMENT 1/Text 1: Mended.",
                        "paragraph COMMENT 1/Group 2: On the group",
                        "paragraph COMMENT 1/: On the slide"),
                BlockLines.of(document).subList(2, 6));
        assertEquals(
                List.of("Ana Reis 2026-05-02T10:00:00.000 true", "Per Holm 2026-05-02T11:00:00.000 true"),
                facts(document, Fact.Comment.class).stream()
                        .limit(2)
                        .map(comment -> comment.author() + " " + comment.when() + " " + comment.resolved())
                        .toList());
    }

    @Test
    void commentsOnText_areAnchoredToIt() throws IOException {
        Document document =
                read(newer(onText(2, 9, "a") + onText(12, 11, "b") + onText(0, 99, "c") + onText(50, 3, "d")));
        assertEquals(
                List.of("Awareness", "is high\nbut", "Awareness is high\nbut falling", "none"),
                facts(document, Fact.Comment.class).stream()
                        .map(comment -> comment.anchor() == null ? "none" : document.text(comment.anchor()))
                        .toList());
        assertEquals(TEXT, facts(document, Fact.Comment.class).getFirst().place());
    }

    @Test
    void commentOnTextThatIsPartlyUnseen_hasNoAnchor() throws IOException {
        PackageFixture fixture = newer(onText(0, 4, "a"));
        fixture.element(
                SLIDE,
                "p:sld",
                "<p:cSld><p:spTree>"
                        + SHAPES.replace(
                                "<a:r><a:t>  Aw", "<a:r><a:rPr><a:noFill/></a:rPr><a:t>gone</a:t></a:r><a:r><a:t>  Aw")
                        + "</p:spTree></p:cSld>");
        assertEquals(null, facts(read(fixture), Fact.Comment.class).getFirst().anchor());
    }

    private static String onText(int from, int length, String words) {
        return "<p188:cm authorId=\"{A}\"><ac:txMkLst><pc:docMk/><ac:spMk id=\"7\"/><ac:txMk cp=\"" + from + "\" len=\""
                + length + "\"><ac:context len=\"30\" hash=\"1\"/></ac:txMk></ac:txMkLst><p188:txBody><a:p><a:r><a:t>"
                + words + "</a:t></a:r></a:p></p188:txBody></p188:cm>";
    }

    private static PackageFixture newer(String comments) {
        String spaces = " xmlns:p188=\"http://schemas.microsoft.com/office/powerpoint/2018/8/main\""
                + " xmlns:ac=\"http://schemas.microsoft.com/office/drawing/2013/main/command\""
                + " xmlns:pc=\"http://schemas.microsoft.com/office/powerpoint/2013/main/command\""
                + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
        return PackageFixture.slide("", SHAPES)
                .relate(SLIDE, "rId3", "comments", "../comments/modernComment_100_0.xml")
                .relate(MAIN, "rId3", "authors", "authors.xml")
                .xml(
                        "ppt/authors.xml",
                        "<p188:authorLst" + spaces + "><p188:author id=\"{A}\" name=\"Ana Reis\"/><p188:author"
                                + " id=\"{B}\" name=\"Per Holm\"/></p188:authorLst>")
                .xml("ppt/comments/modernComment_100_0.xml", "<p188:cmLst" + spaces + ">" + comments + "</p188:cmLst>");
    }

    private Document read(PackageFixture fixture) throws IOException {
        return DeckFixture.read(fixture, folder);
    }
}
