package dev.assay.checklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.check.Checks;
import dev.assay.check.ExampleResult;
import dev.assay.check.ExampleRunner;
import dev.assay.config.Problems;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The checklists that come with the program are read as a client's are.
final class ShippedTest {
    private static final int LEAST_ITEMS = 12;

    static Stream<String> all() {
        return Shipped.names().stream();
    }

    static Stream<String> practices() {
        return all().filter(name -> !name.equals("assay/base"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyOne_hasNoMistakeAndKeepsItsExamples(String name) {
        List<ExampleResult> results = new ExampleRunner().run(read(name));
        assertEquals(
                List.of(),
                results.stream()
                        .filter(result -> !result.held())
                        .map(ExampleResult::toString)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("practices")
    void everyPractice_addsADozenItemsOfAllWhoAnswer(String name) {
        Checklist checklist = read(name);
        List<Item> own = checklist.items().stream()
                .filter(item -> !item.position().startsWith("assay/base"))
                .toList();
        assertTrue(own.size() >= LEAST_ITEMS, name + " has " + own.size() + " items of its own");
        assertEquals(3, own.stream().map(Item::by).distinct().count(), name + ": machine, person and vendor");
        assertEquals("assay/base", checklist.layers().getFirst().file());
    }

    /// What has not been measured on real work advises.
    @ParameterizedTest
    @MethodSource("practices")
    void onlyKindsThatWereMeasured_areEnforced(String name) {
        assertEquals(
                List.of(),
                read(name).items().stream()
                        .filter(item -> !item.position().startsWith("assay/base"))
                        .filter(item -> item.mode() == Mode.ENFORCE)
                        .map(Item::check)
                        .filter(check ->
                                !List.of("table-total", "sheet-integrity").contains(check))
                        .toList());
    }

    private static Checklist read(String name) {
        Problems problems = new Problems();
        Checklist checklist = new ChecklistReader(Checks.kinds())
                .read(Shipped.find(name).orElseThrow(), Shelf.EMPTY, problems)
                .orElse(null);
        problems.throwIfAny();
        return Objects.requireNonNull(checklist);
    }
}
