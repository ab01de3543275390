package dev.assay.lab.samples;

import dev.assay.lab.samples.WorkbookWriter.Formula;
import dev.assay.lab.samples.WorkbookWriter.Sheet;
import java.util.ArrayList;
import java.util.List;

/// The forecast model behind the initiation: assumptions as figures, everything else as formulas.
final class ModelWorkbook {
    private static final List<Object> LONG_YEARS =
            List.of("2023A", "2024A", "2025A", "2026E", "2027E", "2028E", "2029E", "2030E");
    private static final List<Object> YEARS = List.of("2025A", "2026E", "2027E", "2028E");

    private ModelWorkbook() {}

    static List<Sheet> sheets() {
        return List.of(
                new Sheet(
                        "Assumptions",
                        List.of("Harrowgate Beverages plc: assumptions", "Million pounds unless stated"),
                        List.of(List.of(
                                row("Item", YEARS),
                                row("Sparkling and Mixers", List.of(531.8, 549.0, 566.0, 582.0)),
                                row("Botanic", List.of(0.0, 21.5, 48.0, 71.0)),
                                row("International", List.of(127.5, 138.5, 151.0, 164.5)),
                                row("Private label and co-packing", List.of(158.9, 151.0, 146.0, 142.0)),
                                row("Cost of sales", List.of(473.7, 494.5, 519.3, 543.1)),
                                row("Operating costs before depreciation", List.of(172.7, 180.6, 189.4, 197.2)),
                                row("Depreciation and amortisation", List.of(29.6, 31.0, 32.6, 34.0)),
                                row("Net interest", List.of(9.8, 9.1, 8.2, 7.0)),
                                row("Tax rate (%)", List.of(25, 25, 25, 25)),
                                row("Shares (million)", List.of(412.0, 412.0, 412.0, 412.0)))),
                        List.of("Source: company report for 2025; estimates of Kestrel Insight, 20 November 2026.")),
                new Sheet(
                        "Income",
                        List.of("Harrowgate Beverages plc: income statement", "Million pounds unless stated"),
                        List.of(List.of(
                                row("Item", YEARS),
                                formulas("Revenue", "SUM(Assumptions!%1$s5:%1$s8)"),
                                formulas("Gross profit", "%1$s5-Assumptions!%1$s9"),
                                formulas("EBITDA", "%1$s6-Assumptions!%1$s10"),
                                formulas("Operating profit", "%1$s7-Assumptions!%1$s11"),
                                formulas("Profit before tax", "%1$s8-Assumptions!%1$s12"),
                                formulas("Net profit", "%1$s9*(1-Assumptions!%1$s13/100)"),
                                formulas("Earnings per share (pence)", "100*%1$s10/Assumptions!%1$s14"))),
                        List.of("Every figure on this sheet is a formula.")));
    }

    /// The model of the initiation, by eight years.
    ///
    /// Delivered with two mistakes: the revenue of 2027 is a figure among formulas, and one price is read from a
    /// workbook that the client does not have.
    static List<Sheet> typedOver() {
        List<Object> revenue = new ArrayList<>(List.of("Revenue"));
        List<Object> profit = new ArrayList<>(List.of("Gross profit"));
        for (char column = 'B'; column <= 'I'; column++) {
            revenue.add(column == 'F' ? (Object) 914.6 : new Formula("SUM(Assumptions!%1$s5:%1$s7)".formatted(column)));
            profit.add(new Formula("%1$s5-Assumptions!%1$s8".formatted(column)));
        }
        return List.of(
                new Sheet(
                        "Assumptions",
                        List.of("Harrowgate Beverages plc: assumptions", "Million pounds unless stated"),
                        List.of(List.of(
                                row("Item", LONG_YEARS),
                                row(
                                        "Sparkling and Mixers",
                                        List.of(506.1, 518.0, 531.8, 549.0, 566.0, 582.0, 598.5, 615.0)),
                                row("Botanic", List.of(0.0, 0.0, 0.0, 21.5, 48.0, 71.0, 88.0, 101.5)),
                                row("Other", List.of(291.4, 277.2, 286.4, 289.5, 297.0, 306.5, 314.0, 322.0)),
                                row("Cost of sales", List.of(466.0, 462.3, 473.7, 494.5, 519.3, 543.1, 565.0, 586.4)))),
                        List.of("Source: company reports to 2025; estimates of Kestrel Insight, 20 November 2026.")),
                new Sheet(
                        "Income",
                        List.of("Harrowgate Beverages plc: income statement", "Million pounds unless stated"),
                        List.of(List.of(row("Item", LONG_YEARS), revenue, profit)),
                        List.of("Every figure on this sheet is a formula.")),
                new Sheet(
                        "Price",
                        List.of("Harrowgate Beverages plc: price", "Pence"),
                        List.of(List.of(
                                row("Item", List.of("Close")),
                                row("19 November 2026", List.of(new Formula("[prices-2026.xlsx]Close!$B$2"))))),
                        List.of("London closing price.")));
    }

    private static List<Object> row(String label, List<?> figures) {
        List<Object> row = new ArrayList<>(List.of(label));
        row.addAll(figures);
        return row;
    }

    private static List<Object> formulas(String label, String pattern) {
        return row(
                label,
                List.of("B", "C", "D", "E").stream()
                        .map(column -> new Formula(pattern.formatted(column)))
                        .toList());
    }
}
