package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.PixelSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.model.HSSFFormulaParser;
import org.apache.poi.hssf.record.chart.LinkedDataRecord;
import org.apache.poi.hssf.usermodel.HSSFChart;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFObjectData;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFPicture;
import org.apache.poi.hssf.usermodel.HSSFPrintSetup;
import org.apache.poi.hssf.usermodel.HSSFShape;
import org.apache.poi.hssf.usermodel.HSSFShapeGroup;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFSimpleShape;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.util.CellAddress;
import org.jspecify.annotations.Nullable;

/// What a sheet of a workbook of Excel 97 to 2003 holds besides its cells.
final class OldSheetExtras {
    private final OldWorkbook workbook;
    private final DocumentDraft draft;
    private final HSSFSheet sheet;
    private final String name;
    private final Layer layer;
    private final Place top;

    OldSheetExtras(OldWorkbook workbook, HSSFSheet sheet, Layer layer) {
        this.workbook = workbook;
        this.draft = workbook.draft();
        this.sheet = sheet;
        this.name = sheet.getSheetName();
        this.layer = layer;
        this.top = new Place.Cell(name, "A1");
    }

    /// @param texts where the texts of cells with comments lie
    void tell(Map<CellReference, Span> texts) {
        if (sheet.getProtect()) {
            draft.fact(new Fact.Property("sheetProtection", name));
        }
        page();
        margin(sheet.getHeader(), Layer.HEADER);
        margin(sheet.getFooter(), Layer.FOOTER);
        sheet.getCellComments().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> comment(each.getKey(), each.getValue(), texts));
        sheet.getHyperlinkList().forEach(this::link);
        HSSFPatriarch drawings = sheet.getDrawingPatriarch();
        if (drawings != null) {
            drawings.getChildren().forEach(shape -> guarded(() -> shape(shape, top), top));
        }
        guarded(this::charts, top);
    }

    private void page() {
        HSSFPrintSetup setup = sheet.getPrintSetup();
        SheetPage page = new SheetPage();
        page.margins(
                sheet.getMargin(PageMargin.TOP),
                sheet.getMargin(PageMargin.RIGHT),
                sheet.getMargin(PageMargin.BOTTOM),
                sheet.getMargin(PageMargin.LEFT));
        page.paper(setup.getPaperSize(), setup.getLandscape());
        page.tell(top, draft);
    }

    private void margin(HeaderFooter margin, Layer kind) {
        String words = Stream.of(margin.getLeft(), margin.getCenter(), margin.getRight())
                .map(SheetText::margin)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
        draft.paragraph(words, top, kind);
    }

    private void comment(CellAddress at, HSSFComment comment, Map<CellReference, Span> texts) {
        CellReference cell = new CellReference(at.getRow(), at.getColumn());
        Place place = new Place.Cell(name, cell.text());
        Span text = draft.paragraph(words(comment), place, Layer.COMMENT);
        Span about = texts.get(cell);
        String author = comment.getAuthor() == null ? "" : comment.getAuthor();
        Span anchor = about == null || about.length() == 0 ? null : about;
        draft.fact(new Fact.Comment(author, "", false, text, anchor, place));
    }

    private void link(HSSFHyperlink link) {
        CellRange range =
                new CellRange(link.getFirstRow(), link.getFirstColumn(), link.getLastRow(), link.getLastColumn());
        Place place = new Place.Cell(name, range.text());
        String mark = link.getTextMark();
        String address = link.getAddress();
        if (link.getType() == HyperlinkType.DOCUMENT && (mark != null || address != null)) {
            workbook.links().add(mark == null ? address : mark, name, place);
        } else if (address != null && !address.isBlank()) {
            draft.fact(new Fact.ExternalLink(Fact.ExternalLink.Kind.HYPERLINK, address, place));
        }
    }

    /// @param around the place of the group it is in
    private void shape(HSSFShape shape, Place around) {
        Place place = place(shape, around);
        switch (shape) {
            case HSSFComment comment -> {}
            case HSSFShapeGroup group -> group.getChildren().forEach(each -> shape(each, place));
            case HSSFObjectData object -> {
                String program = object.getOLE2ClassName();
                draft.fact(new Fact.ActiveContent(
                        Fact.ActiveContent.Kind.OLE_OBJECT, program == null ? "" : program, place));
                draft.gap(Gap.Reason.UNOPENED_FILE, place, "An embedded object was not read.");
            }
            case HSSFPicture picture -> picture(picture, place);
            case HSSFSimpleShape simple -> draft.paragraph(words(simple), place, layer);
            default -> {}
        }
    }

    private Place place(HSSFShape shape, Place around) {
        return shape.getAnchor() instanceof ClientAnchor anchor
                ? new Place.Cell(
                        name, new CellReference(Math.max(0, anchor.getRow1()), Math.max(0, anchor.getCol1())).text())
                : around;
    }

    private void picture(HSSFPicture picture, Place place) {
        var data = picture.getPictureData();
        PixelSize size = data == null ? new PixelSize(0, 0) : size(data.getData());
        String file = picture.getFileName();
        draft.fact(new Fact.Image(file == null ? "" : file.strip(), size.width(), size.height(), 0, 0, null, place));
    }

    private static PixelSize size(byte[] image) {
        try {
            return PixelSize.read(new ByteArrayInputStream(image)).orElse(new PixelSize(0, 0));
        } catch (IOException e) {
            // Bytes in memory can always be read.
            throw new IllegalStateException(e);
        }
    }

    private static String words(HSSFSimpleShape shape) {
        try {
            return shape.getString() == null ? "" : shape.getString().getString();
        } catch (NullPointerException e) {
            // The library asks a shape for its text that has none.
            return "";
        }
    }

    private void charts() {
        for (HSSFChart chart : HSSFChart.getSheetCharts(sheet)) {
            chart(chart);
        }
    }

    /// Of a chart only title and ranges can be told; its numbers are those of the cells.
    private void chart(HSSFChart chart) {
        List<Fact.Chart.Series> series = new ArrayList<>();
        for (HSSFChart.HSSFSeries each : chart.getSeries()) {
            String title = each.getSeriesTitle();
            series.add(new Fact.Chart.Series(
                    title == null ? "" : title, range(each.getDataValues()), range(each.getDataCategoryLabels())));
        }
        String title = chart.getChartTitle() == null ? "" : chart.getChartTitle();
        draft.paragraph(title, top, layer);
        draft.fact(new Fact.Chart(title, series, top));
    }

    private String range(@Nullable LinkedDataRecord data) {
        Ptg[] formula = data == null ? new Ptg[0] : data.getFormulaOfLink();
        return formula == null || formula.length == 0
                ? ""
                : HSSFFormulaParser.toFormulaString(workbook.workbook(), formula);
    }

    /// What the library cannot tell of one drawing is no reason to lose the rest.
    private void guarded(Runnable drawing, Place place) {
        try {
            drawing.run();
        } catch (RuntimeException e) {
            draft.gap(Gap.Reason.DAMAGED, place, "A drawing or chart cannot be read.");
        }
    }
}
