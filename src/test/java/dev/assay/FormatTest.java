package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source file is as the formatter writes it; `-Dformat=update` writes it so.
final class FormatTest {
    private static final boolean UPDATE = System.getProperty("format", "").equals("update");
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void everySourceFile_isFormatted() throws IOException {
        List<String> wrong = sources().parallelStream()
                .flatMap(file -> problem(file).stream())
                .sorted()
                .toList();
        assertEquals(List.of(), wrong, "Mend with: mvn test -Dtest=FormatTest -Dformat=update");
    }

    private static Optional<String> problem(Path file) {
        try {
            String text = Files.readString(file);
            String formatted = FORMATTER.formatSourceAndFixImports(text);
            if (UPDATE && !text.equals(formatted)) {
                Files.writeString(file, formatted);
                return Optional.empty();
            }
            return text.equals(formatted) ? Optional.empty() : Optional.of(file + " differs");
        } catch (FormatterException | RuntimeException | AssertionError e) {
            // A doc comment line near the full width makes the formatter write what it cannot read again.
            return Optional.of(file + " cannot be formatted, keep `///` lines under 110 columns: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> main = Files.walk(Path.of("src/main/java"));
                Stream<Path> test = Files.walk(Path.of("src/test/java"))) {
            return Stream.concat(main, test)
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }
}
