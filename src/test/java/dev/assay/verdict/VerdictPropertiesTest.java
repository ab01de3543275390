package dev.assay.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.By;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.checklist.Mode;
import dev.assay.checklist.Severity;
import dev.assay.config.Json;
import dev.assay.document.Extraction;
import dev.assay.document.Gap;
import dev.assay.work.Attribution;
import dev.assay.work.Policy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/// What holds of every case, whatever is in it.
class VerdictPropertiesTest {
    private static final Set<String> FINGERPRINTS = Set.of("a", "b", "c", "d", "e");

    @Property
    void everyCaseHasARuling_thatGoesToJsonAndBack(@ForAll("cases") Case given) {
        Ruling ruling = VerdictPolicy.decide(given);
        assertFalse(ruling.reason().isBlank());
        Statistics.label("rule").collect(ruling.rule()).coverage(coverage -> {
            for (Rule rule : Rule.values()) {
                coverage.check(rule).count(count -> count > 0);
            }
        });
        assertEquals(ruling, Json.read(Json.bytes(ruling), Ruling.class));
    }

    @Property
    void noSequenceOfErrorsEndsInAccept(@ForAll("unansweredCases") Case given) {
        assertFalse(VerdictPolicy.decide(given).verdict() instanceof Verdict.Accept);
    }

    @Property
    void oneErrorAmongPasses_neverEndsInAccept(
            @ForAll("cases") Case given, @ForAll("machineItems") Item item, @ForAll("ourCauses") Outcome.Cause cause) {
        Case withError = with(given, new ItemOutcome(item, 1, new Outcome.CannotTell("Not told.", cause)));
        assertFalse(VerdictPolicy.decide(withError).verdict() instanceof Verdict.Accept);
    }

    @Property
    void uncertainDeliverable_isNeverAcceptedOrSentBack(@ForAll("cases") Case given) {
        Verdict verdict = new Cases(given)
                .conflicting("by folder it is this, but by name it is that")
                .ruling()
                .verdict();
        assertFalse(verdict instanceof Verdict.Accept || verdict instanceof Verdict.Rework);
    }

    @Property
    void orderNeverMatters(@ForAll("cases") Case given, @ForAll long seed) {
        assertEquals(VerdictPolicy.decide(given), VerdictPolicy.decide(shuffled(given, new Random(seed))));
    }

    @Property
    void addingAFailedItem_neverTurnsIntoAccept(@ForAll("cases") Case given, @ForAll("failures") ItemOutcome failed) {
        assertNoNewAcceptance(given, with(given, failed));
    }

    @Property
    void addingAFindingToAFailedItem_neverTurnsIntoAccept(
            @ForAll("cases") Case given, @ForAll("findings") Finding finding) {
        List<ItemOutcome> grown = given.outcomes().stream()
                .map(item -> item.outcome() instanceof Outcome.Failed failed ? grown(item, failed, finding) : item)
                .toList();
        assertNoNewAcceptance(given, with(given, grown));
    }

    @Property
    void failingContainItem_isAlwaysRestricted(@ForAll("cases") Case given, @ForAll("containments") Item item) {
        Verdict verdict = VerdictPolicy.decide(with(given, Cases.failed(item))).verdict();
        assertEquals(
                given.history().standing() == History.Standing.CURRENT ? new Verdict.Review(true) : verdict, verdict);
        assertFalse(verdict instanceof Verdict.Accept || verdict instanceof Verdict.Rework);
    }

    @Property
    void trialItemsChangeNothing(@ForAll("cases") Case given, @ForAll("trials") ItemOutcome trial) {
        assertEquals(VerdictPolicy.decide(given), VerdictPolicy.decide(with(given, trial)));
    }

    private static void assertNoNewAcceptance(Case before, Case after) {
        boolean accepted = VerdictPolicy.decide(before).verdict() instanceof Verdict.Accept;
        boolean acceptedAfter = VerdictPolicy.decide(after).verdict() instanceof Verdict.Accept;
        assertFalse(!accepted && acceptedAfter);
    }

    private static ItemOutcome grown(ItemOutcome item, Outcome.Failed failed, Finding finding) {
        List<Finding> findings = new ArrayList<>(failed.findings());
        findings.add(finding);
        return new ItemOutcome(item.item(), item.kindVersion(), new Outcome.Failed(failed.reason(), findings));
    }

    private static Case with(Case given, ItemOutcome more) {
        List<ItemOutcome> outcomes = new ArrayList<>(given.outcomes());
        outcomes.add(more);
        return with(given, outcomes);
    }

    private static Case with(Case given, List<ItemOutcome> outcomes) {
        return new Cases(given).outcomes(outcomes).value();
    }

    private static Case shuffled(Case given, Random random) {
        List<ItemOutcome> outcomes = new ArrayList<>();
        for (ItemOutcome item : given.outcomes()) {
            outcomes.add(
                    item.outcome() instanceof Outcome.Failed failed
                            ? new ItemOutcome(
                                    item.item(),
                                    item.kindVersion(),
                                    new Outcome.Failed(failed.reason(), shuffled(failed.findings(), random)))
                            : item);
        }
        Case reordered = with(given, shuffled(outcomes, random));
        return new Case(
                reordered.outcomes(),
                shuffled(given.readings(), random),
                given.retriesUsedUp(),
                given.size(),
                given.history(),
                given.policy(),
                given.draw(),
                shuffled(given.conflictingHints(), random));
    }

    private static <T> List<T> shuffled(List<T> values, Random random) {
        List<T> copy = new ArrayList<>(values);
        Collections.shuffle(copy, random);
        return copy;
    }

