package dev.assay;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The whole program as a process of its own.
final class Program {
    private Program() {}

    /// A process that is yet to be started. It knows nothing of this one's `ASSAY_` variables.
    ///
    /// @param front     a folder of classes that come before the program's own; the program alone where it is empty
    /// @param flags     of the virtual machine
    /// @param arguments the command line
    static ProcessBuilder builder(Path front, List<String> flags, Object... arguments) {
        return builder(Assay.class, front, flags, arguments);
    }

    /// As above, of another main class.
    static ProcessBuilder builder(Class<?> main, Path front, List<String> flags, Object... arguments) {
        // An empty entry would put the working folder, and so routes/ once more, on the class path.
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true"));
        command.addAll(flags);
        command.addAll(
                List.of("-cp", front.toString().isEmpty() ? path : front + File.pathSeparator + path, main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("ASSAY_"));
        return builder;
    }
}
