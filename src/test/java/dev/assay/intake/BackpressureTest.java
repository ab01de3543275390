package dev.assay.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class BackpressureTest {
    private static final Backpressure.Limits LIMITS = Backpressure.Limits.standard();
    private static final long GIB = 1L << 30;

    @Test
    void enoughOfEverything_isOpen() {
        assertEquals(new Backpressure.Open(), Backpressure.ofIntake(LIMITS, 10 * GIB, 100 * GIB, 999));
        assertEquals(new Backpressure.Open(), Backpressure.ofReading(LIMITS, 3 * GIB, 100 * GIB));
    }

    @Test
    void tooLittleDisk_pausesIntakeBeforeReading() {
        String needs = " are free on the data disk; it needs 2048 MiB and 10 %. Free some space.";
        assertEquals(
                new Backpressure.Paused("Intake waits: 10239 MiB of 102400 MiB" + needs),
                Backpressure.ofIntake(LIMITS, 10 * GIB - 1, 100 * GIB, 0));
        assertEquals(
                new Backpressure.Paused("Intake waits: 2047 MiB of 4096 MiB" + needs),
                Backpressure.ofIntake(LIMITS, 2 * GIB - 1, 4 * GIB, 0));
        assertEquals(new Backpressure.Open(), Backpressure.ofReading(LIMITS, 10 * GIB - 1, 100 * GIB));
        assertEquals(
                new Backpressure.Paused(
                        "Reading waits: 3071 MiB of 102400 MiB are free on the data disk; it needs 3 %. Free some"
                                + " space."),
                Backpressure.ofReading(LIMITS, 3 * GIB - 1, 100 * GIB));
    }

    @Test
    void gauge_asksTheDiskEachTime_andTellsWhatWaits() {
        AtomicLong free = new AtomicLong(50 * GIB);
        PressureGauge gauge = new PressureGauge(LIMITS, free::get, () -> 100 * GIB, () -> 0, vendor -> 0);
        assertEquals(List.of(), gauge.reasons());
        free.set(2 * GIB);
        assertEquals(
                List.of(
                        "Intake waits: 2048 MiB of 102400 MiB are free on the data disk; it needs 2048 MiB and 10 %."
                                + " Free some space.",
                        "Reading waits: 2048 MiB of 102400 MiB are free on the data disk; it needs 3 %. Free some"
                                + " space."),
                gauge.reasons());
        free.set(3 * GIB);
        assertEquals(new Backpressure.Open(), gauge.reading());
        assertInstanceOf(Backpressure.Paused.class, gauge.intake());
        free.set(50 * GIB);
        assertEquals(List.of(), gauge.reasons());
    }

    @Test
    void diskThatCannotBeMeasured_pausesEverything() {
        PressureGauge gauge = new PressureGauge(LIMITS, () -> 0, () -> 0, () -> 0, vendor -> 0);
        String rest = " waits: the data disk cannot be measured. See that the data folder is there.";
        assertEquals(List.of("Intake" + rest, "Reading" + rest), gauge.reasons());
    }

    @Test
    void tooManyOpenJobsOfOneVendor_pauseItAndNobodyElse() {
        AtomicLong free = new AtomicLong(50 * GIB);
        PressureGauge gauge = new PressureGauge(
                LIMITS, free::get, () -> 100 * GIB, () -> 1000, vendor -> vendor.equals("flood") ? 901 : 99);
        assertInstanceOf(Backpressure.Paused.class, gauge.intake("flood"));
        assertEquals(new Backpressure.Open(), gauge.intake("swift"));
        assertEquals(new Backpressure.Open(), gauge.diskForIntake());
        free.set(2 * GIB);
        assertInstanceOf(Backpressure.Paused.class, gauge.intake("swift"), "a full disk is everybody's");
        assertInstanceOf(Backpressure.Paused.class, gauge.diskForIntake());
    }

    @Test
    void tooManyOpenJobs_pauseIntake() {
        assertEquals(
                new Backpressure.Paused(
                        "Intake waits: 1000 jobs are open, 1000 is the most. It goes on by itself as they are done; a"
                                + " vendor with fewer than 100 of them is received from meanwhile."),
                Backpressure.ofIntake(LIMITS, 100 * GIB, 100 * GIB, 1000));
    }
}
