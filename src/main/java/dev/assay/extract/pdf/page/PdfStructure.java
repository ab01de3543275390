package dev.assay.extract.pdf.page;

import dev.assay.extract.pdf.layout.PdfRole;
import dev.assay.extract.pdf.layout.PdfText;
import dev.assay.extract.pdf.layout.TaggedCell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/// The structure tree of a tagged PDF (ISO 32000-1, 14.7): which marked content is a heading, a note or the cell of
/// a table, and what stands for pictures.
public final class PdfStructure {
    private static final int MOST_ELEMENTS = 200_000;

    private final IdentityHashMap<COSDictionary, Map<Integer, PdfMark>> marks = new IdentityHashMap<>();
    private final List<Alternative> alternatives = new ArrayList<>();
    private final Map<String, String> roleMap = new HashMap<>();
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Integer, StructureTable> tables = new HashMap<>();
    private boolean headings;

    private PdfStructure() {}

    /// A text that stands for a picture.
    ///
    /// @param page the page's dictionary, null where none is given
    public record Alternative(String text, @Nullable COSDictionary page) {
        /// Whether the picture is on a page; dictionaries are compared as objects of the file.
        @SuppressWarnings("ReferenceEquality")
        public boolean isOn(PDPage other) {
            return page == other.getCOSObject();
        }
    }

    /// For a file of which no structure is asked.
    public static PdfStructure none() {
        return new PdfStructure();
    }

    /// Reads the tree, as far as it is one.
    public static PdfStructure of(PDDocument document) {
        PdfStructure structure = new PdfStructure();
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        if (root != null) {
            structure.readRoles(root.getCOSDictionary(COSName.getPDFName("RoleMap")));
            structure.walk(root);
        }
        return structure;
    }

    /// Whether the file says which texts are headings.
    public boolean hasHeadings() {
        return headings;
    }

    public List<Alternative> alternatives() {
        return alternatives;
    }

    /// The cells of each table, in order; tables of a single cell are none.
    Map<Integer, List<TaggedCell>> tables() {
        Map<Integer, List<TaggedCell>> cells = new HashMap<>();
        tables.forEach((number, table) -> {
            if (table.cells().size() > 1) {
                cells.put(number, table.cells());
            }
        });
        return cells;
    }

    private void readRoles(@Nullable COSDictionary map) {
        if (map != null) {
            map.entrySet().forEach(entry -> {
                if (entry.getValue() instanceof COSName name) {
                    roleMap.put(entry.getKey().getName(), name.getName());
                }
            });
        }
    }

    /// An element still to be looked at, with what it takes from those around it.
    private record Open(
            COSDictionary element,
            @Nullable COSDictionary page,
            PdfMark mark,
            @Nullable StructureTable table) {}

