package dev.assay.extract.pdf;

import dev.assay.document.Fact;
import java.util.List;

/// What was found on one page.
///
/// @param number      counted from 1
/// @param height      in points
/// @param stretches   stretches of text in reading order
/// @param sideways    text that runs in another direction than most, in order of appearance
/// @param images      the images drawn
/// @param painted     whether any line, area or image was drawn
/// @param glyphs      how many glyphs were shown
/// @param undecodable how many of them stand for no known character
/// @param damage      what is broken about it, empty where nothing is
record PdfPage(
        int number,
        float height,
        List<List<PdfItem>> stretches,
        List<String> sideways,
        List<Fact.Image> images,
        boolean painted,
        int glyphs,
        int undecodable,
        String damage) {
    PdfPage {
        stretches = stretches.stream().map(List::copyOf).toList();
        sideways = List.copyOf(sideways);
        images = List.copyOf(images);
    }

    /// A page on which nothing is drawn.
    static PdfPage blank(int number) {
        return new PdfPage(number, 0, List.of(), List.of(), List.of(), false, 0, 0, "");
    }

    List<PdfLine> lines() {
        return stretches.stream()
                .flatMap(List::stream)
                .filter(PdfLine.class::isInstance)
                .map(PdfLine.class::cast)
                .toList();
    }
}
