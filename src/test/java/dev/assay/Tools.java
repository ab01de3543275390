package dev.assay;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;

/// Programs that tests need and the build cannot bring along. A test that lacks one is left out, and the build
/// ends with a line that says so; with `ASSAY_REQUIRE_TOOLS=1` it fails instead.
public final class Tools {
    private static final Map<String, String> DEBIAN_PACKAGES = Map.of(
            "chromium",
            "chromium",
            "promtool",
            "prometheus",
            "pdftotext",
            "poppler-utils",
            "soffice",
            "libreoffice-writer-nogui",
            "pdftoppm",
            "poppler-utils");
    private static final Path LEFT_OUT = Path.of("target/left-out.txt");
    private static final String HEAD = "Tests were left out, these programs are missing: ";

    private Tools() {}

    /// The path of a program, or the end of the test.
    public static Path require(String tool) {
        String debianPackage = Optional.ofNullable(DEBIAN_PACKAGES.get(tool))
                .orElseThrow(() -> new IllegalArgumentException("Name the Debian package of '" + tool + "'"));
        Optional<Path> found = find(tool, System.getenv("PATH"));
        if (found.isPresent()) {
            return found.get();
        }
        return leaveOut(tool + " (Debian package " + debianPackage + ")");
    }

    /// The end of a test that lacks something of the machine.
    ///
    /// @param missing for the line the build ends with, without a comma
    static <T> T leaveOut(String missing) {
        if ("1".equals(System.getenv("ASSAY_REQUIRE_TOOLS"))) {
            return fail("ASSAY_REQUIRE_TOOLS is 1 and missing is " + missing);
        }
        record(LEFT_OUT, missing);
        return Assumptions.abort("missing is " + missing);
    }

    static Optional<Path> find(String tool, String path) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, tool))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /// Adds a program to the line the build ends with.
    static void record(Path file, String missing) {
        try {
            SortedSet<String> all = new TreeSet<>();
            all.add(missing);
            if (Files.exists(file)) {
                all.addAll(Arrays.asList(
                        Files.readString(file).strip().substring(HEAD.length()).split(", ", -1)));
            }
            Files.writeString(file, HEAD + String.join(", ", all) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
