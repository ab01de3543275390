package dev.assay.command;

import dev.assay.ledger.Ledger;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// What a person gave a command, checked as several commands need it.
final class Given {
    private Given() {}

    /// The one submission that a person means.
    static String submission(CommandSpec spec, Ledger ledger, String id) {
        List<String> ids = ledger.submissions().idsStartingWith(id);
        if (ids.size() != 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    ids.isEmpty()
                            ? "No submission's id starts with '" + id + "'. At least 4 digits of 0-9a-f are needed."
                            : "Several submissions start with '" + id + "': " + String.join(", ", ids));
        }
        return ids.getFirst();
    }

    /// A reason that says something.
    static String reason(CommandSpec spec, String reason) {
        if (reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--reason is empty. Say why; it is recorded.");
        }
        return reason.strip();
    }

    /// Who is recorded as having done something.
    static String user() {
        return Optional.ofNullable(System.getProperty("user.name")).orElse("unknown");
    }
}
