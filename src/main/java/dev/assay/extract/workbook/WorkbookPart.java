package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/// The main part of a workbook: its sheets and names, and how it is protected and calculated.
final class WorkbookPart {
    private static final String BUILT_IN = "_xlnm.";

    private final DocumentDraft draft;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Name> names = new ArrayList<>();
    private final List<String> outsideBooks = new ArrayList<>();
    private boolean since1904;

    private WorkbookPart(DocumentDraft draft) {
        this.draft = draft;
    }

    static WorkbookPart read(OfficePackage source, String main, DocumentDraft draft) throws IOException {
        WorkbookPart part = new WorkbookPart(draft);
        source.read(main, Place.Whole::new, root -> {
            source.expect("x:workbook", root);
            root.eachInside(part::element);
        });
        return part;
    }

    List<Sheet> sheets() {
        return sheets;
    }

    List<Name> names() {
        return names;
    }

    /// The ids of the workbooks outside, in the order in which formulas count them.
    List<String> outsideBooks() {
        return outsideBooks;
    }

    /// Whether dates are counted from 1904.
    boolean since1904() {
        return since1904;
    }

    private void element(Markup element) throws XMLStreamException {
        switch (element.name()) {
            case "x:workbookPr" -> {
                since1904 = element.flag("date1904", false);
                tell(since1904, "date1904", "true");
            }
            case "x:fileSharing" -> tell(element.flag("readOnlyRecommended", false), "readOnlyRecommended", "true");
            case "x:workbookProtection" -> {
                tell(element.flag("lockStructure", false), "workbookProtection", "structure");
                tell(element.flag("lockWindows", false), "workbookProtection", "windows");
                tell(element.flag("lockRevision", false), "workbookProtection", "revisions");
            }
            case "x:sheet" ->
                sheets.add(new Sheet(
                        element.attribute("name", ""),
                        element.attribute("state", "visible"),
                        element.attribute("r:id", "")));
            case "x:externalReference" -> outsideBooks.add(element.attribute("r:id", ""));
            case "x:definedName" -> name(element);
            case "x:calcPr" -> calculation(element);
            default -> {}
        }
    }

    /// Only what is not usual is told.
    private void calculation(Markup calculation) {
        String mode = calculation.attribute("calcMode", "auto");
        tell(!mode.equals("auto"), "calcMode", mode);
        tell(calculation.flag("iterate", false), "iterate", calculation.attribute("iterateCount", "100"));
        tell(!calculation.flag("fullPrecision", true), "fullPrecision", "false");
    }

    /// A name of one sheet only has the sheet before it: `'My sheet'!Rate`.
    private void name(Markup element) throws XMLStreamException {
        String name = element.attribute("name", "");
        int sheet = element.number("localSheetId", -1);
        String plain = name.startsWith(BUILT_IN) ? name.substring(BUILT_IN.length()) : name;
        String scope = sheet >= 0 && sheet < sheets.size() ? SheetName.quoted(sheets.get(sheet).name) + "!" : "";
        boolean hidden = element.flag("hidden", false);
        names.add(new Name(scope + plain, element.text().strip(), hidden));
    }

    private void tell(boolean said, String property, String value) {
        if (said) {
            draft.fact(new Fact.Property(property, value));
        }
    }

    /// A sheet.
    ///
    /// @param state        `visible`, `hidden` or `veryHidden`
    /// @param relationship its id
    record Sheet(String name, String state, String relationship) {}

    /// A name for a range or formula.
    ///
    /// @param refersTo without the equals sign
    record Name(String name, String refersTo, boolean hidden) {}
}
