package dev.assay.extract.workbook;

import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.number.DisplayedNumber;
import dev.assay.extract.office.OfficeFile;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.office.OfficeProperties;
import dev.assay.extract.office.References;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads workbooks: xlsx, xlsm, xltx, xltm and xlam.
///
/// Each sheet is one table of its name; the whole table of a hidden sheet lies in the hidden layer. Hidden rows
/// and columns stay in their sheet's table, for totals count them, and are told as facts.
public final class WorkbookReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.template",
            "application/vnd.ms-excel.sheet.macroenabled.12",
            "application/vnd.ms-excel.template.macroenabled.12",
            "application/vnd.ms-excel.addin.macroenabled.12");

    private static final OfficeFile FILE = new OfficeFile(
            "workbook 1", "xl/workbook.xml", (source, main, draft) -> new Reading(source, main, draft).read());

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        return FILE.read(file, mediaType);
    }

    /// One workbook being read.
    private static final class Reading {
        private final OfficePackage source;
        private final String main;
        private final DocumentDraft draft;
        private final References references;
        private final List<Sheet> sheets = new ArrayList<>();
        private boolean since1904;

        Reading(OfficePackage source, String main, DocumentDraft draft) throws IOException {
            this.source = source;
            this.main = main;
            this.draft = draft;
            this.references = new References(source, main, draft);
        }

        void read() throws IOException {
            source.read(main, Place.Whole::new, root -> {
                source.expect("x:workbook", root);
                root.eachInside(this::element);
            });
            Set<String> fonts = new LinkedHashSet<>();
            Workbook workbook = new Workbook(
                    source,
                    draft,
                    strings(),
                    WorkbookStyles.read(source, main),
                    new DisplayedNumber(),
                    since1904,
                    fonts);
            for (Sheet sheet : sheets) {
                read(sheet, workbook);
            }
            draft.fact(new Fact.Count(Fact.Count.Unit.SHEETS, sheets.size()));
            fonts.forEach(font -> draft.fact(new Fact.Font(font, false, true)));
            new WorkbookLinks(source, main, draft).read();
            references.remainingLinks(new Place.Whole());
            OfficeProperties.read(source, main, draft);
        }

        private void element(Markup element) throws javax.xml.stream.XMLStreamException {
            switch (element.name()) {
                case "x:workbookPr" -> since1904 = element.flag("date1904", false);
                case "x:sheet" ->
                    sheets.add(new Sheet(
                            element.attribute("name", ""),
                            element.attribute("state", "visible"),
                            element.attribute("r:id", "")));
                case "x:definedName" -> {
                    String name = element.attribute("name", "");
                    boolean unseen = element.flag("hidden", false);
                    draft.fact(new Fact.DefinedName(name, element.text().strip(), unseen));
                }
                default -> {}
            }
        }

        private void read(Sheet sheet, Workbook workbook) throws IOException {
            Place place = new Place.Cell(sheet.name, "A1");
            boolean hidden = sheet.state.equals("hidden") || sheet.state.equals("veryHidden");
            if (hidden) {
                Fact.Hidden.Kind kind =
                        sheet.state.equals("veryHidden") ? Fact.Hidden.Kind.VERY_HIDDEN_SHEET : Fact.Hidden.Kind.SHEET;
                draft.fact(new Fact.Hidden(kind, sheet.name, place));
            }
            var part = references.part(sheet.relationship, place);
            if (part.isPresent()) {
                new SheetReader(workbook, part.get(), sheet.name, hidden ? Layer.HIDDEN : Layer.BODY).read();
            }
        }

        private List<String> strings() throws IOException {
            List<String> strings = new ArrayList<>();
            for (String part : source.targets(main, "sharedStrings")) {
                source.read(
                        part,
                        Place.Whole::new,
                        root -> root.each(item -> {
                            if (item.name().equals("x:si")) {
                                strings.add(SheetText.rich(item));
                            }
                        }));
            }
            return strings;
        }
    }

    private record Sheet(String name, String state, String relationship) {}
}
