package dev.assay.config;

import dev.assay.work.CoveringMail;
import dev.assay.work.ExpectedPart;
import dev.assay.work.Id;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the files that a deliverable is expected to have, and how long it waits for them.
final class ExpectedPartReader {
    private static final Pattern WINDOW = Pattern.compile("([1-9][0-9]{0,2}) (minute|hour|day)s?");

    private final Problems problems;

    ExpectedPartReader(Problems problems) {
        this.problems = problems;
    }

    /// The files under the key `parts`.
    List<ExpectedPart> parts(Fields deliverable) {
        List<ExpectedPart> parts = new ArrayList<>();
        Set<String> roles = new HashSet<>();
        for (Located value : deliverable.list("parts")) {
            Fields.of(value, "an expected part", problems)
                    .flatMap(fields -> part(fields, roles))
                    .ifPresent(parts::add);
        }
        return parts;
    }

    private Optional<ExpectedPart> part(Fields fields, Set<String> roles) {
        Optional<String> role = fields.requiredText("role").filter(each -> isNewRole(fields, each, roles));
        boolean required = fields.flag("required").orElse(true);
        List<String> names = new ArrayList<>();
        for (Located value : fields.list("names")) {
            String name = value instanceof Located.Scalar scalar ? scalar.text() : "";
            if (name.isBlank() || name.contains("/") || name.contains("\\")) {
                problems.add(
                        value.at(),
                        "a name pattern is a file name, `*` for any characters and `?` for one, without folders."
                                + " Found: '" + name + "'");
            } else {
                names.add(name);
            }
        }
        fields.done("an expected part");
        return role.map(each -> new ExpectedPart(each, required, names));
    }

    private boolean isNewRole(Fields fields, String role, Set<String> roles) {
        if (!Id.isValid(role) || role.equals(CoveringMail.ROLE)) {
            problems.add(
                    fields.at("role"),
                    "a role is 1 to 64 lower-case letters, digits and inner hyphens, and not '" + CoveringMail.ROLE
                            + "'. Found: '" + role + "'");
            return false;
        }
        if (!roles.add(role)) {
            problems.add(fields.at("role"), "role '" + role + "' is given twice. Give each expected part its own");
            return false;
        }
        return true;
    }

    /// The time under the key `assembly-window`: `none`, or a number of minutes, hours or days.
    Optional<Duration> window(Fields deliverable) {
        return deliverable.text("assembly-window").flatMap(written -> {
            Matcher matcher = WINDOW.matcher(written);
            if (written.equals("none")) {
                return Optional.of(Duration.ZERO);
            }
            if (!matcher.matches()) {
                problems.add(
                        deliverable.at("assembly-window"),
                        "assembly-window is 'none' or a number of minutes, hours or days, such as '30 minutes'. Found:"
                                + " '"
                                + written + "'");
                return Optional.empty();
            }
            long amount = Long.parseLong(matcher.group(1));
            return Optional.of(
                    switch (matcher.group(2)) {
                        case "minute" -> Duration.ofMinutes(amount);
                        case "hour" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    });
        });
    }
}
