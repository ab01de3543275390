package dev.assay.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class PriorWorkBenchIT {
    @Test
    void twoRunsFindTheSame_andAllThatWasCopiedUnchanged() throws IOException, InterruptedException {
        List<String> told = new ArrayList<>();
        ScaleFigures figures = PriorWorkBench.run(List.of(500, 1000), 5, 5, 1000, told::add);
        assertEquals(2, figures.sizes().size());
        for (ScaleFigures.Size size : figures.sizes()) {
            assertEquals(1, size.found().get(0));
            assertEquals(1, size.aligned().get(0));
            assertEquals(1, Objects.requireNonNull(size.baseline()).found().get(0));
            assertEquals(1, size.score().granularity());
            assertTrue(size.lookUp() > 0 && size.aligning() > 0 && size.heap() > 0);
        }
        assertTrue(figures.sizes().getLast().passages()
                > figures.sizes().getFirst().passages());
        assertTrue(figures.text().contains("plagdet"), figures.text());
        assertEquals("100 reports are taken in; looking up", told.getLast());

        ScaleFigures again = PriorWorkBench.run(List.of(500, 1000), 5, 5, 1000, told::add);
        for (int i = 0; i < 2; i++) {
            ScaleFigures.Size first = figures.sizes().get(i);
            ScaleFigures.Size second = again.sizes().get(i);
            assertEquals(first.passages(), second.passages());
            assertEquals(first.found(), second.found());
            assertEquals(first.aligned(), second.aligned());
            assertEquals(first.score(), second.score());
            assertEquals(first.candidates(), second.candidates());
            assertEquals(first.falsePer100(), second.falsePer100());
            assertEquals(
                    Objects.requireNonNull(first.baseline()).found(),
                    Objects.requireNonNull(second.baseline()).found());
        }
    }
}
