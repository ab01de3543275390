package dev.assay.extract.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/// The structure tree of a tagged PDF (ISO 32000-1, 14.7): which marked content is a heading, and what replaces
/// pictures.
final class PdfStructure {
    private static final int MOST_ELEMENTS = 200_000;
    private static final COSName KIDS = COSName.K;

    private final IdentityHashMap<COSDictionary, Map<Integer, PdfRole>> roles = new IdentityHashMap<>();
    private final List<Alternative> alternatives = new ArrayList<>();
    private final Map<String, String> roleMap = new HashMap<>();
    private final IdentityHashMap<COSDictionary, Boolean> seen = new IdentityHashMap<>();
    private boolean headings;

    /// A text that stands for a picture.
    ///
    /// @param page the page's dictionary, null where none is given
    record Alternative(String text, @Nullable COSDictionary page) {
        @SuppressWarnings("ReferenceEquality")
        boolean isOn(PDPage other) {
            // Dictionaries are compared as objects of the file, not by what they hold.
            return page == other.getCOSObject();
        }
    }

    /// Reads the tree, as far as it is one.
    static PdfStructure of(PDDocument document) {
        PdfStructure structure = new PdfStructure();
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        if (root != null) {
            structure.readRoles(root.getCOSDictionary(COSName.getPDFName("RoleMap")));
            structure.walk(root);
        }
        return structure;
    }

    /// Whether the file says which texts are headings.
    boolean hasHeadings() {
        return headings;
    }

    List<Alternative> alternatives() {
        return alternatives;
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

    /// An element still to be looked at.
    private record Open(COSDictionary element, @Nullable COSDictionary page, PdfRole role) {}

    private void walk(COSDictionary root) {
        Deque<Open> open = new ArrayDeque<>();
        open.add(new Open(root, null, PdfRole.NONE));
        while (!open.isEmpty() && seen.size() < MOST_ELEMENTS) {
            Open next = open.removeFirst();
            if (seen.put(next.element, true) == null) {
                visit(next, open);
            }
        }
    }

    private void visit(Open at, Deque<Open> open) {
        COSDictionary own = at.element.getCOSDictionary(COSName.PG);
        COSDictionary page = own == null ? at.page : own;
        String type = at.element.getNameAsString(COSName.S);
        PdfRole role = type == null ? at.role : heading(standard(type)).orElse(at.role);
        String alternative = at.element.getString(COSName.ALT);
        if (alternative != null && !alternative.isBlank()) {
            alternatives.add(new Alternative(alternative, page));
        }
        COSBase kids = at.element.getDictionaryObject(KIDS);
        if (kids instanceof COSArray several) {
            several.forEach(kid -> kid(kid, page, role, open));
        } else if (kids != null) {
            kid(kids, page, role, open);
        }
    }

    private void kid(@Nullable COSBase kid, @Nullable COSDictionary page, PdfRole role, Deque<Open> open) {
        COSBase value = kid instanceof COSObject reference ? reference.getObject() : kid;
        if (value instanceof COSInteger mark) {
            mark(page, mark.intValue(), role);
        } else if (value instanceof COSDictionary element) {
            if (COSName.MCR.equals(element.getCOSName(COSName.TYPE))) {
                COSDictionary own = element.getCOSDictionary(COSName.PG);
                mark(own == null ? page : own, element.getInt(COSName.MCID), role);
            } else {
                open.add(new Open(element, page, role));
            }
        }
    }

    private void mark(@Nullable COSDictionary page, int mark, PdfRole role) {
        if (page != null && mark >= 0 && !role.equals(PdfRole.NONE)) {
            headings = true;
            roles.computeIfAbsent(page, key -> new HashMap<>()).put(mark, role);
        }
    }

    private String standard(String type) {
        String name = type;
        for (int i = 0; i < 5 && roleMap.containsKey(name); i++) {
            name = roleMap.get(name);
        }
        return name;
    }

    private static Optional<PdfRole> heading(String type) {
        if (type.equals("Title") || type.equals("H")) {
            return Optional.of(new PdfRole(PdfRole.Kind.HEADING, 1));
        }
        return type.matches("H[1-6]")
                ? Optional.of(new PdfRole(PdfRole.Kind.HEADING, type.charAt(1) - '0'))
                : Optional.empty();
    }

    /// What a marked stretch of a page is; empty where nothing is known of it.
    Optional<PdfRole> role(PDPage page, COSName tag, @Nullable COSDictionary properties) {
        if (properties == null) {
            return Optional.empty();
        }
        if (tag.getName().equals("Artifact")) {
            boolean pagination = "Pagination".equals(properties.getNameAsString(COSName.TYPE));
            return pagination ? Optional.of(PdfRole.PAGINATION) : Optional.empty();
        }
        Map<Integer, PdfRole> onPage = roles.get(page.getCOSObject());
        return onPage == null ? Optional.empty() : Optional.ofNullable(onPage.get(properties.getInt(COSName.MCID)));
    }
}
