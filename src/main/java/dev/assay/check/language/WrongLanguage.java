package dev.assay.check.language;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.checklist.Trait;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import dev.assay.document.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Flags passages in another language than was ordered.
///
/// ## Why
///
/// A translation of which the second half is still in the language it was made from is not a translation. It
/// happens in the last hour before delivery, and nobody who reads both languages notices at a glance.
///
/// ## Example
///
/// In a work order for German, three paragraphs in English are flagged as one passage with its first words; with
/// `allow: [en]` they are not. `language: de` sets the language where the work order says none.
///
/// ## What it does not do
///
/// A language is told by the frequency of letter triples, for a block of 40 letters and more; shorter ones have
/// the language of their neighbours, and close relatives (Danish and Norwegian, Croatian and Serbian) are taken
/// for each other at times. Passages of fewer than `least-words` words, quoted mails, names, addresses, code
/// and the bibliography's titles are not told apart from prose: allow what is meant. Spelling variants
/// of one language are not its subject.
public final class WrongLanguage implements Check {
    private static final int LEAST_WORDS = 12;
    private static final double LEAST_CONFIDENCE = 0.1;

    private static final Kind KIND = new Kind(
                    "wrong-language",
                    1,
                    "0.1",
                    Kind.Family.LANGUAGE,
                    "The text is in the language that was ordered.",
                    List.of(
                            Parameter.optional(
                                    "language",
                                    Parameter.Type.TEXT,
                                    "The language as a BCP 47 tag, such as `de`; the work order's where this is not"
                                            + " set. A region makes no difference."),
                            Parameter.optional(
                                            "allow",
                                            Parameter.Type.TEXTS,
                                            "Further languages that may occur, as BCP 47 tags.")
                                    .sharper(Parameter.Sharper.LESS),
                            Parameter.of(
                                    "least-words",
                                    Parameter.Type.COUNT,
                                    LEAST_WORDS,
                                    "How many words a passage must have to be flagged.")),
                    List.of(),
                    List.of())
            .with(Trait.READS_PASSAGES);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        String ordered = primary(parameters.optionalText("language").orElse(inspection.language()));
        if (ordered.isEmpty()) {
            return new Outcome.NotApplicable("Neither the item nor the work order says a language.");
        }
        List<String> accepted = new ArrayList<>(List.of(ordered));
        parameters.texts("allow").forEach(tag -> accepted.add(primary(tag)));
        int leastWords = parameters.count("least-words").orElse(LEAST_WORDS);
        Findings findings = new Findings(KIND);
        boolean told = false;
        for (Inspection.ReadPart part : inspection.readable()) {
            told |= !part.document().languages().isEmpty();
            for (Passage passage : passages(part.document(), accepted)) {
                if (passage.words >= leastWords) {
                    tell(part, passage, ordered, findings);
                }
            }
        }
        if (!told) {
            return new Outcome.NotApplicable("No text is long enough to tell its language.");
        }
        return findings.outcome(
                "passage is in another language|passages are in another language",
                "The text is in " + name(ordered) + ".");
    }

    /// Neighbouring blocks in one other language.
    private static final class Passage {
        private final String tag;
        private final Span first;
        private int words;

        private Passage(String tag, Span first) {
            this.tag = tag;
            this.first = first;
        }
    }

    private static List<Passage> passages(Document document, List<String> accepted) {
        List<Passage> passages = new ArrayList<>();
        @Nullable Passage open = null;
        for (Block block : document.blocks()) {
            if (block.layer() != Layer.BODY && block.layer() != Layer.FOOTNOTE && block.layer() != Layer.ENDNOTE) {
                continue;
            }
            String tag = tag(document, block);
            if (tag.isEmpty() || accepted.contains(tag)) {
                open = tag.isEmpty() ? open : null;
                continue;
            }
            if (open == null || !open.tag.equals(tag)) {
                open = new Passage(tag, beginning(block));
                passages.add(open);
            }
            open.words += Words.count(document.text(block));
        }
        return passages;
    }

    /// The language of a block's beginning, empty where it is not known well enough.
    private static String tag(Document document, Block block) {
        int at = beginning(block).start();
        return document.languages().stream()
                .filter(run -> run.span().start() <= at && at < run.span().end())
                .filter(run -> run.confidence() >= LEAST_CONFIDENCE)
                .map(Document.Language::tag)
                .findFirst()
                .orElse("");
    }

    /// Of a table its first cell that holds something.
    private static Span beginning(Block block) {
        return block instanceof Block.Table table
                ? table.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(Block.Cell::span)
                        .filter(span -> span.length() > 0)
                        .findFirst()
                        .orElse(block.span())
                : block.span();
    }

    private static void tell(Inspection.ReadPart part, Passage passage, String ordered, Findings findings) {
        findings.at(
                part,
                passage.first,
                "About " + passage.words + " words from here on are in " + name(passage.tag) + ", not in "
                        + name(ordered) + ".",
                "Translate the passage, or mark it as a quotation your client agreed to.");
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag.strip()).getLanguage();
    }

    private static String name(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    }
}
