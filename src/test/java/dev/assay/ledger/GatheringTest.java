package dev.assay.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.ledger.Attachment.AttachedPart;
import dev.assay.vault.Vault;
import dev.assay.work.ClockKind;
import dev.assay.work.Expectation;
import dev.assay.work.ExpectedPart;
import dev.assay.work.Manifest.ManifestPart;
import dev.assay.work.PartRole;
import dev.assay.work.VendorAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How deliveries of several parts come together.
final class GatheringTest {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Expectation REPORT_AND_ANNEX = new Expectation(
            List.of(
                    new ExpectedPart("report", true, List.of()),
                    new ExpectedPart("annex", true, List.of()),
                    new ExpectedPart("notes", false, List.of())),
            List.of());

    @TempDir
    private Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() throws IOException {
        ledger = Ledger.open(
                LedgerLocation.file(folder.resolve("ledger.db")),
                Vault.open(folder.resolve("data"), new char[0]),
                Clock.fixed(Delivery.NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        assertTrue(ledger.verify().intact(), ledger.verify().broken());
        assertEquals(0, ledger.balances().arrivals().gap());
        assertEquals(0, ledger.balances().submissions().gap());
        ledger.close();
    }

    @Test
    void whole_doesNotWait() {
        String id = submitted(deliver("a1", REPORT_AND_ANNEX, report(1), annex(1)));
        assertEquals("report:1 annex:1", parts(id));
        assertEquals(
                new Assemblies.Assembly(true, List.of(), List.of(), null, null),
                ledger.assemblies().of(id).orElseThrow());
        assertEquals(1, ledger.jobs().open());
    }

    @Test
    void missingPart_isWaitedFor_andTheRestTakesTheFirstPartAlong() {
        Attached.Waiting first = assertInstanceOf(Attached.Waiting.class, deliver("a1", REPORT_AND_ANNEX, report(1)));
        assertEquals(Delivery.NOON.plus(WINDOW), first.until());
        assertEquals(SubmissionState.WAITING, state(first.submission()));
        assertEquals(List.of(new Expectation.Missing("annex", "")), missing(first.submission()));
        assertEquals(1L, ledger.balances().submissions().rows().get("waiting"));

        String whole = submitted(deliver("a2", REPORT_AND_ANNEX, annex(1)));
        assertEquals("report:1 annex:1", parts(whole));
        assertEquals(List.of(), missing(whole));
        assertEquals(SubmissionState.SUPERSEDED, state(first.submission()));
        assertEquals(
                List.of("a1", "a2"),
                ledger.stories().tell(whole).orElseThrow().arrivals().stream()
                        .map(each -> name(each.arrival().id()))
                        .toList());
        assertEquals(
                List.of(whole),
                ledger.arrivals().find(Delivery.id("a1")).orElseThrow().submissions());
        assertEquals(whole, claim(JobKind.EXTRACT).subject());
        assertTrue(ledger.jobs().claim(JobKind.ASSEMBLE, WINDOW).isEmpty(), "nothing waits any more");
    }

    @Test
    void vendorsClock_runsWhileAPartIsMissing() {
        Attached.Waiting first = assertInstanceOf(Attached.Waiting.class, deliver("a1", REPORT_AND_ANNEX, report(1)));
        assertEquals(List.of("START"), clock(first.submission()));
        String whole = submitted(deliver("a2", REPORT_AND_ANNEX, annex(1)));
        assertEquals(List.of("START", "STOP"), clock(whole));
        String other = submitted(deliver("a3", REPORT_AND_ANNEX, report(2)));
        assertEquals(List.of("START", "STOP"), clock(other));
    }

    private List<String> clock(String submission) {
        return ledger.stories().tell(submission).orElseThrow().clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.VENDOR_DELIVERY)
                .flatMap(clock -> clock.events().stream())
                .map(event -> event.action().name())
                .toList();
    }

    @Test
    void windowsEnd_letsItGoOnWithoutTheRest_andALatePartCompletesIt() {
        String lacking =
                ((Attached.Waiting) deliver("a1", REPORT_AND_ANNEX, Duration.ofNanos(1), report(1))).submission();
        Job end = claim(JobKind.ASSEMBLE);
        assertEquals(List.of("START"), clock(lacking));
        assertTrue(ledger.assemblies().end(end));
        assertEquals(List.of("START", "STOP"), clock(lacking));
        assertEquals(SubmissionState.IDENTIFIED, state(lacking));
        assertEquals(
                Assemblies.End.WINDOW,
                ledger.assemblies().of(lacking).orElseThrow().end());
        String whole = submitted(deliver("a2", REPORT_AND_ANNEX, annex(1)));
        assertEquals("report:1 annex:1", parts(whole));
        assertEquals(SubmissionState.SUPERSEDED, state(lacking));
        assertEquals(1, round(whole));
    }

    @Test
    void partAfterTheRework_opensTheNextRoundWithTheRest() {
        String lacking = submitted(deliver("a1", REPORT_AND_ANNEX, Duration.ZERO, report(1)));
        assertEquals(List.of(new Expectation.Missing("annex", "")), missing(lacking));
        assertEquals(
                Assemblies.End.WINDOW,
                ledger.assemblies().of(lacking).orElseThrow().end());
        Delivery.decide(ledger, lacking, "rework");
        Delivery.publish(ledger);
        String whole = submitted(deliver("a2", REPORT_AND_ANNEX, annex(1)));
        assertEquals("report:1 annex:1", parts(whole));
        assertEquals(2, round(whole));
    }

    @Test
    void mendedPart_takesThePlaceOfTheOldOne_whateverItIsCalled() {
        submitted(deliver("a1", REPORT_AND_ANNEX, report(1), annex(1)));
        String mended = submitted(deliver(
                "a2",
                REPORT_AND_ANNEX,
                new AttachedPart(
                        new PartRole("report", PartRole.Basis.WORD), "report final.docx", 1, Digests.of("2"))));
        assertEquals("annex:1 report:2", parts(mended));
    }

    @Test
    void partThatCameBefore_isADuplicateOfTheWhole() {
        String whole = submitted(deliver("a1", REPORT_AND_ANNEX, report(1), annex(1)));
        assertEquals(new Attached.Duplicate(whole, ""), deliver("a2", REPORT_AND_ANNEX, annex(1)));
        String waiting =
                ((Attached.Waiting) deliver("a3", files("x.docx", "y.csv"), part("report", "x.docx", 7))).submission();
        assertEquals(
                new Attached.Duplicate(waiting, ""),
                deliver("a4", files("x.docx", "y.csv"), part("report", "x.docx", 7)));
    }

    @Test
    void secondWholePackage_supersedesTheFirst_andMixesNothing() {
        String first = submitted(deliver("a1", REPORT_AND_ANNEX, report(1), annex(1), part("notes", "notes.txt", 1)));
        String second = submitted(deliver("a2", REPORT_AND_ANNEX, report(2), annex(2)));
        assertEquals("report:2 annex:2", parts(second));
        assertEquals(SubmissionState.SUPERSEDED, state(first));
        assertEquals(2, ledger.submissions().find(second).orElseThrow().revision());
    }

    @Test
    void filesOfAManifest_areWaitedFor_alsoWhenTheRestComesWithoutOne() {
        Attached.Waiting waiting = assertInstanceOf(
                Attached.Waiting.class,
                deliver("a1", files("report.docx", "data.csv"), part("report", "report.docx", 1)));
        assertEquals(List.of(new Expectation.Missing("", "data.csv")), missing(waiting.submission()));
        String whole = submitted(deliver("a2", Expectation.NONE, part("data", "data.csv", 1)));
        assertEquals("report:1 data:1", parts(whole));
        String other = submitted(deliver("a3", Expectation.NONE, part("report", "other.docx", 2)));
        assertEquals("report:2", parts(other), "what was listed has all come, so that a new file stands for itself");
    }

    @Test
    void vendorsWord_endsTheWaiting_beforeOrAfterTheFile() {
        String waiting = ((Attached.Waiting) deliver("a1", REPORT_AND_ANNEX, report(1))).submission();
        said("m1");
        assertEquals(SubmissionState.WAITING, state(waiting), "what lies beside the marker may be on its way");
        Attached.Waiting after =
                assertInstanceOf(Attached.Waiting.class, deliver("a2", REPORT_AND_ANNEX, part("notes", "n.txt", 1)));
        assertEquals(Delivery.NOON.plusSeconds(10), after.until());

        Attachment whole = attachment("a3", REPORT_AND_ANNEX, WINDOW, true, report(2));
        ledger.arrivals().record(Delivery.arrival("a3"));
        String complete = submitted(ledger.submissions().attach(claim(JobKind.IDENTIFY), whole));
        assertEquals(
                Assemblies.End.SAID,
                ledger.assemblies().of(complete).orElseThrow().end());
    }

    @Test
    void manifestThatSaysSoAlone_endsTheWaitingOfItsFolder() {
        String waiting = ((Attached.Waiting) deliver("a1", REPORT_AND_ANNEX, report(1))).submission();
        ledger.arrivals().record(Delivery.arrival("m1"));
        ledger.arrivals().manifest(claim(JobKind.IDENTIFY), "{}", false);
        assertEquals(
                Delivery.NOON.plus(WINDOW),
                ledger.assemblies().of(waiting).orElseThrow().until());
        ledger.arrivals().record(Delivery.arrival("m2"));
        ledger.arrivals().manifest(claim(JobKind.IDENTIFY), "{}", true);
        assertEquals(
                Delivery.NOON.plusSeconds(10),
                ledger.assemblies().of(waiting).orElseThrow().until());
    }

    @Test
    void twoDeliverables_ofWhichOneIsKnown_areNoDuplicate() {
        String first = submitted(deliver("a1", Expectation.NONE, report(1)));
        ledger.arrivals().record(Delivery.arrival("a2"));
        List<Attached> attached = ledger.submissions()
                .attach(
                        claim(JobKind.IDENTIFY),
                        List.of(
                                attachment("a2", Expectation.NONE, WINDOW, false, report(2)),
                                attachment("a2", Expectation.NONE, WINDOW, false, report(1))));
        assertInstanceOf(Attached.Submitted.class, attached.getFirst());
        assertEquals(
                new Attached.Duplicate(
                        first,
                        "The same bytes came before, and a newer revision has replaced them and"
                                + " counts. Ask the vendor which of the two is meant."),
                attached.getLast());
        assertEquals(
                ArrivalState.ATTACHED,
                ledger.arrivals().find(Delivery.id("a2")).orElseThrow().state());
    }

    /// Nothing that was said of a file is forgotten when another comes to it.
    @Test
    void whatWasSaidOfTheFirstPart_holdsForTheWhole() {
        ledger.arrivals().record(Delivery.arrival("a1"));
        Attachment said = Delivery.of("a1", "")
                .attachment(
                        List.of(report(1)),
                        new Attachment.Told(
                                Map.of("checked", "yes", "tools", "none"),
                                List.of(new VendorAnswer("0123456789abcdef", VendorAnswer.Kind.FIXED, "")),
                                List.of("It was not looked through for viruses")),
                        new Attachment.Assembly(REPORT_AND_ANNEX, WINDOW, false));
        ledger.submissions().attach(claim(JobKind.IDENTIFY), said);

        String whole = submitted(deliver("a2", REPORT_AND_ANNEX, annex(1)));
        assertEquals(
                List.of("It was not looked through for viruses"),
                ledger.submissions().doubts(whole));
        assertEquals(
                Map.of("checked", "yes", "tools", "none"),
                ledger.submissions().find(whole).orElseThrow().declarations());
        assertEquals(1, ledger.answers().of(whole).size());

        Delivery.decide(ledger, whole, "rework");
        Delivery.publish(ledger);
        String next = submitted(deliver("a3", REPORT_AND_ANNEX, report(2)));
        assertEquals("annex:1 report:2", parts(next));
        assertEquals(
                List.of("It was not looked through for viruses"),
                ledger.submissions().doubts(next));
        assertEquals(
                Map.of(),
                ledger.submissions().find(next).orElseThrow().declarations(),
                "what was declared was said of the round before");
    }

    @Test
    void fileThatNobodyExpects_isNamed() {
        String id = submitted(deliver(
                "a1",
                REPORT_AND_ANNEX,
                report(1),
                annex(1),
                new AttachedPart(
                        new PartRole(PartRole.OTHER, PartRole.Basis.COMPANION), "todo.txt", 1, Digests.of("3"))));
        assertEquals(
                List.of("todo.txt"), ledger.assemblies().of(id).orElseThrow().unexpected());
        assertNull(ledger.assemblies().of(id).orElseThrow().until());
    }

    private Attached deliver(String arrival, Expectation expected, AttachedPart... parts) {
        return deliver(arrival, expected, WINDOW, parts);
    }

    private Attached deliver(String arrival, Expectation expected, Duration window, AttachedPart... parts) {
        ledger.arrivals().record(Delivery.arrival(arrival));
        return ledger.submissions()
                .attach(claim(JobKind.IDENTIFY), attachment(arrival, expected, window, false, parts));
    }

    private static Attachment attachment(
            String arrival, Expectation expected, Duration window, boolean complete, AttachedPart... parts) {
        return Delivery.of(arrival, "")
                .attachment(
                        List.of(parts), Attachment.Told.NOTHING, new Attachment.Assembly(expected, window, complete));
    }

    private void said(String arrival) {
        ledger.arrivals().record(Delivery.arrival(arrival));
        ledger.assemblies().said(claim(JobKind.IDENTIFY));
    }

    private Job claim(JobKind kind) {
        return ledger.jobs().claim(kind, Delivery.LEASE).orElseThrow();
    }

    private static String submitted(Attached attached) {
        return assertInstanceOf(Attached.Submitted.class, attached).submission();
    }

    private static Expectation files(String... paths) {
        return new Expectation(
                List.of(),
                Stream.of(paths).map(path -> new ManifestPart(path, "", "")).toList());
    }

    private static AttachedPart report(int version) {
        return part("report", "report.docx", version);
    }

    private static AttachedPart annex(int version) {
        return part("annex", "annex.xlsx", version);
    }

    private static AttachedPart part(String role, String name, int version) {
        return new AttachedPart(
                new PartRole(role, PartRole.Basis.WORD), name, 1, Digests.of(Integer.toString(version)));
    }

    /// Roles with the number that the bytes were made of.
    private String parts(String submission) {
        return ledger.submissions().find(submission).orElseThrow().parts().stream()
                .map(part -> part.role() + ":"
                        + Stream.of("1", "2", "7")
                                .filter(number -> Digests.of(number).equals(part.sha256()))
                                .findFirst()
                                .orElseThrow())
                .reduce((one, next) -> one + " " + next)
                .orElse("");
    }

    private static String name(String arrival) {
        return Stream.of("a1", "a2")
                .filter(each -> Delivery.id(each).equals(arrival))
                .findFirst()
                .orElseThrow();
    }

    private List<Expectation.Missing> missing(String submission) {
        return ledger.assemblies().of(submission).orElseThrow().missing();
    }

    private SubmissionState state(String submission) {
        return ledger.submissions().find(submission).orElseThrow().state();
    }

    private int round(String submission) {
        return ledger.submissions().find(submission).orElseThrow().round();
    }
}
