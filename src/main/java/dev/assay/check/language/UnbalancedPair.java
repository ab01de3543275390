package dev.assay.check.language;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.checklist.Parameter;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Flags brackets and quotation marks that are opened and never closed, or closed and never opened.
///
/// ## Why
///
/// A bracket without its other half is where a sentence was cut or pasted. In a contract it decides what "and" joins;
/// a quotation without its end puts the author's words into a witness's mouth.
///
/// ## Example
///
/// Flagged are "the price (4.20 euros rose", "rose by 4 %) in March", "she said “yes and left", "sagte „ja und ging"
/// and "« oui, dit-il". Pairs of several languages are known: “English”, „deutsch“, »deutsch«, « français », ”svenska”,
/// 「日本語」, and straight marks. `of: brackets` looks at brackets alone; a passage that holds one of the texts in
/// `except` is passed over.
///
/// ## What it does not do
///
/// Labels as in "a) price, b) quality", half-open intervals such as [0, 1), smileys, inches after a number, braces, and
/// program code are passed over; so is an apostrophe, also at the beginning of a word. A pair may stretch over three
/// paragraphs, list entries or cells. A quotation of several paragraphs may open each and close the last. An opening
/// single mark is flagged only where no mark or apostrophe follows that could close it. Which of two marks is the
/// wrong one it does not tell.
public final class UnbalancedPair implements Check {
    /// How many passages further on a counterpart may stand.
    private static final int NEAR = 3;
    /// The same on pages, where a cell may go on behind the repeated head of its table.
    private static final int NEAR_ON_PAGES = 8;

