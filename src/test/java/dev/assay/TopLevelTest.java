package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Keeps the first look at the project short.
final class TopLevelTest {
    private static final Set<String> ALLOWED =
            Set.of("pom.xml", "src", "routes", "samples", "README.md", "monitoring", "assay", "LICENSE", "target");

    @Test
    void topLevel_holdsOnlyWhatANewcomerNeeds() throws IOException {
        try (Stream<Path> inside = Files.list(Path.of(""))) {
            List<String> others = inside.map(Path::toString)
                    .filter(name -> !name.startsWith(".") && !ALLOWED.contains(name))
                    .sorted()
                    .toList();
            assertEquals(List.of(), others, "move these below one of " + ALLOWED);
        }
    }
}
