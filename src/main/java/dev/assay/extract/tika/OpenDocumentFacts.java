package dev.assay.extract.tika;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Fact.ActiveContent;
import dev.assay.document.Fact.ExternalLink;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// What the OpenDocument parser does not tell: macros, links that are followed, tracked changes, and what is
/// hidden. Deleted text, which that parser gives as the first blocks, is put in its layer.
final class OpenDocumentFacts {
    private static final int MOST = 2_000;
    private static final int LONGEST = 500;

    private final DocumentDraft draft;
    private final Set<String> hiddenStyles = new HashSet<>();
    private final List<String> deletions = new ArrayList<>();
    private String sheet = "";
    private String action = "";
    private int slides;
    private int told;
    private int hidden;
    private boolean inPlace;

    private OpenDocumentFacts(DocumentDraft draft) {
        this.draft = draft;
    }

    static boolean isOne(String mediaType) {
        return mediaType.startsWith("application/vnd.oasis.opendocument");
    }

    /// Records what a file tells besides its text.
    static OpenDocumentFacts tell(Path file, String mediaType, DocumentDraft draft) throws IOException {
        OpenDocumentFacts facts = new OpenDocumentFacts(draft);
        if (mediaType.contains("flat")) {
            try (InputStream in = Files.newInputStream(file)) {
                facts.read(in);
            }
        } else {
            facts.readPackage(file);
        }
        if (facts.slides > 0) {
            draft.fact(new Fact.Count(Fact.Count.Unit.SLIDES, facts.slides));
        }
        return facts;
    }