    private void walk(COSDictionary root) {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(root, null, PdfMark.NONE, null));
        while (!open.isEmpty() && seen.size() < MOST_ELEMENTS) {
            Open next = open.pop();
            if (seen.add(next.element)) {
                visit(next, open);
            }
        }
    }

    private void visit(Open at, Deque<Open> open) {
        COSDictionary own = at.element.getCOSDictionary(COSName.PG);
        COSDictionary page = own == null ? at.page : own;
        String name = at.element.getNameAsString(COSName.S);
        String type = name == null ? "" : standard(name);
        Open here = new Open(at.element, page, at.mark, table(at, type));
        String alternative = at.element.getString(COSName.ALT);
        if (alternative != null && !alternative.isBlank()) {
            alternatives.add(new Alternative(alternative, page));
        }
        kids(new Open(at.element, page, mark(here, type), here.table), open);
    }

    /// The table that an element is or lies in; what lies in a cell is text of that cell.
    private @Nullable StructureTable table(Open at, String type) {
        boolean inCell = at.mark.cell() != null;
        if (type.equals("Table") && at.table == null && !inCell) {
            StructureTable table = new StructureTable(tables.size());
            tables.put(tables.size(), table);
            return table;
        }
        if (type.equals("TR") && at.table != null && !inCell) {
            at.table.startRow();
        }
        return at.table;
    }

    private static PdfMark mark(Open at, String type) {
        PdfMark outer = at.mark;
        boolean cell = (type.equals("TD") || type.equals("TH")) && outer.cell() == null;
        String alternative = at.element.getString(COSName.ALT);
        String actual = at.element.getString(COSName.ACTUAL_TEXT);
        return new PdfMark(
                role(type, outer.role()),
                cell && at.table != null ? at.table.add(at.element) : outer.cell(),
                alternative == null ? outer.alternative() : alternative,
                actual == null ? outer.actual() : PdfText.letters(actual),
                null);
    }

    private void kids(Open here, Deque<Open> open) {
        COSBase kids = here.element.getDictionaryObject(COSName.K);
        if (kids instanceof COSArray several) {
            // The last is pushed first, so that the first is looked at first.
            for (int i = several.size() - 1; i >= 0; i--) {
                kid(several.get(i), here, open);
            }
        } else if (kids != null) {
            kid(kids, here, open);
        }
    }

    private void kid(@Nullable COSBase kid, Open at, Deque<Open> open) {
        COSBase value = kid instanceof COSObject reference ? reference.getObject() : kid;
        if (value instanceof COSInteger mark) {
            mark(at.page, mark.intValue(), at.mark);
        } else if (value instanceof COSDictionary element) {
            if (COSName.MCR.equals(element.getCOSName(COSName.TYPE))) {
                COSDictionary own = element.getCOSDictionary(COSName.PG);
                mark(own == null ? at.page : own, element.getInt(COSName.MCID), at.mark);
            } else {
                open.push(new Open(element, at.page, at.mark, at.table));
            }
        }
    }

    private void mark(@Nullable COSDictionary page, int number, PdfMark mark) {
        if (page != null && number >= 0 && !mark.equals(PdfMark.NONE)) {
            headings |= mark.role().kind() == PdfRole.Kind.HEADING;
            marks.computeIfAbsent(page, key -> new HashMap<>()).put(number, mark);
        }
    }

    private String standard(String type) {
        String name = type;
        for (int i = 0; i < 5 && roleMap.containsKey(name); i++) {
            name = roleMap.get(name);
        }
        return name;
    }

    private static PdfRole role(String type, PdfRole outer) {
        if (type.equals("Title") || type.equals("H")) {
            return new PdfRole(PdfRole.Kind.HEADING, 1);
        }
        if (type.matches("H[1-9]")) {
            return new PdfRole(PdfRole.Kind.HEADING, type.charAt(1) - '0');
        }
        boolean note = type.equals("Note") || type.equals("FENote");
        return note ? new PdfRole(PdfRole.Kind.NOTE, 0) : outer;
    }

    /// What holds for a marked stretch of a page, where the file's structure or its own properties say anything.
    PdfMark mark(PDPage page, COSName tag, @Nullable COSDictionary properties, PdfMark outer) {
        if (tag.getName().equals("Artifact")) {
            boolean pagination = properties != null && "Pagination".equals(properties.getNameAsString(COSName.TYPE));
            PdfRole role = pagination ? PdfRole.PAGINATION : outer.role();
            return new PdfMark(role, null, "", null, outer.off());
        }
        if (properties == null) {
            return outer;
        }
        Map<Integer, PdfMark> onPage = marks.get(page.getCOSObject());
        PdfMark found = onPage == null ? null : onPage.get(properties.getInt(COSName.MCID));
        PdfMark mark = found == null
                ? outer
                : new PdfMark(found.role(), found.cell(), found.alternative(), found.actual(), outer.off());
        String actual = properties.getString(COSName.ACTUAL_TEXT);
        return actual == null ? mark : mark.reading(PdfText.letters(actual));
    }
}
