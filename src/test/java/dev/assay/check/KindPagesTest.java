package dev.assay.check;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.Parameter;
import dev.assay.config.Fields;
import dev.assay.config.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// Holds every kind to its page, its release and its place in the registry. The pages are made from the kinds'
/// doc comments; `-Dfixtures=update` writes them.
final class KindPagesTest {
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static final Path PAGES = Path.of("src/site/markdown/checks");
    private static final boolean UPDATE = "update".equals(System.getProperty("fixtures"));

    /// What is copied from a page into a checklist is read there.
    @Test
    void examplesInYaml_areItemsOrChecklists() throws IOException {
        ChecklistReader reader = new ChecklistReader(Checks.kinds());
        for (Check check : Checks.all()) {
            Matcher example = YAML.matcher(comment(check));
            while (example.find()) {
                String text = example.group(1);
                if (!text.contains("check:")) {
                    continue;
                }
                Problems problems = new Problems();
                reader.read(
                        check.kind().id() + ".yaml",
                        "title: Example\n" + (text.startsWith("- ") ? "items:\n" : "") + text,
                        problems);
                assertEquals(List.of(), problems.all(), text);
            }
        }
    }

    @Test
    void pages_areTheKindsDocComments() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        for (Check check : Checks.all()) {
            pages.put(check.kind().id() + ".md", page(check));
        }
        pages.put("index.md", index(pages));
        if (UPDATE) {
            Files.createDirectories(PAGES);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
            }
        }
        try (Stream<Path> files = Files.list(PAGES)) {
            assertEquals(
                    List.copyOf(pages.keySet()),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertEquals(page.getValue(), Files.readString(PAGES.resolve(page.getKey())), page.getKey());
        }
    }

    @Test
    void pages_areThereAtRunTime() throws IOException {
        for (Check check : Checks.all()) {
            String id = check.kind().id();
            assertEquals(
                    Files.readString(PAGES.resolve(id + ".md")),
                    CheckPages.find(id).orElseThrow());
        }
        assertEquals(
                Files.readString(PAGES.resolve("index.md")), CheckPages.index().orElseThrow());
        assertTrue(CheckPages.find("../checks/length").isEmpty());
    }

    @Test
    void kinds_areInOrderComplete_andSayWhatTheyTake() {
        List<String> ids = Checks.all().stream().map(check -> check.kind().id()).toList();
        assertEquals(ids.stream().sorted().distinct().toList(), ids);
        assertAll(Checks.all().stream().map(check -> () -> {
            Kind kind = check.kind();
            assertTrue(kind.id().matches("[a-z]+(-[a-z]+)*"), kind.id());
            assertTrue(kind.since().matches("[0-9]+\\.[0-9]+"), kind.id() + " since " + kind.since());
            assertTrue(kind.version() >= 1, kind.id());
            assertTrue(kind.requirement().endsWith("."), kind.id());
            assertTrue(comment(check).startsWith("Flags "), kind.id() + " says first what it flags");
            List<String> names = kind.parameters().stream().map(Parameter::name).toList();
            assertEquals(names.stream().distinct().toList(), names);
            assertTrue(names.containsAll(kind.anyOf()), kind.id());
            kind.parameters().forEach(each -> assertTrue(each.meaning().endsWith("."), kind.id() + each.name()));
            for (String part : List.of("## Why", "## Example", "## What it does not do")) {
                assertTrue(comment(check).contains("\n" + part + "\n"), kind.id() + " has no " + part);
            }
        }));
    }

    private static String page(Check check) throws IOException {
        Kind kind = check.kind();
        return "# `" + kind.id() + "`\n\n" + comment(check).strip() + "\n\n## Parameters\n\n" + parameters(kind)
                + "\n## Facts\n\nFamily: " + Fields.word(kind.family()) + ". Since: " + kind.since() + ". Version: "
                + kind.version() + ". Requirement printed where an item has none of its own: \u201c"
                + kind.requirement() + "\u201d\n";
    }

    private static String parameters(Kind kind) {
        if (kind.parameters().isEmpty()) {
            return "None.\n";
        }
        String rows = kind.parameters().stream().map(KindPagesTest::row).collect(Collectors.joining());
        String anyOf = kind.anyOf().isEmpty()
                ? ""
                : "\nAt least one of "
                        + kind.anyOf().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "))
                        + " must be set.\n";
        return "| name | takes | default | meaning |\n|---|---|---|---|\n" + rows + anyOf;
    }

    private static String row(Parameter parameter) {
        Object fallback = parameter.defaultValue();
        String standard = parameter.required() ? "required" : fallback == null ? "\u2013" : shown(fallback);
        String cells =
                "| `" + parameter.name() + "` | " + takes(parameter) + " | " + standard.replace("|", "\\|") + " | ";
        return cells + parameter.meaning().replace("|", "\\|") + " |\n";
    }

    private static String shown(Object fallback) {
        return fallback instanceof List<?> list
                ? list.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "))
                : "`" + fallback + "`";
    }

    private static String takes(Parameter parameter) {
        return switch (parameter.type()) {
            case TEXT -> "a text";
            case TEXTS -> "a text or a list of texts";
            case PATTERN -> "a pattern";
            case PATTERNS -> "a pattern or a list of patterns";
            case NAMED_PATTERNS -> "a name or `name = pattern`, or a list of such";
            case COUNT -> "a whole number";
            case NUMBER -> "a number";
            case FLAG -> "`true` or `false`";
            case LIMITS ->
                "`N words` or `N %`"
                        + (parameter.choices().isEmpty()
                                ? ""
                                : ", also with one of "
                                        + parameter.choices().stream()
                                                .map(word -> "`" + word + "`")
                                                .collect(Collectors.joining(", "))
                                        + " in front")
                        + ", or a list of such";
            case CHOICES ->
                "some of "
                        + parameter.choices().stream()
                                .map(word -> "`" + word + "`")
                                .collect(Collectors.joining(", "));
            case CHOICE ->
                parameter.choices().stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        };
    }

    private static String index(Map<String, String> pages) {
        StringBuilder index = new StringBuilder("""
            # Check kinds

            What a machine's item of a checklist can look for. `assay checklist docs KIND` prints a page.
            """);
        for (Kind.Family family : Kind.Family.values()) {
            List<Kind> kinds = Checks.kinds().stream()
                    .filter(kind -> kind.family() == family)
                    .sorted(Comparator.comparing(Kind::id))
                    .toList();
            if (!kinds.isEmpty()) {
                index.append("\n## ").append(title(family)).append("\n\n");
                kinds.forEach(kind -> index.append("- [`")
                        .append(kind.id())
                        .append("`](")
                        .append(kind.id())
                        .append(".md): ")
                        .append(sentence(pages.getOrDefault(kind.id() + ".md", "")))
                        .append('\n'));
            }
        }
        return index.toString();
    }

    private static String title(Kind.Family family) {
        String word = Fields.word(family);
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String sentence(String page) {
        return page.split("\n\n", 3)[1].replace('\n', ' ');
    }

    /// The doc comment of a check's class, as it stands in its source.
    private static String comment(Check check) throws IOException {
        Path source = Path.of("src/main/java", check.getClass().getName().replace('.', '/') + ".java");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task =
                    (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(source));
            CompilationUnitTree unit = task.parse().iterator().next();
            ClassTree type = (ClassTree) unit.getTypeDecls().getFirst();
            DocTrees trees = DocTrees.instance(task);
            TreePath path = TreePath.getPath(unit, type);
            DocCommentTree tree = trees.getDocCommentTree(path);
            assertTrue(tree != null, source + " has no doc comment");
            return trees.getDocComment(path).stripTrailing() + "\n";
        }
    }
}