    private void readPackage(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            zip.stream().map(ZipEntry::getName).sorted().forEach(this::macro);
            for (String part : List.of("meta.xml", "styles.xml", "content.xml")) {
                ZipEntry entry = zip.getEntry(part);
                if (entry != null) {
                    read(zip.getInputStream(entry));
                }
            }
        }
    }

    /// Modules of Basic, and scripts in other languages; the lists of them are none.
    private void macro(String part) {
        boolean list = part.endsWith("/") || part.endsWith("script-lb.xml") || part.endsWith("script-lc.xml");
        if ((part.startsWith("Basic/") || part.startsWith("Scripts/")) && !list && !part.contains("dialog-l")) {
            active(ActiveContent.Kind.MACRO, part);
        }
    }

    private void read(InputStream in) throws IOException {
        try (Markup part = new Markup(in)) {
            part.eachInside(this::element);
        } catch (XMLStreamException e) {
            draft.gap(Gap.Reason.DAMAGED, new Place.Whole(), "a part is not well-formed; what it hides is not known");
        }
    }

    private void element(Markup element) throws XMLStreamException, IOException {
        switch (element.name()) {
            case "style:style" -> style(element);
            case "text:changed-region" -> element.each(this::change);
            case "table:table" -> table(element);
            case "table:table-row" -> rows(element, Fact.Hidden.Kind.ROW);
            case "table:table-column" -> rows(element, Fact.Hidden.Kind.COLUMN);
            case "draw:page" -> page(element);
            case "text:hidden-text", "text:hidden-paragraph" -> hidden++;
            case "text:section" -> hidden += "none".equals(element.attribute("text:display")) ? 1 : 0;
            case "office:dde-source", "text:dde-connection-decl" -> dde(element);
            case "script:event-listener" -> listener(element);
            case "draw:object", "draw:object-ole" -> object(element);
            case "draw:image", "draw:plugin", "draw:floating-frame" -> link(ExternalLink.Kind.MEDIA, element);
            case "text:section-source", "meta:auto-reload" -> link(ExternalLink.Kind.OTHER, element);
            case "table:table-source", "table:cell-range-source" -> link(ExternalLink.Kind.WORKBOOK, element);
            case "meta:template" -> link(ExternalLink.Kind.TEMPLATE, element);
            case "form:connection-resource", "table:database-source-query" -> link(ExternalLink.Kind.DATA, element);
            default -> {
                String style = element.attribute("text:style-name");
                hidden += style != null && hiddenStyles.contains(style) ? 1 : 0;
            }
        }
    }

    private void style(Markup style) throws XMLStreamException, IOException {
        String name = style.attribute("style:name", "");
        style.each(properties -> {
            boolean unseen = "none".equals(properties.attribute("text:display"))
                    || "false".equals(properties.attribute("table:display"))
                    || "hidden".equals(properties.attribute("presentation:visibility"));
            if (unseen) {
                hiddenStyles.add(name);
            }
        });
    }

    private void change(Markup change) throws XMLStreamException, IOException {
        action = change.name();
        int before = deletions.size();
        change.each(child -> {
            if (child.name().equals("office:change-info")) {
                changeInfo(child);
            } else if (child.name().equals("text:p") || child.name().equals("text:h")) {
                deletions.add(plain(child.text()));
            }
        });
        // Some programs leave deleted text where it was and mark it only.
        inPlace |= action.equals("text:deletion") && deletions.size() == before;
    }

    private void changeInfo(Markup info) throws XMLStreamException, IOException {
        String[] said = {"", ""};
        info.each(child -> {
            int at = child.name().equals("dc:creator") ? 0 : child.name().equals("dc:date") ? 1 : -1;
            if (at >= 0) {
                said[at] = cut(child.text());
            }
        });
        Fact.TrackedChange.Action done = switch (action) {
            case "text:deletion" -> Fact.TrackedChange.Action.DELETION;
            case "text:insertion" -> Fact.TrackedChange.Action.INSERTION;
            default -> Fact.TrackedChange.Action.FORMATTING;
        };
        tell(new Fact.TrackedChange(said[0], done, said[1], null, new Place.Whole()));
    }

    private void table(Markup table) {
        sheet = cut(table.attribute("table:name", ""));
        if (hiddenStyles.contains(table.attribute("table:style-name", ""))) {
            tell(new Fact.Hidden(Fact.Hidden.Kind.SHEET, sheet, new Place.Cell(sheet, "A1")));
        }
        link(ExternalLink.Kind.WORKBOOK, table);
    }

    private void rows(Markup rows, Fact.Hidden.Kind kind) {
        String visibility = rows.attribute("table:visibility", "visible");
        if (!visibility.equals("visible")) {
            tell(new Fact.Hidden(kind, "", new Place.Cell(sheet, "A1")));
        }
    }

    private void page(Markup page) {
        slides++;
        if (hiddenStyles.contains(page.attribute("draw:style-name", ""))) {
            tell(new Fact.Hidden(Fact.Hidden.Kind.SLIDE, "", new Place.Slide(slides, "")));
        }
    }

    private void dde(Markup source) {
        String application = source.attribute("office:dde-application", "");
        String topic = source.attribute("office:dde-topic", "");
        String item = source.attribute("office:dde-item", "");
        active(ActiveContent.Kind.DDE, (application + " " + topic + " " + item).strip());
    }

    private void listener(Markup listener) {
        String macro = listener.attribute("xlink:href", listener.attribute("script:macro-name", ""));
        active(ActiveContent.Kind.SCRIPT, listener.attribute("script:event-name", "") + " " + macro);
    }

    private void object(Markup object) {
        String target = object.attribute("xlink:href", "");
        if (isOutside(target)) {
            link(ExternalLink.Kind.OBJECT, object);
        } else if (!target.isEmpty()) {
            active(ActiveContent.Kind.OLE_OBJECT, target);
        }
    }

    private void link(ExternalLink.Kind kind, Markup element) {
        String target = element.attribute("xlink:href", "");
        if (isOutside(target)) {
            tell(new ExternalLink(kind, cut(target), new Place.Whole()));
        }
    }

    private static boolean isOutside(String target) {
        return target.matches("(?i)[a-z][a-z0-9+.-]*:.*") || target.startsWith("../") || target.startsWith("/");
    }

    private void active(ActiveContent.Kind kind, String name) {
        tell(new ActiveContent(kind, cut(name.strip()), new Place.Whole()));
    }

    private void tell(Fact fact) {
        if (told == MOST) {
            draft.gap(Gap.Reason.LIMIT, new Place.Whole(), "more than " + MOST + " changes, links and hidden pieces");
        }
        if (told++ < MOST) {
            draft.fact(fact);
        }
    }

    private static String cut(@Nullable String words) {
        String plain = words == null ? "" : words.strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }

    /// Puts deleted text in its layer, and says what cannot be told apart.
    Document layered(Document read) {
        List<String> deleted =
                deletions.stream().filter(words -> !words.isEmpty()).toList();
        boolean first = read.blocks().size() >= deleted.size();
        for (int i = 0; first && i < deleted.size(); i++) {
            first = plain(read.text(read.blocks().get(i))).equals(deleted.get(i));
        }
        DocumentDraft gaps = new DocumentDraft();
        if (hidden > 0) {
            gaps.fact(new Fact.Hidden(Fact.Hidden.Kind.TEXT, hidden + " passages", new Place.Whole()));
        }
        Mixed.tell(hidden > 0, !first || inPlace, gaps);
        Document said = gaps.finish("", "");
        List<Block> blocks = new ArrayList<>(read.blocks());
        for (int i = 0; first && i < deleted.size(); i++) {
            Block block = blocks.get(i);
            blocks.set(i, new Block.Paragraph(block.span(), block.place(), Layer.DELETED));
        }
        List<Fact> facts = new ArrayList<>(read.facts());
        facts.addAll(said.facts());
        List<Gap> all = new ArrayList<>(read.gaps());
        all.addAll(said.gaps());
        return new Document(read.mediaType(), read.text(), blocks, facts, all, read.languages(), read.reader());
    }
}
