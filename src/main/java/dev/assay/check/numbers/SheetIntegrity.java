package dev.assay.check.numbers;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Flags what makes a workbook wrong or fragile: error values, a number typed into a row or column of formulas, a
/// formula that differs from its neighbours, references to other workbooks, circular references.
///
/// ## Why
///
/// Nine in ten large workbooks hold errors, and these are the ones a reader cannot see: the cell shows a number like
/// all others, and the total is right until the day an input changes.
///
/// ## Example
///
/// Flagged are a cell `#REF!`; 2027 revenue typed as 1,234 between 2026 and 2028, which are computed; `=B4*B5` in
/// a column where the cells above and below have `=B3*$C$1` and `=B5*$C$1`; a formula that reads from
/// `[Budget.xlsx]`; and A1 that refers to B1 that refers to A1.
///
/// ## What it does not do
///
/// A typed number or another formula counts as foreign only when at least two cells on each side, or four on one
/// side, have one and the same formula; first and last cells of a row are often meant to differ. It does not
/// calculate anew, and looks at no names or array formulas' inner parts. Ranges of more than 20,000 cells are not
/// followed when looking for circles. Other formats than workbooks have no formulas.
public final class SheetIntegrity implements Check {
    private static final Pattern ERROR =
            Pattern.compile("#(?:REF!|DIV/0!|VALUE!|NAME\\?|N/A|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");
    private static final Pattern OTHER_WORKBOOK =
            Pattern.compile("\\[[^\\]]+\\.xl\\w+\\]|'[^']*\\[[^\\]]+\\][^']*'!|\\[\\d+\\]");
    private static final int AROUND = 2;
    private static final int BESIDE = 4;
    private static final int MOST_SHOWN = 6;

    private static final Kind KIND = new Kind(
            "sheet-integrity",
            1,
            "0.1",
            Kind.Family.NUMBERS,
            "The workbook's formulas are whole, regular and its own.",
            List.of(Parameter.choices(
                            "of",
                            List.of("errors", "typed-values", "patterns", "other-workbooks", "circles"),
                            List.of("errors", "typed-values", "patterns", "other-workbooks", "circles"),
                            "What is looked for.")
                    .sharper(Parameter.Sharper.MORE)),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        List<String> of = parameters.texts("of");
        boolean any = false;
        for (Inspection.ReadPart part : inspection.readable()) {
            Map<String, Map<Long, Block.Cell>> sheets = sheets(part.document());
            any |= !sheets.isEmpty();
            new Workbook(part, sheets, of, findings).inspect();
        }
        if (!any) {
            return new Outcome.NotApplicable("There is no workbook.");
        }
        return findings.outcome(
                "cell or reference is not sound|cells or references are not sound",
                "The workbook's formulas are whole, regular and its own.");
    }

    /// The cells of each sheet by row and column.
    private static Map<String, Map<Long, Block.Cell>> sheets(Document document) {
        Map<String, Map<Long, Block.Cell>> sheets = new LinkedHashMap<>();
        document.tables().forEach(table -> {
            for (Block.Row row : table.rows()) {
                for (Block.Cell cell : row.cells()) {
                    if (cell.place() instanceof Place.Cell at
                            && (cell.formula() != null
                                    || cell.raw() != null
                                    || cell.span().length() > 0)) {
                        sheets.computeIfAbsent(at.sheet(), name -> new TreeMap<>())
                                .put(key(cell.row(), cell.column()), cell);
                    }
                }
            }
        });
        return sheets;
    }

    private static long key(int row, int column) {
        return (long) row << 32 | column;
    }

    /// One workbook being looked at.
    private static final class Workbook {
        private final Inspection.ReadPart part;
        private final Document document;
        private final Map<String, Map<Long, Block.Cell>> sheets;
        private final List<String> of;
        private final Findings findings;
        private final Map<FormulaCycle.Key, FormulaPattern> formulas = new LinkedHashMap<>();

        Workbook(
                Inspection.ReadPart part,
                Map<String, Map<Long, Block.Cell>> sheets,
                List<String> of,
                Findings findings) {
            this.part = part;
            this.document = part.document();
            this.sheets = sheets;
            this.of = of;
            this.findings = findings;
        }

        void inspect() {
            sheets.forEach((sheet, cells) -> cells.values().forEach(cell -> {
                if (cell.formula() != null) {
                    formulas.put(
                            new FormulaCycle.Key(sheet, cell.row(), cell.column()),
                            FormulaPattern.of(cell.formula(), cell.row(), cell.column()));
                }
            }));
            sheets.forEach(this::inspect);
            if (of.contains("other-workbooks")) {
                links();
            }
            if (of.contains("circles")) {
                circle();
            }
        }

        private void inspect(String sheet, Map<Long, Block.Cell> cells) {
            for (Block.Cell cell : cells.values()) {
                String shown = document.text(cell.span()).strip();
                if (of.contains("errors") && ERROR.matcher(shown).matches()) {
                    at(cell, "The cell shows the error " + shown + ".", "Mend the formula or what it refers to.");
                } else {
                    foreign(sheet, cell);
                }
            }
        }

