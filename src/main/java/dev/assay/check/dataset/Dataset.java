package dev.assay.check.dataset;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.checklist.Parameter.Sharper;
import dev.assay.checklist.Trait;
import dev.assay.config.ClientPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Flags data that is not as declared: columns, values, keys, sequences, conditions within a row, groups, totals, and
/// what moved since the wave before.
///
/// ## Why
///
/// A file of data is loaded by a program, which stops at the first column it does not know, or does not stop and counts
/// a customer twice. Whoever finds it later has to ask what else is wrong.
///
/// ## Example
///
/// ```yaml
/// - id: survey-data
///   check: dataset
///   with:
///     part: data
///     columns:
///     - "respondent = text, required, unique, pattern R[0-9]{5}"
///     - "age = integer, required, 18 to 99"
///     - "region = one of North | South | East | West"
///     - "occupation = in codebook: Code"
///     - "interviewed = date, from 2026-03-01 to 2026-03-31"
///     - "comment = optional, missing at most 95 %"
///     conditions:
///     - when employed = no then employer empty
///     - finished >= [started]
///     totals: rows = 1200
///     previous: earlier-wave
/// ```
///
/// flags `199` as an age and each respondent who stands there twice. Looked at are delimited text files (with comma,
/// semicolon, tab or bar), sheets of workbooks, and load files of legal review: Concordance (DAT, with thorn and
/// pilcrow, or with a caret or bar around fields) and Opticon (OPT). Column names are compared without case, spaces,
/// underscores and hyphens. Of the files and sheets, those are meant that have at least half of the columns declared,
/// or those that `part` and `sheet` name.
///
/// ## What can be declared
///
/// - A **column** is `name = clauses`, these set apart by commas: `text`, `number`, `integer` or `date`; `required`,
///   `unique`, `optional` (the column may be absent); `1 to 5`, `at least 0`, `at most 100`,
///   `from 2026-01-01 to 2026-12-31`; `one of A | B`; `in codebook: Code`, a column of a reference or of another file;
///   `missing at most 5 %`; and, last, `pattern` with a regular expression in RE2 syntax for the whole value.
/// - A **key** is a column, or several as `subject + visit`; no two rows share it. A **foreign key**
///   `subject in demographics: subject id` must exist there, or in `this` table (`parent in this: document`).
/// - **Sequences** go on without gap or overlap, **ranges** without overlap: `record`, or of Bates numbers
///   `BEGBATES to ENDBATES`. **Families** `BEGATTACH to ENDATTACH of BEGBATES to ENDBATES` begin and end with their
///   documents.
/// - A **condition** is `when employed = yes then employer required`, or without `when` for every row. A test is a
///   column followed by `required`, `empty`, `in A | B`, `not in A | B`, or by `=`, `!=`, `<`, `<=`, `>`, `>=` and a
///   value, or another column in brackets; tests are joined by `and`. What has no value is not compared. A name that
///   holds one of these words stands in quotation marks.
/// - A **group** is `subject has each visit: Baseline | Week 4`.
/// - A **total** is `rows = 1200`, `sum of amount = 10500.25`, or `rows in control: Number of records`, the number
///   beside that label in a reference or another file. Numbers are added as decimals, at full precision.
/// - **previous** names the wave before: columns that are new or gone, codes never seen, and means and shares that
///   moved by more than `drift` are flagged, where both waves have 30 rows at least.
///
/// ## Without any of it
///
/// It flags rows of another length than the others, names given twice, columns with values and no name, or with a name
/// and no value, up to 20 texts in a column of numbers, and rows that are given twice where a column names each row
/// (`id`, `respondent`, `invoice number` and the like). Of a workbook it then looks at sheets that begin with a row of
/// names and hold one gapless table of at least ten rows. In an Opticon file it also counts the pages of each document.
///
/// ## What it does not do
///
/// Of each rule the first 20 faults of a table are listed, and one more tells how many there are. `mostly` counts rows,
/// and does not excuse a missing column, a wrong total or drift. A value that cannot be compared, a day and month that
/// can be exchanged at the edge of a range, or a reference that is not there, ends as *cannot tell*. It does not look
/// at
/// tables in running text, slides and pages.
public final class Dataset implements Check {
    private static final int LEAST_ROWS = 10;
    private static final int SAMPLED = 200;

