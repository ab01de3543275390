package dev.assay.intake.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.intake.HostileNames;
import dev.assay.intake.identify.Identification.Conflicting;
import dev.assay.intake.identify.Identification.Identified;
import dev.assay.intake.identify.Identification.Unknown;
import dev.assay.work.Deliverable;
import dev.assay.work.Manifest;
import dev.assay.work.Policy;
import dev.assay.work.Tier;
import dev.assay.work.WorkOrder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class IdentifierTest {
    private static final List<WorkOrder> ORDERS = List.of(
            order(
                    "hb-101",
                    deliverable("report", "kestrel", "HB-101-report", "tracker"),
                    deliverable("deck", "kestrel", "HB-101-deck"),
                    deliverable("tables", "lumen", "HB-101-tables")),
            order(
                    "hb-102",
                    deliverable("data", "lumen", "HB-102"),
                    deliverable("report", "kestrel", "HB-102", "étude")),
            order("pw-201", deliverable("initiation", "quillmark", "PW-201")));

    @Test
    void manifest_namesTheDeliverable() {
        assertFound("hb-101/deck", "anything.pptx", manifest("hb-101", "deck"));
        assertFound("hb-101/deck", "anything.pptx", manifest("HB-101", "Deck"));
        assertFound("hb-102/report", "anything.pptx", manifest("hb-102", ""));
    }

    @Test
    void folders_nameTheDeliverable() {
        assertFound("hb-101/deck", "hb-101/deck/slides.pptx", null);
        assertFound("hb-101/deck", "HB-101/November/Deck/slides.pptx", null);
        assertFound("hb-102/report", "hb-102/x.docx", null);
        assertFound("hb-101/deck", "deck/x.docx", null);
    }

    @Test
    void fileNamePrefix_namesTheDeliverable_theLongestWins() {
        assertFound("hb-101/report", "hb-101-REPORT final.docx", null);
        assertFound("hb-101/report", "Tracker.docx", null);
        assertFound("hb-102/report", "hb-102.docx", null);
        assertFound("hb-102/report", "e\u0301TUDE.docx", null);
    }

    @Test
    void weakerHints_narrowWhatStrongerOnesLeft() {
        var found = assertFound("hb-101/deck", "hb-101/HB-101-deck.pptx", manifest("hb-101", ""));
        assertEquals(
                List.of(
                        new Hint(Hint.Source.MANIFEST, "hb-101"),
                        new Hint(Hint.Source.FOLDER, "hb-101"),
                        new Hint(Hint.Source.FILE_NAME, "HB-101-deck.pptx")),
                found.how());
    }

    @Test
    void weakerHintThatDisagrees_goesWithWhatTheStrongerNamed() {
        assertConflicts(
                "hb-102/report",
                "hb-102/HB-101-report.docx",
                null,
                "by folder 'hb-102' it is hb-102/report, but by file name 'HB-101-report.docx' it is hb-101/report");
        assertConflicts(
                "hb-101/deck",
                "hb-102/HB-101-report.docx",
                manifest("hb-101", "deck"),
                "by manifest 'hb-101' and manifest 'deck' it is hb-101/deck, but by folder 'hb-102' it is"
                        + " hb-102/report",
                "by manifest 'hb-101' and manifest 'deck' it is hb-101/deck, but by file name"
                        + " 'HB-101-report.docx' it is hb-101/report");
        assertConflicts(
                "hb-101/deck",
                "deck/HB-101-report.docx",
                manifest("hb-101", ""),
                "by manifest 'hb-101' and folder 'deck' it is hb-101/deck, but by file name 'HB-101-report.docx' it"
                        + " is hb-101/report");
        assertConflicts(
                "hb-101/deck",
                "deck/hb-102/slides.pptx",
                manifest("hb-101", "deck"),
                "by manifest 'hb-101' and manifest 'deck' and folder 'deck' it is hb-101/deck, but by folder"
                        + " 'hb-102' it is hb-102/report");
    }

    @Test
    void hintsThatDisagree_whereTheStrongestNamesNoneAlone_areHeldWithAllOfThem() {
        var conflict = assertInstanceOf(
                Conflicting.class, identify("kestrel", "hb-102/HB-101-deck.pptx", manifest("hb-101", "")));
        assertEquals(3, conflict.hints().size());
        assertEquals(
                "What it says of itself points to different deliverables: manifest 'hb-101', folder 'hb-102',"
                        + " file name 'HB-101-deck.pptx'. Deliver it again with hints that agree.",
                conflict.reason());
        for (String path : List.of("hb-101/hb-102/x.docx", "hb-101/hb-102.docx", "deck/hb-102/x.docx")) {
            assertInstanceOf(Conflicting.class, identify("kestrel", path, null), path);
        }
        assertInstanceOf(Conflicting.class, identify("kestrel", "deck/x.docx", manifest("hb-102", "deck")));
    }

    /// Attaching would put one client's document under another's key.
    @Test
    void hintsThatPointToTwoClients_areHeld_howeverStrongTheFirst() {
        List<WorkOrder> orders = Stream.concat(
                        ORDERS.stream(),
                        Stream.of(order(
                                "pw-301",
                                "pellworm",
                                deliverable("note", "kestrel", "PW-301"),
                                deliverable("report", "kestrel"))))
                .toList();
        for (String path : List.of("hb-101/deck/PW-301.docx", "pw-301/note/x.docx", "report/x.docx")) {
            var conflict = assertInstanceOf(
                    Conflicting.class,
                    Identifier.identify(
                            new Clues("kestrel", path, "", "", Optional.of(manifest("hb-101", "deck")), ""), orders),
                    path);
            assertTrue(
                    conflict.reason().startsWith("What it says of itself points to work for different clients: "),
                    conflict.reason());
            assertFalse(conflict.reason().contains("pellworm"), conflict.reason());
        }
        assertInstanceOf(
                Conflicting.class,
                Identifier.identify(
                        new Clues("kestrel", "hb-101/deck/PW-301.docx", "", "", Optional.empty(), ""), orders));
        assertInstanceOf(
                Identified.class,
                Identifier.identify(new Clues("kestrel", "pw-301/note/x.docx", "", "", Optional.empty(), ""), orders));
    }

    @Test
    void unknownIdInTheManifest_isNotPassedOverForTheFolder() {
        var unknown = assertInstanceOf(Unknown.class, identify("kestrel", "hb-101/deck/x", manifest("hb-999", "")));
        assertEquals(
                "The manifest names work order 'hb-999', which this vendor has no part in. Correct the manifest and"
                        + " deliver again.",
                unknown.reason());
        assertEquals(3, unknown.hints().size());
    }

    @Test
    void severalDeliverablesLeft_areNotGuessed() {
        var unknown = assertInstanceOf(Unknown.class, identify("kestrel", "hb-101/x.docx", null));
        assertEquals(
                "It may be hb-101/report or hb-101/deck. Name the deliverable in manifest.yaml or as the folder.",
                unknown.reason());
        assertInstanceOf(Unknown.class, identify("kestrel", "report/x.docx", null));
    }

    @Test
    void anotherVendorsWork_isNeitherFoundNorNamed() {
        for (String path : List.of("hb-101/tables/x", "pw-201/x", "HB-101-tables.xlsx", "PW-201.pdf", "initiation/x")) {
            var found = identify("kestrel", path, null);
            assertFalse(found instanceof Identified, path);
            assertFalse(found.toString().contains("hb-101/tables") && !path.contains("tables"), path);
            assertFalse(found.toString().contains("quillmark"), path);
        }
        assertInstanceOf(Unknown.class, identify("kestrel", "x", manifest("pw-201", "")));
        assertInstanceOf(Unknown.class, identify("nobody", "hb-101/deck/x", manifest("hb-101", "deck")));
        assertInstanceOf(
                Unknown.class,
                Identifier.identify(new Clues("kestrel", "hb-101/x", "", "", Optional.empty(), ""), List.of()));
    }

    @Test
    void row11_sixtyHostileTexts_areOnlyLookedUp() {
        assertEquals(60, HostileNames.all().size());
        for (String text : HostileNames.all()) {
            for (Identification found : List.of(
                    identify("kestrel", text, null),
                    identify("kestrel", "x.docx", manifest(text, "")),
                    identify("kestrel", "x.docx", manifest("hb-101", text)),
                    identify("kestrel", "x.docx", manifest(text, text)))) {
                assertFalse(found instanceof Identified, text);
            }
            var inManifest = (Unknown) identify("kestrel", "x.docx", manifest(text, ""));
            assertTrue(inManifest.reason().chars().noneMatch(Character::isISOControl), inManifest.reason());
            assertEquals(-1, inManifest.reason().indexOf('\u202e'));
        }
    }

    private static Identified assertFound(
            String expected, String path, @org.jspecify.annotations.Nullable Manifest manifest) {
        var found = assertInstanceOf(Identified.class, identify("kestrel", path, manifest));
        assertEquals(
                expected, found.workOrder().id() + "/" + found.deliverable().id());
        assertEquals(List.of(), found.conflicts());
        return found;
    }

    private static void assertConflicts(
            String expected, String path, @org.jspecify.annotations.Nullable Manifest manifest, String... conflicts) {
        var found = assertInstanceOf(Identified.class, identify("kestrel", path, manifest));
        assertEquals(
                expected, found.workOrder().id() + "/" + found.deliverable().id());
        assertEquals(List.of(conflicts), found.conflicts());
    }

    private static Identification identify(
            String vendor, String path, @org.jspecify.annotations.Nullable Manifest manifest) {
        return Identifier.identify(new Clues(vendor, path, "", "", Optional.ofNullable(manifest), ""), ORDERS);
    }

    private static Manifest manifest(String workOrder, String deliverable) {
        return new Manifest(workOrder, deliverable, List.of(), Map.of());
    }

    private static Deliverable deliverable(String id, String vendor, String... prefixes) {
        return new Deliverable(id, id, id, "checklist", List.of(vendor), List.of(prefixes), Instant.EPOCH);
    }

    private static WorkOrder order(String id, Deliverable... deliverables) {
        return order(id, "harrowgate", deliverables);
    }

    private static WorkOrder order(String id, String client, Deliverable... deliverables) {
        return new WorkOrder(
                id,
                "1",
                client,
                "market-research",
                Tier.STANDARD,
                "en",
                ZoneOffset.UTC,
                "every-day",
                Policy.standard(),
                java.util.Optional.empty(),
                List.of(deliverables));
    }
}
