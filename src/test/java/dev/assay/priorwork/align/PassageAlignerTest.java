package dev.assay.priorwork.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.priorwork.Texts;
import dev.assay.priorwork.index.Fingerprint;
import dev.assay.priorwork.index.Fingerprints;
import dev.assay.priorwork.index.Shingle;
import dev.assay.priorwork.text.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PassageAlignerTest {
    @Test
    void verbatimPassage_isAlignedExactly() {
        String own = Texts.filler(1, 300) + " " + Texts.PASSAGE + " " + Texts.filler(2, 300);
        String other = Texts.filler(3, 500) + " " + Texts.PASSAGE + " " + Texts.filler(4, 20);
        List<AlignedPassage> found = PassageAligner.align(Texts.tokens(own), Texts.tokens(other));
        assertEquals(1, found.size());
        assertEquals(Texts.PASSAGE.substring(0, Texts.PASSAGE.length() - 1), text(own, found.getFirst()));
        assertEquals(
                Texts.tokens(Texts.PASSAGE).size(), found.getFirst().pairs().size());
    }

    @Test
    void lightlyEditedPassage_isAlignedAsAWhole() {
        String edited = Texts.PASSAGE
                .replace("said", "told us")
                .replace("three in five", "60 per cent")
                .replace("oldest", "most elderly");
        String own = Texts.filler(1, 300) + " " + edited + " " + Texts.filler(2, 300);
        String other = Texts.filler(3, 100) + " " + Texts.PASSAGE + " " + Texts.filler(4, 100);
        List<AlignedPassage> found = PassageAligner.align(Texts.tokens(own), Texts.tokens(other));
        assertEquals(1, found.size());
        assertEquals(edited.substring(0, edited.length() - 1), text(own, found.getFirst()));
    }

    @Test
    void longCopy_isOnePassage() {
        String copied = Texts.filler(5, 6000);
        List<AlignedPassage> found = PassageAligner.align(
                Texts.tokens(Texts.filler(6, 40) + " " + copied), Texts.tokens(copied + " " + Texts.filler(7, 700)));
        assertEquals(1, found.size());
        assertEquals(6000, found.getFirst().pairs().size());
    }

    @Test
    void unrelatedText_sharesNothing() {
        assertEquals(
                List.of(),
                PassageAligner.align(
                        Texts.tokens(Texts.filler(1, 800) + " the price of the bottle"),
                        Texts.tokens(Texts.filler(2, 800) + " " + Texts.PASSAGE)));
        assertEquals(List.of(), PassageAligner.align(Texts.tokens(""), Texts.tokens(Texts.PASSAGE)));
    }

    @Test
    void rewordedPassage_isOnePassage() {
        String reworded = "In the northern regions, shoppers told us that the size of refills mattered more than price."
                + " Within a quarter three of five changed their brand, for the shelf lacked their usual bottle."
                + " Only the oldest households were kept by loyalty cards from trying the label of the discounter.";
        String own = Texts.filler(1, 300) + ". " + reworded + " " + Texts.filler(2, 300);
        String other = Texts.filler(3, 100) + ". " + Texts.PASSAGE + " " + Texts.filler(4, 100);
        List<AlignedPassage> found = PassageAligner.align(Texts.tokens(own), Texts.tokens(other));
        assertEquals(1, found.size());
        assertEquals(Edit.HEAVY, found.getFirst().edit());
        String text = text(own, found.getFirst());
        assertTrue(text.startsWith("In the northern regions, shoppers"), text);
        assertTrue(text.endsWith("from trying the label"), text);
    }

    @Test
    void sameTextWithNewFigures_isToldSo() {
        String before =
                "Revenue of the drinks division rose by 4.5 per cent to 812 million, the margin by 30 basis points to"
                        + " 11.2 per cent, and the board proposes a dividend of 17 pence for the year ended 31 March.";
        String after =
                "Revenue of the drinks division rose by 7.1 per cent to 870 million, the margin by 12 basis points to"
                        + " 11.3 per cent, and the board proposes a dividend of 19 pence for the year ended 30 March.";
        List<AlignedPassage> found = PassageAligner.align(Texts.tokens(after), Texts.tokens(before));
        assertEquals(1, found.size());
        assertTrue(found.getFirst().newFigures());
        assertEquals(
                new AlignedPassage.Range(0, Texts.tokens(after).size()),
                found.getFirst().own());
        AlignedPassage same =
                PassageAligner.align(Texts.tokens(before), Texts.tokens(before)).getFirst();
        assertEquals(Edit.VERBATIM, same.edit());
        assertFalse(same.newFigures());
    }

    @Test
    void words_areCountedOnceOnEachSide() {
        String own = Texts.PASSAGE + " " + Texts.filler(1, 200) + " " + Texts.PASSAGE;
        List<AlignedPassage> found = PassageAligner.align(Texts.tokens(own), Texts.tokens(Texts.PASSAGE));
        assertEquals(2, found.size());
        for (AlignedPassage passage : found) {
            assertEquals(
                    passage.pairs().size(),
                    passage.pairs().stream()
                            .map(AlignedPassage.Pair::own)
                            .distinct()
                            .count());
            assertEquals(Edit.VERBATIM, passage.edit());
        }
    }

    @Test
    void fingerprints_dependOnTheSecret_notOnTheOrderOfThreeWords() {
        List<Shingle> shingles = Shingle.of(Texts.tokens(Texts.filler(1, 600)));
        assertNotEquals(hashes("one", shingles), hashes("two", shingles));
        assertEquals(hashes("one", shingles), hashes("one", shingles));
        assertEquals(
                0,
                hashes("one", shingles).stream()
                        .filter(hashes("two", shingles)::contains)
                        .count());
        assertEquals(.5, hashes("one", shingles).size() / (double) shingles.size(), .08);
        assertEquals(
                Shingle.of(Texts.tokens("bottle refill price")).getFirst().digest(),
                Shingle.of(Texts.tokens("Prices, refilled bottles")).getFirst().digest());
    }

    private static String text(String own, AlignedPassage passage) {
        Tokens tokens = Texts.tokens(own);
        return own.substring(
                tokens.start(passage.own().from()), tokens.end(passage.own().to() - 1));
    }

    private static Set<Long> hashes(String secret, List<Shingle> shingles) {
        return new Fingerprints(secret.getBytes(StandardCharsets.UTF_8))
                .of(shingles).stream().map(Fingerprint::hash).collect(Collectors.toSet());
    }
}