    private static final Pattern SENTENCE = Pattern.compile("[.?!\u2026:]['\"\u201D\u201C\u00BB)]?\\s*$");
    private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\u0590-\u08FF]");

    private static final Kind KIND = new Kind(
            "unbalanced-pair",
            1,
            "0.1",
            Kind.Family.LANGUAGE,
            "Brackets and quotation marks come in pairs.",
            List.of(
                    Parameter.choices(
                            "of", List.of("brackets", "quotes"), List.of("brackets", "quotes"), "What is looked at."),
                    Parameter.optional(
                            "except",
                            Parameter.Type.TEXTS,
                            "Texts that are meant as they are; a passage that holds one is passed over.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        boolean all = true;
        for (Inspection.ReadPart part : inspection.readable()) {
            all &= new Search(part, parameters).run(findings);
        }
        if (!all && findings.isEmpty()) {
            return new Outcome.CannotTell(
                    "A PDF does not tell which way brackets stand in text from right to left; what else there is, is in"
                            + " order.",
                    Outcome.Cause.CONTENT);
        }
        return findings.outcome(
                "bracket or quotation mark without its counterpart|brackets or quotation marks without their"
                        + " counterpart",
                "Brackets and quotation marks come in pairs.");
    }

    /// The search in one document.
    private static final class Search {
        private final Inspection.ReadPart part;
        private final Document document;
        private final List<String> of;
        private final List<String> except;
        private final boolean sameMarks;
        private final boolean pages;

        /// The marks of one passage that lack their counterpart there.
        private record Loose(Span passage, Layer layer, boolean code, List<Marks.Mark> open, List<Marks.Mark> close) {}

        Search(Inspection.ReadPart part, Parameters parameters) {
            this.part = part;
            this.document = part.document();
            this.of = parameters.texts("of");
            this.except = parameters.texts("except").stream()
                    .map(text -> text.toLowerCase(Locale.ROOT))
                    .toList();
            this.pages = document.blocks().stream().anyMatch(block -> block.place() instanceof Place.Page);
            this.sameMarks =
                    document.text().indexOf('\u201C') < 0 && document.text().indexOf('\u201E') < 0;
        }

        /// @return whether all of it could be looked at
        boolean run(Findings findings) {
            if (pages && isMostlyRightToLeft()) {
                return false;
            }
            List<Loose> passages = new ArrayList<>();
            Passages.shown(document).forEach(passage -> passages.add(loose(passage)));
            passBetweenCode(passages);
            for (int i = 0; i < passages.size(); i++) {
                pair(passages, i);
            }
            for (Loose passage : passages) {
                tell(passage, findings);
            }
            return true;
        }

        private boolean isMostlyRightToLeft() {
            String text = document.text();
            int letters = 0;
            int other = 0;
            for (int i = 0; i < text.length(); i++) {
                letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
                other += Character.getDirectionality(text.charAt(i)) == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                                || Character.getDirectionality(text.charAt(i))
                                        == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                        ? 1
                        : 0;
            }
            return other * 4 > letters;
        }

        private Loose loose(Span passage) {
            String text = document.text(passage);
            Layer layer = document.blockAt(passage.start()).map(Block::layer).orElse(Layer.BODY);
            String lower = except.isEmpty() ? "" : text.toLowerCase(Locale.ROOT);
            boolean backwards = pages && RIGHT_TO_LEFT.matcher(text).find();
            boolean code = CodeLines.areIn(text);
            boolean passed = code || backwards || except.stream().anyMatch(lower::contains);
            Marks marks = passed ? new Marks(List.of(), List.of()) : Marks.of(text, sameMarks);
            return new Loose(passage, layer, code, wanted(marks.open()), wanted(marks.close()));
        }

        /// A passage beside code that does not end like a sentence is code as well.
        private void passBetweenCode(List<Loose> passages) {
            for (int i = 0; i < passages.size(); i++) {
                Loose passage = passages.get(i);
                boolean beside = (i > 0 && passages.get(i - 1).code())
                        || (i + 1 < passages.size() && passages.get(i + 1).code());
                if (beside
                        && !SENTENCE.matcher(document.text(passage.passage())).find()) {
                    passage.open().clear();
                    passage.close().clear();
                }
            }
        }

        private List<Marks.Mark> wanted(List<Marks.Mark> marks) {
            List<Marks.Mark> wanted = new ArrayList<>(marks);
            wanted.removeIf(mark -> !of.contains(mark.isQuote() ? "quotes" : "brackets"));
            return wanted;
        }

        /// Takes away what is closed in one of the next passages of the same layer.
        private void pair(List<Loose> passages, int index) {
            Loose from = passages.get(index);
            int steps = 0;
            for (int i = index + 1;
                    i < passages.size()
                            && steps < (pages ? NEAR_ON_PAGES : NEAR)
                            && !from.open().isEmpty();
                    i++) {
                Loose to = passages.get(i);
                if (to.layer() == from.layer()) {
                    steps++;
                    from.open().removeIf(mark -> isClosed(mark, from, to));
                }
            }
        }

        private boolean isClosed(Marks.Mark mark, Loose from, Loose to) {
            for (Marks.Mark close : to.close()) {
                if (mark.sort().indexOf(close.mark()) >= 0) {
                    to.close().remove(close);
                    return true;
                }
            }
            if (mark.mark() == '"' || mark.mark() == '\u201D') {
                return to.open().removeIf(other -> other.mark() == mark.mark());
            }
            return mark.isQuote() && begins(mark, from) && beginsWith(mark.mark(), to);
        }

        private boolean beginsWith(char mark, Loose passage) {
            String text = document.text(passage.passage()).strip();
            return !text.isEmpty() && text.charAt(0) == mark;
        }

        /// Whether nothing but the mark stands before it: the paragraph of a longer quotation.
        private boolean begins(Marks.Mark mark, Loose passage) {
            return document.text(passage.passage()).substring(0, mark.at()).isBlank();
        }

        private void tell(Loose passage, Findings findings) {
            List<Marks.Mark> all = new ArrayList<>(passage.open());
            all.addAll(passage.close());
            all.sort(Comparator.comparingInt(Marks.Mark::at));
            for (Marks.Mark mark : all) {
                int at = passage.passage().start() + mark.at();
                boolean opened = passage.open().contains(mark);
                String name = mark.isQuote() ? "quotation mark" : "bracket";
                findings.at(
                        part,
                        new Span(at, at + 1),
                        "The " + name + " " + mark.mark()
                                + (opened ? " is opened and never closed." : " closes nothing."),
                        opened
                                ? "Close it where it ends, or take it out."
                                : "Open it where it begins, or take it out.");
            }
        }
    }
}
