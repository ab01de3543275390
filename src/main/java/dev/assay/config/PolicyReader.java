package dev.assay.config;

import dev.assay.work.Policy;
import dev.assay.work.Turnaround;
import dev.assay.work.Unscanned;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Reads the `policy` of a client or a work order; a key that is not set keeps the value of the policy it
/// builds on.
final class PolicyReader {
    private final Fields fields;
    private final Problems problems;
    private final Policy base;

    private PolicyReader(Fields fields, Problems problems, Policy base) {
        this.fields = fields;
        this.problems = problems;
        this.base = base;
    }

    /// The policy under the key `policy`.
    ///
    /// @param outer   the client or work order
    /// @param base    what holds where nothing is set
    /// @param version recorded with each verdict when there is a policy
    static Policy read(Fields outer, Policy base, String version, Problems problems) {
        return outer.value("policy")
                .flatMap(value -> Fields.of(value, "a policy", problems))
                .map(fields -> new PolicyReader(fields, problems, base).read(version))
                .orElse(base);
    }

    private Policy read(String version) {
        double sampling = within("sampling", 1).orElse(base.sampling());
        int first = fields.count("first-deliveries").orElse(base.firstDeliveries());
        boolean tightened = fields.flag("tightened").orElse(base.tightened());
        boolean release = fields.flag("release-letters").orElse(base.releaseLetters());
        int rounds = fields.count("round-limit").filter(this::isRoundLimit).orElse(base.roundLimit());
        Acceptance acceptance = fields.value("acceptance")
                .flatMap(value -> Fields.of(value, "acceptance", problems))
                .map(this::acceptance)
                .orElse(new Acceptance(base.critical(), base.major(), base.minor()));
        Optional<Double> score = within("score-threshold", 100);
        OptionalDouble threshold = score.isPresent() ? OptionalDouble.of(score.get()) : base.scoreThreshold();
        Turnaround reworkWithin = reworkWithin();
        Unscanned unscanned = fields.choice("unscanned", Unscanned.class).orElse(base.unscanned());
        fields.done("a policy");
        return new Policy(
                version,
                sampling,
                first,
                tightened,
                release,
                rounds,
                acceptance.critical(),
                acceptance.major(),
                acceptance.minor(),
                threshold,
                reworkWithin,
                unscanned);
    }

    private Turnaround reworkWithin() {
        Optional<String> written = fields.text("rework-within");
        Optional<Turnaround> read = written.flatMap(Turnaround::read);
        if (written.isPresent() && read.isEmpty()) {
            problems.add(
                    fields.at("rework-within"),
                    "rework-within is a number of hours, days or business days, such as '2 business days'. Found: '"
                            + written.get() + "'");
        }
        return read.orElse(base.reworkWithin());
    }

    private record Acceptance(int critical, OptionalInt major, OptionalInt minor) {}

    private Acceptance acceptance(Fields numbers) {
        Acceptance acceptance = new Acceptance(
                numbers.count("critical").orElse(base.critical()),
                count(numbers, "major", base.major()),
                count(numbers, "minor", base.minor()));
        numbers.done("acceptance");
        return acceptance;
    }

    private static OptionalInt count(Fields numbers, String key, OptionalInt otherwise) {
        Optional<Integer> count = numbers.count(key);
        return count.isPresent() ? OptionalInt.of(count.get()) : otherwise;
    }

    private boolean isRoundLimit(int rounds) {
        if (rounds < 1) {
            problems.add(fields.at("round-limit"), "round-limit is at least 1. Found: " + rounds);
        }
        return rounds >= 1;
    }

    private Optional<Double> within(String key, int most) {
        return fields.number(key)
                .filter(number -> {
                    boolean inside = number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
                    if (!inside) {
                        problems.add(fields.at(key), key + " is a number from 0 to " + most + ". Found: " + number);
                    }
                    return inside;
                })
                .map(BigDecimal::doubleValue);
    }
}
