package dev.assay.command;

import dev.assay.bundle.BundleFile;
import dev.assay.config.Problems;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Standstill;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /// The one thing that stands still and that a person means; empty where none does.
    static Optional<Standstill> stopped(CommandSpec spec, Ledger ledger, String id) {
        prefix(spec, id);
        List<Standstill> found = ledger.standstills().list().stream()
                .filter(each -> each.id().startsWith(id))
                .toList();
        if (found.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Several stand still whose ids start with '" + id + "': "
                            + found.stream().map(Given::shown).collect(Collectors.joining(", ")));
        }
        return found.stream().findFirst();
    }

    /// Sees that an id, or its beginning, may be one.
    static void prefix(CommandSpec spec, String id) {
        if (!id.matches("[0-9a-f]{4,32}")) {
            throw new ParameterException(
                    spec.commandLine(), "An id has at least 4 digits of 0-9a-f. Found: '" + id + "'");
        }
    }

    /// Such as `Arrival 2f9c…`.
    static String shown(Standstill stopped) {
        String kind = stopped.kind().name();
        return kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT) + " " + stopped.id();
    }

    /// A bundle that is as it was signed.
    ///
    /// @param key    fingerprint of the key that must have signed it; any where it is empty
    /// @param folder that its references are written to
    static BundleFile.Opened bundle(CommandSpec spec, Path file, String key, Path folder) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(), "There is no bundle " + ShownName.of(file.toString()) + ".");
        }
        Problems problems = new Problems();
        Optional<BundleFile.Opened> opened = BundleFile.read(file.toString(), file, key, folder, problems);
        problems.throwIfAny();
        return opened.orElseThrow();
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
