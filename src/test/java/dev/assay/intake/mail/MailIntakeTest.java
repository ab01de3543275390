package dev.assay.intake.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.intake.Backpressure;
import dev.assay.intake.LedgerArrivals;
import dev.assay.intake.Reception;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerLocation;
import dev.assay.meter.Meters;
import dev.assay.vault.Vault;
import dev.assay.work.Channel;
import dev.assay.work.MailAlias;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mails that cannot be fetched, on a clock that stands still, with a real ledger and vault.
final class MailIntakeTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private static final String MAILBOX = "deliveries@host/INBOX";

    @TempDir
    private Path home;

    private Vault vault;
    private Ledger ledger;
    private MailIntake intake;
    private final List<String> moved = new ArrayList<>();
    private Instant now = NOON;
    private Backpressure pressure = new Backpressure.Open();
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    @BeforeEach
    void start() throws Exception {
        vault = Vault.open(home.resolve("data"), new char[0]);
        ledger = Ledger.open(LedgerLocation.file(home.resolve("data/ledger.db")), vault, clock);
        intake = intake(MAILBOX);
    }

    private MailIntake intake(String mailbox) throws Exception {
        LedgerArrivals log = new LedgerArrivals(ledger.arrivals(), Meters.strict());
        String token = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest("abc".getBytes(StandardCharsets.UTF_8)));
        return new MailIntake(
                mailbox,
                new Recipients(Map.of("swift", new MailAlias("swift@in.example", token))),
                new Reception(vault, log, 1000, clock),
                log,
                log,
                new Attempts(home.resolve("data/attempts"), vault.disk()),
                3,
                Backpressure.Open::new,
                vendor -> pressure,
                clock);
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void mailThatCannotBeFetched_isMovedAsideAfterThreeAttempts_andRecordedAsRefused() throws Exception {
        Mail poison = new Mail(7, true, true);
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertFalse(intake.offer(poison));
            assertFalse(intake.isDue(7), "it waits before it is tried again");
            assertTrue(intake.isDue(8), "its neighbours do not");
            assertTrue(intake.troubles().getFirst().contains("(attempt " + attempt + " of 3)"));
        }
        assertTrue(intake.offer(poison));
        assertEquals(List.of("7 to PARKED"), moved);
        assertEquals(List.of(), intake.troubles());
        ArrivalRecord record = ledger.arrivals().newest(10).getFirst();
        assertEquals(ArrivalState.REFUSED, record.state());
        assertTrue(record.reason().startsWith("The mail could not be received in 3 attempts"), record.reason());
    }

    @Test
    void clockMovedBack_keepsNoMailWaitingForTheJump() throws Exception {
        assertFalse(intake.offer(new Mail(7, true, true)));
        assertFalse(intake.isDue(7));
        now = NOON.minusSeconds(3600);
        assertTrue(intake.isDue(7));
    }

    @Test
    void mailOfAVendorWithTooManyOpenJobs_waitsUncounted() throws Exception {
        pressure = new Backpressure.Paused("too many");
        Mail mail = new Mail(7, false, true);
        assertTrue(intake.offer(mail));
        assertFalse(intake.isDue(7));
        assertEquals(List.of(), moved);
        assertEquals(List.of(), ledger.arrivals().newest(1));
        pressure = new Backpressure.Open();
        now = NOON.plusSeconds(10);
        assertTrue(intake.isDue(7));
        assertTrue(intake.offer(mail));
        assertEquals(List.of("7 to PROCESSED"), moved);
    }

    @Test
    void connectionsThatBreak_countOneInTen() throws Exception {
        Mail unlucky = new Mail(7, true, false);
        for (int loss = 0; loss < 29; loss++) {
            assertFalse(intake.offer(unlucky));
        }
        assertTrue(intake.offer(new Mail(7, false, true)), "it can be received still");
        assertEquals(List.of("7 to PROCESSED"), moved);
        assertEquals("swift", ledger.arrivals().newest(1).getFirst().arrival().vendor());
    }

    @Test
    void largeMail_isRefusedUnread() throws Exception {
        assertTrue(intake.offer(new Mail(7, false, true) {
            @Override
            public long size() {
                return 1001;
            }

            @Override
            public InputStream open() {
                throw new AssertionError("It was read");
            }
        }));
        assertEquals(List.of("7 to PARKED"), moved);
    }

    /// The server moved it, and the answer never came.
    @Test
    void mailThatIsGoneAfterABrokenMove_isKnownToBeLetGoOf() throws Exception {
        intake.look(1, Set.of(7L));
        assertFalse(intake.offer(new Mail(7, false, false) {
            @Override
            public void moveTo(Box box) throws IOException {
                throw new IOException("connection lost");
            }
        }));
        assertEquals(1, ledger.arrivals().unacknowledged(Channel.MAIL).size());
        intake.look(1, Set.of(8L));
        assertEquals(List.of(), ledger.arrivals().unacknowledged(Channel.MAIL));
        assertEquals(List.of(), intake.troubles());
        assertEquals(List.of(), attempts());
    }

    /// Recorded under its old number, it is not there any more; under its new one it comes in again.
    @Test
    void mailThatWasNotMovedBeforeItsNumberChanged_isAnotherArrivalOfTheSameBytes() throws Exception {
        intake.look(1, Set.of(7L));
        assertFalse(intake.offer(new Mail(7, false, false) {
            @Override
            public void moveTo(Box box) throws IOException {
                throw new IOException("connection lost");
            }
        }));
        intake.look(2, Set.of(7L));
        assertTrue(intake.isDue(7), "it is another mail for all that is known");
        assertFalse(intake.isRecorded(7));
        assertEquals(List.of(), ledger.arrivals().unacknowledged(Channel.MAIL));
        assertTrue(intake.offer(new Mail(7, false, true) {
            @Override
            public long uidValidity() {
                return 2;
            }
        }));
        List<ArrivalRecord> both = ledger.arrivals().newest(10);
        assertEquals(2, both.size());
        assertEquals(
                both.getFirst().arrival().sha256(), both.getLast().arrival().sha256());
    }

    @Test
    void anotherMailboxsOpenArrivals_areLeftAlone() throws Exception {
        intake.look(1, Set.of(7L));
        assertFalse(intake.offer(new Mail(7, false, false) {
            @Override
            public void moveTo(Box box) throws IOException {
                throw new IOException("connection lost");
            }
        }));
        intake("deliveries@other/INBOX").look(1, Set.of());
        assertEquals(1, ledger.arrivals().unacknowledged(Channel.MAIL).size());
    }

    /// A person took it away; nothing waits for it any more, in this run or the next.
    @Test
    void mailThatFailedAndIsGone_isNoTroubleAnyMore_norWhatAnEarlierRunCounted() throws Exception {
        intake.look(1, Set.of(7L));
        assertFalse(intake.offer(new Mail(7, true, true)));
        assertEquals(1, attempts().size());
        intake.look(1, Set.of(8L));
        assertEquals(List.of(), intake.troubles());
        assertEquals(List.of(), attempts());
        assertFalse(intake.offer(new Mail(8, true, true)));
        intake(MAILBOX).look(1, Set.of(9L));
        assertEquals(List.of(), attempts());
    }

    private List<String> attempts() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("data/attempts"))) {
            return files.map(Path::toString).toList();
        }
    }

    /// A mail that is there, or breaks when it is fetched.
    private class Mail implements IncomingMail {
        private final long uid;
        private final boolean broken;
        private final boolean reachable;

        Mail(long uid, boolean broken, boolean reachable) {
            this.uid = uid;
            this.broken = broken;
            this.reachable = reachable;
        }

        @Override
        public long uidValidity() {
            return 1;
        }

        @Override
        public long uid() {
            return uid;
        }

        @Override
        public long size() {
            return 100;
        }

        @Override
        public Instant received() {
            return NOON.minus(Duration.ofMinutes(1));
        }

        @Override
        public List<String> recipients() {
            return List.of("Swift <swift+abc@in.example>");
        }

        @Override
        public InputStream open() throws IOException {
            if (broken) {
                throw new IOException("the server cannot show it");
            }
            return new ByteArrayInputStream("From: a\r\n\r\nhello\r\n".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void moveTo(Box box) throws IOException {
            moved.add(uid + " to " + box);
        }

        @Override
        public boolean isReachable() {
            return reachable;
        }
    }
}
