package dev.assay.lab.bench;

/// Makes numbers out of numbers that look drawn at random and are always the same.
final class Seed {
    private Seed() {}

    /// The finishing step of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
    static long of(long one, long other) {
        long mixed = one * 0x9e3779b97f4a7c15L + other;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /// A number from 0 to before a bound.
    static int below(int bound, long one, long other) {
        return (int) Math.floorMod(of(one, other), (long) bound);
    }
}
