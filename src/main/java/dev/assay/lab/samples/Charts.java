package dev.assay.lab.samples;

import dev.assay.lab.samples.Manuscript.Piece;
import java.io.IOException;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;

/// Draws native column charts into documents and slides, with their data in the embedded workbook.
final class Charts {
    private static final List<byte[]> COLOURS = List.of(rgb(0x2E, 0x63, 0x75), rgb(0xE0, 0x9F, 0x3E));

    private Charts() {}

    static void draw(XDDFChart chart, Piece.Chart content, Manuscript manuscript) throws IOException {
        embed(chart, manuscript);
        List<List<String>> rows = content.rows();
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setMinimum(0);
        values.getOrAddMajorGridProperties()
                .setLineProperties(
                        new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.LIGHT_GRAY))));
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        bars.setBarDirection(BarDirection.COL);
        bars.setGapWidth(80);
        int columns = rows.getFirst().size();
        for (int column = 1; column < columns; column++) {
            addSeries(chart, bars, rows, column);
        }
        chart.plot(bars);
        chart.setAutoTitleDeleted(true);
        showValues(chart);
        if (columns > 2) {
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
    }

    /// The workbook inside a chart has dates of its own.
    private static void embed(XDDFChart chart, Manuscript manuscript) throws IOException {
        try {
            Metadata.set(chart.getWorkbook().getProperties(), manuscript);
        } catch (InvalidFormatException e) {
            throw new IOException("Cannot embed the data of a chart", e);
        }
    }

    private static void addSeries(XDDFChart chart, XDDFBarChartData bars, List<List<String>> rows, int column) {
        int last = rows.size() - 1;
        String[] names = rows.stream().skip(1).map(List::getFirst).toArray(String[]::new);
        Double[] figures = rows.stream()
                .skip(1)
                .map(row -> Double.valueOf(row.get(column)))
                .toArray(Double[]::new);
        XDDFDataSource<String> categories =
                XDDFDataSourcesFactory.fromArray(names, chart.formatRange(new CellRangeAddress(1, last, 0, 0)), 0);
        XDDFNumericalDataSource<Double> values = XDDFDataSourcesFactory.fromArray(
                figures, chart.formatRange(new CellRangeAddress(1, last, column, column)), column);
        XDDFBarChartData.Series series = (XDDFBarChartData.Series) bars.addSeries(categories, values);
        String title = rows.getFirst().get(column);
        series.setTitle(title, chart.setSheetTitle(title, column));
        series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(COLOURS.get(column - 1))));
    }

    private static void showValues(XDDFChart chart) {
        for (var series : chart.getCTChart().getPlotArea().getBarChartArray(0).getSerList()) {
            var labels = series.addNewDLbls();
            labels.addNewShowLegendKey().setVal(false);
            labels.addNewShowVal().setVal(true);
            labels.addNewShowCatName().setVal(false);
            labels.addNewShowSerName().setVal(false);
            labels.addNewShowPercent().setVal(false);
            labels.addNewShowBubbleSize().setVal(false);
        }
    }

    private static byte[] rgb(int red, int green, int blue) {
        return new byte[] {(byte) red, (byte) green, (byte) blue};
    }
}
