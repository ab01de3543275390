package dev.assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ExampleRunnerTest {
    @Test
    void examples_thatDoNotHold_areToldWithPlaceAndReason() {
        Checklist checklist = new ChecklistReader(Checks.kinds()).read("c.yaml", """
            title: T
            items:
            - id: term
              check: forbidden-term
              with: {terms: secret}
              examples: {pass: [open, a secret], fail: [a secret, open]}
            - id: name
              check: file-name
              examples: {pass: [{name: a.docx, text: x}], fail: [{name: 'a:b.docx', text: x}]}
            - id: totals
              check: table-total
              examples: {pass: [no table]}
            """);
        assertEquals(
                List.of(
                        "c.yaml:3:3: item 'term', pass example 1: as expected",
                        "c.yaml:3:3: item 'term', pass example 2 must pass but failed. 'secret' must not occur:"
                                + " 'secret' is on the list.",
                        "c.yaml:3:3: item 'term', fail example 1: as expected",
                        "c.yaml:3:3: item 'term', fail example 2 must fail but passed. None of the listed terms"
                                + " occurs.",
                        "c.yaml:7:3: item 'name', pass example 1: as expected",
                        "c.yaml:7:3: item 'name', fail example 1: as expected",
                        "c.yaml:10:3: item 'totals', pass example 1 must pass but did not apply. No table shows a"
                                + " total with its parts."),
                new ExampleRunner()
                        .run(checklist).stream().map(ExampleResult::describe).toList());
    }

    @Test
    void everyWholeChecklistOfThePage_isValid_andItsExamplesHold() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/checklists.md"));
        Matcher matcher = Pattern.compile("(?s)```yaml\n(title:[^\n]*\n(?!extends:).*?)```")
                .matcher(page);
        int count = 0;
        while (matcher.find()) {
            Checklist checklist = new ChecklistReader(Checks.kinds()).read("page.yaml", matcher.group(1));
            for (ExampleResult result : new ExampleRunner().run(checklist)) {
                assertTrue(result.held(), result::describe);
            }
            count++;
        }
        assertEquals(1, count);
    }
}
