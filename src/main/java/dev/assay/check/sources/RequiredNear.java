package dev.assay.check.sources;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.checklist.Trait;
import dev.assay.document.Document;
import dev.assay.document.Place;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Flags tables, charts, numbers and words that lack what must stand beside them: a source, a base, a test.
///
/// ## Why
///
/// A chart without its source cannot be checked, a percentage without its base may rest on eleven people, and
/// "significantly higher" without a level is an opinion. What is needed stands beside it, or is not read.
///
/// ## Example
///
/// Without parameters, every caption ("Table 3. Awareness", "Figure 2: Sales") and every chart needs a source:
/// "Source: client survey, 2026" in the caption, above, or below among the notes. "Own calculation", "adapted from",
/// a reference such as "[12]" or "(Smith 2019)" and a web address count; an empty "Source:" does not. These ask for
/// more:
///
/// ```yaml
/// - id: bases
///   check: required-near
///   with:
///     what: [percentages]
/// - id: levels
///   check: required-near
///   with:
///     words: [significant, significantly]
///     except: [significant other]
///     within: sentence
/// - id: claims
///   check: required-near
///   with:
///     patterns: ['(?i)\b(market leader|number one)\b']
///     needs: ["Source: | Quelle: | footnote"]
///     within: page
/// ```
///
/// Percentages need a base ("n = 1,012", "Base: all adults", "120 of 400", "412 respondents"), words a p value or a
/// level of confidence ("p < .05", "95 % confidence level"), unless `needs` says otherwise. With `near`, a table, chart
/// or figure has its caption, a line above and the notes below it, up to a heading, another caption or a paragraph
/// of running text; words have their paragraph, or their table with its notes; on a slide all of it is near.
///
/// ## What it does not do
///
/// It does not judge whether a source is a good one. In a passage and in a table, percentages are asked once. A note
/// that a footnote mark leads to is near only with `page`, where pages are known, or as `section`. Tables of
/// workbooks and data files are asked only for percentages and words. A picture counts with `what: [figures]` from
/// 2 cm on.
public final class RequiredNear implements Check {
    private static final Kind KIND = new Kind(
                    "required-near",
                    1,
                    "0.1",
                    Kind.Family.SOURCES,
                    "Everything that needs a source, a base or a test has it nearby.",
                    List.of(
                            Parameter.choices(
                                            "what",
                                            List.of("captions", "tables", "charts", "figures", "percentages"),
                                            List.of(),
                                            "What needs it, beside `words` and `patterns`; where nothing at all is set,"
                                                    + " captions and charts.")
                                    .sharper(Parameter.Sharper.MORE),
                            Parameter.optional(
                                            "words",
                                            Parameter.Type.TEXTS,
                                            "Words and phrases that need it, found as whole words in either case.")
                                    .sharper(Parameter.Sharper.MORE),
                            Parameter.optional(
                                            "patterns",
                                            Parameter.Type.PATTERNS,
                                            "Regular expressions in RE2 syntax for text that needs it.")
                                    .sharper(Parameter.Sharper.MORE),
                            Parameter.optional(
                                            "except",
                                            Parameter.Type.TEXTS,
                                            "Longer phrases in which a word needs nothing.")
                                    .sharper(Parameter.Sharper.LESS),
                            Parameter.optional(
                                            "needs",
                                            Parameter.Type.TEXTS,
                                            "Wordings of which each must be nearby, found as whole words in either"
                                                    + " case; other accepted ones of the same follow after `|`.")
                                    .sharper(Parameter.Sharper.MORE)
                                    .wording(Parameter.Wording.DEMANDED),
                            Parameter.optional(
                                            "needs-patterns",
                                            Parameter.Type.PATTERNS,
                                            "Regular expressions in RE2 syntax of which each must match nearby.")
                                    .sharper(Parameter.Sharper.MORE),
                            Parameter.choice(
                                    "within",
                                    List.of("near", "sentence", "paragraph", "page", "section"),
                                    "near",
                                    "How far away it may stand; `paragraph` is also a cell or an entry of a list,"
                                            + " `page` also a slide or a sheet.")),
                    List.of(),
                    List.of())
            .with(Trait.COUNTS_UNITS);

    @Override
    public Kind kind() {
        return KIND;
    }

    /// What is unread may need something, or be what is needed.
    @Override
    public Unread unread(Parameters parameters) {
        return Unread.MAY_DO_EITHER;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        int checked = 0;
        for (Inspection.ReadPart part : inspection.readable()) {
            checked += inspect(part, parameters, findings);
        }
        if (checked == 0) {
            return new Outcome.NotApplicable("There is nothing that needs a source, a base or a test.");
        }
        return findings.outcome(
                checked,
                "place lacks what must stand near|places lack what must stand near",
                checked == 1
                        ? "The one place that needs something nearby has it."
                        : String.format(Locale.ROOT, "All %,d places that need something nearby have it.", checked));
    }

    private static int inspect(Inspection.ReadPart part, Parameters parameters, Findings findings) {
        Document document = part.document();
        Captions captions = new Captions(document);
        Surroundings surroundings = new Surroundings(document, captions, parameters.text("within"));
        List<Anchor> anchors = new Anchors(document, captions, parameters).find();
        Map<Needs.Usual, Needs> needs = new EnumMap<>(Needs.Usual.class);
        Map<Needs.Usual, Map<String, List<String>>> answers = new EnumMap<>(Needs.Usual.class);
        for (Anchor anchor : anchors) {
            Needs asked = needs.computeIfAbsent(anchor.usual(), usual -> Needs.of(parameters, usual));
            List<String> lacking = answers.computeIfAbsent(anchor.usual(), _ -> new IdentityHashMap<>())
                    .computeIfAbsent(surroundings.of(anchor), asked::lacking);
            if (!lacking.isEmpty()) {
                String lacks = String.join(" and ", lacking);
                findings.at(
                        part,
                        anchor.span(),
                        anchor.name() + " lacks " + lacks + ' '
                                + where(
                                        anchor,
                                        document.blocks().get(anchor.block()).place(),
                                        parameters.text("within"))
                                + ".",
                        "Add " + lacks + " there, or take out what needs it.");
            }
        }
        return anchors.size();
    }

    private static String where(Anchor anchor, Place place, String within) {
        boolean slide = place instanceof Place.Slide;
        boolean paged = place instanceof Place.Page;
        return switch (within) {
            case "sentence" -> "in the same sentence";
            case "paragraph" -> "in the same paragraph";
            case "page" ->
                slide
                        ? "on its slide"
                        : paged ? "on its page" : place instanceof Place.Cell ? "on its sheet" : "in its section";
            case "section" -> "in its section";
            default ->
                slide
                        ? "on its slide"
                        : anchor.area() ? "in its caption, above it or in the notes below it" : "beside it";
        };
    }
}