    @Provide
    Arbitrary<Case> cases() {
        return cases(outcomes().list().ofMaxSize(6));
    }

    @Provide
    Arbitrary<Case> unansweredCases() {
        Arbitrary<ItemOutcome> unanswered =
                Combinators.combine(items(), unanswered()).as((item, outcome) -> new ItemOutcome(item, 1, outcome));
        return cases(unanswered.list().ofMaxSize(6));
    }

    private Arbitrary<Case> cases(Arbitrary<List<ItemOutcome>> outcomes) {
        return Combinators.combine(
                        outcomes,
                        readings().list().ofMinSize(1).ofMaxSize(2),
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(0, 70_000).map(words -> Size.of(Size.Form.WORDS, words)),
                        histories(),
                        policies(),
                        Arbitraries.of(Draw.none(), Draw.none(), new Draw(true, "plan-1", 0.2)),
                        Arbitraries.frequency(Tuple.of(9, List.<String>of()), Tuple.of(1, List.of("HB-101", "HB-102"))))
                .as(Case::new);
    }

    private static Arbitrary<Item> items() {
        return Combinators.combine(
                        Arbitraries.of("alpha", "beta", "gamma", "delta"),
                        Arbitraries.of(By.MACHINE, By.MACHINE, By.MACHINE, By.PERSON, By.VENDOR),
                        Arbitraries.of(Severity.class),
                        Arbitraries.of(
                                Effect.REWORK,
                                Effect.REWORK,
                                Effect.REVIEW,
                                Effect.REVIEW,
                                Effect.RECORD,
                                Effect.CONTAIN),
                        Arbitraries.of(Mode.ENFORCE, Mode.ENFORCE, Mode.ENFORCE, Mode.ADVISE, Mode.TRIAL),
                        Arbitraries.of(true, false, false))
                .as(Cases::item);
    }

    @Provide
    Arbitrary<Item> machineItems() {
        return items().filter(item -> item.by() == By.MACHINE && item.mode() != Mode.TRIAL);
    }

    @Provide
    Arbitrary<Outcome.Cause> ourCauses() {
        return Arbitraries.of(Outcome.Cause.ERROR, Outcome.Cause.DEADLINE, Outcome.Cause.LIMIT);
    }

    @Provide
    Arbitrary<Item> containments() {
        return items().filter(item -> item.effect() == Effect.CONTAIN && item.mode() == Mode.ENFORCE);
    }

    @Provide
    Arbitrary<ItemOutcome> failures() {
        return Combinators.combine(items(), failed()).as((item, outcome) -> new ItemOutcome(item, 1, outcome));
    }

    @Provide
    Arbitrary<ItemOutcome> trials() {
        return outcomes().filter(item -> item.item().mode() == Mode.TRIAL);
    }

    @Provide
    Arbitrary<Finding> findings() {
        return Combinators.combine(
                        Arbitraries.of(FINGERPRINTS),
                        Arbitraries.of("'TBD' is left.", "A total is wrong.", "A section is missing."),
                        Arbitraries.of(Attribution.VENDOR, Attribution.VENDOR, Attribution.CLIENT))
                .as(Cases::finding);
    }

    private Arbitrary<Outcome> failed() {
        return findings().list().ofMinSize(1).ofMaxSize(5).map(list -> new Outcome.Failed("Found.", list));
    }

    private static Arbitrary<Outcome> unanswered() {
        return Arbitraries.oneOf(
                Arbitraries.of(Outcome.Cause.class).map(cause -> new Outcome.CannotTell("Not told.", cause)),
                Arbitraries.just(new Outcome.NotRun("Not run.")));
    }

    private Arbitrary<ItemOutcome> outcomes() {
        Arbitrary<Outcome> outcome = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(new Outcome.Passed("Nothing found."))),
                Tuple.of(1, Arbitraries.just(new Outcome.NotApplicable("No table."))),
                Tuple.of(4, failed()),
                Tuple.of(1, unanswered()));
        return Combinators.combine(items(), outcome).as((item, ended) -> new ItemOutcome(item, 1, ended));
    }

    private static Arbitrary<Reading> readings() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.just(Cases.READ)),
                Tuple.of(1, Arbitraries.of(Gap.Reason.class).map(Cases::withGap)),
                Tuple.of(1, Arbitraries.of(Extraction.Reason.class).map(Cases::unreadable)));
    }

    private static Arbitrary<History> histories() {
        Arbitrary<Set<String>> some = Arbitraries.of(FINGERPRINTS).set().ofMaxSize(2);
        Arbitrary<Set<String>> mostlyNone = Arbitraries.oneOf(Arbitraries.just(new HashSet<>()), some);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.frequency(
                                Tuple.of(14, History.Standing.CURRENT),
                                Tuple.of(1, History.Standing.WAITING),
                                Tuple.of(1, History.Standing.SUPERSEDED)),
                        Arbitraries.of(false, false, false, false, true),
                        mostlyNone,
                        mostlyNone,
                        mostlyNone,
                        Arbitraries.integers().between(0, 3))
                .as(History::new);
    }

    private static Arbitrary<Policy> policies() {
        return Combinators.combine(
                        Arbitraries.of(0, 0, 2),
                        Arbitraries.of(false, false, false, false, true),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(OptionalInt.empty(), OptionalInt.of(3)),
                        Arbitraries.of(OptionalInt.empty(), OptionalInt.of(2)),
                        Arbitraries.of(OptionalDouble.empty(), OptionalDouble.of(95)))
                .as((first, tightened, critical, major, minor, score) ->
                        new Policy("p", 0, first, tightened, false, 3, critical, major, minor, score));
    }
}
