package dev.assay.check;

import dev.assay.checklist.Checklist;
import dev.assay.checklist.Item;
import dev.assay.document.Extraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs the examples of a checklist's items: what must pass has to pass, what must fail has to fail.
public final class ExampleRunner {
    private final Inspector inspector = new Inspector(Checks.all());

    /// The results in the order of the file; empty where no item has examples.
    public List<ExampleResult> run(Checklist checklist) {
        List<ExampleResult> results = new ArrayList<>();
        for (Item item : checklist.items()) {
            run(item, ExampleResult.Expected.PASS, item.examples().pass(), results);
            run(item, ExampleResult.Expected.FAIL, item.examples().fail(), results);
        }
        return results;
    }

    private void run(
            Item item, ExampleResult.Expected expected, List<Item.Example> examples, List<ExampleResult> results) {
        for (int i = 0; i < examples.size(); i++) {
            results.add(new ExampleResult(item.id(), item.position(), expected, i + 1, outcome(item, examples.get(i))));
        }
    }

    private Outcome outcome(Item item, Item.Example example) {
        String name = example.name().isEmpty() ? item.id() : example.name();
        Extraction read;
        try {
            read = new Extraction.Extracted(ExampleDocument.of(example.text()));
        } catch (IllegalArgumentException e) {
            return new Outcome.NotRun("The example cannot be read: " + e.getMessage());
        }
        Inspection inspection = Inspection.standAlone(List.of(new Inspection.Part(name, "", read)));
        return inspector.inspect(item.anywhere(), inspection, Map.of()).outcome();
    }
}
