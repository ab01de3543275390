package dev.assay.extract.pdf;

import dev.assay.document.Fact;
import dev.assay.document.Fact.ActiveContent.Kind;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.format.FormatDetector;
import dev.assay.extract.xml.XmpProperties;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.jspecify.annotations.Nullable;

/// What is true of a PDF beside its text: information, links, actions, attachments, signatures, annotations.
/// Looks at dictionaries only; nothing is run or resolved.
final class PdfFacts {
    private static final int MOST_NODES = 100_000;
    private static final int MOST_LINKS = 5_000;
    private static final Set<String> COMMENTS = Set.of(
            "Text",
            "FreeText",
            "Highlight",
            "Underline",
            "Squiggly",
            "StrikeOut",
            "Caret",
            "Stamp",
            "Line",
            "Square",
            "Circle",
            "Polygon",
            "PolyLine",
            "Ink");

    private final DocumentDraft draft;
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int links;

    PdfFacts(DocumentDraft draft) {
        this.draft = draft;
    }

    /// Tells what belongs to the file as a whole.
    void document(PDDocument document, Map<String, Boolean> fonts) throws IOException {
        draft.fact(new Fact.Count(Fact.Count.Unit.PAGES, document.getNumberOfPages()));
        information(document);
        XmpProperties.read(document).forEach((name, value) -> draft.fact(new Fact.Property(name, value)));
        fonts.forEach((name, embedded) -> draft.fact(new Fact.Font(name, embedded, true)));
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        Place whole = new Place.Whole();
        action(catalog.getDictionaryObject(COSName.OPEN_ACTION), whole);
        triggers(catalog.getCOSDictionary(COSName.AA), whole);
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null) {
            nameTree(names.getCOSDictionary(COSName.getPDFName("JavaScript")), true);
            nameTree(names.getCOSDictionary(COSName.EMBEDDED_FILES), false);
        }
        form(catalog.getCOSDictionary(COSName.ACRO_FORM));
        for (PDSignature signature : document.getSignatureDictionaries()) {
            draft.fact(new Fact.Signature(Objects.requireNonNullElse(signature.getName(), "unnamed"), "", true));
        }
    }

    private void information(PDDocument document) {
        COSDictionary information = document.getDocumentInformation().getCOSObject();
        for (COSName name : information.keySet()) {
            COSBase value = information.getDictionaryObject(name);
            if (value instanceof COSString text && !text.getString().isBlank()) {
                draft.fact(new Fact.Property(name.getName(), text.getString().strip()));
            } else if (value instanceof COSName word) {
                draft.fact(new Fact.Property(name.getName(), word.getName()));
            }
        }
    }

    /// Tells links, actions, attachments and comments of a page.
    void page(PDPage page, int number) {
        Place place = new Place.Page(number);
        COSDictionary dictionary = page.getCOSObject();
        triggers(dictionary.getCOSDictionary(COSName.AA), place);
        COSArray annotations = dictionary.getCOSArray(COSName.ANNOTS);
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation) {
                annotation(annotation, place);
            }
        }
    }

    private void annotation(COSDictionary annotation, Place place) {
        action(annotation.getDictionaryObject(COSName.A), place);
        triggers(annotation.getCOSDictionary(COSName.AA), place);
        String type = Objects.requireNonNullElse(annotation.getNameAsString(COSName.SUBTYPE), "");
        if (type.equals("FileAttachment")) {
            attachment(annotation.getDictionaryObject(COSName.FS), place);
        } else if (type.equals("Widget")) {
            field(annotation, place);
        } else if (COMMENTS.contains(type)) {
            String contents = annotation.getString(COSName.CONTENTS);
            draft.paragraph(contents == null ? "" : contents, place, Layer.COMMENT);
        } else if (type.equals("RichMedia") || type.equals("Screen") || type.equals("Movie")) {
            draft.fact(new Fact.ActiveContent(Kind.OLE_OBJECT, type, place));
        }
    }

    /// What is filled into a form's field is drawn apart from the page's text.
    private void field(COSDictionary widget, Place place) {
        COSDictionary field = widget;
        for (int i = 0; i < 10 && field != null; i++) {
            if (field.getDictionaryObject(COSName.V) instanceof COSString value) {
                draft.paragraph(value.getString(), place, Layer.BODY);
                return;
            }
            field = field.getCOSDictionary(COSName.PARENT);
        }
    }

    private void form(@Nullable COSDictionary form) {
        if (form == null) {
            return;
        }
        if (form.getDictionaryObject(COSName.getPDFName("XFA")) != null) {
            draft.fact(new Fact.ActiveContent(Kind.SCRIPT, "XFA form", new Place.Whole()));
        }
        Deque<COSBase> open = new ArrayDeque<>();
        add(form.getCOSArray(COSName.FIELDS), open);
        for (int i = 0; i < MOST_NODES && !open.isEmpty(); i++) {
            if (open.removeFirst() instanceof COSDictionary field && seen.add(field)) {
                action(field.getDictionaryObject(COSName.A), new Place.Whole());
                triggers(field.getCOSDictionary(COSName.AA), new Place.Whole());
                add(field.getCOSArray(COSName.KIDS), open);
            }
        }
    }

    private static void add(@Nullable COSArray array, Deque<COSBase> open) {
        for (int i = 0; array != null && i < array.size(); i++) {
            COSBase value = array.getObject(i);
            if (value != null) {
                open.add(value);
            }
        }
    }

    private void triggers(@Nullable COSDictionary triggers, Place place) {
        if (triggers != null) {
            triggers.getValues().forEach(value -> action(value, place));
        }
    }

    private void action(@Nullable COSBase first, Place place) {
        Deque<COSBase> open = new ArrayDeque<>();
        if (first != null) {
            open.add(first);
        }
        for (int i = 0; i < 50 && !open.isEmpty(); i++) {
            COSBase next = open.removeFirst();
            COSBase value = next instanceof COSObject reference ? reference.getObject() : next;
            if (value instanceof COSDictionary action) {
                tell(action, place);
                COSBase following = action.getDictionaryObject(COSName.NEXT);
                if (following instanceof COSArray several) {
                    add(several, open);
                } else if (following != null) {
                    open.add(following);
                }
            }
        }
    }

    private void tell(COSDictionary action, Place place) {
        String type = Objects.requireNonNullElse(action.getNameAsString(COSName.S), "");
        switch (type) {
            case "JavaScript", "Rendition" -> draft.fact(new Fact.ActiveContent(Kind.SCRIPT, type, place));
            case "Launch" -> draft.fact(new Fact.ActiveContent(Kind.LAUNCH_ACTION, fileName(action), place));
            case "URI" -> link(action.getString(COSName.URI), place);
            case "GoToR", "GoToE", "ImportData" -> link(fileName(action), place);
            case "SubmitForm" -> link(fileName(action), place);
            default -> {
                // Other actions move within the file.
            }
        }
    }

    private void link(@Nullable String target, Place place) {
        if (target != null && !target.isBlank() && links++ < MOST_LINKS) {
            draft.fact(new Fact.ExternalLink(Fact.ExternalLink.Kind.HYPERLINK, target.strip(), place));
        }
    }

    private static String fileName(COSDictionary holder) {
        COSBase file = holder.getDictionaryObject(COSName.F);
        if (file instanceof COSString name) {
            return name.getString();
        }
        if (file instanceof COSDictionary specification) {
            String name = specification.getString(COSName.UF);
            return Objects.requireNonNullElse(name == null ? specification.getString(COSName.F) : name, "");
        }
        return "";
    }

    private void nameTree(@Nullable COSDictionary root, boolean scripts) {
        Deque<COSBase> open = new ArrayDeque<>();
        if (root != null) {
            open.add(root);
        }
        for (int i = 0; i < MOST_NODES && !open.isEmpty(); i++) {
            if (open.removeFirst() instanceof COSDictionary node && seen.add(node)) {
                add(node.getCOSArray(COSName.KIDS), open);
                COSArray pairs = node.getCOSArray(COSName.NAMES);
                for (int j = 1; pairs != null && j < pairs.size(); j += 2) {
                    named(pairs.getObject(j), scripts);
                }
            }
        }
    }

    private void named(@Nullable COSBase value, boolean script) {
        if (script) {
            action(value, new Place.Whole());
        } else {
            attachment(value, new Place.Whole());
        }
    }

    private void attachment(@Nullable COSBase value, Place place) {
        if (value instanceof COSDictionary specification && seen.add(specification)) {
            String unicode = specification.getString(COSName.UF);
            String name =
                    Objects.requireNonNullElse(unicode == null ? specification.getString(COSName.F) : unicode, "");
            COSDictionary file = specification.getCOSDictionary(COSName.EF);
            String type = file == null || file.getCOSStream(COSName.F) == null
                    ? null
                    : file.getCOSStream(COSName.F).getNameAsString(COSName.SUBTYPE);
            draft.fact(new Fact.Attachment(name, Objects.requireNonNullElse(type, FormatDetector.UNKNOWN), place));
            draft.gap(Gap.Reason.SKIPPED_PART, place, "an attached file is not read");
        }
    }
}
