package dev.assay.lab.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.config.Fields;
import dev.assay.config.Located;
import dev.assay.config.LocatedReader;
import dev.assay.config.Problems;
import dev.assay.lab.Story;
import dev.assay.work.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The story names files that are there, vendors, work orders and items that are defined, and leaves none out.
class SampleStoryTest {
    private static final Path SAMPLES = Path.of("samples");
    private static final Set<String> ENDS = Set.of("accept", "rework", "review", "duplicate", "quarantined");

    private final Problems problems = new Problems();

    @Test
    void everyFile_isDroppedByItsVendor() throws IOException {
        Set<String> dropped = new TreeSet<>();
        for (Fields drop : drops()) {
            String file = drop.requiredText("file").orElseThrow();
            String vendor = drop.requiredText("vendor").orElseThrow();
            dropped.add(file);
            assertTrue(Files.isRegularFile(SAMPLES.resolve(file)), file);
            assertTrue(Files.isRegularFile(SAMPLES.resolve("vendors/" + vendor + ".yaml")), vendor);
            assertTrue(file.contains("/" + vendor + "/"), file);
            assertTrue(ENDS.contains(drop.requiredText("verdict").orElseThrow()), file);
        }
        try (Stream<Path> paths = Files.walk(SAMPLES.resolve("deliverables"))) {
            Set<String> committed = paths.filter(Files::isRegularFile)
                    .map(path -> SAMPLES.relativize(path).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(committed, dropped);
        }
    }

    @Test
    void everyDrop_namesAnExpectedDeliverableAndItsItems() throws IOException {
        for (Fields drop : drops()) {
            String order = drop.requiredText("work-order").orElseThrow();
            Fields workOrder = read("work-orders/" + order + ".yaml");
            String id = drop.requiredText("deliverable").orElseThrow();
            Fields deliverable = mappings(workOrder, "deliverables").stream()
                    .filter(each -> each.text("id").orElseThrow().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(order + " expects no " + id));
            assertTrue(deliverable
                    .texts("vendors")
                    .contains(drop.requiredText("vendor").orElseThrow()));
            String client = workOrder.requiredText("client").orElseThrow();
            String checklist = deliverable.text("checklist").orElse("checklist");
            Set<String> items = mappings(read("clients/" + client + "/" + checklist + ".yaml"), "items").stream()
                    .map(each -> each.requiredText("id").orElseThrow())
                    .collect(Collectors.toSet());
            assertTrue(items.containsAll(drop.texts("items")), order + " " + id);
        }
    }

    @Test
    void rowsOfTheFirstGate_areAllThere() throws IOException {
        List<Integer> rows =
                drops().stream().map(drop -> drop.count("row").orElseThrow()).toList();
        assertTrue(rows.containsAll(List.of(1, 2, 4, 5, 6, 9, 10, 14, 16, 29)));
        assertEquals(rows.size(), Set.copyOf(rows).size());
    }

    @Test
    void everyChannel_isUsed_andMailsSayWhatTheyBring() throws IOException {
        Set<Channel> used = new TreeSet<>();
        for (Story.Drop drop : Story.read(SAMPLES).drops()) {
            used.add(drop.channel());
            assertEquals(drop.channel() == Channel.MAIL, drop.subject().contains("["), drop.path());
        }
        assertEquals(Set.of(Channel.values()), used);
    }

    private List<Fields> drops() throws IOException {
        return mappings(read("story.yaml"), "drops");
    }

    private List<Fields> mappings(Fields outer, String key) {
        return outer.list(key).stream()
                .map(value -> Fields.of(value, "an entry", problems).orElseThrow())
                .toList();
    }

    private Fields read(String name) throws IOException {
        Located value = LocatedReader.read(name, Files.readString(SAMPLES.resolve(name)), problems)
                .orElseThrow(() -> new AssertionError(problems.all().toString()));
        return Fields.of(value, name, problems).orElseThrow();
    }
}
