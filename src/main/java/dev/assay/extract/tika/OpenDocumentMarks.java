package dev.assay.extract.tika;

import dev.assay.document.Fact;
import dev.assay.document.Fact.Hidden.Kind;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.xml.Markup;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/// What an OpenDocument file (ISO/IEC 26300) marks as hidden, deleted or inserted, and how many slides or sheets
/// it has. Tika hands all of its text out as if it stood there and were seen; so what is marked is told as
/// facts, and that its text is not told apart as a gap.
///
/// Elements and attributes are known by their local names here: the format's namespaces have no usual prefix in
/// [Markup].
final class OpenDocumentMarks {
    private static final String TYPE = "application/vnd.oasis.opendocument.";
    private static final Place WHOLE = new Place.Whole();

    private final DocumentDraft draft;
    private final Set<String> hiddenText = new HashSet<>();
    private final Set<String> hiddenPages = new HashSet<>();
    private final Set<String> hiddenTables = new HashSet<>();
    private int changes;
    private int hidden;
    private int slides;
    private int sheets;

    private OpenDocumentMarks(DocumentDraft draft) {
        this.draft = draft;
    }

    /// Tells what a file marks; nothing for any other format.
    static void tell(Path file, String mediaType, DocumentDraft draft) throws IOException {
        if (!mediaType.startsWith(TYPE)) {
            return;
        }
        OpenDocumentMarks marks = new OpenDocumentMarks(draft);
        try {
            if (mediaType.startsWith(TYPE + "flat.")) {
                marks.read(Files.newInputStream(file));
            } else {
                marks.read(file);
            }
        } catch (XMLStreamException | ZipException | EOFException | CharConversionException e) {
            draft.gap(
                    Gap.Reason.DAMAGED,
                    WHOLE,
                    "The file is broken: it could not be looked through for hidden, deleted and inserted text.");
        }
        marks.finish(mediaType);
    }

    private void read(Path file) throws IOException, XMLStreamException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String part : new String[] {"styles.xml", "content.xml"}) {
                ZipEntry entry = zip.getEntry(part);
                if (entry != null) {
                    read(zip.getInputStream(entry));
                }
            }
        }
    }

    private void read(InputStream in) throws IOException, XMLStreamException {
        try (Markup markup = new Markup(in)) {
            markup.eachInside(this::element);
        }
    }

    private void element(Markup element) throws XMLStreamException, IOException {
        switch (local(element)) {
            case "style" -> style(element);
            case "insertion" -> change(element, Fact.TrackedChange.Action.INSERTION);
            // A changed cell's old content lies in the file like deleted text.
            case "deletion", "cell-content-change" -> change(element, Fact.TrackedChange.Action.DELETION);
            case "format-change" -> change(element, Fact.TrackedChange.Action.FORMATTING);
            case "span", "p", "h" -> {
                if (hiddenText.contains(element.attribute("?:style-name", ""))) {
                    hidden(Kind.TEXT, "", WHOLE);
                }
            }
            case "section", "hidden-text", "hidden-paragraph" -> conditional(element);
            case "table" -> table(element);
            case "table-row" -> line(element, Kind.ROW);
            case "table-column" -> line(element, Kind.COLUMN);
            case "page" -> page(element);
            default -> {}
        }
    }

    private static String local(Markup element) {
        return element.name().substring(element.name().indexOf(':') + 1);
    }

    private void style(Markup style) throws XMLStreamException, IOException {
        String name = style.attribute("?:name", "");
        style.each(properties -> {
            if (properties.attribute("?:display", "").equals("none")) {
                hiddenText.add(name);
            }
            if (properties.attribute("?:display", "").equals("false")) {
                hiddenTables.add(name);
            }
            if (properties.attribute("?:visibility", "").equals("hidden")) {
                hiddenPages.add(name);
            }
        });
    }

    private void change(Markup element, Fact.TrackedChange.Action action) throws XMLStreamException, IOException {
        String[] said = {"", ""};
        element.each(child -> {
            if (local(child).equals("change-info")) {
                child.each(info -> {
                    switch (info.name()) {
                        case "dc:creator" -> said[0] = info.text();
                        case "dc:date" -> said[1] = info.text();
                        default -> {}
                    }
                });
            }
        });
        changes++;
        draft.fact(new Fact.TrackedChange(said[0], action, said[1], null, WHOLE));
    }

    private void conditional(Markup element) {
        boolean never = element.attribute("?:display", "").equals("none");
        if (never || element.flag("?:is-hidden", false)) {
            hidden(Kind.TEXT, element.attribute("?:name", ""), WHOLE);
        }
    }

    private void table(Markup element) {
        sheets++;
        if (hiddenTables.contains(element.attribute("?:style-name", ""))) {
            String name = element.attribute("?:name", "");
            hidden(Kind.SHEET, name, new Place.Cell(name, "A1"));
        }
    }

    private void line(Markup element, Kind kind) {
        String visibility = element.attribute("?:visibility", "visible");
        if (!visibility.equals("visible")) {
            hidden(kind, "", WHOLE);
        }
    }

    private void page(Markup element) {
        slides++;
        if (hiddenPages.contains(element.attribute("?:style-name", ""))) {
            hidden(Kind.SLIDE, element.attribute("?:name", ""), new Place.Slide(slides, ""));
        }
    }

    private void hidden(Kind kind, String name, Place place) {
        hidden++;
        draft.fact(new Fact.Hidden(kind, name, place));
    }

    private void finish(String mediaType) {
        if (mediaType.contains("presentation")) {
            draft.fact(new Fact.Count(Fact.Count.Unit.SLIDES, slides));
        } else if (mediaType.contains("spreadsheet")) {
            draft.fact(new Fact.Count(Fact.Count.Unit.SHEETS, sheets));
        }
        if (changes > 0) {
            draft.gap(
                    Gap.Reason.SKIPPED_PART,
                    WHOLE,
                    "The text of " + counted(changes, "tracked change")
                            + " was not told apart: deleted text was read as if it stood there.");
        }
        if (hidden > 0) {
            draft.gap(
                    Gap.Reason.SKIPPED_PART,
                    WHOLE,
                    "The text of " + counted(hidden, "hidden place")
                            + " was not told apart: it was read as if it were seen.");
        }
    }

    private static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
