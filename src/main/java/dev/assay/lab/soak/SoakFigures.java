package dev.assay.lab.soak;

import java.util.List;
import java.util.Locale;

/// What a soak came to.
///
/// @param seed      by which it can be repeated but for the moments of the kills
/// @param kills     how often the program was killed while it ran
/// @param atStart   of these, how often before it served
/// @param submissions how many different contents became submissions
/// @param published how many folders the consumer took
/// @param lost      deliveries or effects that are missing, each in words
/// @param doubled   what is there more often than it was delivered or decided
/// @param corrupt   what is there and is not what it must be, or was left behind
/// @param channels  each by itself
/// @param seconds   from the first start to the verdict
public record SoakFigures(
        long seed,
        int kills,
        int atStart,
        int submissions,
        int published,
        List<String> lost,
        List<String> doubled,
        List<String> corrupt,
        List<ChannelFigures> channels,
        long seconds) {
    private static final int SHOWN = 20;

    public SoakFigures {
        lost = List.copyOf(lost);
        doubled = List.copyOf(doubled);
        corrupt = List.copyOf(corrupt);
        channels = List.copyOf(channels);
    }

    /// One channel's.
    ///
    /// @param sent         deliveries, with those of the same bytes
    /// @param acknowledged how many of these their source let go of
    /// @param arrivals     how many of these the ledger holds
    /// @param submissions  how many they became
    public record ChannelFigures(String channel, int sent, int acknowledged, int arrivals, int submissions) {}

    /// Whether the promise was kept.
    public boolean isKept() {
        return lost.isEmpty() && doubled.isEmpty() && corrupt.isEmpty();
    }

    /// For people.
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "kills", kills + " (" + atStart + " before it served)");
        line(text, "submissions", Integer.toString(submissions));
        line(text, "folders taken", Integer.toString(published));
        line(text, "lost", Integer.toString(lost.size()));
        line(text, "doubled", Integer.toString(doubled.size()));
        line(text, "corrupt", Integer.toString(corrupt.size()));
        line(text, "seconds", Long.toString(seconds));
        line(text, "seed", Long.toString(seed));
        text.append(String.format(
                Locale.ROOT,
                "%n%-10s %8s %14s %10s %13s%n",
                "channel",
                "sent",
                "acknowledged",
                "arrivals",
                "submissions"));
        for (ChannelFigures each : channels) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-10s %8d %14d %10d %13d%n",
                    each.channel(),
                    each.sent(),
                    each.acknowledged(),
                    each.arrivals(),
                    each.submissions()));
        }
        tell(text, "Lost", lost);
        tell(text, "Doubled", doubled);
        tell(text, "Corrupt", corrupt);
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-14s %s%n", name, value));
    }

    private static void tell(StringBuilder text, String what, List<String> each) {
        if (!each.isEmpty()) {
            text.append(String.format(Locale.ROOT, "%n%s:%n", what));
            each.stream()
                    .limit(SHOWN)
                    .forEach(line -> text.append("  ").append(line).append('\n'));
            if (each.size() > SHOWN) {
                text.append("  and ").append(each.size() - SHOWN).append(" more\n");
            }
        }
    }
}
