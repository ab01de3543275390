package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the packages to their floors and every library to its owner.
final class ArchitectureTest {
    /// A package with its sub-packages, the floor it lives on, and the libraries that are used nowhere else.
    private record Home(int floor, String name, String... libraries) {
        boolean owns(String type) {
            return Stream.of(libraries).anyMatch(library -> type.startsWith(library + "."));
        }
    }

    /// The floors from the lowest; a package imports only from floors below its own.
    private static final List<Home> HOMES = List.of(
            new Home(0, "document"),
            new Home(0, "work"),
            new Home(0, "meter", "io.micrometer", "io.prometheus"),
            new Home(
                    1,
                    "config",
                    "com.fasterxml.jackson",
                    "org.yaml.snakeyaml",
                    "com.networknt",
                    "com.github.victools",
                    "com.google.re2j"),
            new Home(1, "vault"),
            new Home(1, "child"),
            new Home(1, "page", "gg.jte"),
            new Home(1, "web", "io.javalin", "org.eclipse.jetty", "jakarta.servlet"),
            new Home(
                    2,
                    "extract",
                    "org.apache.tika",
                    "org.apache.poi",
                    "org.apache.xmlbeans",
                    "org.openxmlformats",
                    "com.microsoft.schemas",
                    "org.apache.pdfbox",
                    "org.apache.fontbox",
                    "org.apache.xmpbox",
                    "org.apache.commons.compress",
                    "org.apache.james.mime4j",
                    "org.bouncycastle",
                    "org.jsoup",
                    "org.verapdf",
                    "com.github.pemistahl"),
            new Home(2, "checklist"),
            new Home(2, "priorwork", "org.apache.lucene", "org.tartarus"),
            new Home(3, "check", "org.languagetool", "com.google.i18n.phonenumbers", "java.net.http"),
            new Home(4, "verdict"),
            new Home(4, "bundle"),
            new Home(
                    5,
                    "ledger",
                    "java.sql",
                    "javax.sql",
                    "org.jdbi",
                    "org.flywaydb",
                    "com.zaxxer",
                    "org.sqlite",
                    "org.postgresql"),
            new Home(6, "intake"),
            new Home(6, "report"),
            new Home(6, "letter"),
            new Home(6, "vendor"),
            new Home(6, "stage"),
            new Home(7, "dispatch"),
            new Home(
                    8,
                    "route",
                    "org.apache.camel",
                    "com.jcraft.jsch",
                    "jakarta.mail",
                    "org.eclipse.angus",
                    "jakarta.activation",
                    "org.eclipse.angus.mail",
                    "jakarta.jms",
                    "org.apache.kafka",
                    "org.apache.activemq",
                    "org.apache.artemis"),
            new Home(8, "review", "org.pac4j", "com.password4j"),
            new Home(9, "lab"),
            new Home(10, "", "picocli"),
            new Home(10, "command"));

    /// Libraries that every package may use.
    private static final List<String> FREE = List.of(
            "java",
            "javax",
            "org.w3c.dom",
            "org.xml.sax",
            "org.slf4j",
            "org.jspecify",
            "org.apache.commons.statistics");

    /// Packages that put things together or imitate the world outside, and may use every library.
    private static final List<String> EXEMPT = List.of("", "command", "lab");

    /// The packages within a package, from the lowest; those of one line know nothing of each other. What has no
    /// package of its own puts them together.
    private static final Map<String, List<Set<String>>> WITHIN = Map.of(
            "extract",
            List.of(
                    Set.of("draft"),
                    Set.of("format", "xml", "language", "number"),
                    Set.of("container"),
                    Set.of("office"),
                    Set.of("plain"),
                    Set.of("pdf.layout"),
                    Set.of("pdf.page", "pdf.facts"),
                    Set.of("embedded"),
                    Set.of("html"),
                    Set.of("word", "workbook", "slides", "pdf", "tika"),
                    Set.of("mail", "render"),
                    Set.of("survey"),
                    Set.of("")),
            "priorwork",
            List.of(Set.of("text"), Set.of("align", "index"), Set.of("")),
            "stage",
            List.of(Set.of("workshop"), Set.of("priorwork"), Set.of("")));

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void everyPackage_hasAFloor() {
        assertEquals(
                List.of(),
                ours().filter(type -> home(type.getPackageName()).isEmpty())
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .sorted()
                        .toList(),
                "packages that stand on no floor of this test");
    }

