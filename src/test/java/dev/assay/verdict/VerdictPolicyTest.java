package dev.assay.verdict;

import static dev.assay.verdict.Cases.acceptable;
import static dev.assay.verdict.Cases.blocking;
import static dev.assay.verdict.Cases.cannotTell;
import static dev.assay.verdict.Cases.clean;
import static dev.assay.verdict.Cases.containing;
import static dev.assay.verdict.Cases.failed;
import static dev.assay.verdict.Cases.finding;
import static dev.assay.verdict.Cases.item;
import static dev.assay.verdict.Cases.notRun;
import static dev.assay.verdict.Cases.passed;
import static dev.assay.verdict.Cases.rework;
import static dev.assay.verdict.Cases.round;
import static dev.assay.verdict.Cases.threshold;
import static dev.assay.verdict.Cases.unreadable;
import static dev.assay.verdict.Cases.withGap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import dev.assay.verdict.Verdict.Accept;
import dev.assay.verdict.Verdict.Pending;
import dev.assay.verdict.Verdict.Review;
import dev.assay.verdict.Verdict.Rework;
import dev.assay.verdict.Verdict.Until;
import dev.assay.work.Attribution;
import dev.assay.work.Policy;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictPolicyTest {
    private static final History WAITING = standing(History.Standing.WAITING);
    private static final History ACCEPTED_BEFORE =
            new History(1, History.Standing.CURRENT, true, Set.of(), Set.of(), Set.of(), 9);

    private static History standing(History.Standing standing) {
        return new History(1, standing, false, Set.of(), Set.of(), Set.of(), 0);
    }

    private static void assertRuling(Verdict verdict, Rule rule, Cases given) {
        Ruling ruling = given.ruling();
        assertEquals(List.of(verdict, rule), List.of(ruling.verdict(), ruling.rule()), ruling.reason());
    }

    @Nested
    class Rule1NotYet {
        @Test
        void waitingForParts_hasNoVerdict() {
            assertRuling(new Pending(Until.PARTS), Rule.NOT_YET, clean().history(WAITING));
        }

        @Test
        void superseded_hasNoVerdict() {
            assertRuling(
                    new Pending(Until.NEWER_REVISION),
                    Rule.NOT_YET,
                    clean().history(standing(History.Standing.SUPERSEDED)));
        }

        @Test
        void comesBeforeContainment() {
            assertRuling(
                    new Pending(Until.PARTS),
                    Rule.NOT_YET,
                    clean().and(failed(containing("leak"))).history(WAITING));
        }
    }

    @Nested
    class Rule2Contain {
        @Test
        void failed_isRestricted_andTheReasonKeepsWhatWasFound() {
            Ruling ruling = clean().and(failed(containing("leak"), finding("1", "Mobile 07700 900123 stands here.")))
                    .ruling();
            assertEquals(new Review(true), ruling.verdict());
            assertEquals("Item 'leak' must be contained: 1 finding.", ruling.reason());
            assertEquals("Nothing is sent and the vendor is not told; a cleared reviewer decides.", ruling.nextStep());
        }

        @ParameterizedTest
        @EnumSource(Outcome.Cause.class)
        void notTold_isRestricted_whateverTheCause_whereThePartsCouldBeRead(Outcome.Cause cause) {
            assertRuling(new Review(true), Rule.CONTAIN, clean().and(cannotTell(containing("leak"), cause)));
        }

        @Test
        void notTold_becauseTheVendorsPartIsDamaged_isLeftToRule5() {
            assertRuling(
                    new Rework(false),
                    Rule.UNREADABLE,
                    clean().and(cannotTell(containing("leak"), Outcome.Cause.VENDOR))
                            .readings(true, unreadable(Extraction.Reason.DAMAGED)));
        }

        @Test
        void notTold_byADeadline_isRestricted_evenWhereAPartIsDamaged() {
            assertRuling(
                    new Review(true),
                    Rule.CONTAIN,
                    clean().and(cannotTell(containing("leak"), Outcome.Cause.DEADLINE))
                            .readings(true, unreadable(Extraction.Reason.DAMAGED)));
        }

        @Test
        void notRun_isRestricted() {
            assertRuling(new Review(true), Rule.CONTAIN, clean().and(notRun(containing("leak"))));
        }

        @Test
        void advised_isShownOnly() {
            Item advised = item("leak", Severity.CRITICAL, Effect.CONTAIN, Mode.ADVISE, true);
            assertRuling(new Accept(true), Rule.ACCEPT, clean().and(failed(advised)));
        }

        @Test
        void comesBeforeRework() {
            assertRuling(
                    new Review(true), Rule.CONTAIN, clean().and(failed(blocking("total")), failed(containing("leak"))));
        }
    }

    @Nested
    class Rule3Rework {
        @Test
        void blockingItemFailed() {
            Ruling ruling = clean().and(failed(blocking("total"), finding("1", "Column B says 100, its cells 103.")))
                    .ruling();
            assertEquals(new Rework(false), ruling.verdict());
            assertEquals("Blocking item 'total': Column B says 100, its cells 103.", ruling.reason());
            assertEquals("The vendor mends it and delivers round 2.", ruling.nextStep());
        }

        @Test
        void oneCriticalFinding() {
            Ruling ruling = clean().and(failed(rework("wrong", Severity.CRITICAL), finding("1", "47 % is 41 %.")))
                    .ruling();
            assertEquals(new Rework(false), ruling.verdict());
            assertEquals("1 critical finding where 0 are acceptable: 'wrong': 47 % is 41 %.", ruling.reason());
        }

        @Test
        void moreMajorFindingsThanAcceptable() {
            assertRuling(
                    new Rework(false),
                    Rule.REWORK,
                    clean().and(failed(rework("tbd", Severity.MAJOR), finding("1"), finding("2"))));
        }

        @Test
        void asManyMajorFindingsAsAcceptable_areNotes() {
            assertRuling(new Accept(true), Rule.ACCEPT, clean().and(failed(rework("tbd", Severity.MAJOR))));
        }

        @Test
        void minorFindings_areUnlimited_unlessThePolicySaysSo() {
            Cases minors = clean().and(failed(rework("style", Severity.MINOR), finding("1"), finding("2")));
            assertRuling(new Accept(true), Rule.ACCEPT, minors);
            assertRuling(
                    new Rework(false),
                    Rule.REWORK,
                    minors.policy(acceptable(0, OptionalInt.empty(), OptionalInt.of(1))));
        }

        @Test
        void repeatsOfOneMessage_countTwice_andOneFingerprintOnce() {
            Cases repeats = clean().and(failed(
                    rework("style", Severity.MINOR),
                    finding("1", "Same."),
                    finding("2", "Same."),
                    finding("3", "Same."),
                    finding("3", "Same."),
                    finding("4", "Other.")));
            assertEquals(new Counts(0, 0, 3, 0), repeats.ruling().counts());
        }

        @Test
        void scoreUnderTheThreshold() {
            Ruling ruling = clean().and(failed(rework("tbd", Severity.MAJOR), finding("1"), finding("2")))
                    .policy(threshold(98))
                    .ruling();
            assertEquals(new Rework(false), ruling.verdict());
            assertEquals(new QualityScore("mqm-linear-1", 10, 3, 96.67), ruling.score());
            assertEquals(
                    "Score 96.67 is under the threshold of 98.0: 'tbd': 'TBD' was left in place 1.", ruling.reason());
        }

        @Test
        void scoreNeverDecides_underOneThousandWords() {
            assertRuling(
                    new Accept(true),
                    Rule.ACCEPT,
                    clean().and(failed(rework("tbd", Severity.MAJOR)))
                            .size(Size.of(Size.Form.WORDS, 999))
                            .policy(threshold(99)));
        }

        @Test
        void aPolicyMayHoldTheLetter() {
            Policy releases = new Policy(
                    "p", 0, 0, false, true, 3, 0, OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty());
            assertRuling(
                    new Rework(true),
                    Rule.REWORK,
                    clean().and(failed(blocking("total"))).policy(releases));
        }

        @Test
        void namesWhatCouldNotBeTold() {
            Ruling ruling = clean().and(
                            failed(blocking("total")),
                            cannotTell(rework("chart", Severity.MAJOR), Outcome.Cause.CONTENT))
                    .ruling();
            assertEquals(new Rework(false), ruling.verdict());
            assertEquals(List.of(new Remark("chart", "It was not told.")), ruling.untold());
        }

        @Test
        void comesBeforeUnreadableParts_andErrors() {
            assertRuling(
                    new Rework(false),
                    Rule.REWORK,
                    clean().and(
                                    failed(blocking("total")),
                                    cannotTell(rework("chart", Severity.MAJOR), Outcome.Cause.ERROR))
                            .readings(true, unreadable(Extraction.Reason.CRASHED)));
        }
    }

    @Nested
    class Rule4Contested {
        private final Cases blocked = clean().and(failed(blocking("total"), finding("1", "100 is 103.")));

        @Test
        void disputed() {
            Cases disputed = blocked.history(
                    new History(2, History.Standing.CURRENT, false, Set.of("1"), Set.of(), Set.of(), 0));
            assertRuling(new Review(false), Rule.CONTESTED, disputed);
            assertEquals(
                    "Blocking item 'total': 100 is 103; but the vendor disputes it.",
                    disputed.ruling().reason());
        }

        @Test
        void repeated() {
            assertRuling(
                    new Review(false),
                    Rule.CONTESTED,
                    blocked.history(
                            new History(2, History.Standing.CURRENT, false, Set.of(), Set.of(), Set.of("1"), 0)));
        }

        @Test
        void passedBefore() {
            assertRuling(
                    new Review(false),
                    Rule.CONTESTED,
                    blocked.history(
                            new History(2, History.Standing.CURRENT, false, Set.of(), Set.of("1"), Set.of(), 0)));
        }

        @ParameterizedTest
        @CsvSource({"3, REWORK", "4, CONTESTED"})
        void theLastRoundThatMayEndInRework_isTheLimit(int round, Rule rule) {
            assertEquals(rule, blocked.history(round(round)).ruling().rule());
        }

        @Test
        void notTheVendorsCause() {
            assertRuling(
                    new Review(false),
                    Rule.CONTESTED,
                    clean().and(failed(blocking("total"), finding("1", "100 is 103.", Attribution.CLIENT))));
        }

        @Test
        void acceptedBefore_orAnUncertainWorkOrder_sendsNoLetter() {
            assertRuling(new Review(false), Rule.CONTESTED, blocked.history(ACCEPTED_BEFORE));
            assertRuling(new Review(false), Rule.CONTESTED, blocked.conflicting("The subject says HB-102."));
        }

        @Test
        void undisputedFindingsBesideADisputedOne_areStillRework() {
            assertRuling(
                    new Rework(false),
                    Rule.REWORK,
                    blocked.and(failed(blocking("section"), finding("2")))
                            .history(new History(
                                    2, History.Standing.CURRENT, false, Set.of("1"), Set.of(), Set.of(), 0)));
        }

        @Test
        void comesBeforeUnreadableParts() {
            assertRuling(
                    new Review(false),
                    Rule.CONTESTED,
                    blocked.history(round(4)).readings(true, unreadable(Extraction.Reason.DAMAGED)));
        }
    }

    @Nested
    class Rule5Unreadable {
        @ParameterizedTest
        @EnumSource(
                value = Extraction.Reason.class,
                names = {"EMPTY", "DAMAGED", "UNKNOWN_FORMAT"})
        void theVendorsCause_isRework(Extraction.Reason reason) {
            assertRuling(new Rework(false), Rule.UNREADABLE, clean().readings(true, unreadable(reason)));
        }

        @Test
        void theVendorsCause_overTheRoundLimit_isReview() {
            assertRuling(
                    new Review(false),
                    Rule.UNREADABLE,
                    clean().history(round(4)).readings(true, unreadable(Extraction.Reason.DAMAGED)));
        }

        @ParameterizedTest
        @EnumSource(
                value = Extraction.Reason.class,
                names = {"DEADLINE", "OUT_OF_MEMORY", "CRASHED"})
        void ourCause_isRetried_thenReviewed(Extraction.Reason reason) {
            assertRuling(new Pending(Until.RETRY), Rule.UNREADABLE, clean().readings(false, unreadable(reason)));
            assertRuling(new Review(false), Rule.UNREADABLE, clean().readings(true, unreadable(reason)));
        }

        @Test
        void passwordAndQuarantine_haveNoVerdict() {
            assertRuling(
                    new Pending(Until.PASSWORD),
                    Rule.UNREADABLE,
                    clean().readings(true, unreadable(Extraction.Reason.PASSWORD)));
            assertRuling(
                    new Pending(Until.QUARANTINE),
                    Rule.UNREADABLE,
                    clean().readings(true, unreadable(Extraction.Reason.LIMIT)));
        }

        @Test
        void comesBeforeErrorsInChecks() {
            Cases both = clean().and(cannotTell(blocking("total"), Outcome.Cause.VENDOR))
                    .readings(true, unreadable(Extraction.Reason.DAMAGED));
            assertRuling(new Rework(false), Rule.UNREADABLE, both);
            assertEquals(
                    "Part 'annex.pdf' cannot be read: it is damaged or cut off (found at byte 17).",
                    both.ruling().reason());
        }
    }

    @Nested
    class Rule6Inconclusive {
        @ParameterizedTest
        @EnumSource(
                value = Outcome.Cause.class,
                names = {"ERROR", "DEADLINE", "LIMIT"})
        void errorInAnEnforcedOrAdvisedItem(Outcome.Cause cause) {
            Item advised = item("hint", Severity.MINOR, Effect.REWORK, Mode.ADVISE, false);
            assertRuling(new Review(false), Rule.INCONCLUSIVE, clean().and(cannotTell(advised, cause)));
            assertRuling(
                    new Review(false),
                    Rule.INCONCLUSIVE,
                    clean().and(cannotTell(rework("total", Severity.MINOR), cause)));
        }

        @Test
        void errorInATrialItem_isNotLookedAt() {
            Item trial = item("new", Severity.MAJOR, Effect.REWORK, Mode.TRIAL, true);
            assertRuling(new Accept(false), Rule.ACCEPT, clean().and(cannotTell(trial, Outcome.Cause.ERROR)));
        }

        @Test
        void ambiguousText_isANote_unlessTheItemBlocks() {
            Item soft = rework("total", Severity.MAJOR);
            assertRuling(new Accept(false), Rule.ACCEPT, clean().and(cannotTell(soft, Outcome.Cause.CONTENT)));
            assertRuling(
                    new Review(false),
                    Rule.INCONCLUSIVE,
                    clean().and(cannotTell(blocking("total"), Outcome.Cause.CONTENT)));
        }

        @Test
        void gapInAnEnforcedItemsScope() {
            Ruling ruling = clean().readings(true, withGap(Gap.Reason.NO_TEXT)).ruling();
            assertEquals(Rule.INCONCLUSIVE, ruling.rule());
            assertEquals("Part 'report.docx' was not wholly read: page 7 (a scan without text).", ruling.reason());
        }

        @Test
        void readingStoppedEarly_evenWhereNoMachineLooks() {
            Item asked = item("conclusions", By.PERSON, Severity.MAJOR, Effect.REWORK, Mode.ENFORCE, false);
            Cases byPerson = clean().outcomes(List.of(passed(asked)));
            assertRuling(new Review(false), Rule.INCONCLUSIVE, byPerson.readings(true, withGap(Gap.Reason.TRUNCATED)));
            assertRuling(new Accept(false), Rule.ACCEPT, byPerson.readings(true, withGap(Gap.Reason.NO_TEXT)));
        }

        @Test
        void personsBlockingItemOpen() {
            Item asked = item("conclusions", By.PERSON, Severity.MAJOR, Effect.REWORK, Mode.ENFORCE, true);
            Ruling ruling = clean().and(notRun(asked)).ruling();
            assertEquals(Rule.INCONCLUSIVE, ruling.rule());
            assertEquals(List.of(new Remark("conclusions", "No placeholder is left.")), ruling.open());
        }

        @Test
        void personsAdvisedItemOpen_doesNotDecide() {
            Item asked = item("conclusions", By.PERSON, Severity.MAJOR, Effect.REWORK, Mode.ADVISE, true);
            assertRuling(new Accept(false), Rule.ACCEPT, clean().and(notRun(asked)));
        }

        @Test
        void uncertainDeliverable_withAllThatSpeaksAgainstIt() {
            Cases uncertain = clean().conflicting("by folder it is a, but by name it is b", "by folder it is a, c");
            assertRuling(new Review(false), Rule.INCONCLUSIVE, uncertain);
            assertEquals(
                    List.of(
                            new Remark("", "The deliverable is not certain: by folder it is a, but by name it is b."),
                            new Remark("", "The deliverable is not certain: by folder it is a, c.")),
                    uncertain.ruling().untold());
        }

        @Test
        void nothingAnswered_isNoAcceptance() {
            assertRuling(new Review(false), Rule.INCONCLUSIVE, clean().outcomes(List.of()));
            assertRuling(new Review(false), Rule.INCONCLUSIVE, clean().readings(true));
        }

        @Test
        void comesBeforeAReviewItem() {
            Item review = item("style", Severity.MINOR, Effect.REVIEW, Mode.ENFORCE, false);
            assertRuling(
                    new Review(false),
                    Rule.INCONCLUSIVE,
                    clean().and(failed(review), cannotTell(rework("total", Severity.MINOR), Outcome.Cause.ERROR)));
        }
    }

    @Nested
    class Rule7ReviewItem {
        private final Item review = item("macro", Severity.MINOR, Effect.REVIEW, Mode.ENFORCE, false);

        @Test
        void failed_goesToReview() {
            assertRuling(new Review(false), Rule.REVIEW_ITEM, clean().and(failed(review)));
        }

        @Test
        void advised_isShownOnly() {
            Item advised = item("macro", Severity.MINOR, Effect.REVIEW, Mode.ADVISE, false);
            assertRuling(new Accept(true), Rule.ACCEPT, clean().and(failed(advised)));
        }

        @Test
        void comesBeforeThePolicy() {
            assertRuling(
                    new Review(false),
                    Rule.REVIEW_ITEM,
                    clean().and(failed(review)).policy(wantsPerson(0, true)));
        }
    }

    private static Policy wantsPerson(int firstDeliveries, boolean tightened) {
        return new Policy(
                "p",
                0,
                firstDeliveries,
                tightened,
                false,
                3,
                0,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty());
    }

    @Nested
    class Rule8Policy {
        @Test
        void tightenedInspection() {
            assertRuling(new Review(false), Rule.POLICY, clean().policy(wantsPerson(0, true)));
        }

        @ParameterizedTest
        @CsvSource({"0, POLICY", "1, POLICY", "2, ACCEPT"})
        void firstDeliveriesOfAVendor(int earlier, Rule rule) {
            assertEquals(
                    rule,
                    clean().policy(wantsPerson(2, false))
                            .history(History.first(earlier))
                            .ruling()
                            .rule());
        }

        @Test
        void revisionAfterAcceptance() {
            assertRuling(new Review(false), Rule.POLICY, clean().history(ACCEPTED_BEFORE));
        }

        @Test
        void comesBeforeSampling() {
            assertRuling(
                    new Review(false),
                    Rule.POLICY,
                    clean().policy(wantsPerson(0, true)).drawn());
        }
    }

    @Nested
    class Rule9Sampled {
        @Test
        void drawn() {
            assertRuling(new Review(false), Rule.SAMPLED, clean().drawn());
        }

        @Test
        void comesAfterRework() {
            assertRuling(
                    new Rework(false),
                    Rule.REWORK,
                    clean().and(failed(blocking("total"))).drawn());
        }
    }

    @Nested
    class Rule10Accept {
        @Test
        void nothingFound() {
            Ruling ruling = clean().ruling();
            assertEquals(new Accept(false), ruling.verdict());
            assertEquals("1 item that counts passed and none failed.", ruling.reason());
            assertEquals(new QualityScore("mqm-linear-1", 0, 3, 100.0), ruling.score());
        }

        @Test
        void whatIsOnlyRecorded_isANote() {
            Item late = item("late", Severity.CRITICAL, Effect.RECORD, Mode.ENFORCE, true);
            Ruling ruling = clean().and(failed(late)).ruling();
            assertEquals(new Accept(true), ruling.verdict());
            assertEquals(List.of(new Remark("late", "Something found.")), ruling.notes());
        }
    }

    @Nested
    class WhatIsSaid {
        private static Finding[] sameWords(int count) {
            Finding[] findings = new Finding[count];
            for (int i = 0; i < count; i++) {
                findings[i] = finding("tba-" + i, "'TBA' was left in the text.");
            }
            return findings;
        }

        @Test
        void acceptedWithFindings_saysHowManyStandOpen_andWhyEachMay() {
            Item advice = item("summary", Severity.MAJOR, Effect.REWORK, Mode.ADVISE, false);
            Item late = item("late", Severity.CRITICAL, Effect.RECORD, Mode.ENFORCE, true);
            Ruling ruling = clean().and(
                            failed(rework("tba", Severity.MINOR), sameWords(30)),
                            failed(advice, finding("a")),
                            failed(late, finding("l")))
                    .ruling();
            assertEquals(new Accept(true), ruling.verdict());
            assertEquals(
                    "Accepted with 32 findings left open: 30 minor (counted as 2; any number is acceptable), 1 of"
                            + " advice (does not count), 1 for the record (does not count). 1 item that counts passed.",
                    ruling.reason());
            assertEquals("The deliverable may be used as it is, with what was found in it.", ruling.nextStep());
        }

        @Test
        void acceptedWithinTheNumbers_saysTheNumbers() {
            Ruling ruling = clean().and(failed(rework("total", Severity.MAJOR), finding("1")))
                    .ruling();
            assertEquals(
                    "Accepted with 1 finding left open: 1 major (1 is acceptable). 1 item that counts passed.",
                    ruling.reason());
        }

        @Test
        void itemsUntoldForOneReason_areOneThing_andSoIsTheGapTheyName() {
            Outcome doubt = new Outcome.CannotTell(
                    "What was read is in order; not read: report.docx, page 7 (a scan without text).",
                    Outcome.Cause.VENDOR);
            Ruling ruling = clean().outcomes(List.of(
                            new ItemOutcome(rework("a", Severity.MAJOR), 1, doubt),
                            new ItemOutcome(rework("b", Severity.MAJOR), 1, doubt),
                            new ItemOutcome(rework("c", Severity.MAJOR), 1, doubt)))
                    .readings(true, withGap(Gap.Reason.NO_TEXT))
                    .ruling();
            assertEquals(
                    "Items 'a', 'b' and 1 more could not be told: What was read is in order; not read: report.docx,"
                            + " page 7 (a scan without text).",
                    ruling.reason());
        }
    }

    @Test
    void rulesAreNumberedInOrder() {
        for (int i = 0; i < Rule.values().length; i++) {
            assertEquals(i + 1, Rule.values()[i].number());
        }
        assertEquals(10, Rule.values().length);
    }

    @Test
    void rulingGoesToJsonAndBack() {
        Ruling ruling = clean().and(
                        failed(blocking("total"), finding("1")),
                        cannotTell(rework("chart", Severity.MAJOR), Outcome.Cause.CONTENT))
                .policy(threshold(90))
                .readings(true, withGap(Gap.Reason.NO_TEXT), unreadable(Extraction.Reason.DAMAGED))
                .ruling();
        assertEquals(ruling, Json.read(Json.bytes(ruling), Ruling.class));
        assertTrue(Json.text(ruling).contains("\"rule\" : \"REWORK\""));
    }
}
