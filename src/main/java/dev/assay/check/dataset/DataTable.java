package dev.assay.check.dataset;

import dev.assay.check.Inspection;
import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.numbers.DisplayedNumber.Mark;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A delimited file or a sheet as a data set: named columns and rows below them.
final class DataTable {
    private static final int HEADER_WITHIN = 20;
    private static final int SAMPLED = 200;

    private final TableSource source;
    private final List<String> names;
    private final @Nullable DataRow header;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Mark mark;

    private DataTable(TableSource source, List<String> names, @Nullable DataRow header) {
        this.source = source;
        this.names = List.copyOf(names);
        this.header = header;
        for (int column = 0; column < names.size(); column++) {
            columns.putIfAbsent(folded(names.get(column)), column);
        }
        this.mark = sampledMark();
    }

    /// A table whose header is the first row that is not blank, or, of the first rows, the one with most of the
    /// declared names.
    ///
    /// @return empty where there is no row
    static Optional<DataTable> withHeader(TableSource source, List<String> declared) {
        List<String> wanted = declared.stream().map(DataTable::folded).toList();
        DataRow best = null;
        int most = -1;
        Iterator<DataRow> rows = source.rows(0);
        for (int read = 0; rows.hasNext() && read < HEADER_WITHIN; read++) {
            DataRow row = rows.next();
            int known = known(row, wanted);
            if (!row.isBlank() && known > most) {
                best = row;
                most = known;
            }
        }
        return Optional.ofNullable(best).map(row -> new DataTable(source, texts(row), row));
    }

    /// A table without a header row.
    ///
    /// @param names of its columns in order
    static DataTable headless(TableSource source, List<String> names) {
        return new DataTable(source, names, null);
    }

    private static int known(DataRow row, List<String> wanted) {
        int known = 0;
        for (int column = 0; column < row.width(); column++) {
            known += wanted.contains(folded(row.text(column))) ? 1 : 0;
        }
        return known;
    }

    private static List<String> texts(DataRow row) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < row.width(); column++) {
            texts.add(row.text(column).replaceAll("\\s+", " "));
        }
        while (!texts.isEmpty() && texts.getLast().isEmpty() && row.isSheet()) {
            texts.removeLast();
        }
        return texts;
    }

    /// A name as it is compared: without case, spaces, underscores and hyphens.
    static String folded(String name) {
        return name.replaceAll("[\\s_\\-\uFEFF]+", "").toLowerCase(Locale.ROOT);
    }

    Inspection.ReadPart part() {
        return source.part();
    }

    /// The sheet's name; empty for a delimited file.
    String name() {
        return source.isDelimited() ? "" : source.sheet();
    }

    boolean isDelimited() {
        return source.isDelimited();
    }

    /// How a message names it.
    String described() {
        return source.isDelimited() ? source.part().part().name() : "sheet " + source.sheet();
    }

    Place place() {
        return header == null ? source.place() : header.spot(0).place();
    }

    /// Whether all of it was read.
    boolean isWhole() {
        return source.isWhole();
    }

    boolean hasHeader() {
        return header != null;
    }

    /// The row of the header, counted from 1; 0 where there is none.
    int headerRow() {
        return header == null ? 0 : header.number();
    }

    /// Names of the columns, in order.
    List<String> names() {
        return names;
    }

    /// A column's name, or its letters where it has none.
    String name(int column) {
        return column < names.size() && !names.get(column).isEmpty()
                ? names.get(column)
                : "column " + DataRow.letters(column);
    }

    /// The column of a name, counted from 0.
    Optional<Integer> column(String name) {
        return Optional.ofNullable(columns.get(folded(name)));
    }

    Optional<Span> headerSpan(int column) {
        return header == null ? Optional.empty() : header.spot(column).span();
    }

    Place headerPlace(int column) {
        return header == null ? source.place() : header.spot(column).place();
    }

    Values values(List<String> missing) {
        return new Values(mark, missing);
    }

    /// Sends each row below the header past, but for blank ones.
    void each(Consumer<DataRow> taker) {
        Iterator<DataRow> rows = source.rows(names.size());
        int after = headerRow();
        while (rows.hasNext()) {
            DataRow row = rows.next();
            if (row.number() > after && !row.isBlank()) {
                taker.accept(row);
            }
        }
    }

    /// The first rows below the header that are not blank.
    List<DataRow> first(int most) {
        List<DataRow> first = new ArrayList<>();
        Iterator<DataRow> rows = source.rows(names.size());
        while (rows.hasNext() && first.size() < most) {
            DataRow row = rows.next();
            if (row.number() > headerRow() && !row.isBlank()) {
                first.add(row);
            }
        }
        return first;
    }

    /// What the reader said of the file, such as its delimiter; empty where it said nothing.
    String property(String name) {
        return source.part()
                .document()
                .facts(Fact.Property.class)
                .filter(property -> property.name().equals(name))
                .map(Fact.Property::value)
                .findFirst()
                .orElse("");
    }

    private Mark sampledMark() {
        int comma = 0;
        int point = 0;
        for (DataRow row : first(SAMPLED)) {
            for (int column = 0; column < row.width(); column++) {
                String text = row.text(column);
                if (row.raw(column) == null && text.length() <= 40) {
                    Optional<Mark> evidence = DisplayedNumber.evidence(text);
                    comma += evidence.filter(Mark.COMMA::equals).isPresent() ? 1 : 0;
                    point += evidence.filter(Mark.POINT::equals).isPresent() ? 1 : 0;
                }
            }
        }
        return comma > point ? Mark.COMMA : Mark.POINT;
    }
}
