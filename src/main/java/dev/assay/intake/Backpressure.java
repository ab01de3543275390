package dev.assay.intake;

/// Whether more may be taken in, or read, just now. Nothing is ever dropped for it: sources are left alone
/// until it is open again.
public sealed interface Backpressure {

    /// Go on.
    record Open() implements Backpressure {}

    /// Wait.
    ///
    /// @param reason for the operator: what is short, what was found, what would help
    record Paused(String reason) implements Backpressure {}

    /// The bounds.
    ///
    /// @param intakeShare  intake pauses when less than this share of the disk is free, 0 to 1
    /// @param intakeBytes  intake pauses when less than this many bytes are free
    /// @param readingShare reading pauses too when less than this share of the disk is free, 0 to 1
    /// @param mostJobs     intake pauses when this many jobs are open, but for vendors that have few of them
    record Limits(double intakeShare, long intakeBytes, double readingShare, int mostJobs) {
        /// How many jobs one vendor's deliveries may have open whatever others have: nobody's flood keeps anybody else
        /// out.
        public int sparedJobs() {
            return Math.max(1, mostJobs / 10);
        }

        /// 10 % and 2 GiB free for intake, 3 % for reading, 1,000 open jobs.
        public static Limits standard() {
            return new Limits(0.10, 2L << 30, 0.03, 1000);
        }
    }

    /// Whether intake may claim another file.
    ///
    /// @param free     bytes free on the disk of blobs and ledger
    /// @param total    its size in bytes
    /// @param openJobs jobs neither done nor given up
    static Backpressure ofIntake(Limits limits, long free, long total, int openJobs) {
        if (openJobs >= limits.mostJobs()) {
            return new Paused("Intake waits: " + openJobs + " jobs are open, " + limits.mostJobs()
                    + " is the most. It goes on by itself as they are done; a vendor with fewer than "
                    + limits.sparedJobs() + " of them is received from meanwhile.");
        }
        if (free < limits.intakeBytes() || free < limits.intakeShare() * total) {
            return new Paused("Intake waits: " + amount(free) + " of " + amount(total)
                    + " are free on the data disk; it needs " + amount(limits.intakeBytes()) + " and "
                    + percent(limits.intakeShare()) + ". Free some space.");
        }
        return new Open();
    }

    /// Whether another document may be read.
    static Backpressure ofReading(Limits limits, long free, long total) {
        if (free < limits.readingShare() * total) {
            return new Paused("Reading waits: " + amount(free) + " of " + amount(total)
                    + " are free on the data disk; it needs " + percent(limits.readingShare()) + ". Free some space.");
        }
        return new Open();
    }

    private static String amount(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
