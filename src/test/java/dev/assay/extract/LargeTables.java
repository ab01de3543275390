package dev.assay.extract;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes tables of ten columns and as many rows as are asked for, in every kind of cell.
public final class LargeTables {
    private static final int TEXTS = 20_000;
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private LargeTables() {}

    /// A workbook: texts, a date, numbers with formats, a formula of its own, a shared one, one of text.
    public static void workbook(Path file, int rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
            part(zip, out, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" \
                ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>\
                """);
            part(zip, out, "_rels/.rels", relationships("officeDocument", "xl/workbook.xml"));
            part(
                    zip,
                    out,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONSHIPS
                            + "\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>");
            part(
                    zip,
                    out,
                    "xl/_rels/workbook.xml.rels",
                    relationships(
                            "worksheet", "sheet.xml", "styles", "styles.xml", "sharedStrings", "sharedStrings.xml"));
            part(
                    zip,
                    out,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN + "\"><cellXfs><xf/><xf numFmtId=\"4\"/><xf numFmtId=\"10\"/>"
                            + "<xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            StringBuilder texts = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
            for (int i = 0; i < TEXTS; i++) {
                texts.append("<si><t>Customer number ").append(i).append(" of the region</t></si>");
            }
            part(zip, out, "xl/sharedStrings.xml", texts.append("</sst>").toString());
            zip.putNextEntry(new ZipEntry("xl/sheet.xml"));
            sheet(out, rows);
            out.flush();
            zip.closeEntry();
        }
    }

    /// Delimited text: words, words in quotes, numbers.
    public static void delimited(Path file, int rows) throws IOException {
        Random random = new Random(1);
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int row = 1; row <= rows; row++) {
                out.append("Customer number ").append(String.valueOf(random.nextInt(TEXTS)));
                out.append(",\"north, and \"\"east\"\"\"");
                for (int column = 2; column < 10; column++) {
                    out.append(',').append(String.valueOf(random.nextInt(10_000_000) / 100.0));
                }
                out.append("\r\n");
            }
        }
    }

    private static void sheet(Writer out, int rows) throws IOException {
        Random random = new Random(1);
        out.append("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int row = 1; row <= rows; row++) {
            out.append("<row r=\"" + row + "\">");
            cell(out, "A" + row + "\" t=\"s", "", String.valueOf(random.nextInt(TEXTS)));
            cell(out, "B" + row + "\" t=\"s", "", String.valueOf(random.nextInt(TEXTS)));
            cell(out, "C" + row + "\" s=\"3", "", String.valueOf(40_000 + row % 5000));
            cell(out, "D" + row, "", String.valueOf(row));
            cell(out, "E" + row + "\" s=\"1", "", String.valueOf(random.nextInt(10_000_000) / 100.0));
            cell(out, "F" + row + "\" s=\"1", "", String.valueOf(random.nextInt(10_000_000) / 100.0));
            cell(out, "G" + row + "\" s=\"2", "", String.valueOf(random.nextDouble()));
            cell(out, "H" + row + "\" s=\"1", "<f>E" + row + "*F" + row + "</f>", String.valueOf(random.nextDouble()));
            String shared = row == 1
                    ? "<f t=\"shared\" ref=\"I1:I" + rows + "\" si=\"0\">SUM(E1:F1)</f>"
                    : "<f t=\"shared\" si=\"0\"/>";
            cell(out, "I" + row + "\" s=\"1", shared, String.valueOf(random.nextInt(1000)));
            cell(out, "J" + row + "\" t=\"str", "<f>IF(E" + row + "&gt;9,\"more\",\"less\")</f>", "more");
            out.append("</row>");
        }
        out.append("</sheetData></worksheet>");
    }

    private static void cell(Writer out, String start, String formula, String value) throws IOException {
        out.append("<c r=\"" + start + "\">" + formula + "<v>" + value + "</v></c>");
    }

    private static String relationships(String... kindsAndTargets) {
        StringBuilder all = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            all.append("<Relationship Id=\"r" + i / 2 + "\" Type=\"" + RELATIONSHIPS + "/" + kindsAndTargets[i]
                    + "\" Target=\"" + kindsAndTargets[i + 1] + "\"/>");
        }
        return all.append("</Relationships>").toString();
    }

    private static void part(ZipOutputStream zip, Writer out, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        out.append(content);
        out.flush();
        zip.closeEntry();
    }
}
