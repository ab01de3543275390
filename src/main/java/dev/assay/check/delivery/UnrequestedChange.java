package dev.assay.check.delivery;

import dev.assay.check.Background;
import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Given;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.config.ClientPattern;
import dev.assay.document.Place;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Flags what was changed in a round of rework although its letter did not ask for it.
///
/// ## Why
///
/// What passed once is not read again. A figure that changes unasked on slide 9 while slide 6 is mended goes out
/// unread, and so does a sentence that was "improved" on the way.
///
/// ## Example
///
/// The letter of round 1 asked to correct the awareness figure on slide 6. In round 2 slide 6 is right, and the market
/// share on slide 9 went from 12 % to 14 %: slide 9 is flagged with the old and the new words.
///
/// ```yaml
/// - id: nothing-else-changed
///   check: unrequested-change
///   with: {ignore: ['^Version [0-9]']}
///   severity: minor
///   effect: review
///   requirement: A round of rework changes what its letter names, and nothing else.
/// ```
///
/// Sentences and rows of tables are compared as wholes. Asked for is a change of a sentence that the letter quoted
/// and of those before and after it in its paragraph, of all rows of a table it quoted from, of anything on a slide it
/// quoted from, and what is added beside them. The same correction carried to other places is asked for too: where
/// only words change that changed in a passage that was quoted. If the letter asked for something absent, as a
/// section, whatever is added is asked for.
///
/// ## What it does not do
///
/// Text that moved is not a change; neither are headers, footers, contents tables, formatting and pictures. It does not
/// judge whether a change is an improvement. It does not apply in a first round and is not run in a stand-alone check.
public final class UnrequestedChange implements Check {
    /// More than these were not changed by the way: the document is another one.
    private static final int MOST = 400;

    private static final int MOST_WORDS = 8;
    private static final Kind KIND = new Kind(
            "unrequested-change",
            1,
            "0.1",
            Kind.Family.DELIVERY,
            "A round of rework changes what its letter names, and nothing else.",
            List.of(
                    Parameter.choices(
                            "changes",
                            List.of("changed", "added", "removed"),
                            List.of("changed", "added", "removed"),
                            "Which changes are flagged."),
                    Parameter.of(
                            "ignore",
                            Parameter.Type.PATTERNS,
                            List.of("(?i)^(?:draft|final|version|revision|stand|date|datum)\\b.{0,40}$"),
                            "What a passage holds that may change freely, such as the line with the version.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public boolean isForTheGate() {
        return true;
    }

    @Override
    public Unread unread(Parameters parameters) {
        return Unread.MAY_DO_EITHER;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Background.Round round = inspection.background().round();
        if (round == null) {
            return new Outcome.NotRun("Only the client's gate knows the round before.");
        }
        if (round.number() == 1) {
            return new Outcome.NotApplicable("This is the first round.");
        }
        List<Inspection.ReadPart> earlier = inspection.references(Given.EARLIER_ROUND).stream()
                .flatMap(given -> given.readable().stream())
                .toList();
        if (earlier.isEmpty()) {
            return new Outcome.CannotTell(
                    "What was delivered in the round before is not there or could not be read.", Outcome.Cause.ERROR);
        }
        List<ClientPattern> ignored = parameters.patterns("ignore");
        RoundComparison comparison = RoundComparison.of(
                earlier,
                inspection.readable(),
                round.asked().stream().map(Background.Asked::finding).toList(),
                text -> ignored.stream().anyMatch(pattern -> pattern.first(text).isPresent()));
        return told(comparison, Set.copyOf(parameters.texts("changes")), round.number() - 1);
    }

    private static Outcome told(RoundComparison comparison, Set<String> wanted, int before) {
        List<RoundComparison.Change> changes = comparison.unrequested().stream()
                .filter(change -> wanted.contains(word(change)))
                .toList();
        Findings findings = new Findings(KIND);
        if (changes.size() > MOST) {
            findings.about(
                    "",
                    new Place.Whole(),
                    "all",
                    String.format(
                            Locale.ROOT,
                            "%,d passages differ from round %d although its letter did not ask for it: this is another"
                                    + " document.",
                            changes.size(),
                            before),
                    "Start from the file of round " + before + " and change what its letter names.");
        } else {
            changes.forEach(change -> tell(change, before, findings));
        }
        return findings.outcome(
                "change that was not asked for|changes that were not asked for",
                "Nothing changed but what the letter asked for.");
    }

    private static String word(RoundComparison.Change change) {
        return switch (change) {
            case RoundComparison.Changed ignored -> "changed";
            case RoundComparison.Added ignored -> "added";
            case RoundComparison.Removed ignored -> "removed";
        };
    }

    private static void tell(RoundComparison.Change change, int before, Findings findings) {
        String back = "Put it back, or say in manifest.yaml why it had to change.";
        switch (change) {
            case RoundComparison.Changed changed ->
                findings.at(
                        changed.now().part(),
                        changed.now().span(),
                        "The letter of round " + before + " did not ask to change this: '" + words(changed.lost())
                                + "' became '" + words(changed.gained()) + "'.",
                        back);
            case RoundComparison.Added added ->
                findings.at(
                        added.now().part(),
                        added.now().span(),
                        "This was added, and the letter of round " + before + " did not ask for it.",
                        "Take it out, or say in manifest.yaml why it was added.");
            case RoundComparison.Removed removed ->
                findings.about(
                        removed.before().part().part().name(),
                        new Place.Whole(),
                        removed.before().text(),
                        "'" + shortened(removed.before().text()) + "' ("
                                + removed.before().block().place().describe() + " in round " + before
                                + ") is gone, and the letter did not ask for that.",
                        back);
        }
    }

    private static String words(List<String> words) {
        String text = words.stream().limit(MOST_WORDS).collect(Collectors.joining(" "));
        return words.isEmpty() ? "nothing" : words.size() > MOST_WORDS ? text + " …" : text;
    }

    private static String shortened(String text) {
        String flat = text.replaceAll("\\s+", " ").strip();
        return flat.length() <= 120 ? flat : flat.substring(0, flat.offsetByCodePoints(0, 100)) + " …";
    }
}
