package dev.assay.child;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a child's JVM is started: this JVM's own Java and class path, a bounded heap, and nothing of this
/// machine's locale, time zone, environment or home.
final class ChildCommand {
    /// A child ignores the signals that a terminal or a service manager sends to all processes at once: it ends
    /// when the pool says so or is gone. It writes files for its user only, leaves no core dump, and is the
    /// first to go when the machine runs out of memory.
    private static final String LAUNCH = "umask 077; ulimit -c 0; trap '' HUP INT TERM; "
            + "{ echo 500 > /proc/self/oom_score_adj; } 2> /dev/null; exec \"$@\"";

    private ChildCommand() {}

    static ProcessBuilder of(ChildSettings settings, Path folder, String marker) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", LAUNCH, "sh", java()));
        command.addAll(flags(settings.heap(), folder));
        command.addAll(settings.jvmFlags());
        command.addAll(List.of("-cp", classPath(), ChildMain.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("LC_ALL", encodingOfNames());
        environment.put("TZ", "UTC");
        environment.put(ProcessTree.MARKER, marker);
        return builder;
    }

    private static List<String> flags(int heap, Path folder) {
        return List.of(
                "-Xmx" + heap + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                // The serial collector leaves counted loops without a stop otherwise; a child must be able to halt.
                "-XX:+UseCountedLoopSafepoints",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                // Standard output is the channel: the JVM's own words go elsewhere.
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                "-Duser.language=en",
                "-Duser.country=",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// This JVM's class path as seen from any folder; the class path in a jar's manifest is relative to the
    /// jar.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// A locale that encodes file names as this JVM does, so that a child finds a folder with an accent in its
    /// name.
    private static String encodingOfNames() {
        String encoding = System.getProperty("sun.jnu.encoding", "UTF-8").toUpperCase(Locale.ROOT);
        if (encoding.equals("UTF-8") || encoding.equals("US-ASCII") || encoding.equals("ANSI_X3.4-1968")) {
            return "C.UTF-8";
        }
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> System.getenv().getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("C.UTF-8");
    }
}
