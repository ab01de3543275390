package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the launcher in projects made for it: a copy beside a small jar, with a Maven that only notes its
/// calls.
final class LauncherIT {
    private static final List<String> COMMANDS = List.of(
            "dirname",
            "readlink",
            "grep",
            "sed",
            "find",
            "head",
            "mkdir",
            "cat",
            "rm",
            "sleep",
            "tail",
            "mv",
            "touch",
            "cp");
    private static final Instant BUILT = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path temporary;

    private Path project;
    private Path path;

    /// What the small jar runs.
    static final class Probe {
        private Probe() {}

        public static void main(String[] arguments) {
            System.out.println(String.join("|", arguments));
            System.out.println(System.getProperty("assay.root") + "|" + System.getProperty("java.awt.headless") + "|"
                    + System.getProperty("more", ""));
        }
    }

    private record Run(int exit, String output, String errors) {}

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(temporary.toRealPath().resolve("my projects/assay"));
        path = Files.createDirectory(temporary.resolve("bin"));
        for (String command : COMMANDS) {
            Path found = Stream.of("/usr/bin", "/bin")
                    .map(folder -> Path.of(folder, command))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(path.resolve(command), found);
        }
        String launcher = Files.readString(Path.of("assay"));
        String elsewhere = launcher.replaceFirst("(?m)^usual=.*$", "usual=\"" + temporary + "/jdks:/nowhere\"");
        script(project.resolve("assay"), elsewhere);
        Files.createDirectories(project.resolve("src/main/java"));
        Files.createDirectory(project.resolve("routes"));
        Files.writeString(project.resolve("src/main/java/A.java"), "class A {}");
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        writeJar(temporary.resolve("probe.jar"));
        for (String source : List.of("src/main/java/A.java", "src/main/java", "src/main", "routes", "pom.xml")) {
            Files.setLastModifiedTime(project.resolve(source), FileTime.from(BEFORE));
        }
    }

    private static void writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Probe.class.getName());
        String name = Probe.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = LauncherIT.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void giveMaven(String action) throws IOException {
        script(path.resolve("mvn"), "#!/bin/sh\necho \"$PWD $*\" >>'" + temporary + "/calls'\n" + action + "\n");
    }

    private void giveMavenThatBuilds() throws IOException {
        giveMaven("sleep 1; mkdir -p target/lib; cp '" + temporary + "/probe.jar' target/assay.jar");
    }

    private void giveBuild() throws IOException {
        Files.createDirectories(project.resolve("target/lib"));
        Files.copy(temporary.resolve("probe.jar"), project.resolve("target/assay.jar"));
        Files.setLastModifiedTime(project.resolve("target/assay.jar"), FileTime.from(BUILT));
    }

    private List<String> calls() throws IOException {
        Path calls = temporary.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private Map<String, String> withJdk() {
        return Map.of("ASSAY_JAVA_HOME", System.getProperty("java.home"));
    }

    private Process start(Path launcher, Map<String, String> environment, String name, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectOutput(temporary.resolve(name + ".out").toFile())
                .redirectError(temporary.resolve(name + ".err").toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path.toString(), "HOME", temporary.toString()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Run end(Process process, String name) throws IOException, InterruptedException {
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        return new Run(
                process.exitValue(),
                Files.readString(temporary.resolve(name + ".out")),
                Files.readString(temporary.resolve(name + ".err")));
    }

    private Run run(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return end(start(launcher, environment, "run", arguments), "run");
    }

    private Run run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return run(project.resolve("assay"), environment, arguments);
    }

    private String output(String arguments, String more) {
        return arguments + "\n" + project + "|true|" + more + "\n";
    }

    @Test
    void nameThatIsNotAscii_isHandedOnInAnyLocale() throws Exception {
        giveBuild();
        for (Map<String, String> locale :
                List.of(Map.<String, String>of(), Map.of("LANG", "C"), Map.of("LC_ALL", "POSIX"))) {
            Map<String, String> environment = new HashMap<>(withJdk());
            environment.putAll(locale);
            assertEquals(
                    new Run(0, output("r\u00e9sum\u00e9.docx", ""), ""), run(environment, "r\u00e9sum\u00e9.docx"));
        }
    }

    @Test
    void linkWithSpaces_fromAnotherFolder_handsArgumentsOnAsTheyAre() throws Exception {
        giveBuild();
        Path link = Files.createDirectory(temporary.resolve("other folder")).resolve("my assay");
        Path between = temporary.resolve("between");
        Files.createSymbolicLink(between, project.resolve("assay"));
        Files.createSymbolicLink(link, Path.of("../between"));
        assertEquals(
                new Run(0, output("check|a file.docx||*|-x", ""), ""),
                run(link, withJdk(), "check", "a file.docx", "", "*", "-x"));
    }

    @Test
    void options_arePassedToTheJvm() throws Exception {
        giveBuild();
        Map<String, String> environment = new HashMap<>(withJdk());
        environment.put("ASSAY_OPTS", "-Xmx64m -Dmore=*");
        assertEquals(new Run(0, output("", "*"), ""), run(environment));
    }

    @Test
    void missingJdk_isToldInOneLine() throws Exception {
        giveBuild();
        assertEquals(
                new Run(
                        69,
                        "",
                        "Assay needs JDK 25 and found none. Install one, for example Debian's"
                                + " openjdk-25-jdk-headless or Temurin 25, or set ASSAY_JAVA_HOME.\n"),
                run(Map.of("JAVA_HOME", "/nowhere")));
    }

    @Test
    void namedJdkThatIsNone_isToldInOneLine() throws Exception {
        giveBuild();
        assertEquals(
                new Run(69, "", "ASSAY_JAVA_HOME is not a JDK 25: /nowhere. Correct or unset it.\n"),
                run(Map.of("ASSAY_JAVA_HOME", "/nowhere")));
    }

    @Test
    void jdkInAUsualFolder_isFoundByItsReleaseFile() throws Exception {
        giveBuild();
        jdk("jdks/jdk-21", "21.0.9");
        jdk("jdks/jdk-255", "255.0.1");
        jdk("jdks/temurin 25.jdk/Contents/Home", "25.0.1");
        assertEquals(new Run(0, "java of temurin 25.jdk/Contents/Home\n", ""), run(Map.of()));
    }

    @Test
    void javaHomeOf25_isPreferred() throws Exception {
        giveBuild();
        jdk("jdks/jdk-25", "25");
        jdk("jdks/../mine", "25.0.2");
        assertEquals(
                new Run(0, "java of ../mine\n", ""),
                run(Map.of("JAVA_HOME", temporary.resolve("mine").toString())));
    }

    private void jdk(String folder, String version) throws IOException {
        Path home = temporary.resolve(folder);
        script(home.resolve("bin/java"), "#!/bin/sh\necho 'java of " + folder.substring("jdks/".length()) + "'\n");
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    @Test
    void javaOnThePath_isTakenWhenItIs25() throws Exception {
        giveBuild();
        Files.createSymbolicLink(path.resolve("java"), Path.of(System.getProperty("java.home"), "bin/java"));
        assertEquals(new Run(0, output("x", ""), ""), run(Map.of(), "x"));
    }

    @Test
    void firstUse_builds_andTheSecondDoesNot() throws Exception {
        giveMavenThatBuilds();
        assertEquals(
                new Run(
                        0,
                        output("x", ""),
                        "Building Assay (first use, about 2 minutes and longer while libraries are downloaded)...\n"),
                run(withJdk(), "x"));
        assertEquals(new Run(0, output("y", ""), ""), run(withJdk(), "y"));
        assertEquals(List.of(project + " -q -B -Dmaven.test.skip=true package"), calls());
    }

    @Test
    void newerSources_areBuilt() throws Exception {
        giveBuild();
        giveMavenThatBuilds();
        for (String changed : List.of("src/main/java/A.java", "routes", "pom.xml")) {
            Files.setLastModifiedTime(project.resolve("target/assay.jar"), FileTime.from(BUILT));
            Files.setLastModifiedTime(project.resolve(changed), FileTime.from(BUILT.plusSeconds(1)));
            assertEquals(
                    "Building Assay (sources are newer, about 1 minute)...\n",
                    run(withJdk()).errors());
            Files.setLastModifiedTime(project.resolve(changed), FileTime.from(BEFORE));
        }
        assertEquals(3, calls().size());
    }

    @Test
    void twoLaunchersAtOnce_buildOnce() throws Exception {
        giveMavenThatBuilds();
        Process first = start(project.resolve("assay"), withJdk(), "first", "1");
        Process second = start(project.resolve("assay"), withJdk(), "second", "2");
        assertEquals(output("1", ""), end(first, "first").output());
        assertEquals(output("2", ""), end(second, "second").output());
        assertEquals(1, calls().size());
    }

    @Test
    void lockOfAProcessThatIsGone_isTakenOver() throws Exception {
        giveMavenThatBuilds();
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createDirectories(project.resolve("target/building"));
        Files.writeString(project.resolve("target/building/pid"), gone.pid() + "\n");
        assertEquals(0, run(withJdk()).exit());
        assertTrue(Files.notExists(project.resolve("target/building")));
    }

    @Test
    void failedBuild_showsTheEndOfItsLogAndWhereItIs() throws Exception {
        giveMaven("i=0; while [ $i -lt 50 ]; do i=$((i+1)); echo line $i; done; exit 1");
        Run run = run(withJdk());
        assertEquals(70, run.exit());
        List<String> lines = run.errors().lines().toList();
        assertEquals(22, lines.size());
        assertEquals("line 31", lines.get(1));
        assertEquals("The build of Assay failed. All of it: " + project + "/target/build.log", lines.getLast());
        assertTrue(Files.notExists(project.resolve("target/building")));
    }

    @Test
    void missingMaven_isToldInOneLine() throws Exception {
        assertEquals(
                new Run(
                        69,
                        "",
                        "Assay has to be built first, which needs Maven 3.8.7 or later. Install it, for example: apt"
                                + " install maven\n"),
                run(withJdk()));
    }

    @Test
    void thisProject_runsFromAnotherFolder() throws Exception {
        Path link = Files.createDirectory(temporary.resolve("with space")).resolve("assay");
        Files.createSymbolicLink(link, Path.of("assay").toAbsolutePath());
        Run run = run(link, withJdk(), "--version");
        assertEquals(0, run.exit(), run.errors());
        assertTrue(run.output().toLowerCase(Locale.ROOT).startsWith("assay"), run.output());
    }
}