    private static final Kind KIND = new Kind(
                    "dataset",
                    1,
                    "0.1",
                    Kind.Family.NUMBERS,
                    "Data is as declared: columns, values, keys, sequences and totals hold.",
                    List.of(
                            Parameter.optional(
                                    "part",
                                    Parameter.Type.TEXT,
                                    "Words of the file's name or role, set apart by `|`; all files where left out."),
                            Parameter.optional(
                                    "sheet", Parameter.Type.PATTERN, "Names of sheets; all sheets where left out."),
                            Parameter.choice(
                                    "header",
                                    List.of("auto", "yes", "no"),
                                    "auto",
                                    "Whether the first row names the columns; without, the declared names hold in"
                                            + " their order."),
                            more("columns", "What must be true of each column, as `name = clauses`."),
                            Parameter.of(
                                            "closed",
                                            Parameter.Type.FLAG,
                                            false,
                                            "Whether columns that are not declared are flagged.")
                                    .sharper(Sharper.MORE),
                            more("keys", "Columns that name a row, alone or as `a + b`."),
                            more("foreign-keys", "Columns whose values exist elsewhere: `a in table: b`."),
                            more("sequences", "Numbers without gap or overlap: a column, or `begin to end`."),
                            more("ranges", "Numbers without overlap: a column, or `begin to end`."),
                            more("families", "Ranges of families: `begin to end of begin to end`."),
                            more("conditions", "What must hold within a row: `when a = b then c required`."),
                            more("groups", "What each of a group has: `subject has each visit: A | B`."),
                            more("totals", "Control totals: `rows = 1200`, `sum of a = 10.5`, `rows in file: label`."),
                            Parameter.optional(
                                    "missing",
                                    Parameter.Type.TEXTS,
                                    "Texts that stand for no value, such as `NA`. Where a number is looked for, the"
                                            + " usual ones count anyway."),
                            Parameter.optional(
                                    "previous",
                                    Parameter.Type.TEXT,
                                    "Where the wave before is: a reference, `earlier-round`, or words of a file's"
                                            + " name."),
                            Parameter.of(
                                            "drift",
                                            Parameter.Type.NUMBER,
                                            "10",
                                            "How far a mean (per cent) or a share (percentage points) may move.")
                                    .sharper(Sharper.LESS)),
                    List.of(),
                    List.of())
            .proved(Declared::mistakes)
            .with(Trait.COUNTS_UNITS);

