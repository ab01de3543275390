package dev.assay.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplingDrawTest {
    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER = "fedcba9876543210".getBytes(StandardCharsets.US_ASCII);

    private static List<Integer> drawn(byte[] key, String plan, double share) {
        return IntStream.range(0, 2000)
                .filter(i -> SamplingDraw.draw(key, "hb-101", "d" + i, 1, plan, share)
                        .drawn())
                .boxed()
                .toList();
    }

    @Test
    void sameSubject_isDrawnAlike_andEveryPartOfItMatters() {
        List<Integer> first = drawn(KEY, "plan-1", 0.1);
        assertEquals(first, drawn(KEY, "plan-1", 0.1));
        assertNotEquals(first, drawn(KEY, "plan-2", 0.1));
        assertNotEquals(first, drawn(OTHER, "plan-1", 0.1));
    }

    @Test
    void shareOfDraws_isNearThePlans() {
        int drawn = drawn(KEY, "plan-1", 0.1).size();
        assertTrue(drawn > 150 && drawn < 250, () -> "drawn " + drawn + " of 2000");
    }

    @Test
    void bounds() {
        assertEquals(0, drawn(KEY, "plan-1", 0).size());
        assertEquals(2000, drawn(KEY, "plan-1", 1).size());
        assertThrows(IllegalArgumentException.class, () -> drawn(KEY, "p", 1.01));
        assertThrows(IllegalArgumentException.class, () -> drawn(KEY, "p", Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> drawn(new byte[3], "p", 0.5));
        assertFalse(Draw.none().drawn());
    }
}
