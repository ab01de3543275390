package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The links to places in a workbook itself, and what they may lead to: cells of its sheets, names, tables. All
/// of these are known only at the end.
final class InternalLinks {
    private static final Pattern ROW_AND_COLUMN = Pattern.compile("[Rr][0-9]{1,7}[Cc][0-9]{1,5}");

    private final Set<String> sheets = new HashSet<>();
    private final Map<String, Boolean> names = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>();

    void sheet(String name) {
        sheets.add(key(name));
    }

    /// @param name     with its sheet before it where it is known there only: `'My sheet'!Rate`
    /// @param refersTo broken where it says `#REF!`
    void name(String name, String refersTo) {
        names.put(key(name), !refersTo.contains("#REF!"));
    }

    /// Takes a link.
    ///
    /// @param target as the file has it, such as `'My sheet'!B2` or a name
    /// @param sheet  the link's own
    void add(String target, String sheet, Place place) {
        String plain = target.startsWith("#") ? target.substring(1) : target;
        pending.add(new Pending(plain.replace("%20", " ").strip(), sheet, place));
    }

    /// Tells all links.
    void tell(DocumentDraft draft) {
        for (Pending each : pending) {
            draft.fact(new Fact.InternalLink(each.target, leadsSomewhere(each.target, each.sheet), each.place));
        }
    }

    private boolean leadsSomewhere(String target, String from) {
        int mark = target.lastIndexOf('!');
        String sheet = mark < 0 ? from : SheetName.plain(target.substring(0, mark));
        String inside = target.substring(mark + 1);
        if (!sheets.contains(key(sheet))) {
            return false;
        }
        if (inside.isEmpty()
                || CellRange.isCells(inside)
                || ROW_AND_COLUMN.matcher(inside).matches()) {
            return !inside.isEmpty() || mark >= 0;
        }
        int bracket = inside.indexOf('[');
        String name = bracket < 0 ? inside : inside.substring(0, bracket);
        String local = SheetName.quoted(sheet) + "!" + name;
        return names.getOrDefault(key(local), names.getOrDefault(key(name), false));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private record Pending(String target, String sheet, Place place) {}
}
