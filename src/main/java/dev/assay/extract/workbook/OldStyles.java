package dev.assay.extract.workbook;

import dev.assay.extract.number.DisplayedNumber;
import dev.assay.extract.workbook.WorkbookStyles.Format;
import dev.assay.extract.workbook.WorkbookStyles.Seen;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.jspecify.annotations.Nullable;

/// The cell formats of a workbook of Excel 97 to 2003.
final class OldStyles {
    private static final double TINY = 2;
    private static final double TWIPS = 20;
    private static final int DAY = 14;
    private static final int DAY_AND_TIME = 22;

    private final HSSFWorkbook workbook;
    private final Map<Integer, Format> formats = new HashMap<>();

    OldStyles(HSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    Format format(HSSFCellStyle style) {
        return formats.computeIfAbsent((int) style.getIndex(), index -> read(style));
    }

    private Format read(HSSFCellStyle style) {
        int number = style.getDataFormat();
        boolean ofReadersSettings = number == DAY || number == DAY_AND_TIME;
        String explicit = ofReadersSettings ? null : style.getDataFormatString();
        HSSFFont font = style.getFont(workbook);
        boolean tiny = font.getFontHeight() / TWIPS < TINY;
        return new Format(
                DisplayedNumber.code(number, explicit == null ? "" : explicit),
                font.getFontName(),
                tiny ? Seen.TINY : seen(style, font));
    }

    private Seen seen(HSSFCellStyle style, HSSFFont font) {
        int text =
                font.getColor() == HSSFFont.COLOR_NORMAL ? WorkbookColours.BLACK : colour(font.getHSSFColor(workbook));
        FillPatternType fill = style.getFillPattern();
        if (fill == FillPatternType.NO_FILL) {
            return WorkbookColours.same(text, WorkbookColours.WHITE) ? Seen.WHITE_ON_NOTHING : Seen.WELL;
        }
        int ground = colour(style.getFillForegroundColorColor());
        boolean same = fill == FillPatternType.SOLID_FOREGROUND && WorkbookColours.same(text, ground);
        return same ? Seen.IN_THE_FILLS_COLOUR : Seen.WELL;
    }

    private static int colour(@Nullable HSSFColor colour) {
        if (colour == null) {
            return WorkbookColours.UNKNOWN;
        }
        short[] parts = colour.getTriplet();
        return parts[0] << 16 | parts[1] << 8 | parts[2];
    }
}
