package dev.assay.config;

import dev.assay.work.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads secrets that a definition refers to: `${env:NAME}` from the environment, `${file:PATH}` from a file in the
/// home that only its owner can read. Written out they are refused: definitions are copied, mailed and versioned.
final class SecretReader {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^{}\\p{Cntrl}]+)}");

    private final Path home;
    private final Map<String, String> environment;
    private final boolean used;
    private final Problems problems;

    private SecretReader(Path home, Map<String, String> environment, boolean used, Problems problems) {
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.used = used;
        this.problems = problems;
    }

    /// One for secrets that must be there.
    static SecretReader demanding(Path home, Map<String, String> environment, Problems problems) {
        return new SecretReader(home, environment, true, problems);
    }

    /// One for secrets that nothing is done with, since their channel is switched off: how they are referred to is
    /// looked at, and none is read.
    static SecretReader unused(Path home, Problems problems) {
        return new SecretReader(home, Map.of(), false, problems);
    }

    /// The secret under a key that must be there.
    Optional<Secret> required(Fields fields, String key) {
        return fields.requiredText(key).flatMap(text -> read(fields.at(key), key, text));
    }

    /// The secret under a key, an empty one where it is absent.
    Secret optional(Fields fields, String key) {
        return fields.text(key).flatMap(text -> read(fields.at(key), key, text)).orElse(new Secret(""));
    }

    /// A file under a key that only its owner can read, by its path from the home.
    Optional<Path> file(Fields fields, String key) {
        return fields.text(key).flatMap(text -> file(fields.at(key), key, text));
    }

    private Optional<Secret> read(Position at, String key, String text) {
        Matcher reference = REFERENCE.matcher(text);
        if (!reference.matches()) {
            problems.add(at, key + " is a secret: write ${env:NAME} or ${file:PATH}, not the secret itself");
            return Optional.empty();
        }
        if (!used) {
            return Optional.of(new Secret(""));
        }
        return reference.group(1).equals("env")
                ? variable(at, key, reference.group(2))
                : file(at, key, reference.group(2)).flatMap(file -> content(at, key, file));
    }

    private Optional<Secret> variable(Position at, String key, String name) {
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            problems.add(
                    at,
                    key + " refers to the environment variable " + name + ", which is not set. Set it before the"
                            + " start");
            return Optional.empty();
        }
        return Optional.of(new Secret(value));
    }

    private Optional<Path> file(Position at, String key, String text) {
        Path file = home.resolve(text).normalize();
        if (!used) {
            return Optional.of(file);
        }
        if (!Files.isRegularFile(file)) {
            problems.add(at, key + " names no file of the home. Found: '" + text + "'");
            return Optional.empty();
        }
        try {
            Set<PosixFilePermission> open = EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
            open.retainAll(Files.getPosixFilePermissions(file));
            if (open.isEmpty()) {
                return Optional.of(file);
            }
            problems.add(at, key + " names a file that others can read. Let only its owner (chmod 600): " + text);
        } catch (IOException e) {
            problems.add(at, key + " names a file whose permissions cannot be read (" + e.getMessage() + "): " + text);
        }
        return Optional.empty();
    }

    private Optional<Secret> content(Position at, String key, Path file) {
        try {
            return Optional.of(new Secret(Files.readString(file).strip()));
        } catch (IOException e) {
            problems.add(at, key + " names a file that cannot be read (" + e.getMessage() + ")");
            return Optional.empty();
        }
    }
}
