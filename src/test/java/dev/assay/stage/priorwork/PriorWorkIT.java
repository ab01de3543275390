package dev.assay.stage.priorwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.Shares;
import dev.assay.priorwork.Texts;
import dev.assay.priorwork.index.Fingerprints;
import dev.assay.priorwork.index.PriorWorkIndex;
import dev.assay.work.PriorWorkUse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Indexing and looking up with a real ledger, vault, index and child processes.
final class PriorWorkIT {
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
    void twoThatArriveTogether_seeEachOther() throws Exception {
        String one = bench.read("one", "client-a", "kestrel", "wo-1", "Opening words of the first. " + CANARY + ".");
        String two = bench.read("two", "client-a", "lumen", "wo-2", CANARY + ". Closing words of the second.");
        assertEquals(2, bench.replay.catchUp());
        Match first = bench.onlyMatch(one);
        Match second = bench.onlyMatch(two);
        assertEquals(two, first.other().work());
        assertEquals(one, second.other().work());
        assertEquals(Relation.OTHER_VENDOR, first.relation());
        assertEquals(CANARY.substring(0, 160) + "\u2026", second.own().quote());
        assertEquals("paragraph 1", first.own().place());
    }

    @Test
    void earlierRoundsWorkOrdersAndVendors_areToldApart() throws Exception {
        String one = bench.read("one", "client-a", "kestrel", "wo-1", CANARY);
        String two = bench.read("two", "client-a", "kestrel", "wo-2", CANARY);
        assertEquals(Relation.SAME_VENDOR, bench.onlyMatch(two).relation());
        assertEquals(one, bench.onlyMatch(two).other().work());
    }

    @Test
    void workForAnotherClient_isRestricted_andNothingOfItIsTold() throws Exception {
        bench.read("theirs", "client-b", "lumen", "wo-9", "Secretfalcon leads. " + CANARY + ". Secretfalcon ends.");
        String ours =
                bench.read("ours", "client-a", "kestrel", "wo-1", "Our own beginning. " + CANARY + ". Our own end.");
        Matches matches = bench.lookUp.of(bench.ledger.submissions().find(ours).orElseThrow());
        Match match = matches.matches().getFirst();
        assertEquals(1, matches.matches().size());
        assertEquals(Relation.OTHER_CLIENT, match.relation());
        assertNull(match.other());
        String told = new String(Json.bytes(matches), StandardCharsets.UTF_8);
        for (String theirs : List.of("client-b", "lumen", "wo-9", "ecretfalcon")) {
            assertFalse(told.contains(theirs), theirs);
        }
        bench.assertNoFileHolds("quillmarsh", "lanterns", "ecretfalcon");
    }

    /// More works of others than are ever compared do not stand before the one that may be.
    @Test
    void clientThatComparesWithItsOwnAlone_isNotCrowdedOutByOthers() throws Exception {
        bench.clients.put("client-a", PriorWorkUse.OWN);
        bench.reopen();
        String ours = "";
        for (int passage = 0; passage < 3; passage++) {
            ours += Texts.filler(passage, 200) + ". ";
            for (int i = 0; i < 50; i++) {
                bench.read(name(100 * passage + i), "client-b", "lumen", "wo-b", Texts.filler(passage, 200));
            }
        }
        String one = bench.read("one", "client-a", "kestrel", "wo-1", CANARY);
        String two = bench.read("two", "client-a", "kestrel", "wo-2", ours + CANARY);
        Match match = bench.onlyMatch(two);
        assertEquals(one, match.other().work());
        assertTrue(bench.lookUp.of(bench.record(two)).complete());
    }

    @Test
    void anotherClientsWork_isFoundBehindManyOfTheSameVendors() throws Exception {
        bench.read("theirs", "client-b", "lumen", "wo-9", CANARY);
        for (int i = 0; i < 30; i++) {
            bench.read(name(i), "client-a", "kestrel", "wo-2", CANARY);
        }
        String ours = bench.read("ours", "client-a", "kestrel", "wo-1", CANARY);
        Matches matches = bench.lookUp.of(bench.record(ours));
        assertEquals(
                1,
                matches.matches().stream()
                        .filter(each -> each.relation() == Relation.OTHER_CLIENT)
                        .count());
        assertTrue(matches.complete());
    }

    @Test
    void wordingOfManyWorkOrders_isCommon_shownAndNotCounted() throws Exception {
        for (int i = 0; i < 7; i++) {
            bench.read(name(i), "client-a", "kestrel", "wo-" + i, CANARY);
        }
        String ours = bench.read("ours", "client-a", "kestrel", "wo-own", CANARY);
        Matches matches = bench.lookUp.of(bench.record(ours));
        assertEquals(2, matches.matches().size(), "two are enough of what so many have");
        for (Match match : matches.matches()) {
            assertEquals(new Match.Commonness(true, 7), match.commonness());
        }
        Shares shares = Shares.of(matches);
        assertEquals(0, shares.ownClient().words());
        assertEquals(26, shares.common().words());
        assertEquals(0, matches.common(), "all of it stands in passages that are shown");
    }

    /// What seventy works have brings none of them up, and is told all the same.
    @Test
    void wordingOfTooManyWorks_isToldByItsWords() throws Exception {
        for (int i = 0; i < 70; i++) {
            bench.read(name(i), "client-a", "kestrel", "wo-" + i, CANARY);
        }
        String ours = bench.read("ours", "client-a", "kestrel", "wo-own", "We begin. " + CANARY + ". We end here.");
        Matches matches = bench.lookUp.of(bench.record(ours));
        assertEquals(List.of(), matches.matches());
        assertTrue(matches.common() > 18 && matches.common() <= 26, "words " + matches.common());
        assertTrue(matches.complete());
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "e%03df", number);
    }

    @Test
    void lostOrForeignIndex_isRebuiltFromTheLedger() throws Exception {
        String one = bench.read("one", "client-a", "kestrel", "wo-1", CANARY);
        bench.read("two", "client-a", "kestrel", "wo-2", CANARY);
        bench.replay.catchUp();
        bench.index.close();
        TaskFolder.wipe(home.resolve("data/index"));
        PriorWorkIndex.open(home.resolve("data/index"), "foreign", new Fingerprints(bench.vault.secret("fingerprints")))
                .close();
        bench.openIndex();
        assertEquals(0, bench.sequence());
        assertEquals(2, bench.replay.catchUp());
        assertEquals(Relation.SAME_VENDOR, bench.onlyMatch(one).relation());
    }

    @Test
    void operationsSinceTheLastCommit_areTakenInAgain() throws Exception {
        bench.read("one", "client-a", "kestrel", "wo-1", CANARY);
        bench.replay.catchUp();
        bench.index.close();
        String two = bench.read("two", "client-a", "kestrel", "wo-2", CANARY);
        bench.openIndex();
        assertEquals(1, bench.sequence());
        Matches matches = bench.lookUp.of(bench.ledger.submissions().find(two).orElseThrow());
        assertEquals(2, matches.sequence());
        assertTrue(matches.complete());
        assertEquals(1, matches.matches().size());
    }

    @Test
    void destroyedKey_hidesTheWork_andStopsNothing() throws Exception {
        bench.read("one", "client-a", "kestrel", "wo-1", CANARY);
        bench.vault.destroyKey("client-a");
        String two = bench.read("two", "client-b", "kestrel", "wo-2", CANARY);
        assertEquals(
                List.of(),
                bench.lookUp
                        .of(bench.ledger.submissions().find(two).orElseThrow())
                        .matches());
    }
}
