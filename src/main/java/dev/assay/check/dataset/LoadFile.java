package dev.assay.check.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What every Opticon load file must be: seven fields, each image key once, a path, and as many images of a document
/// as its first line says.
final class LoadFile implements RowRule {
    /// The fields of a line, in order.
    static final List<String> FIELDS =
            List.of("Image key", "Volume", "Path", "Document break", "Folder break", "Box break", "Pages");

    private static final int KEY = 0;
    private static final int PATH = 2;
    private static final int BREAK = 3;
    private static final int PAGES = 6;

    private final Faults faults;
    private final KeySet keys = new KeySet();
    private @Nullable Spot document;
    private String first = "";
    private long stated = -1;
    private int images;

    LoadFile(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void row(DataRow row) {
        String key = row.text(KEY);
        int before = key.isEmpty() ? 0 : keys.add(key, row.number());
        if (before != 0) {
            faults.at(
                    "image key given twice",
                    row,
                    KEY,
                    "Image key '" + Keys.shown(key) + "' of row " + row.number() + " is that of row " + before
                            + " already.",
                    "Give each image a key of its own.");
        }
        required(row, KEY);
        required(row, PATH);
        boolean begins = row.text(BREAK).toUpperCase(Locale.ROOT).startsWith("Y");
        if (begins) {
            close();
            document = row.spot(KEY);
            first = key;
            images = 0;
            stated = Optional.of(row.text(PAGES))
                    .filter(text -> text.matches("[0-9]{1,9}"))
                    .map(Long::parseLong)
                    .orElse(-1L);
        } else if (document == null && images == 0) {
            faults.at(
                    "no document break",
                    row,
                    BREAK,
                    "The first image, '" + Keys.shown(key) + "', does not begin a document: its fourth field is not Y.",
                    "Mark the first image of each document with Y.");
        }
        images++;
    }

    private void required(DataRow row, int column) {
        if (row.text(column).isEmpty()) {
            String field = FIELDS.get(column).toLowerCase(Locale.ROOT);
            faults.at(
                    "no " + field,
                    row,
                    column,
                    "Row " + row.number() + " has no " + field + ".",
                    "Give each image its key and its path.");
        }
    }

    private void close() {
        if (document != null && stated >= 0 && stated != images) {
            faults.at(
                    "wrong number of pages",
                    document,
                    first,
                    "Document '" + Keys.shown(first) + "' (row " + document.row() + ") states "
                            + stated + (stated == 1 ? " page" : " pages") + " and has " + images
                            + (images == 1 ? " image." : " images."),
                    "Add the missing images, or correct the number of pages.");
        }
    }

    @Override
    public void end() {
        close();
    }
}
