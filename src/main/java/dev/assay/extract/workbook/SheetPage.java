package dev.assay.extract.workbook;

import dev.assay.document.Fact.PageSetup;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.xml.Markup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a sheet is printed: size and margins of its pages. Nothing is told of a sheet that says nothing of it.
final class SheetPage {
    private static final double POINTS = 72;
    private static final double MILLIMETRE = 72 / 25.4;
    private static final double CENTIMETRE = 10 * MILLIMETRE;
    private static final double PICA = 12;
    private static final int LETTER = 1;

    /// Width and height of upright paper in points (ISO/IEC 29500-1, 18.3.1.63).
    private static final Map<Integer, Paper> PAPERS = Map.ofEntries(
            Map.entry(LETTER, inches(8.5, 11)),
            Map.entry(2, inches(8.5, 11)),
            Map.entry(3, inches(11, 17)),
            Map.entry(4, inches(17, 11)),
            Map.entry(5, inches(8.5, 14)),
            Map.entry(6, inches(5.5, 8.5)),
            Map.entry(7, inches(7.25, 10.5)),
            Map.entry(8, millimetres(297, 420)),
            Map.entry(9, millimetres(210, 297)),
            Map.entry(10, millimetres(210, 297)),
            Map.entry(11, millimetres(148, 210)),
            Map.entry(12, millimetres(250, 353)),
            Map.entry(13, millimetres(176, 250)),
            Map.entry(14, inches(8.5, 13)),
            Map.entry(15, millimetres(215, 275)),
            Map.entry(66, millimetres(420, 594)),
            Map.entry(70, millimetres(105, 148)));

    private PageSetup.@Nullable Margins margins;
    private @Nullable Paper paper;

    /// Takes the margins at hand (`x:pageMargins`), which are in inches.
    void margins(Markup element) {
        margins(inches(element, "top"), inches(element, "right"), inches(element, "bottom"), inches(element, "left"));
    }

    /// @param top in inches, as the others
    void margins(double top, double right, double bottom, double left) {
        margins = new PageSetup.Margins(
                hundredths(top * POINTS),
                hundredths(right * POINTS),
                hundredths(bottom * POINTS),
                hundredths(left * POINTS));
    }

    /// Takes the paper at hand (`x:pageSetup`).
    void paper(Markup element) {
        double width = measure(element.attribute("paperWidth", ""));
        double height = measure(element.attribute("paperHeight", ""));
        boolean turned = element.attribute("orientation", "").equals("landscape");
        int number = element.number("paperSize", LETTER);
        paper(width > 0 && height > 0 ? new Paper(width, height) : PAPERS.get(number), turned);
    }

    /// @param number of the paper's size
    /// @param turned whether it lies on its long side
    void paper(int number, boolean turned) {
        paper(PAPERS.get(number), turned);
    }

    private void paper(@Nullable Paper upright, boolean turned) {
        paper = upright == null || !turned ? upright : upright.turned();
    }

    void tell(Place from, DocumentDraft draft) {
        if (paper != null) {
            draft.fact(new PageSetup(hundredths(paper.width), hundredths(paper.height), margins, 1, from));
        }
    }

    private static double inches(Markup element, String side) {
        return number(element.attribute(side, ""));
    }

    private static double hundredths(double points) {
        return Math.round(points * 100) / 100.0;
    }

    /// A number with its unit, such as `297mm`.
    private static double measure(String text) {
        if (text.length() < 3) {
            return 0;
        }
        double number = number(text.substring(0, text.length() - 2));
        return switch (text.substring(text.length() - 2)) {
            case "mm" -> number * MILLIMETRE;
            case "cm" -> number * CENTIMETRE;
            case "in" -> number * POINTS;
            case "pc", "pi" -> number * PICA;
            case "pt" -> number;
            default -> 0;
        };
    }

    private static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Paper inches(double width, double height) {
        return new Paper(width * POINTS, height * POINTS);
    }

    private static Paper millimetres(double width, double height) {
        return new Paper(width * MILLIMETRE, height * MILLIMETRE);
    }

    private record Paper(double width, double height) {
        Paper turned() {
            return new Paper(/* width= */ height, /* height= */ width);
        }
    }
}
