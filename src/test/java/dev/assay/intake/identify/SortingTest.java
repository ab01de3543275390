package dev.assay.intake.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.intake.identify.Sorting.Sorted;
import dev.assay.intake.identify.Sorting.Unclear;
import dev.assay.work.Deliverable;
import dev.assay.work.Manifest;
import dev.assay.work.Manifest.ManifestPart;
import dev.assay.work.Policy;
import dev.assay.work.Tier;
import dev.assay.work.WorkOrder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which deliverables the files of one package or mail are for.
final class SortingTest {
    private static final List<WorkOrder> ORDERS = List.of(
            order("hb-101", "harrowgate", "report", "deck", "tables"),
            order("hb-102", "harrowgate", "data"),
            order("pw-201", "pellworm", "initiation"));

    @Test
    void packageNamedForOne_isThatOneWithAllItsFiles() {
        assertEquals("hb-101/report: 0 1", sort("hb-101/report/delivery.zip", "a.docx", "HB-101-report.docx"));
    }

    @Test
    void filesNamedForSeveral_areSharedOut() {
        assertEquals(
                "hb-101/report: 0; hb-101/deck: 1 2",
                sort("hb-101/all.zip", "HB-101-report.docx", "deck/slides.pptx", "deck/notes.docx"));
        assertEquals("hb-101/report: 0; hb-102/data: 1", sort("all.zip", "HB-101-report.docx", "HB-102-data.csv"));
    }

    @Test
    void fileThatNothingNames_goesAlongWithTheOnlyDeliverable() {
        assertEquals("hb-101/report: 1 0?", sort("hb-101/all.zip", "read me.txt", "HB-101-report.docx"));
    }

    @Test
    void fileThatNothingNames_besideSeveral_isAskedAbout() {
        assertEquals(
                "It brings files for hb-101/report and hb-101/deck, and nothing says for which of them 'read me.txt'"
                        + " is. Name the deliverable of each file in manifest.yaml, or deliver each by itself.",
                sort("hb-101/all.zip", "HB-101-report.docx", "HB-101-deck.pptx", "read me.txt"));
    }

    @Test
    void workForTwoClients_isNotTakenInOnePackage() {
        assertEquals(
                "It brings work for different clients. Deliver the work for each client in a package of its own.",
                sort("all.zip", "HB-101-report.docx", "PW-201-initiation.docx"));
    }

    @Test
    void innerNameAgainstThePackage_isAConflictThatGoesAlong() {
        Sorted sorted = assertInstanceOf(Sorted.class, of("hb-101/report/x.zip", Optional.empty(), "HB-101-deck.pptx"));
        assertEquals(
                List.of("by folder 'hb-101' and folder 'report' it is hb-101/report, but by file name"
                        + " 'HB-101-deck.pptx' it is hb-101/deck"),
                sorted.shares().getFirst().identified().conflicts());
    }

    @Test
    void nothingNamed_saysWhatToDo() {
        assertEquals(
                "Nothing says which deliverable it is. Name the work order in manifest.yaml or as the folder.",
                sort("x.zip", "a.txt", "b.txt"));
    }

    @Test
    void manifest_namesTheDeliverableOfEachFile() {
        Manifest manifest = new Manifest(
                "hb-101",
                "report",
                List.of(
                        new ManifestPart("a.docx", "", ""),
                        new ManifestPart("b.pptx", "", "", "deck"),
                        new ManifestPart("c.xlsx", "", "", "Tables")),
                Map.of());
        assertEquals(
                "hb-101/report: 0 3; hb-101/deck: 1; hb-101/tables: 2",
                shown(of("x.zip", Optional.of(manifest), "a.docx", "b.pptx", "c.xlsx", "d.txt")));
    }

    @Test
    void bagsIdentifier_countsAfterTheManifestAndBeforeTheSubject() {
        Clues clues = new Clues("kestrel", "x.zip", "[hb-102]", "hb-101/deck", Optional.empty(), "");
        Sorted sorted = assertInstanceOf(Sorted.class, Sorting.of(clues, List.of("a.txt"), ORDERS));
        assertEquals("hb-101/deck", sorted.shares().getFirst().identified().id());
        assertEquals(
                List.of("by bag 'hb-101/deck' it is hb-101/deck, but by subject 'hb-102' it is hb-102/data"),
                sorted.shares().getFirst().identified().conflicts());
    }

    private static String sort(String path, String... names) {
        return shown(of(path, Optional.empty(), names));
    }

    private static Sorting of(String path, Optional<Manifest> manifest, String... names) {
        return Sorting.of(new Clues("kestrel", path, "", "", manifest, ""), List.of(names), ORDERS);
    }

    /// Deliverables with the numbers of their files; a question mark after what only came along.
    private static String shown(Sorting sorting) {
        return switch (sorting) {
            case Unclear unclear -> unclear.reason();
            case Sorted sorted ->
                sorted.shares().stream()
                        .map(share -> share.identified().id() + ": "
                                + share.parts().stream()
                                        .map(part -> part.number() + (part.companion() ? "?" : ""))
                                        .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("; "));
        };
    }

    private static WorkOrder order(String id, String client, String... deliverables) {
        return new WorkOrder(
                id,
                "v1",
                client,
                "market-research",
                Tier.STANDARD,
                "en",
                ZoneOffset.UTC,
                "weekdays",
                Policy.standard(),
                Optional.empty(),
                Stream.of(deliverables)
                        .map(each -> new Deliverable(
                                each,
                                each,
                                each,
                                "checklist",
                                List.of("kestrel"),
                                List.of(id + "-" + each),
                                Instant.EPOCH))
                        .toList());
    }
}
