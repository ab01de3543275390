package dev.assay.letter;

import dev.assay.config.MessageFile;
import dev.assay.config.Position;
import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The fixed texts of letters: the shipped ones by language, and over them what a client's files
/// `clients/<id>/letters/letter_<language>.properties` say otherwise.
public final class Wordings {
    /// What a client's texts may name: they stand only in letters about a deliverable.
    static final Set<String> COMMON =
            Set.of("vendor", "client", "work-order", "deliverable", "title", "round", "rounds", "due");

    private static final String DEFAULT = "en";
    private static final List<String> LANGUAGES = List.of(DEFAULT, "de");
    private static final Pattern FILE = Pattern.compile("letter_([a-z]+)\\.properties");
    /// Date patterns are not texts.
    private static final String FIXED = "format.";

    private final Map<String, Map<String, String>> shipped;
    private final Map<String, Map<String, String>> own;

    private Wordings(Map<String, Map<String, String>> shipped, Map<String, Map<String, String>> own) {
        this.shipped = shipped;
        this.own = own;
    }

    /// The shipped texts alone.
    public static Wordings shipped() {
        Map<String, Map<String, String>> shipped = new HashMap<>();
        LANGUAGES.forEach(language -> shipped.put(language, resource(language)));
        return new Wordings(shipped, Map.of());
    }

    /// The shipped texts and those of clients; every mistake in these goes to `problems`.
    ///
    /// @param clients ids
    public static Wordings read(Path home, Collection<String> clients, Problems problems) {
        Map<String, Map<String, String>> shipped = shipped().shipped;
        Map<String, Map<String, String>> own = new HashMap<>();
        for (String client : clients) {
            for (Path file : files(home.resolve("clients").resolve(client).resolve("letters"), home, problems)) {
                language(home, file, problems)
                        .ifPresent(language -> TextFile.read(home, file, problems)
                                .ifPresent(text -> own.put(
                                        client + "/" + language,
                                        checked(MessageFile.read(text, problems), shipped, problems))));
            }
        }
        return new Wordings(shipped, own);
    }

    /// The texts for a letter.
    ///
    /// @param language a BCP 47 tag; where there are no texts in it, they are English
    /// @param client   whose own texts come first; empty for none
    Wording of(String language, String client) {
        String primary = language.split("-", 2)[0].toLowerCase(java.util.Locale.ROOT);
        String chosen = LANGUAGES.contains(primary) ? primary : DEFAULT;
        Map<String, String> texts = new HashMap<>(shipped.getOrDefault(chosen, Map.of()));
        texts.putAll(own.getOrDefault(client + "/" + chosen, Map.of()));
        return new Wording(chosen, texts);
    }

    private static List<Path> files(Path folder, Path home, Problems problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(
                    Position.whole(home.relativize(folder).toString()),
                    "cannot be listed: " + e.getClass().getSimpleName() + ". Check its permissions");
            return List.of();
        }
    }

    private static Optional<String> language(Path home, Path file, Problems problems) {
        String name = String.valueOf(file.getFileName());
        Matcher matcher = FILE.matcher(name);
        if (matcher.matches() && LANGUAGES.contains(matcher.group(1))) {
            return Optional.of(matcher.group(1));
        }
        List<String> names =
                LANGUAGES.stream().map(each -> "letter_" + each + ".properties").toList();
        problems.add(
                Position.whole(home.relativize(file).toString()),
                "a client's texts of letters are in " + String.join(" or ", names) + ". Found: '" + name + "'."
                        + Problems.suggestion(name, names));
        return Optional.empty();
    }

    private static Map<String, String> checked(
            MessageFile file, Map<String, Map<String, String>> shipped, Problems problems) {
        Map<String, String> base = shipped.getOrDefault(DEFAULT, Map.of());
        List<String> known =
                base.keySet().stream().filter(key -> !key.startsWith(FIXED)).toList();
        Map<String, String> texts = new HashMap<>();
        for (MessageFile.Text text : file.texts()) {
            if (!known.contains(text.key())) {
                problems.add(
                        text.keyAt(),
                        "unknown text '" + text.key() + "' of letters." + Problems.suggestion(text.key(), known));
            } else if (texts.put(text.key(), text.value()) != null) {
                problems.add(text.keyAt(), "text '" + text.key() + "' is there twice. Keep one");
            } else {
                requirePlaceholders(text, base.getOrDefault(text.key(), ""), problems);
            }
        }
        return texts;
    }

    private static void requirePlaceholders(MessageFile.Text text, String base, Problems problems) {
        Set<String> known = new TreeSet<>(placeholders(base));
        known.addAll(COMMON);
        String value = text.value();
        for (int at = value.indexOf('{'); at >= 0; at = value.indexOf('{', at + 1)) {
            int end = value.indexOf('}', at);
            String name = end < 0 ? value.substring(at + 1) : value.substring(at + 1, end);
            if (end < 0 || !known.contains(name)) {
                problems.add(
                        new Position(
                                text.valueAt().file(),
                                text.valueAt().line(),
                                text.valueAt().column() + at),
                        end < 0
                                ? "'{' begins a placeholder and no '}' ends it"
                                : "unknown placeholder '{" + name + "}' of text '" + text.key() + "'."
                                        + known(name, known));
            }
        }
    }

    private static String known(String name, Set<String> known) {
        String hint = Problems.suggestion(name, known);
        return hint.isEmpty() ? " Known: " + (known.isEmpty() ? "none" : String.join(", ", known)) : hint;
    }

    /// The placeholders a text has.
    static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        Wording.PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /// The shipped texts of a language, by key.
    static Map<String, String> resource(String language) {
        String name = "letter_" + language + ".properties";
        try (InputStream in = Wordings.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("dev/assay/letter/" + name + " is not on the class path");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> texts = new HashMap<>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
