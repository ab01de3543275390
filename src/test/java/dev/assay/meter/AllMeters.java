package dev.assay.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Every meter with a value, and the name each has in Prometheus.
public final class AllMeters {
    private AllMeters() {}

    /// Meters of which each was used.
    public static Meters touched() {
        Meters meters = Meters.strict();
        meters.stage("decide", Duration.ZERO);
        meters.verdict("accept", "accept");
        meters.item("length", "passed");
        meters.childDeath("died");
        meters.intake("folder", "recorded", 1);
        meters.intakeRefused("folder", "too-large");
        meters.intakeLag("folder", Duration.ofSeconds(2));
        meters.intakeWell("folder", Instant.EPOCH);
        meters.arrivals(() -> Map.of("recorded", 1L, "attached", 1L));
        meters.submissions(() -> Map.of("received", 1L, "accepted", 1L));
        meters.outboxBacklog(() -> 0);
        meters.letterBacklog(Map.of("file", () -> 0, "mail", () -> 0));
        meters.lettersParked(() -> 0);
        meters.definitionMistakes(() -> 0);
        meters.oldestOpenJob(() -> Duration.ZERO);
        meters.health(() -> 0, () -> 0);
        meters.disk(() -> 1, () -> 2);
        return meters;
    }

    /// The name of a meter's metric family.
    public static String metric(Meter meter) {
        return metric(meter.id(), meter.unit(), meter.type());
    }

    /// The name of a library's meter's metric family.
    static String metric(LibraryMeter meter) {
        return metric(meter.id(), meter.unit(), meter.type());
    }

    private static String metric(String id, String unit, Meter.Type type) {
        String name = id.replace('.', '_');
        String withUnit = unit.isEmpty() || name.endsWith("_" + unit) ? name : name + "_" + unit;
        return type == Meter.Type.COUNTER && !withUnit.endsWith("_total") ? withUnit + "_total" : withUnit;
    }
}