    private static Parameter more(String name, String meaning) {
        return Parameter.optional(name, Parameter.Type.TEXTS, meaning).sharper(Sharper.MORE);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    /// It looks itself whether its tables were read to their end.
    @Override
    public Unread unread(Parameters parameters) {
        return Unread.HARMLESS_IN_A_READ_PART;
    }

    @Override
    public List<List<String>> references(Parameters parameters) {
        return Declared.of(parameters).sources().stream().map(List::of).toList();
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Declared declared = Declared.of(parameters);
        List<DataTable> tables = tables(inspection, parameters, declared);
        if (tables.isEmpty()) {
            return declared.isBare()
                    ? new Outcome.NotApplicable("Nothing delivered is a data set: a delimited file, a sheet that is one"
                            + " table, or a load file.")
                    : new Outcome.CannotTell(
                            "There is no delimited file, sheet or load file to hold it against.",
                            Outcome.Cause.CONTENT);
        }
        Lookup lookup = new Lookup(inspection);
        List<TableCheck.Result> results = tables.stream()
                .map(table -> TableCheck.of(
                        table, declared, lookup, parameters.number("drift").orElseThrow()))
                .toList();
        return outcome(results);
    }

    private static List<DataTable> tables(Inspection inspection, Parameters parameters, Declared declared) {
        Optional<String> part = parameters.optionalText("part");
        Optional<ClientPattern> sheet = parameters.pattern("sheet");
        List<DataTable> tables = new ArrayList<>();
        for (Inspection.ReadPart each : inspection.readable()) {
            if (part.isEmpty() || Lookup.isNamed(each.part(), part.get())) {
                for (TableSource source : TableSource.of(each)) {
                    if (sheet.isEmpty() || source.isDelimited() || sheet.get().matches(source.sheet())) {
                        table(source, parameters.text("header"), declared).ifPresent(tables::add);
                    }
                }
            }
        }
        boolean named = part.isPresent() || sheet.isPresent();
        return named || declared.names().isEmpty()
                ? chosen(tables, declared, named)
                : fitting(tables, declared.names());
    }

    /// Sheets are looked at where something says that they are data.
    private static List<DataTable> chosen(List<DataTable> tables, Declared declared, boolean named) {
        return named || !declared.isBare()
                ? tables
                : tables.stream().filter(Dataset::isDataSet).toList();
    }

    /// Those that have at least half of the columns; where there is none, the one that has most.
    private static List<DataTable> fitting(List<DataTable> tables, List<String> names) {
        List<DataTable> fitting = new ArrayList<>();
        DataTable best = null;
        long most = -1;
        for (DataTable table : tables) {
            long known = names.stream()
                    .filter(name -> table.column(name).isPresent())
                    .count();
            if (2 * known >= names.size()) {
                fitting.add(table);
            }
            if (known > most) {
                best = table;
                most = known;
            }
        }
        return fitting.isEmpty() && best != null ? List.of(best) : fitting;
    }

    private static Optional<DataTable> table(TableSource source, String header, Declared declared) {
        Optional<DataTable> first = DataTable.withHeader(source, declared.names());
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (first.get().property("dialect").equals("opticon")) {
            return Optional.of(DataTable.headless(source, LoadFile.FIELDS));
        }
        List<String> inOrder = declared.columns().stream().map(Column::name).toList();
        return switch (header) {
            case "yes" -> first;
            case "no" -> Optional.of(DataTable.headless(source, inOrder));
            default ->
                declared.names().isEmpty() && !hasNames(first.get())
                        ? Optional.of(DataTable.headless(source, List.of()))
                        : first;
        };
    }

    /// Names of columns are neither numbers nor dates.
    private static boolean hasNames(DataTable table) {
        Values values = table.values(List.of());
        return table.names().stream()
                .allMatch(name ->
                        values.number(name).isEmpty() && Values.dates(name).isEmpty());
    }

    /// A delimited file; a sheet that begins with names and holds one table without gaps.
    private static boolean isDataSet(DataTable table) {
        if (table.isDelimited()) {
            return true;
        }
        int width = table.names().size();
        List<DataRow> rows = table.first(SAMPLED);
        if (!table.hasHeader() || table.headerRow() != 1 || width < 2 || rows.size() < LEAST_ROWS) {
            return false;
        }
        long named = table.names().stream().filter(name -> !name.isEmpty()).count();
        long full = rows.stream().filter(row -> 2 * filled(row) >= width).count();
        boolean gapless = rows.getLast().number() == rows.size() + 1;
        return gapless && 10 * named >= 9L * width && 10 * full >= 9L * rows.size();
    }

    private static int filled(DataRow row) {
        int filled = 0;
        for (int column = 0; column < row.width(); column++) {
            filled += row.text(column).isEmpty() ? 0 : 1;
        }
        return filled;
    }

    private static Outcome outcome(List<TableCheck.Result> results) {
        Findings findings = new Findings(KIND);
        List<String> doubts = new ArrayList<>();
        int rows = 0;
        int wrong = 0;
        boolean ofTheWhole = false;
        for (TableCheck.Result result : results) {
            result.faults().tell(findings);
            result.faults().doubts().forEach(doubt -> doubts.add(result.table().described() + ": " + doubt));
            rows += result.rows();
            wrong += result.faults().wrongRows();
            ofTheWhole |= result.faults().ofTheWhole();
        }
        String unclear = String.join("; ", doubts.subList(0, Math.min(3, doubts.size())))
                + (doubts.size() > 3 ? "; and " + (doubts.size() - 3) + " more." : ".");
        Optional<DataTable> cut = results.stream()
                .map(TableCheck.Result::table)
                .filter(table -> !table.isWhole())
                .findFirst();
        if (findings.isEmpty() && cut.isPresent()) {
            return new Outcome.CannotTell(
                    "What was read is in order, but " + cut.get().described() + " was not read to its end.",
                    Outcome.Cause.LIMIT);
        }
        if (findings.isEmpty() && !doubts.isEmpty()) {
            return new Outcome.CannotTell("It cannot be told of " + unclear, Outcome.Cause.CONTENT);
        }
        String read = String.format(
                Locale.ROOT,
                "%,d %s of %d %s",
                rows,
                rows == 1 ? "row" : "rows",
                results.size(),
                results.size() == 1 ? "table" : "tables");
        Outcome outcome = findings.outcome("fault in " + read + "|faults in " + read, read + " are in order.");
        return outcome instanceof Outcome.Failed failed
                ? new Outcome.Failed(
                        doubts.isEmpty() ? failed.reason() : failed.reason() + " It cannot be told of " + unclear,
                        failed.findings(),
                        ofTheWhole || cut.isPresent() ? null : new Outcome.Tally(rows, wrong))
                : outcome;
    }
}