    @Test
    void packages_importOnlyFromFloorsBelow() {
        assertNone(dependency -> isOurs(dependency.getTargetClass()) && !mayImport(dependency));
    }

    @Test
    void packagesWithin_importOnlyFromThoseBelow() {
        WITHIN.forEach((outer, levels) -> assertNone(dependency -> {
            Optional<String> from = inner(outer, dependency.getOriginClass());
            Optional<String> to = inner(outer, dependency.getTargetClass());
            return from.isPresent()
                    && to.isPresent()
                    && !from.equals(to)
                    && level(levels, from.get()) <= level(levels, to.get());
        }));
    }

    @Test
    void libraries_areUsedByTheirOwnerOnly() {
        assertNone(dependency -> !isOurs(dependency.getTargetClass()) && !mayUse(dependency));
    }

    private static boolean mayImport(Dependency dependency) {
        Optional<Home> from = home(dependency.getOriginClass().getPackageName());
        Optional<Home> to = home(dependency.getTargetClass().getPackageName());
        return from.equals(to)
                || from.isEmpty()
                || to.isEmpty()
                || from.get().floor() > to.get().floor()
                || isSubPackage(from.get(), to.get())
                || isSubPackage(to.get(), from.get());
    }

    /// The root's packages on its own floor are put together by it.
    private static boolean isSubPackage(Home outer, Home inner) {
        return outer.floor() == inner.floor() && outer.name().isEmpty();
    }

    private static boolean mayUse(Dependency dependency) {
        String type = elementName(dependency.getTargetClass());
        Optional<Home> from = home(dependency.getOriginClass().getPackageName());
        boolean exempt = from.map(Home::name).filter(EXEMPT::contains).isPresent();
        if (exempt || dependency.getTargetClass().getBaseComponentType().isPrimitive()) {
            return true;
        }
        Optional<Home> owner = HOMES.stream().filter(home -> home.owns(type)).findFirst();
        return owner.map(home -> from.equals(Optional.of(home)))
                .orElseGet(() -> FREE.stream().anyMatch(free -> type.startsWith(free + ".")));
    }

    /// The package of another that a type lies in, without that one's name.
    private static Optional<String> inner(String outer, JavaClass type) {
        String name = type.getBaseComponentType().getPackageName() + ".";
        String prefix = "dev.assay." + outer + ".";
        if (!name.startsWith(prefix)) {
            return Optional.empty();
        }
        String within = name.substring(prefix.length());
        return Optional.of(within.isEmpty() ? "" : within.substring(0, within.length() - 1));
    }

    private static int level(List<Set<String>> levels, String inner) {
        return IntStream.range(0, levels.size())
                .filter(level -> levels.get(level).contains(inner))
                .findFirst()
                .orElseThrow(() -> new AssertionError(inner + " stands on no floor of this test"));
    }

    private static void assertNone(Predicate<Dependency> forbidden) {
        String found = ours()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(forbidden)
                .map(dependency ->
                        dependency.getOriginClass().getName() + " uses " + elementName(dependency.getTargetClass()))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining("\n"));
        assertEquals("", found);
    }

    private static String elementName(JavaClass type) {
        return type.getBaseComponentType().getName();
    }

    private static Stream<JavaClass> ours() {
        return CLASSES.stream().filter(ArchitectureTest::isOurs);
    }

    private static boolean isOurs(JavaClass type) {
        return (elementName(type) + ".").startsWith("dev.assay.");
    }

    /// The home of a package: the first segment below the root decides.
    private static Optional<Home> home(String packageName) {
        String[] segments = packageName.split("\\.", -1);
        String name = segments.length > 2 ? segments[2] : "";
        return HOMES.stream().filter(home -> home.name().equals(name)).findFirst();
    }
}
