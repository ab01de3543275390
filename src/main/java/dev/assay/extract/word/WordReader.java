package dev.assay.extract.word;

import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.office.Colour;
import dev.assay.extract.office.OfficeFile;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.office.OfficeProperties;
import dev.assay.extract.office.References;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/// Reads text documents: docx, docm, dotx and dotm.
///
/// After the body come headers, footers, footnotes, endnotes and comments, each layer with its own count of
/// paragraphs; last, as metadata, what the document keeps for later use and does not show.
public final class WordReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
            "application/vnd.ms-word.document.macroenabled.12",
            "application/vnd.ms-word.template.macroenabled.12");

    private static final OfficeFile FILE = new OfficeFile(
            "word 2", "word/document.xml", (source, main, draft) -> new Reading(source, main, draft).read());

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        return FILE.read(file, mediaType);
    }

    /// One document being read.
    private static final class Reading {
        private final OfficePackage source;
        private final String main;
        private final DocumentDraft draft;
        private final WordSource shared;

        Reading(OfficePackage source, String main, DocumentDraft draft) throws IOException {
            this.source = source;
            this.main = main;
            this.draft = draft;
            this.shared = new WordSource(source, main, draft);
        }

        void read() throws IOException {
            story(main, Layer.BODY, (root, story) -> {
                source.expect("w:document", root);
                story.blocks(root);
            });
            shared.sections().end();
            if (!shared.showsText() && draft.holds(Fact.Image.class)) {
                draft.gap(Gap.Reason.NO_TEXT, new Place.Whole(), "The document shows images and holds no text.");
            }
            margins("header", shared.sections().headers(), Layer.HEADER);
            margins("footer", shared.sections().footers(), Layer.FOOTER);
            notes("footnotes", "footnote", Layer.FOOTNOTE);
            notes("endnotes", "endnote", Layer.ENDNOTE);
            comments();
            record();
            for (String part : source.targets(main, "glossaryDocument")) {
                glossary(part);
            }
            for (String kind : List.of("settings", "webSettings")) {
                for (String part : source.targets(main, kind)) {
                    new References(source, part, draft).remainingLinks(new Place.Whole());
                }
            }
            OfficeProperties.read(source, main, draft);
        }

        private void record() throws IOException {
            shared.late().record();
            shared.links().record(draft);
            shared.notes().record(draft);
            shared.recordStyles();
            fonts();
        }

        /// First those that sections name, then what the document holds besides.
        private void margins(String kind, Set<String> named, Layer layer) throws IOException {
            Set<String> parts = new LinkedHashSet<>();
            References references = new References(source, main, draft);
            named.forEach(id -> references.part(id, new Place.Whole()).ifPresent(parts::add));
            parts.addAll(source.targets(main, kind));
            for (String part : parts) {
                story(part, layer, (root, story) -> story.blocks(root));
            }
        }

        private void notes(String kind, String element, Layer layer) throws IOException {
            for (String part : source.targets(main, kind)) {
                story(
                        part,
                        layer,
                        (root, story) -> root.each(note -> {
                            if (!isSeparator(note)) {
                                String id = note.attribute("w:id", "");
                                story.section(shared.notes().referredFrom(element, id));
                                story.note(note, shared.notes().number(element, id));
                            }
                        }));
            }
        }

        private static boolean isSeparator(Markup note) {
            String type = note.attribute("w:type", "normal");
            return type.equals("separator") || type.startsWith("continuation");
        }

        private void comments() throws IOException {
            shared.comments().readThreads(source, main);
            for (String part : source.targets(main, "comments")) {
                story(part, Layer.COMMENT, (root, story) -> root.each(comment -> comment(comment, story)));
            }
        }

        private void comment(Markup comment, WordStory story) throws XMLStreamException, IOException {
            WordComments.Said said = WordComments.Said.of(comment);
            int start = draft.length();
            story.section(shared.comments().referredFrom(said.id()));
            try {
                story.blocks(comment);
            } finally {
                Span text = new Span(start, draft.length());
                shared.comments().record(said, text, story.identifier(), draft);
            }
        }

        /// Building blocks and texts for prompts: not shown, but in the file.
        private void glossary(String part) throws IOException {
            DocumentDraft kept = new DocumentDraft();
            WordSource apart = new WordSource(source, part, kept);
            References references = new References(source, part, kept);
            WordStory story = new WordStory(apart, references, Layer.METADATA, List.of());
            story.ground(Colour.AUTOMATIC);
            source.read(part, Place.Whole::new, story::blocks);
            references.remainingLinks(new Place.Whole());
            apart.late().record();
            draft.append(kept.finish("", ""), "glossary");
        }

        private void story(String part, Layer layer, StoryVisit visit) throws IOException {
            References references = new References(source, part, draft);
            WordStory story = new WordStory(shared, references, layer, List.of());
            source.read(part, story::latest, root -> visit.at(root, story));
            references.remainingLinks(new Place.Whole());
        }

        private void fonts() throws IOException {
            Set<String> embedded = new HashSet<>();
            for (String part : source.targets(main, "fontTable")) {
                source.read(
                        part,
                        Place.Whole::new,
                        table -> table.each(font -> {
                            String name = font.attribute("w:name", "");
                            List<String> forms = new ArrayList<>();
                            font.each(child -> forms.add(child.name()));
                            if (forms.stream().anyMatch(form -> form.startsWith("w:embed"))) {
                                embedded.add(name);
                            }
                        }));
            }
            shared.fonts().forEach(name -> draft.fact(new Fact.Font(name, embedded.contains(name), true)));
        }

        private interface StoryVisit {
            void at(Markup root, WordStory story) throws XMLStreamException, IOException;
        }
    }
}
