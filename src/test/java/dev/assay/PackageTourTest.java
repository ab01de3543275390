package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every package tells what it is for, and admits null only where it says so.
final class PackageTourTest {
    @Test
    void everyPackage_hasATourAndIsNullMarked() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path folder : packages()) {
            Path file = folder.resolve("package-info.java");
            String text = Files.exists(file) ? Files.readString(file) : "";
            if (!text.contains("\n@NullMarked\npackage ") || !hasSentence(text)) {
                missing.add(file.toString());
            }
        }
        assertEquals(List.of(), missing, "write a first sentence in /// and @NullMarked");
    }

    private static List<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static boolean hasSentence(String text) {
        String tour = text.lines()
                .takeWhile(line -> line.startsWith("///"))
                .map(line -> line.substring(3).strip())
                .collect(Collectors.joining(" "));
        return tour.matches("[A-Z](?s:.){20,}?\\.( .*)?");
    }
}
