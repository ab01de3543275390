package dev.assay.lab.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.poi.util.LocaleUtil;

/// Writes the deliverables of the sample story. The same bytes come out on every run and every machine: dates
/// are fixed, nothing is drawn at random, nothing depends on locale, time zone, installed fonts or a
/// compressor.
///
/// What is wrong with each deliverable is told in `samples/story.yaml`.
public final class SampleGenerator {
    private final List<Respondent> interviews = Survey.interviews();
    private final Tabulation tabulation = new Tabulation(interviews, Measure.all());

    /// Writes all deliverables below a folder, replacing those that are there.
    ///
    /// @param folder made if it is missing; files lie in `<row and name>/<vendor>/<path as dropped>`
    /// @throws IOException if a file cannot be written
    public void writeTo(Path folder) throws IOException {
        // What POI takes from the machine where nothing is said: the language of slides.
        LocaleUtil.setUserLocale(Locale.UK);
        LocaleUtil.setUserTimeZone(LocaleUtil.TIMEZONE_UTC);
        try {
            writeAll(folder);
        } finally {
            LocaleUtil.resetUserLocale();
            LocaleUtil.resetUserTimeZone();
        }
    }

    private void writeAll(Path folder) throws IOException {
        UnaryOperator<String> figures = tabulation.figures();
        write(
                folder,
                "00-tracker-report-wave-11/kestrel-insight/hb-100/HB-100-report-wave-11.docx",
                WordWriter.write(ManuscriptReader.read("tracker-report-wave-11.txt", figures)));
        write(
                folder,
                "01-tracker-report/kestrel-insight/hb-101/HB-101-report-wave-12.docx",
                WordWriter.write(ManuscriptReader.read("tracker-report.txt", figures)));
        write(folder, "02-tracker-deck/kestrel-insight/hb-101/HB-101-deck-wave-12.pptx", deck(1));
        write(folder, "03-tracker-deck-again/kestrel-insight/hb-101/HB-101-deck-wave-12.pptx", deck(2));
        write(
                folder,
                "04-tracker-tables/lumen-analytics/hb-101/HB-101-tables-wave-12.xlsx",
                WorkbookWriter.write(tablesHead(), new TrackerTables(tabulation).sheets()));
        write(folder, "05-respondent-data/lumen-analytics/hb-102/HB-102-data-wave-12.zip", TrackerData.zip(interviews));
        write(
                folder,
                "07-verbatims/kestrel-insight/hb-103/HB-103-verbatims-elderflower-rye.xlsx",
                WorkbookWriter.write(verbatimsHead(), Verbatims.sheets()));
        write(
                folder,
                "08-concept-test/kestrel-insight/hb-103/HB-103-concept-test-elderflower-rye.pdf",
                PdfWriter.write(ManuscriptReader.read("concept-test.txt")));
        write(
                folder,
                "09-concept-summary/kestrel-insight/hb-103/HB-103-summary-elderflower-rye.docx",
                WordWriter.write(ManuscriptReader.read("concept-summary.txt", name -> "{" + name + "}")));
        write(
                folder,
                "10-initiation/kestrel-insight/pw-201/PW-201-initiation-harrowgate-beverages.pdf",
                PdfWriter.write(ManuscriptReader.read("initiation.txt")));
        write(
                folder,
                "12-model/tarn-modelling/pw-201/PW-201-model-harrowgate.xlsx",
                WorkbookWriter.write(modelHead("PW-201"), ModelWorkbook.typedOver()));
        write(
                folder,
                "13-flash-fenwick-rowe/kestrel-insight/pw-202/PW-202-flash-fenwick-rowe.pdf",
                PdfWriter.write(ManuscriptReader.read("flash-fenwick.txt")));
        write(
                folder,
                "14-flash-cobalt-drinks/kestrel-insight/pw-202/PW-202-flash-cobalt-drinks.pdf",
                PdfWriter.write(ManuscriptReader.read("flash-cobalt.txt")));
        write(folder, "16-model-package/tarn-modelling/pw-203/PW-203-model-harrowgate.zip", model());
        write(
                folder,
                "29-technical-appendix/kestrel-insight/hb-101/HB-101-appendix-wave-12.pdf",
                PdfWriter.write(ManuscriptReader.read("appendix.txt", figures)));
    }

    private static void write(Path folder, String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /// The deck of a round: where the manuscript gives two readings, the first round has the first.
    private byte[] deck(int round) throws IOException {
        UnaryOperator<String> figures = tabulation.figures();
        return SlideWriter.write(ManuscriptReader.read(
                "tracker-deck.txt",
                name -> name.startsWith("?") ? name.substring(1).split("\\|", -1)[round - 1] : figures.apply(name)));
    }

    private static Manuscript tablesHead() {
        return new Manuscript(
                Map.of(
                        "title", "Adult Soft Drinks Brand Tracker, wave 12",
                        "subtitle", "Tables",
                        "author", "Lumen Analytics Ltd",
                        "reference", "HB-101",
                        "created", "2026-11-19T18:45:00Z",
                        "running", "HB-101 Brand tracker wave 12: tables",
                        "classification", "Confidential to Harrowgate Beverages"),
                List.of());
    }

    private static Manuscript verbatimsHead() {
        return new Manuscript(
                Map.of(
                        "title", "Concept Test: Botanic Elderflower & Rye",
                        "subtitle", "Open answers",
                        "author", "Kestrel Insight Ltd",
                        "reference", "HB-103",
                        "created", "2026-11-18T16:20:00Z",
                        "running", "HB-103 Concept test: verbatims",
                        "classification", "Confidential to Harrowgate Beverages"),
                List.of());
    }

    private static Manuscript modelHead(String reference) {
        return new Manuscript(
                Map.of(
                        "title", "Harrowgate Beverages plc",
                        "subtitle", "Forecast model",
                        "author", "Tarn Modelling Ltd",
                        "reference", reference,
                        "created", "2026-11-20T12:00:00Z",
                        "running", reference + " Harrowgate Beverages: model",
                        "classification", "Prepared for Pellworm Asset Management. Not for redistribution"),
                List.of());
    }

    private static byte[] model() throws IOException {
        String manifest = """
            work-order: pw-203
            deliverable: model
            parts:
              - path: PW-203-model-harrowgate.xlsx
                role: model
              - path: history/prices-2019-2026.zip
                role: annex
            """;
        return StoredZip.of(Map.of(
                "manifest.yaml", manifest.getBytes(StandardCharsets.UTF_8),
                "PW-203-model-harrowgate.xlsx", WorkbookWriter.write(modelHead("PW-203"), ModelWorkbook.sheets()),
                "history/prices-2019-2026.zip", ArchiveBomb.zip()));
    }
}
