package dev.assay.extract;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes data sets of ten columns and as many rows as are asked for, all in order but for one.
public final class LargeDataset {
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final List<String> NAMES =
            List.of("record", "customer", "day", "region", "amount", "parent", "first", "last", "wave", "comment");
    private static final List<String> REGIONS = List.of("north", "south", "east", "west");

    private LargeDataset() {}

    /// @param wrong number of the record whose customer is wrong; 0 for none
    public static void delimited(Path file, int rows, int wrong) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.append(String.join(",", NAMES)).append("\r\n");
            for (int row = 1; row <= rows; row++) {
                out.append(String.join(",", values(row, row == wrong))).append("\r\n");
            }
        }
    }

    /// @param wrong as of [#delimited]
    public static void workbook(Path file, int rows, int wrong) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
            part(zip, out, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" \
                ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>\
                """);
            part(zip, out, "_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
            part(
                    zip,
                    out,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONSHIPS
                            + "\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>");
            part(zip, out, "xl/_rels/workbook.xml.rels", relationship("worksheet", "sheet.xml"));
            zip.putNextEntry(new ZipEntry("xl/sheet.xml"));
            out.append("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
            row(out, 1, NAMES);
            for (int row = 1; row <= rows; row++) {
                row(out, row + 1, values(row, row == wrong));
            }
            out.append("</sheetData></worksheet>");
            out.flush();
            zip.closeEntry();
        }
    }

    private static List<String> values(int row, boolean wrong) {
        String number = String.valueOf(row);
        return List.of(
                number,
                wrong ? "C12" : "C" + (1_000_000 + row),
                "2026-" + two(1 + row % 12) + "-" + two(1 + row % 28),
                REGIONS.get(row % 4),
                amount(row),
                String.valueOf((row + 1) / 2),
                "AB" + (10_000_000 + 2 * row),
                "AB" + (10_000_001 + 2 * row),
                "1",
                "remark " + row % 1000);
    }

    /// Two after each other add up to a thousand.
    private static String amount(int row) {
        int part = 1 + (row + 1) / 2 % 999;
        return row % 2 == 1 ? "0." + three(part) : "999." + three(1000 - part);
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private static String three(int number) {
        return (number < 100 ? "0" : "") + two(number);
    }

    private static void row(Writer out, int number, List<String> values) throws IOException {
        out.append("<row r=\"" + number + "\">");
        for (int column = 0; column < values.size(); column++) {
            String value = values.get(column);
            String at = (char) ('A' + column) + String.valueOf(number);
            out.append(
                    Character.isDigit(value.charAt(0)) && !value.contains("-")
                            ? "<c r=\"" + at + "\"><v>" + value + "</v></c>"
                            : "<c r=\"" + at + "\" t=\"str\"><v>" + value + "</v></c>");
        }
        out.append("</row>");
    }

    private static String relationship(String kind, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                + " Id=\"r0\" Type=\"" + RELATIONSHIPS + "/" + kind + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static void part(ZipOutputStream zip, Writer out, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        out.append(content);
        out.flush();
        zip.closeEntry();
    }
}
