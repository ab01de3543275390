package dev.assay.check.sources;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Quotes;
import dev.assay.checklist.Parameter;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Flags sources that are cited but not in the bibliography, and sources that are listed there but never cited.
///
/// ## Why
///
/// A reference that leads nowhere takes the ground from the sentence it stands in, and an entry that nobody cites is
/// padding or the trace of a passage that was cut. Both come from editing, and both are what a referee looks for first.
///
/// ## Example
///
/// With a section "References" of the entries `[1]` to `[4]`, "as shown before [5]" is flagged, and so is entry `[3]`
/// where the text cites only `[1, 2]` and `[4]`; `[2–4]` cites three. With entries by author, "(Smith, 2019)" is
/// flagged where the list has a Smith of 2018 only, as are "Smith and Jones (2020)", "(Lee et al. 2018a)" and "(WHO,
/// 2021)" without an entry. A citation without a letter (2018) can mean 2018a or 2018b.
///
/// The bibliography is what stands under a heading such as References, Bibliography, Works cited, Sources,
/// Literaturverzeichnis or Quellen. Footnotes and endnotes cite as the text does.
///
/// ## What it does not do
///
/// It does not compare titles. Names in running text, as "Smith (2019)", must be listed only with a second author,
/// "et al." or a word such as "found" after them; without, they count as citing. Raised figures are read where they
/// are characters of their own (¹²), not where a
/// format raises plain digits. Where no citation, or no bibliography, could be read, or more than half of what looks
/// like citations has no entry, the item ends as *cannot tell*. Each file is looked at by itself.
public final class CitationMismatch implements Check {
    private static final Set<Layer> LAYERS = EnumSet.of(Layer.BODY, Layer.FOOTNOTE, Layer.ENDNOTE, Layer.INSERTED);
    private static final int SHOWN = 90;
    private static final Kind KIND = new Kind(
            "citation-mismatch",
            1,
            "0.1",
            Kind.Family.SOURCES,
            "What is cited is in the bibliography, and what is listed there is cited.",
            List.of(
                    Parameter.choices(
                                    "flags",
                                    List.of("not-listed", "not-cited"),
                                    List.of("not-listed", "not-cited"),
                                    "Which way to look: sources that are cited but not listed, or listed but not"
                                            + " cited.")
                            .sharper(Parameter.Sharper.MORE),
                    Parameter.optional(
                            "titles", Parameter.Type.TEXTS, "Further titles of the bibliography's section.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    /// What is unread may cite what seems never cited, and list what seems missing.
    @Override
    public Unread unread(Parameters parameters) {
        return Unread.MAY_DO_EITHER;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Round round = new Round(parameters);
        inspection.readable().forEach(round::part);
        return round.outcome();
    }

    /// One run.
    private static final class Round {
        private final Findings findings = new Findings(KIND);
        private final List<String> doubts = new ArrayList<>();
        private final Set<String> flags;
        private final Set<String> titles;
        private int entries;

        Round(Parameters parameters) {
            flags = Set.copyOf(parameters.texts("flags"));
            titles = Set.copyOf(parameters.texts("titles"));
        }

        void part(Inspection.ReadPart part) {
            Bibliography list = Bibliography.of(part, titles);
            List<Citation> citations = new ArrayList<>();
            Set<String> mentions = new HashSet<>();
            read(part.document(), list, citations, mentions);
            Match match = Match.of(list, citations, mentions);
            String name = part.part().name();
            if (list.entries().isEmpty() || (!list.isNumbered() && !list.isDated())) {
                if (match.looksCited()) {
                    doubts.add("no bibliography was found in " + name + ", which cites "
                            + match.example().shown());
                }
                return;
            }
            if (!match.isEstablished()) {
                if (list.isDated() || match.looksCited()) {
                    doubts.add(
                            match.anyResolved()
                                    ? "most of what looks like citations in " + name + " is not in its bibliography"
                                    : "nothing in " + name + " cites its bibliography in a way that can be read");
                }
                return;
            }
            entries += list.entries().size();
            tell(part, list, match);
        }

        private static void read(Document document, Bibliography list, List<Citation> citations, Set<String> mentions) {
            List<Block> blocks = document.blocks();
            for (int i = 0; i < blocks.size(); i++) {
                Block block = blocks.get(i);
                if (!list.blocks().get(i) && LAYERS.contains(block.layer())) {
                    List<Span> passages = block instanceof Block.Table table
                            ? table.rows().stream()
                                    .flatMap(row -> row.cells().stream())
                                    .map(Block.Cell::span)
                                    .toList()
                            : List.of(block.span());
                    for (Span passage : passages) {
                        String text = document.text(passage);
                        citations.addAll(CitationText.in(text, passage.start()));
                        CitationText.mentions(text, mentions);
                    }
                }
            }
        }

        /// In order of place: the bibliography stands where it stands.
        private void tell(Inspection.ReadPart part, Bibliography list, Match match) {
            record Told(Span span, String message, String remedy) {}
            List<Told> told = new ArrayList<>();
            if (flags.contains("not-listed")) {
                for (Citation citation : match.unlisted()) {
                    String what = citation.number() > 0 ? "[" + citation.number() + "]" : citation.shown();
                    told.add(new Told(
                            citation.span(),
                            "'" + Quotes.shortened(what, SHOWN) + "' is cited, but the bibliography has no such entry"
                                    + match.hint(list, citation) + ".",
                            "Add the source to the bibliography, or correct the citation."));
                }
            }
            if (flags.contains("not-cited")) {
                for (Entry entry : match.uncited()) {
                    String text = part.document().text(entry.span()).strip().replaceAll("\\s+", " ");
                    told.add(new Told(
                            entry.span(),
                            "'" + Quotes.shortened(text, SHOWN) + "' is in the bibliography but never cited.",
                            "Cite it where it is used, or take it out."));
                }
            }
            told.sort((one, other) ->
                    Integer.compare(one.span().start(), other.span().start()));
            told.forEach(each -> findings.at(part, each.span(), each.message(), each.remedy()));
        }

        Outcome outcome() {
            String few = String.join("; ", doubts.subList(0, Math.min(3, doubts.size()))) + ".";
            if (findings.isEmpty() && !doubts.isEmpty()) {
                return new Outcome.CannotTell("The citations cannot be judged: " + few, Outcome.Cause.CONTENT);
            }
            if (entries == 0) {
                return new Outcome.NotApplicable("There is neither a bibliography nor a citation.");
            }
            Outcome outcome = findings.outcome(
                    "citation without entry or entry without citation|citations without entry or entries without"
                            + " citation",
                    String.format(Locale.ROOT, "Citations and the bibliography's %,d entries agree.", entries));
            return outcome instanceof Outcome.Failed failed && !doubts.isEmpty()
                    ? new Outcome.Failed(failed.reason() + " Not told: " + few, failed.findings())
                    : outcome;
        }
    }
}
