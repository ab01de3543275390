package dev.assay.check.statistics;

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
import dev.assay.document.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Flags statistical tests whose reported p does not follow from their statistic and degrees of freedom.
///
/// ## Why
///
/// A p that does not fit its test is a slip of the pen, a number from an older run, or a result that was made to
/// look significant. Nobody recalculates hundreds of tests by hand.
///
/// ## Example
///
/// | As written | What is told |
/// |---|---|
/// | t(28) = 2.20, p = .036 | in order |
/// | t(28) = 2.20, p = .063 | flagged: p = .035 to .037 follows |
/// | t(28) = 1.80, p = .042 | told as one-tailed, not flagged |
/// | F(2, 57) = 2.10, p = .032 | flagged as a decision error: p = .131 to .132 follows, which is not below .05 |
/// | r(58) = 1.32, p < .001 | flagged: a correlation lies between -1 and 1 |
/// | t(40) = 4.10, p = .000 | flagged: usual is p < .001 |
///
/// Read are t, F, r, χ² (chi-square), z and Q with degrees of freedom in parentheses, as a subscript, or as
/// `df = 28`; for r also the number of cases, `n = 60`. The p stands behind the test in the same sentence, as
/// `p = .036`, `p < .001`, `p > .05`, `n.s.`, `p = 0,036`, `p = 3.2 × 10-5` (or `10^-5`, `3.2e-5`), or
/// `p-value of 0.036`. In tables the columns are known by their headers (t, F, r, χ², z, Q, Wald; df, n; p,
/// p-value, Sig.); an analysis of variance takes its second degrees of freedom from its row "Error", "Within" or
/// "Residual".
///
/// Whatever the rounding of the statistic and of p allows is in order: t = 2.20 may be 2.195 to 2.205. Where the
/// text says one-tailed or one-sided, half the p is in order as well. Where a test and its p lie on different sides of
/// `alpha`, the
/// finding is called a decision error.
///
/// ## What it does not do
///
/// It does not judge whether the test was the right one, nor whether the words around it ("a significant
/// difference") fit the p. Without degrees of freedom, a t is only held against the least and greatest p possible, and
/// the item ends as *cannot tell*; so it does where a test and its p do not fit and the paragraph speaks of
/// adjusted, exact, permutation or bootstrap p, which do not follow from the statistic. A p cut off instead of
/// rounded is flagged. Stars without a p are not read.
public final class Statistic implements Check {
    private static final Kind KIND = new Kind(
            "statistic",
            1,
            "0.1",
            Kind.Family.NUMBERS,
            "Reported statistical tests have the p that follows from them.",
            List.of(
                    Parameter.of(
                            "alpha",
                            Parameter.Type.NUMBER,
                            "0.05",
                            "The level of significance, above 0 and below 1; a test on its other side than its p is"
                                    + " a decision error."),
                    Parameter.of(
                            "one-tailed",
                            Parameter.Type.FLAG,
                            false,
                            "Whether tests may be one-tailed without saying so."),
                    Parameter.choice(
                            "flag",
                            List.of("all", "decision-errors"),
                            "all",
                            "What is flagged: `all`, or only `decision-errors` and what is impossible."),
                    Parameter.of(
                            "allow-zero-p",
                            Parameter.Type.FLAG,
                            false,
                            "Whether `p = .000` is in order, as some programs print it.")),
            List.of(),
            List.of());
    private static final Pattern STATISTICAL = Pattern.compile(
            "(?i)significan|signifikan|anova|regress|p-values?|p-wert|hypothes|t-test|correlat|korrelat|chi-?squ");
    private static final BigDecimal FINE = new BigDecimal("0.001");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Round round = new Round(parameters);
        inspection.readable().forEach(round::part);
        return round.outcome();
    }

    /// A fault with its place, to be told in order of place.
    private record Fault(Span span, String message, String remedy) {}

    /// One run over all parts.
    private static final class Round {
        private final Findings findings = new Findings(KIND);
        private final List<String> doubts = new ArrayList<>();
        private final List<String> oneTailed = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private final BigDecimal alpha;
        private final boolean mayBeOneTailed;
        private final boolean onlyDecisions;
        private final boolean allowsZero;
        private int tests;
        private int decisions;

        Round(Parameters parameters) {
            alpha = parameters.number("alpha").orElseThrow();
            mayBeOneTailed = parameters.flag("one-tailed");
            onlyDecisions = parameters.text("flag").equals("decision-errors");
            allowsZero = parameters.flag("allow-zero-p");
        }

        void part(Inspection.ReadPart part) {
            Document document = part.document();
            faults.clear();
            Passages.shown(document).forEach(passage -> passage(part, passage));
            document.tables().filter(table -> table.layer() == Layer.BODY).forEach(table -> table(part, table));
            faults.sort(Comparator.comparingInt(fault -> fault.span().start()));
            int end = 0;
            for (Fault fault : faults) {
                if (fault.span().start() >= end) {
                    findings.at(part, fault.span(), fault.message(), fault.remedy());
                    end = fault.span().end();
                }
            }
        }

        private void passage(Inspection.ReadPart part, Span passage) {
            String text = part.document().text(passage);
            if (text.chars().noneMatch(Character::isDigit)) {
                return;
            }
            TestText found = TestText.of(text, passage.start());
            found.tests().forEach(test -> judge(part, test));
            found.unreadable().forEach(doubt -> doubt(part, passage, doubt));
            boolean statistical =
                    !found.tests().isEmpty() || STATISTICAL.matcher(text).find();
            found.lone().forEach(each -> lone(each, statistical));
        }

        private void table(Inspection.ReadPart part, Block.Table table) {
            TestTable found = TestTable.of(part.document(), table);
            found.tests().forEach(test -> judge(part, test));
            found.unreadable().forEach(doubt -> doubt(part, table.span(), doubt));
            found.lone().forEach(each -> lone(each, true));
        }

        private void judge(Inspection.ReadPart part, ReportedTest test) {
            tests += test.p().isPresent() ? 1 : 0;
            switch (Judgement.of(test, alpha, mayBeOneTailed)) {
                case Judgement.Agrees ignored -> {}
                case Judgement.OneTailed half ->
                    oneTailed.add("'" + test.shown() + "' ("
                            + part.document().placeAt(test.span().start()).describe() + "; two-tailed "
                            + half.recalculated()
                            + ")");
                case Judgement.Differs differs -> differs(test, differs);
                case Judgement.Impossible impossible ->
                    faults.add(new Fault(
                            test.span(),
                            "'" + test.shown() + "' cannot be: " + impossible.why() + ".",
                            "Correct the figure from the analysis's output."));
                case Judgement.ZeroP ignored -> zero(test.span(), "'" + test.shown() + "'");
                case Judgement.Untold untold -> doubt(part, test.span(), "'" + test.shown() + "': " + untold.why());
            }
        }

        private void differs(ReportedTest test, Judgement.Differs differs) {
            String from = test.family() == Family.Z ? "the statistic" : "the statistic and its degrees of freedom";
            String tails = differs.oneTailed() ? "one-tailed " : test.family().isSymmetric() ? "two-tailed " : "";
            String follows = "'" + test.shown() + "': from " + from + " follows " + tails + differs.recalculated();
            if (differs.decision()) {
                decisions++;
                boolean reported = test.p().orElseThrow().isSignificant(alpha);
                faults.add(new Fault(
                        test.span(),
                        "Decision error: " + follows + ", which is " + (reported ? "not " : "") + "below "
                                + alpha.toPlainString() + ".",
                        "Run the test again, correct the figure that is wrong, and see whether the conclusion"
                                + " stands."));
            } else if (!onlyDecisions) {
                faults.add(new Fault(
                        test.span(),
                        follows + ".",
                        "Correct the statistic, the degrees of freedom or p, or say what else p rests on."));
            }
        }

        private void lone(TestText.LoneP each, boolean statistical) {
            ReportedP p = each.p();
            boolean fine = p.half().compareTo(FINE) < 0;
            boolean decimals = p.half().compareTo(new BigDecimal("0.1")) < 0;
            if (p.isZero() && (fine || statistical)) {
                zero(each.span(), "'" + p.shown() + "'");
            } else if (p.isImpossible() && decimals && statistical) {
                faults.add(new Fault(
                        each.span(),
                        "'" + p.shown() + "' cannot be: a p lies between 0 and 1.",
                        "Correct the figure from the analysis's output."));
            }
        }

        private void zero(Span span, String shown) {
            if (!allowsZero && !onlyDecisions) {
                faults.add(new Fault(
                        span,
                        shown + " reports a p of zero, which no test gives; programs print .000 for what is smaller.",
                        "Write p < .001."));
            }
        }

        private void doubt(Inspection.ReadPart part, Span span, String words) {
            doubts.add(part.part().name() + ", "
                    + part.document().placeAt(span.start()).describe() + ": " + words);
        }

        Outcome outcome() {
            if (findings.isEmpty() && !doubts.isEmpty()) {
                return new Outcome.CannotTell("A test cannot be recalculated: " + few(doubts), Outcome.Cause.CONTENT);
            }
            String told = oneTailed.isEmpty() ? "" : " One-tailed, or half of what follows: " + few(oneTailed);
            if (findings.isEmpty() && tests == 0) {
                return new Outcome.NotApplicable("No statistical test is reported.");
            }
            Outcome outcome = findings.outcome(
                    "reported test does not hold|reported tests do not hold",
                    (tests == 1
                                    ? "The one reported test has"
                                    : String.format(Locale.ROOT, "All %,d reported tests have", tests))
                            + " the p that follows from " + (tests == 1 ? "it." : "them.") + told);
            return outcome instanceof Outcome.Failed failed
                    ? new Outcome.Failed(failed.reason() + decided() + told + untold(), failed.findings())
                    : outcome;
        }

        private String decided() {
            return decisions == 0 ? "" : String.format(Locale.ROOT, " Of them decision errors: %,d.", decisions);
        }

        private String untold() {
            return doubts.isEmpty() ? "" : " Not told: " + few(doubts);
        }

        private static String few(List<String> all) {
            return String.join("; ", all.subList(0, Math.min(3, all.size())))
                    + (all.size() > 3 ? "; and " + (all.size() - 3) + " more." : ".");
        }
    }
}
