package dev.assay.extract.pdf.layout;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import java.util.List;
import java.util.stream.Stream;

/// What was found on one page.
///
/// @param number      counted from 1
/// @param turn        how it is turned for most of its text
/// @param stretches   stretches of text in reading order
/// @param sideways    text that runs in other directions than most, in order of appearance
/// @param unseen      text that nobody sees
/// @param images      the images drawn
/// @param painted     whether any line, area or image was drawn
/// @param recognised  whether its text lies unseen over or under a picture of it
/// @param glyphs      how many glyphs were shown
/// @param undecodable how many of them stand for no known character
/// @param gaps        what could not be read of it
public record PdfPage(
        int number,
        PageTurn turn,
        List<List<PdfItem>> stretches,
        List<Turned> sideways,
        List<Unseen> unseen,
        List<Fact.Image> images,
        boolean painted,
        boolean recognised,
        int glyphs,
        int undecodable,
        List<Gap> gaps) {
    public PdfPage {
        stretches = stretches.stream().map(List::copyOf).toList();
        sideways = List.copyOf(sideways);
        unseen = List.copyOf(unseen);
        images = List.copyOf(images);
        gaps = List.copyOf(gaps);
    }

    /// Lines of one direction.
    public record Turned(PageTurn turn, List<PdfLine> lines) {
        public Turned {
            lines = List.copyOf(lines);
        }
    }

    /// A page on which nothing is drawn.
    public static PdfPage blank(int number, PageFrame frame) {
        return new PdfPage(
                number,
                PageTurn.of(frame, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                0,
                0,
                List.of());
    }

    public PageFrame frame() {
        return turn.frame();
    }

    /// All texts of the page, line by line.
    Stream<String> texts() {
        return stretches.stream().flatMap(List::stream).flatMap(item -> switch (item) {
            case PdfLine line -> Stream.of(line.text());
            case PdfTable table ->
                table.cells().stream().flatMap(cell -> cell.lines().stream()).map(PlacedText::text);
        });
    }

    /// The lines outside of tables.
    public List<PdfLine> lines() {
        return stretches.stream()
                .flatMap(List::stream)
                .filter(PdfLine.class::isInstance)
                .map(PdfLine.class::cast)
                .toList();
    }
}
