package dev.assay.lab.bench;

import java.util.SplittableRandom;

/// Draws ranks as frequent as words of natural text: as 1 / (rank + offset) (Mandelbrot 1953). Drawing takes the
/// same time however many ranks there are (Vose, IEEE Trans. Softw. Eng. 17, 1991).
final class Zipf {
    private final double[] keep;
    private final int[] alias;

    Zipf(int ranks, double offset) {
        double[] scaled = new double[ranks];
        double sum = 0;
        for (int i = 0; i < ranks; i++) {
            scaled[i] = 1 / (i + 1 + offset);
            sum += scaled[i];
        }
        this.keep = new double[ranks];
        this.alias = new int[ranks];
        int[] queue = new int[ranks];
        int small = 0;
        int large = ranks;
        for (int i = 0; i < ranks; i++) {
            scaled[i] *= ranks / sum;
            if (scaled[i] < 1) {
                queue[small++] = i;
            } else {
                queue[--large] = i;
            }
        }
        while (small > 0 && large < ranks) {
            int less = queue[--small];
            int more = queue[large];
            keep[less] = scaled[less];
            alias[less] = more;
            scaled[more] -= 1 - scaled[less];
            if (scaled[more] < 1) {
                large++;
                queue[small++] = more;
            }
        }
        while (large < ranks) {
            keep[queue[large++]] = 1;
        }
        while (small > 0) {
            keep[queue[--small]] = 1;
        }
    }

    int draw(SplittableRandom random) {
        int column = random.nextInt(keep.length);
        return random.nextDouble() < keep[column] ? column : alias[column];
    }
}
