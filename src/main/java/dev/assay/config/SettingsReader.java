package dev.assay.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Puts the settings together from the file and the environment, and tells of every mistake in both.
final class SettingsReader {
    private static final String FILE = "assay.properties";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");
    /// Variables of the launcher and of the build, which are no settings.
    private static final List<String> OTHER_VARIABLES =
            List.of("ASSAY_JAVA_HOME", "ASSAY_REQUIRE_TOOLS", "ASSAY_HOME", "ASSAY_OPTS");

    private final Path home;
    private final Map<String, String> environment;
    private final Problems problems;
    private final Map<Setting, Settings.Value> values = new EnumMap<>(Setting.class);
    private final Set<String> referenced = new HashSet<>();

    SettingsReader(Path home, Map<String, String> environment, Problems problems) {
        this.home = home;
        this.environment = new TreeMap<>(environment);
        this.problems = problems;
    }

    Settings read() {
        Path file = home.resolve(FILE);
        // A link that leads nowhere is told, not taken for an absent file.
        if (!Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            TextFile.read(home, file, problems).ifPresent(text -> readFile(file, text));
        }
        environment.forEach(this::readVariable);
        return new Settings(values);
    }

    private void readFile(Path file, TextFile text) {
        Map<Setting, Position> given = new EnumMap<>(Setting.class);
        for (PropertiesReader.Entry entry : PropertiesReader.read(FILE, text.text(), problems)) {
            Optional<Setting> setting = Setting.find(entry.key());
            noteReferences(entry.value());
            if (setting.isEmpty()) {
                problems.add(
                        entry.keyAt(), "unknown setting '" + entry.key() + "'." + hint(entry.key(), Setting.keys()));
            } else if (given.containsKey(setting.get())) {
                problems.add(
                        entry.keyAt(),
                        "setting '" + entry.key() + "' is given twice, first in line "
                                + given.get(setting.get()).line() + ". Keep one");
            } else {
                given.put(setting.get(), entry.keyAt());
                readEntry(setting.get(), entry, file);
            }
        }
    }

    private void readEntry(Setting setting, PropertiesReader.Entry entry, Path file) {
        if (environment.containsKey(setting.variable())) {
            return;
        }
        if (setting.type() == Setting.Type.SECRET && isOpenSecret(entry.value(), file)) {
            problems.add(
                    entry.valueAt(),
                    setting.key() + " is a secret and others can read this file. Write ${env:NAME}, or let only the"
                            + " owner read the file (chmod 600)");
            return;
        }
        resolve(setting, entry).ifPresent(text -> take(setting, text, entry.value(), entry.valueAt()));
    }

    /// Takes a value that may stand.
    ///
    /// @param text    the value
    /// @param written what the person wrote, which is what a message may show
    private void take(Setting setting, String text, String written, Position at) {
        Optional<String> broken = setting.broken(text);
        if (broken.isEmpty()) {
            values.put(setting, new Settings.Value(text, written, at.toString()));
            return;
        }
        problems.add(at, setting.key() + " " + broken.get() + found(setting, written));
    }

    /// The value found, where it cannot hold a secret.
    private static String found(Setting setting, String written) {
        return setting.type() == Setting.Type.SECRET || setting.type() == Setting.Type.DATABASE
                ? ""
                : ". Found: '" + written + "'";
    }

    private Optional<String> resolve(Setting setting, PropertiesReader.Entry entry) {
        String rest = REFERENCE.matcher(entry.value()).replaceAll("");
        if (rest.contains("${")) {
            problems.add(
                    entry.valueAt(),
                    setting.key() + " has a reference that is not written ${env:NAME}" + found(setting, entry.value()));
            return Optional.empty();
        }
        List<String> missing = names(entry.value())
                .filter(name -> !environment.containsKey(name))
                .toList();
        for (String name : missing) {
            problems.add(
                    entry.valueAt(),
                    setting.key() + " refers to the environment variable " + name
                            + ", which is not set. Set it before the start");
        }
        return missing.isEmpty()
                ? Optional.of(REFERENCE
                        .matcher(entry.value())
                        .replaceAll(match -> Matcher.quoteReplacement(environment.getOrDefault(match.group(1), ""))))
                : Optional.empty();
    }

    private void readVariable(String name, String text) {
        if (!name.startsWith("ASSAY_") || OTHER_VARIABLES.contains(name)) {
            return;
        }
        Position at = Position.whole("environment variable " + name);
        Optional<Setting> setting = Arrays.stream(Setting.values())
                .filter(each -> each.variable().equals(name))
                .findFirst();
        if (setting.isPresent()) {
            take(setting.get(), text, text, at);
        } else if (!referenced.contains(name)) {
            problems.add(at, "no setting is called so." + hint(name, variables()));
        }
    }

    private static List<String> variables() {
        return Stream.concat(Arrays.stream(Setting.values()).map(Setting::variable), OTHER_VARIABLES.stream())
                .toList();
    }

    private void noteReferences(String value) {
        names(value).forEach(referenced::add);
    }

    private static Stream<String> names(String value) {
        return REFERENCE.matcher(value).results().map(match -> match.group(1));
    }

    private static String hint(String word, List<String> known) {
        String suggestion = Problems.suggestion(word, known);
        return suggestion.isEmpty() ? " All are listed in the settings page" : suggestion;
    }

    /// Whether a secret is written out in a file that others than its owner can read.
    private static boolean isOpenSecret(String value, Path file) {
        boolean writtenOut = !REFERENCE.matcher(value).replaceAll("").isEmpty();
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (!writtenOut || view == null) {
            return false;
        }
        try {
            Set<PosixFilePermission> open = EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
            open.retainAll(view.readAttributes().permissions());
            return !open.isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the permissions of " + file, e);
        }
    }
}
