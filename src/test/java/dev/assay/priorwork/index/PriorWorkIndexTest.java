package dev.assay.priorwork.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.priorwork.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriorWorkIndexTest {
    private static final Fingerprints KEYED = new Fingerprints("secret".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Test
    void whatWasTakenIn_isFound_onceHoweverOftenItWasTakenIn() throws IOException {
        try (PriorWorkIndex index = open("ledger")) {
            index.add(1, work("s1", "a", Texts.filler(1, 1500) + " " + Texts.PASSAGE));
            index.add(1, work("s1", "a", Texts.filler(1, 1500) + " " + Texts.PASSAGE));
            index.add(2, work("s2", "b", Texts.filler(2, 1500)));
            index.commit(2);
            List<Candidate> found = look(index, "s3", Texts.filler(3, 400) + " " + Texts.PASSAGE);
            assertEquals(1, found.size());
            assertEquals(
                    new IndexedWork.Source("s1", 0, "a", "v", "o", "d", 1),
                    found.getFirst().source());
            assertEquals(List.of(), look(index, "s1", Texts.PASSAGE), "its own submission");
            assertEquals(List.of(), look(index, "s3", Texts.filler(9, 900)));
            assertEquals(List.of(), look(index, "s3", ""));
        }
    }

    @Test
    void whatWasCommitted_isThereAfterReopening_therestIsNot() throws IOException {
        try (PriorWorkIndex index = open("ledger")) {
            index.add(1, work("s1", "a", Texts.PASSAGE));
            index.commit(1);
            index.add(2, work("s2", "a", Texts.PASSAGE));
        }
        try (PriorWorkIndex index = open("ledger")) {
            assertEquals(1, index.sequence());
            assertEquals(1, look(index, "s3", Texts.PASSAGE).size());
        }
    }

    @Test
    void anotherLedgerOrSecretOrClientsLeftOut_emptyTheIndex_whichSaysWhy() throws IOException {
        fill();
        try (PriorWorkIndex index = open("another")) {
            assertEmptied("it belongs to another ledger", index);
            assertEquals(List.of(), look(index, "s3", Texts.PASSAGE));
        }
        fill();
        Fingerprints other = new Fingerprints("other".getBytes(StandardCharsets.UTF_8));
        try (PriorWorkIndex index = PriorWorkIndex.open(folder, "ledger", other)) {
            assertEmptied("its fingerprints were made with another key", index);
        }
        fill();
        try (PriorWorkIndex index = PriorWorkIndex.open(folder, "ledger", KEYED, Set.of("b"))) {
            assertEmptied("other clients are left out of it now", index);
        }
    }

    @Test
    void newIndex_andOneThatIsWhatItWas_areNotSaidToBeEmptied() throws IOException {
        fill();
        try (PriorWorkIndex index = open("ledger")) {
            assertEquals(Optional.empty(), index.emptied());
            assertEquals(1, index.sequence());
        }
    }

    @Test
    void flippedByte_truncatedOrLostFile_emptyTheIndex() throws IOException {
        fill();
        Path segment = file(".cfs");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        assertDamaged();
        fill();
        segment = file(".cfs");
        Files.write(segment, Arrays.copyOf(Files.readAllBytes(segment), 100));
        assertDamaged();
        fill();
        Files.delete(file(".cfs"));
        assertDamaged();
        fill();
        Files.write(file("segments_"), new byte[0]);
        assertDamaged();
        fill();
        Files.delete(file("segments_"));
        assertDamaged();
    }

    private Path file(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().contains(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void assertDamaged() throws IOException {
        try (PriorWorkIndex index = open("ledger")) {
            assertEmptied("it is damaged", index);
        }
    }

    private static void assertEmptied(String why, PriorWorkIndex index) {
        assertEquals(Optional.of(why), index.emptied());
        assertEquals(0, index.sequence());
    }

    @Test
    void deletedClient_isNotFound_andNoFileHoldsItsId() throws IOException {
        try (PriorWorkIndex index = open("ledger")) {
            index.add(1, work("s1", "clientcanary", Texts.PASSAGE));
            index.add(2, work("s2", "b", Texts.PASSAGE));
            index.commit(2);
            index.deleteClient("clientcanary");
            assertEquals(1, look(index, "s3", Texts.PASSAGE).size());
        }
        assertFalse(anyFileHolds("clientcanary"));
    }

    @Test
    void noFileOfTheIndex_holdsAWordOfTheText() throws IOException {
        try (PriorWorkIndex index = open("ledger")) {
            index.add(1, work("s1", "a", Texts.PASSAGE));
            index.commit(1);
        }
        for (String word : Texts.PASSAGE.toLowerCase(Locale.ROOT).split("\\W+")) {
            assertFalse(word.length() > 5 && anyFileHolds(word), word);
        }
    }

    private void fill() throws IOException {
        try (PriorWorkIndex index = open("ledger")) {
            index.add(1, work("s1", "a", Texts.PASSAGE));
            index.commit(1);
        }
    }

    private boolean anyFileHolds(String text) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    private PriorWorkIndex open(String ledger) throws IOException {
        return PriorWorkIndex.open(folder, ledger, KEYED);
    }

    private static IndexedWork work(String submission, String client, String text) {
        return new IndexedWork(
                new IndexedWork.Source(submission, 0, client, "v", "o", "d", 1),
                KEYED.of(Shingle.of(Texts.tokens(text))));
    }

    private static List<Candidate> look(PriorWorkIndex index, String submission, String text) throws IOException {
        return index.retrieve(
                        new IndexedWork.Source(submission, 0, "a", "v", "o3", "d", 1),
                        KEYED.of(Shingle.of(Texts.tokens(text))),
                        Grouping.none(),
                        20)
                .candidates();
    }
}
