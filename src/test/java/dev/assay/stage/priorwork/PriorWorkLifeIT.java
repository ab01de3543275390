package dev.assay.stage.priorwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.ledger.ImportedWork;
import dev.assay.priorwork.Exclusion;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.Standing;
import dev.assay.priorwork.Texts;
import dev.assay.priorwork.index.IndexSnapshot;
import dev.assay.priorwork.index.LiveIndex;
import dev.assay.priorwork.index.PriorWorkIndex;
import dev.assay.vault.KeyDestroyed;
import dev.assay.work.Client;
import dev.assay.work.PriorWorkUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of the prior-work index over time: imports, policies, rebuilds, purges.
final class PriorWorkLifeIT {
    private static final String CANARY = PriorWorkBench.CANARY;

    @TempDir
    private Path home;

    private PriorWorkBench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new PriorWorkBench(home);
    }

    @AfterEach
    void stop() throws IOException {
        bench.close();
    }

    @Test
    void clientThatKeepsToItsOwn_isComparedWithItsOwnAlone_inBothDirections() throws Exception {
        bench.clients.put("client-b", PriorWorkUse.OWN);
        bench.reopen();
        String theirs = bench.read("theirs", "client-b", "lumen", "wo-9", CANARY);
        String again = bench.read("again", "client-b", "kestrel", "wo-8", CANARY);
        String ours = bench.read("ours", "client-a", "kestrel", "wo-1", CANARY);
        assertEquals(List.of(), bench.matches(ours));
        assertEquals(Relation.OTHER_VENDOR, bench.onlyMatch(theirs).relation());
        assertEquals(theirs, bench.onlyMatch(again).other().work());
        assertEquals(PriorWorkUse.OWN, bench.lookUp.of(bench.record(again)).use());
    }

    @Test
    void clientThatIsNeverCompared_isNeitherIndexedNorLookedUp() throws Exception {
        bench.clients.put("client-b", PriorWorkUse.NEVER);
        bench.reopen();
        String theirs = bench.read("theirs", "client-b", "lumen", "wo-9", CANARY);
        bench.read("again", "client-b", "lumen", "wo-8", CANARY);
        String ours = bench.read("ours", "client-a", "kestrel", "wo-1", CANARY);
        assertEquals(List.of(), bench.matches(ours));
        assertEquals(Matches.none(3), bench.lookUp.of(bench.record(theirs)));
        try (IndexSnapshot snapshot = bench.snapshot()) {
            assertEquals(Set.of("client-a"), snapshot.statistics().clients().keySet());
        }
    }

    @Test
    void clientThatHasJustLeftTheIndex_isTakenOutOfItByARebuild() throws Exception {
        bench.read("theirs", "client-b", "lumen", "wo-9", CANARY);
        bench.replay.catchUp();
        bench.clients.put("client-b", PriorWorkUse.NEVER);
        bench.reopen();
        assertEquals(Optional.of("other clients are left out of it now"), bench.index.ask(PriorWorkIndex::emptied));
        bench.replay.catchUp();
        try (IndexSnapshot snapshot = bench.snapshot()) {
            assertEquals(Set.of(), snapshot.statistics().clients().keySet());
        }
    }

    @Test
    void workThatTheOrderContinues_isItsPredecessor_howeverFarBack() throws Exception {
        bench.read("one", "client-a", "lumen", "wave-1", CANARY);
        bench.predecessor = Optional.of("wave-1");
        bench.read("two", "client-a", "kestrel", "wave-2", "Nothing of the first wave is said again here at all");
        bench.predecessor = Optional.of("wave-2");
        String three = bench.read("three", "client-a", "kestrel", "wave-3", CANARY);
        assertEquals(Relation.PREDECESSOR, bench.onlyMatch(three).relation());
        assertTrue(bench.onlyMatch(three).relation().isLineage());
    }

    @Test
    void standing_isWhatTheLedgerSaidWhenTheWorkWasLookedUp() throws Exception {
        String one = bench.read("one", "client-a", "kestrel", "wo-1", CANARY);
        String two = bench.read("two", "client-a", "kestrel", "wo-2", CANARY);
        assertEquals(Standing.IN_FLIGHT, bench.onlyMatch(two).other().standing());
        assertEquals("report.docx", bench.onlyMatch(two).other().title());
        assertThrows(
                IllegalStateException.class, () -> bench.ledger.submissions().recall(one, "me", "not accepted"));
        bench.accept();
        assertEquals(Standing.ACCEPTED, bench.onlyMatch(two).other().standing());
        assertEquals(Standing.IN_FLIGHT, bench.ledger.indexOps().standing(one, 2), "before it was accepted");
        assertTrue(bench.ledger.submissions().recall(one, "me", "wrong base"));
        assertFalse(bench.ledger.submissions().recall(one, "me", "wrong base"));
        assertEquals(Standing.RECALLED, bench.onlyMatch(two).other().standing());
        assertTrue(bench.ledger.verify().intact());
    }

    @Test
    void externalText_isShownToEveryClient() throws Exception {
        String id = bench.add("external.txt", CANARY, ImportedWork.Kind.EXTERNAL, Client.EXTERNAL);
        String ours = bench.read("ours", "client-a", "kestrel", "wo-1", CANARY);
        Match match = bench.onlyMatch(ours);
        assertEquals(Relation.EXTERNAL, match.relation());
        assertEquals(id, match.other().work());
        assertEquals("Title of external.txt", match.other().title());
        assertTrue(match.other().theirs().getFirst().text().contains("Quillmarsh"));
    }

    @Test
    void whatIsInTheClientsTemplate_isShownAndExcluded_whereverElseItStands() throws Exception {
        bench.add("form.txt", CANARY, ImportedWork.Kind.TEMPLATE, "client-a");
        bench.read("before", "client-a", "lumen", "wo-2", CANARY);
        String ours = bench.read("ours", "client-a", "kestrel", "wo-1", CANARY);
        Matches matches = bench.lookUp.of(bench.record(ours));
        assertEquals(2, matches.matches().size());
        matches.matches().forEach(match -> assertEquals(Exclusion.TEMPLATE, match.exclusion()));
        assertEquals(1, matches.excluded().size());
        String theirs = bench.read("theirs", "client-b", "kestrel", "wo-9", CANARY);
        assertTrue(bench.matches(theirs).stream().allMatch(match -> match.exclusion() == null));
    }

    @Test
    void templateOfAnotherClient_isNoMatchAtAll() throws Exception {
        bench.add("form.txt", CANARY, ImportedWork.Kind.BRIEF, "client-b");
        assertEquals(List.of(), bench.matches(bench.read("ours", "client-a", "kestrel", "wo-1", CANARY)));
    }

    @Test
    void sameBytes_areTakenInOnceAsEachKindForEachOwner() throws Exception {
        String id = bench.add("work.txt", CANARY, ImportedWork.Kind.WORK, "client-a");
        assertEquals(
                new WorkImport.Result.There(id), bench.addFile("work.txt", CANARY, ImportedWork.Kind.WORK, "client-a"));
        assertInstanceOf(
                WorkImport.Result.Added.class, bench.addFile("work.txt", CANARY, ImportedWork.Kind.BRIEF, "client-a"));
        assertInstanceOf(
                WorkImport.Result.Added.class, bench.addFile("work.txt", CANARY, ImportedWork.Kind.WORK, "client-b"));
        assertEquals(3, bench.ledger.indexOps().newest());
        assertTrue(bench.ledger.verify().intact());
    }

    @Test
    void importedWork_isFoundWithItsTitleAndStanding_andItsTextIsNowhereInPlain() throws Exception {
        bench.add("old.txt", CANARY, ImportedWork.Kind.WORK, "client-a");
        Match match = bench.onlyMatch(bench.read("ours", "client-a", "kestrel", "wo-1", CANARY));
        assertEquals("Title of old.txt", match.other().title());
        assertEquals(Standing.ACCEPTED, match.other().standing());
        assertEquals(Relation.OTHER_VENDOR, match.relation());
        Files.delete(home.resolve("old.txt"));
        bench.assertNoFileHolds("quillmarsh", "title of old");
    }

    @Test
    void indexBuiltAnewBesideIt_takesItsPlaceBeforeTheNextLookUp() throws Exception {
        String one = bench.read("one", "client-a", "kestrel", "wo-1", CANARY);
        bench.replay.catchUp();
        Path building = LiveIndex.building(home.resolve("data/index"));
        try (LiveIndex beside = LiveIndex.open(
                building, folder -> PriorWorkIndex.open(folder, bench.ledger.id(), bench.fingerprints))) {
            bench.replay(beside).catchUp();
        }
        assertEquals(1, bench.sequence(), "it serves meanwhile");
        LiveIndex.offer(home.resolve("data/index"));
        String two = bench.read("two", "client-a", "kestrel", "wo-2", CANARY);
        assertEquals(two, bench.onlyMatch(one).other().work());
        try (Stream<Path> folders = Files.list(home.resolve("data"))) {
            assertEquals(
                    List.of("index"),
                    folders.map(each -> each.getFileName().toString())
                            .filter(each -> each.startsWith("index"))
                            .toList());
        }
    }

    @Test
    void foreignIndexOfferedAsNew_isNotTaken() throws Exception {
        String one = bench.read("one", "client-a", "kestrel", "wo-1", CANARY);
        bench.read("two", "client-a", "kestrel", "wo-2", CANARY);
        bench.replay.catchUp();
        try (PriorWorkIndex foreign =
                PriorWorkIndex.open(LiveIndex.building(home.resolve("data/index")), "foreign", bench.fingerprints)) {
            foreign.commit(7);
        }
        LiveIndex.offer(home.resolve("data/index"));
        assertEquals(2, bench.replay.catchUp());
        assertEquals(1, bench.matches(one).size());
    }

    /// The client is purged as the command does it: key, blobs, index.
    @Test
    void purgedClient_leavesAnIndexAsIfItHadNeverBeenThere() throws Exception {
        for (int i = 0; i < 6; i++) {
            bench.read("a" + i, "client-a", "kestrel", "wo-a" + i, Texts.filler(i, 6000));
        }
        String ours = bench.read("ours", "client-a", "kestrel", "wo-1", CANARY);
        bench.replay.catchUp();
        bench.index.ask(each -> {
            each.deleteClient("client-b");
            return each;
        });
        long without = IndexSnapshot.bytes(home.resolve("data/index"));
        String theirs = "";
        for (int i = 0; i < 6; i++) {
            theirs = bench.read("b" + i, "client-b", "lumen", "wo-b" + i, Texts.filler(100 + i, 6000) + " " + CANARY);
        }
        assertEquals(6, bench.matches(ours).size() + 5, "the others' are one");
        assertTrue(IndexSnapshot.bytes(home.resolve("data/index")) > 1.5 * without);
        bench.vault.destroyKey("client-b");
        bench.index.ask(each -> {
            each.deleteClient("client-b");
            return each;
        });
        assertEquals(1, IndexSnapshot.bytes(home.resolve("data/index")) / (double) without, .02);
        assertEquals(List.of(), bench.matches(ours));
        try (IndexSnapshot snapshot = bench.snapshot()) {
            IndexSnapshot.Residue residue = snapshot.residue("client-b", List.of(theirs));
            assertEquals(new IndexSnapshot.Residue(0, 0, 1), residue);
            assertFalse(snapshot.residue("client-a", List.of(ours)).isNone());
        }
        assertThrows(KeyDestroyed.class, () -> bench.vault.seal("client-b", "context", "text"));
    }
}
