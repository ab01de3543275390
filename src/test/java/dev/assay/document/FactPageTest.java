package dev.assay.document;

import dev.assay.SitePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page of what `assay read --json` prints is made from the doc comments of the document's types.
final class FactPageTest {
    private static final Path TYPES = Path.of("src/main/java/dev/assay/document");
    private static final Pattern RECORD =
            Pattern.compile("(?m)((?:^ {4}///.*\n)+) {4}(?:public )?record (\\w+)\\(([^{]*?)\\)\\s*(?:implements|\\{)");
    private static final Pattern PARAMETER = Pattern.compile("@param (\\w+)\\s+([^@]*)");

    @Test
    void page_isExactlyAsGenerated() throws IOException {
        SitePage.compare("read-json.md", """
            # What `assay read --json` prints

            For each file one JSON object with `format` (`assay-document/1`), `file` (its name) and `extraction`: either `Extracted` with a `document`, or `Unreadable` with the reason. The shape is held by a JSON Schema: `assay read --schema` prints it, and it is [published](../resources/assay-document-1.schema.json). The number after the slash is counted up when something goes away or changes its meaning; new kinds of facts and new fields may come without, so a program should pass over what it does not know.

            A `document` has one `text`; every `span` is a range of UTF-16 units in it. Its `blocks` are in reading order, each with its layer and the place where a person finds it. `facts` are what else is true of the file, `gaps` what could not be read, `languages` the runs of one language.

            ## Blocks

            %s
            ## Places

            %s
            ## Facts

            In examples of checklists a fact is written in lower case with hyphens: `@fact tracked-change author=Ann`.

            %s
            ## Layers

            %s.

            ## Gaps

            %s.
            """.formatted(
                        table("Block.java"),
                        table("Place.java"),
                        table("Fact.java"),
                        words(Layer.values()),
                        words(Gap.Reason.values())));
    }

    private static String table(String file) throws IOException {
        StringBuilder rows = new StringBuilder("| type | is | fields |\n|---|---|---|\n");
        Matcher matcher = RECORD.matcher(Files.readString(TYPES.resolve(file)));
        while (matcher.find()) {
            String comment = matcher.group(1).replaceAll("(?m)^ *///? ?", "").replace("|", "\\|");
            String[] halves = comment.split("@param", 2);
            Map<String, String> meanings = halves.length < 2 ? Map.of() : meanings("@param" + halves[1]);
            String fields = fields(matcher.group(3), meanings);
            rows.append("| `%s` | %s | %s |\n".formatted(matcher.group(2), flat(halves[0]), fields));
        }
        return rows.toString();
    }

    private static Map<String, String> meanings(String comment) {
        return PARAMETER
                .matcher(comment)
                .results()
                .collect(Collectors.toMap(each -> each.group(1), each -> flat(each.group(2))));
    }

    private static String fields(String components, Map<String, String> meanings) {
        return Stream.of(components.split(","))
                .map(String::strip)
                .filter(component -> !component.isEmpty())
                .map(component -> component.substring(component.lastIndexOf(' ') + 1))
                .map(name -> ("`" + name + "` " + meanings.getOrDefault(name, "")).strip())
                .collect(Collectors.joining("; "));
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\[(\\w+)]", "$1").strip();
    }

    private static String words(Enum<?>[] constants) {
        return Stream.of(constants).map(each -> "`" + each + "`").collect(Collectors.joining(", "));
    }
}
