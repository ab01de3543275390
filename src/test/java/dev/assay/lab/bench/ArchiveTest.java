package dev.assay.lab.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.priorwork.index.Shingle;
import dev.assay.priorwork.text.Tokens;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArchiveTest {
    private static final Lexicon LEXICON = new Lexicon();

    private final Archive archive = new Archive(5);

    @Test
    void aReportIsTheSameWheneverItIsWritten() {
        assertArrayEquals(archive.report(17).words(), new Archive(5).report(17).words());
        assertEquals(archive.report(17).source(), new Archive(5).report(17).source());
    }

    @Test
    void itsWordsAreThoseThatTheProductReads() {
        Archive.Report report = archive.report(3);
        int[] words = report.spoken();
        Tokens tokens = Lexicon.tokens(LEXICON.text(report.words()));
        assertEquals(
                Arrays.stream(words).mapToObj(LEXICON::stem).toList(),
                java.util.stream.IntStream.range(0, tokens.size())
                        .mapToObj(i -> tokens.get(i).stem())
                        .toList());
        List<Shingle> direct = ReportBuilder.shingles(LEXICON, words);
        assertEquals(Shingle.of(tokens), direct);
        assertTrue(direct.size() > words.length / 3, "every second word or so carries meaning");
    }

    @Test
    void roundsOfADeliverableShareMost_otherDeliverablesShareBoilerplateAlone() {
        assertTrue(shared(0, 1) > .7, () -> "rounds share " + shared(0, 1));
        assertTrue(shared(3, 4) > 0 && shared(3, 4) < .2, () -> "deliverables share " + shared(3, 4));
        assertEquals(
                List.of(false, false, false, true, true),
                List.of(0, 1, 2, 3, 4).stream().map(Archive::isSingle).toList());
    }

    private double shared(int one, int other) {
        List<Long> there = digests(other);
        List<Long> own = digests(one);
        return own.stream().filter(new java.util.HashSet<>(there)::contains).count() / (double) own.size();
    }

    private List<Long> digests(int report) {
        return ReportBuilder.shingles(LEXICON, archive.report(report).spoken()).stream()
                .map(Shingle::digest)
                .toList();
    }

    @Test
    void aPlantedPassageWithoutEdits_standsInItsReport() {
        Planted planted = Planted.with(archive, 1, 100);
        Planted.Reuse verbatim = planted.reuses().getFirst();
        assertEquals(0, verbatim.edits());
        assertArrayEquals(
                Arrays.copyOfRange(
                        archive.report(verbatim.source()).spoken(), verbatim.otherFrom(), verbatim.otherTo()),
                Arrays.copyOfRange(planted.report().spoken(), verbatim.from(), verbatim.to()));
        assertEquals(
                Planted.EDITS,
                planted.reuses().stream().map(Planted.Reuse::edits).toList());
    }
}
