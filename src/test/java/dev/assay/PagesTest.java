package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.config.Setting;
import dev.assay.work.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// Holds the pages to what is there: links lead somewhere, and settings, metrics, commands, tests and classes
/// that a page names exist.
final class PagesTest {
    private static final Path SITE = Path.of("src/site/markdown");
    private static final Path README = Path.of("README.md");
    private static final int LONGEST_README = 149;

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```[^\\n]*$");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)(?:^|`)(?:\\./|/opt/assay/)?assay ([a-z]+)(?: ([a-z]+(?:-[a-z]+)*))?");
    private static final Pattern SETTING = Pattern.compile("([a-z]+)\\.[a-z][a-z-]*");
    private static final Pattern METRIC = Pattern.compile("\\bassay_[a-z_]+");
    private static final Pattern TEST = Pattern.compile("[A-Z][a-z][A-Za-z0-9]*(?:Test|IT)");
    private static final Pattern TEST_METHOD =
            Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))` \\(((?:`[a-z0-9A-Z_]+`(?:, )?)+)\\)");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.])(?:/(?:home|root|tmp|work|Users|mnt|var/tmp)/|[A-Z]:\\\\)\\S*");

    @Test
    void links_leadToFilesAndHeadings() {
        List<String> broken = new ArrayList<>();
        pages().forEach((page, text) -> find(LINK, withoutFences(text))
                .map(link -> link.group(1))
                .filter(target -> !target.contains(":") && !leadsSomewhere(page, target))
                .forEach(target -> broken.add(page + " links to " + target)));
        assertEquals(List.of(), broken);
    }

    @Test
    void readme_isShortAndNamesTheTwoCommands() throws IOException {
        List<String> lines = Files.readAllLines(README);
        assertTrue(lines.size() <= LONGEST_README, () -> "README.md has " + lines.size() + " lines");
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("./assay demo ")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("mvn verify ")));
    }

    @Test
    void readme_namesEveryChannel() {
        String readme = read(README).toLowerCase(Locale.ROOT);
        assertEquals(
                List.of(),
                Stream.of(Channel.values())
                        .map(Channel::word)
                        .filter(word -> !readme.contains(word))
                        .toList());
    }

    /// Guarantee, acknowledgement, identity, limits and settings of each channel are claims, each with its proof.
    @Test
    void everyCellAboutAChannel_namesATestThatExists() {
        String page = read(SITE.resolve("operations.md"));
        int start = page.indexOf("## Channels");
        String table = page.substring(start, page.indexOf("### ", start));
        Set<String> tests = read(Path.of("src/test/java"), "(?:Test|IT)\\.java").keySet().stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        List<String> rows =
                table.lines().filter(line -> line.startsWith("| ")).skip(1).toList();
        assertEquals(Channel.values().length, rows.size());
        List<String> unproven = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.substring(1).split("\\|", -1);
            for (int i = 1; i <= 5; i++) {
                if (find(CODE, cells[i]).map(code -> code.group(1)).noneMatch(tests::contains)) {
                    unproven.add(cells[0].strip() + ":" + cells[i]);
                }
            }
        }
        assertEquals(List.of(), unproven);
    }

    @Test
    void everyPageOfTheSite_isReachedFromItsIndexOrTheReadme() {
        Map<Path, String> pages = pages();
        Set<Path> linked = pages.entrySet().stream()
                .flatMap(page -> find(LINK, page.getValue())
                        .map(link -> link.group(1))
                        .filter(target -> !target.contains(":") && !target.startsWith("#"))
                        .map(target -> resolve(page.getKey(), target)))
                .collect(Collectors.toSet());
        assertEquals(
                List.of(),
                pages.keySet().stream()
                        .filter(page -> page.startsWith(SITE) && !page.endsWith("index.md") && !linked.contains(page))
                        .toList(),
                "pages that no page links to");
    }

    @Test
    void settingsThatPagesName_exist() {
        Set<String> keys = Stream.of(Setting.values()).map(Setting::key).collect(Collectors.toSet());
        Set<String> families =
                keys.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        assertNoneNamed(text -> find(CODE, text)
                .map(code -> SETTING.matcher(code.group(1)))
                .filter(setting -> setting.lookingAt() && families.contains(setting.group(1)))
                .map(setting -> setting.group())
                .filter(name -> !keys.contains(name) && !isFileName(name)));
    }

    @Test
    void metricsThatPagesName_exist() throws IOException {
        String meters = Files.readString(SITE.resolve("meters.md"));
        assertNoneNamed(
                text -> find(METRIC, text).map(MatchResult::group).filter(name -> !meters.contains("`" + name + "`")));
    }

    @Test
    void commandsThatPagesName_exist() {
        Map<String, CommandLine> commands = new CommandLine(Assay.class).getSubcommands();
        assertNoneNamed(text -> find(COMMAND, text)
                .filter(each -> !isCommand(commands, each.group(1), each.group(2)))
                .map(MatchResult::group));
    }

    @Test
    void testsThatPagesName_exist() {
        Map<String, String> tests = read(Path.of("src/test/java"), "(?:Test|IT)\\.java").entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().getFileName().toString().replace(".java", ""), Map.Entry::getValue));
        assertNoneNamed(text -> Stream.concat(
                find(CODE, text)
                        .map(code -> code.group(1))
                        .filter(name -> TEST.matcher(name).matches() && !tests.containsKey(name)),
                find(TEST_METHOD, text)
                        .flatMap(each -> find(CODE, each.group(2))
                                .map(method -> method.group(1))
                                .filter(method ->
                                        !tests.getOrDefault(each.group(1), "").contains(method + "(")))));
    }

    @Test
    void pages_nameNoPathOfOneMachine() {
        assertNoneNamed(text -> find(MACHINE_PATH, text).map(MatchResult::group));
    }

    private static boolean isCommand(Map<String, CommandLine> commands, String name, @Nullable String second) {
        CommandLine command = commands.get(name);
        return command != null
                && (second == null
                        || command.getSubcommands().isEmpty()
                        || command.getSubcommands().containsKey(second));
    }

    private static boolean isFileName(String name) {
        return name.endsWith(".yaml") || name.endsWith(".md") || name.endsWith(".db");
    }

    private static boolean leadsSomewhere(Path page, String target) {
        int hash = target.indexOf('#');
        Path file = hash == 0 ? page : resolve(page, target);
        return Files.exists(file) && (hash < 0 || anchors(file).contains(target.substring(hash + 1)));
    }

    private static Path resolve(Path page, String target) {
        String file = target.replaceFirst("#.*", "");
        return page.resolveSibling(file).normalize();
    }

    /// The anchors that a page's headings get: lower case, hyphens for spaces, punctuation dropped.
    private static Set<String> anchors(Path file) {
        return find(HEADING, withoutFences(read(file)))
                .map(heading -> heading.group(1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static void assertNoneNamed(Function<String, Stream<String>> wrong) {
        List<String> found = new ArrayList<>();
        pages().forEach((page, text) -> wrong.apply(text).forEach(name -> found.add(page + ": " + name)));
        assertEquals(List.of(), found);
    }

    private static Map<Path, String> pages() {
        Map<Path, String> pages = read(SITE, ".*\\.md");
        pages.put(README, read(README));
        Path samples = Path.of("samples/README.md");
        pages.put(samples, read(samples));
        return pages;
    }

    private static Map<Path, String> read(Path folder, String name) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Pattern.compile(name + "$")
                            .matcher(file.getFileName().toString())
                            .find())
                    .collect(Collectors.toMap(Function.identity(), PagesTest::read, (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutFences(String text) {
        return FENCE.matcher(text).replaceAll("");
    }

    private static Stream<MatchResult> find(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
