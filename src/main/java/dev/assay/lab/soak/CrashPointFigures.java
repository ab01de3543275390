package dev.assay.lab.soak;

import java.util.List;
import java.util.Locale;

/// What a sweep over the crash points came to.
///
/// @param sweeps one for each channel and queue
public record CrashPointFigures(List<Sweep> sweeps, long seconds) {
    public CrashPointFigures {
        sweeps = List.copyOf(sweeps);
    }

    /// One installation, halted at each point in turn.
    ///
    /// @param queue   `folder`, or `jms` where a broker was told, too
    /// @param halted  the points at which it was halted, in order
    /// @param missed  the points that it never reached
    /// @param wrong   what is lost, doubled or corrupt, in words
    public record Sweep(String channel, String queue, List<String> halted, List<String> missed, List<String> wrong) {
        public Sweep {
            halted = List.copyOf(halted);
            missed = List.copyOf(missed);
            wrong = List.copyOf(wrong);
        }
    }

    /// Whether every point was reached and the promise was kept.
    public boolean isKept() {
        return sweeps.stream()
                .allMatch(each -> each.missed().isEmpty() && each.wrong().isEmpty());
    }

    /// For people.
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%-8s %-7s %7s  %-12s %s%n", "channel", "queue", "halted", "not reached", "wrong"));
        for (Sweep each : sweeps) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-8s %-7s %7d  %-12s %d%n",
                    each.channel(),
                    each.queue(),
                    each.halted().size(),
                    each.missed().isEmpty() ? "-" : String.join(" ", each.missed()),
                    each.wrong().size()));
        }
        for (Sweep each : sweeps) {
            each.wrong()
                    .forEach(line -> text.append(each.channel())
                            .append(", ")
                            .append(each.queue())
                            .append(": ")
                            .append(line)
                            .append('\n'));
        }
        return text.append("seconds ").append(seconds).append('\n').toString();
    }
}
