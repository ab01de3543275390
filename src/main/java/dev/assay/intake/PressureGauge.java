package dev.assay.intake;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Measures the data disk and the open jobs, and says whether more may be taken in, or read, just now. A pause is
/// logged when it begins and when it ends.
///
/// Safe for use by several threads.
public final class PressureGauge {
    private static final Logger LOG = LoggerFactory.getLogger(PressureGauge.class);

    private final Backpressure.Limits limits;
    private final LongSupplier free;
    private final LongSupplier total;
    private final IntSupplier openJobs;
    private final ToIntFunction<String> openJobsOf;
    private final AtomicBoolean intakePaused = new AtomicBoolean();
    private final AtomicBoolean readingPaused = new AtomicBoolean();

    /// @param free       bytes free on the data disk
    /// @param total      its size in bytes; 0 where it cannot be measured
    /// @param openJobs   jobs neither done nor given up
    /// @param openJobsOf those of one vendor's deliveries
    public PressureGauge(
            Backpressure.Limits limits,
            LongSupplier free,
            LongSupplier total,
            IntSupplier openJobs,
            ToIntFunction<String> openJobsOf) {
        this.limits = limits;
        this.free = free;
        this.total = total;
        this.openJobs = openJobs;
        this.openJobsOf = openJobsOf;
    }

    /// Whether something more of a vendor may be taken. Too many open jobs stop those whose they are.
    public Backpressure intake(String vendor) {
        Backpressure all = intake();
        boolean spared = all instanceof Backpressure.Paused
                && diskForIntake() instanceof Backpressure.Open
                && openJobsOf.applyAsInt(vendor) < limits.sparedJobs();
        return spared ? new Backpressure.Open() : all;
    }

    /// Whether the disk lets anything more be taken, whoever has how many jobs open.
    public Backpressure diskForIntake() {
        long size = total.getAsLong();
        return size == 0 ? unmeasured("Intake") : Backpressure.ofIntake(limits, free.getAsLong(), size, 0);
    }

    /// Whether more may be taken of vendors that have many jobs open.
    public Backpressure intake() {
        long size = total.getAsLong();
        return told(
                intakePaused,
                "Intake",
                size == 0
                        ? unmeasured("Intake")
                        : Backpressure.ofIntake(limits, free.getAsLong(), size, openJobs.getAsInt()));
    }

    /// Whether another file that a vendor sent may be opened.
    public Backpressure reading() {
        long size = total.getAsLong();
        return told(
                readingPaused,
                "Reading",
                size == 0 ? unmeasured("Reading") : Backpressure.ofReading(limits, free.getAsLong(), size));
    }

    /// Why anything waits now, each as a message for the operator.
    public List<String> reasons() {
        return Stream.of(intake(), reading())
                .filter(Backpressure.Paused.class::isInstance)
                .map(paused -> ((Backpressure.Paused) paused).reason())
                .toList();
    }

    private static Backpressure unmeasured(String subject) {
        return new Backpressure.Paused(
                subject + " waits: the data disk cannot be measured. See that the data folder is there.");
    }

    private static Backpressure told(AtomicBoolean paused, String subject, Backpressure now) {
        switch (now) {
            case Backpressure.Paused(String reason) -> {
                if (paused.compareAndSet(false, true)) {
                    LOG.warn(reason);
                }
            }
            case Backpressure.Open() -> {
                if (paused.compareAndSet(true, false)) {
                    LOG.info("{} goes on.", subject);
                }
            }
        }
        return now;
    }
}