        private void foreign(String sheet, Block.Cell cell) {
            boolean typed = cell.formula() == null
                    && cell.raw() != null
                    && NUMBER.matcher(cell.raw()).matches();
            if (!(typed && of.contains("typed-values")) && !(cell.formula() != null && of.contains("patterns"))) {
                return;
            }
            String own = cell.formula() == null ? "" : pattern(sheet, cell.row(), cell.column());
            String row = common(sheet, cell, 0, 1);
            String column = common(sheet, cell, 1, 0);
            boolean fits = own.equals(row) || own.equals(column);
            String around = row.isEmpty() ? column : row;
            if (around.isEmpty() || (cell.formula() != null && fits)) {
                return;
            }
            if (typed) {
                at(
                        cell,
                        "The number " + document.text(cell.span()).strip()
                                + " is typed in, while the cells around it are" + " computed by one formula.",
                        "Compute it by the same formula, or mark it as an input.");
            } else if (row.isEmpty() || column.isEmpty()) {
                at(
                        cell,
                        "The formula '" + cell.formula() + "' differs from the one formula of the cells around it.",
                        "Copy the neighbour's formula over it, or say beside it why it differs.");
            }
        }

        /// The pattern that the cells on both sides, or enough on one side, have in common; empty where there is
        /// none.
        private String common(String sheet, Block.Cell cell, int down, int right) {
            String before = pattern(sheet, cell.row() - down, cell.column() - right);
            String after = pattern(sheet, cell.row() + down, cell.column() + right);
            int runBefore = run(sheet, cell, -down, -right, before);
            int runAfter = run(sheet, cell, down, right, after);
            if (!before.isEmpty() && before.equals(after) && runBefore >= AROUND && runAfter >= AROUND) {
                return before;
            }
            if (!before.isEmpty() && runBefore >= BESIDE && after.isEmpty() && cell.formula() == null) {
                return isEdge(sheet, cell, down, right) ? "" : before;
            }
            return "";
        }

        /// A typed number behind the last formula may begin something else.
        private boolean isEdge(String sheet, Block.Cell cell, int down, int right) {
            return !sheets.get(sheet).containsKey(key(cell.row() + down, cell.column() + right));
        }

        private int run(String sheet, Block.Cell cell, int down, int right, String pattern) {
            int run = 0;
            while (run < BESIDE
                    && !pattern.isEmpty()
                    && pattern(sheet, cell.row() + down * (run + 1), cell.column() + right * (run + 1))
                            .equals(pattern)) {
                run++;
            }
            return run;
        }

        private String pattern(String sheet, int row, int column) {
            @Nullable FormulaPattern pattern = formulas.get(new FormulaCycle.Key(sheet, row, column));
            return pattern == null || pattern.references().isEmpty() ? "" : pattern.text();
        }

        private void links() {
            Map<String, Block.Cell> first = new HashMap<>();
            Map<String, Integer> counts = new TreeMap<>();
            sheets.forEach((sheet, cells) -> cells.values().forEach(cell -> {
                if (cell.formula() != null
                        && OTHER_WORKBOOK.matcher(cell.formula()).find()) {
                    first.putIfAbsent(sheet, cell);
                    counts.merge(sheet, 1, Integer::sum);
                }
            }));
            counts.forEach((sheet, count) -> at(
                    first.get(sheet),
                    count + (count == 1 ? " formula" : " formulas") + " of the sheet '" + sheet
                            + "' read from another workbook.",
                    "Bring the figures into this workbook, with their source beside them."));
            document.facts(Fact.ExternalLink.class)
                    .filter(link -> link.kind() == Fact.ExternalLink.Kind.WORKBOOK)
                    .filter(link -> !(link.place() instanceof Place.Cell))
                    .forEach(link -> findings.about(
                            part.part().name(),
                            link.place(),
                            "workbook " + link.target(),
                            "The workbook is linked to another one: '" + link.target() + "'.",
                            "Break the link (Data, Edit Links) after bringing in the figures."));
        }

        private void circle() {
            List<FormulaCycle.Key> circle = FormulaCycle.of(formulas);
            if (circle.isEmpty()) {
                return;
            }
            String shown = circle.stream()
                    .limit(MOST_SHOWN)
                    .map(key -> place(key).cell())
                    .collect(Collectors.joining(" \u2192 "));
            FormulaCycle.Key first = circle.getFirst();
            at(
                    sheets.get(first.sheet()).get(key(first.row(), first.column())),
                    "Formulas refer to each other in a circle: " + shown + (circle.size() > MOST_SHOWN ? " \u2026" : "")
                            + ".",
                    "Break the circle; a value that needs itself has no meaning without iteration.");
        }

        private Place.Cell place(FormulaCycle.Key key) {
            Block.Cell cell = sheets.get(key.sheet()).get(SheetIntegrity.key(key.row(), key.column()));
            return (Place.Cell) cell.place();
        }

        private void at(Block.Cell cell, String message, String remedy) {
            findings.at(part, cell.span(), cell.place(), message, remedy);
        }
    }
}
