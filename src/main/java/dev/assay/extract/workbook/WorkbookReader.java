package dev.assay.extract.workbook;

import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.office.OfficeFile;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.office.OfficeProperties;
import dev.assay.extract.office.References;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    private final OfficeFile file;

    public WorkbookReader(ContainerLimits limits) {
        this.file = new OfficeFile(
                "workbook 2",
                "xl/workbook.xml",
                (source, main, draft) -> new Reading(source, main, draft, limits.cells()).read());
    }

    @Override
    public Extraction read(Path from, String mediaType) throws IOException {
        return file.read(from, mediaType);
    }

    /// One workbook being read.
    private static final class Reading {
        private final OfficePackage source;
        private final String main;
        private final DocumentDraft draft;
        private final References references;
        private final int mostCells;
        private final WorkbookPart part;

        Reading(OfficePackage source, String main, DocumentDraft draft, int mostCells) throws IOException {
            this.source = source;
            this.main = main;
            this.draft = draft;
            this.mostCells = mostCells;
            this.references = new References(source, main, draft);
            this.part = WorkbookPart.read(source, main, draft);
        }

        void read() throws IOException {
            OutsideBooks outside = OutsideBooks.read(source, outsideBooks(), draft);
            Connections connections = Connections.read(source, main);
            Workbook workbook = workbook(outside, connections);
            part.sheets().forEach(sheet -> workbook.links().sheet(sheet.name()));
            part.names().forEach(each -> workbook.name(each.name(), each.refersTo(), each.hidden()));
            for (WorkbookPart.Sheet sheet : part.sheets()) {
                read(sheet, workbook);
            }
            draft.fact(new Fact.Count(Fact.Count.Unit.SHEETS, part.sheets().size()));
            workbook.fonts().forEach(font -> draft.fact(new Fact.Font(font, false, true)));
            workbook.pivots().tell(source.targets(main, "pivotCacheDefinition"));
            outside.tell();
            connections.tell(draft);
            workbook.links().tell(draft);
            references.remainingLinks(new Place.Whole());
            UnreadParts.tell(source, main, draft);
            OfficeProperties.read(source, main, draft);
        }

        private Workbook workbook(OutsideBooks outside, Connections connections) throws IOException {
            FormulaText formulas = new FormulaText(outside);
            InternalLinks links = new InternalLinks();
            return new Workbook(
                    source,
                    draft,
                    new CellValues(
                            WorkbookStyles.read(source, main), SharedText.read(source, main, draft), part.since1904()),
                    formulas,
                    new FormulaLinks(draft, links, formulas::isKnown),
                    connections,
                    new PivotCaches(source, connections, draft),
                    links,
                    people(),
                    new LinkedHashSet<>(),
                    new CellBudget(mostCells));
        }

        /// Formulas count them in the order in which the workbook lists them.
        private List<String> outsideBooks() throws IOException {
            Set<String> parts = new LinkedHashSet<>();
            for (String id : part.outsideBooks()) {
                references.part(id, new Place.Whole()).ifPresent(parts::add);
            }
            parts.addAll(source.targets(main, "externalLink"));
            return List.copyOf(parts);
        }

        private void read(WorkbookPart.Sheet sheet, Workbook workbook) throws IOException {
            Place place = new Place.Cell(sheet.name(), "A1");
            boolean veryHidden = sheet.state().equals("veryHidden");
            boolean hidden = veryHidden || sheet.state().equals("hidden");
            if (hidden) {
                Fact.Hidden.Kind kind = veryHidden ? Fact.Hidden.Kind.VERY_HIDDEN_SHEET : Fact.Hidden.Kind.SHEET;
                draft.fact(new Fact.Hidden(kind, sheet.name(), place));
            }
            var found = references.part(sheet.relationship(), place);
            if (found.isPresent()) {
                new SheetReader(workbook, found.get(), sheet.name(), hidden ? Layer.HIDDEN : Layer.BODY).read();
            }
        }

        private Map<String, String> people() throws IOException {
            Map<String, String> people = new LinkedHashMap<>();
            for (String each : source.targets(main, "person")) {
                source.read(each, Place.Whole::new, root -> root.each(person -> name(person, people)));
            }
            return people;
        }

        private static void name(Markup person, Map<String, String> people) {
            people.putIfAbsent(person.attribute("id", ""), person.attribute("displayName", ""));
        }
    }
}
