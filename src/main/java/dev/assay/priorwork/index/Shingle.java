package dev.assay.priorwork.index;

import dev.assay.priorwork.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Three neighbouring words that carry meaning, in any order.
///
/// Figures are left out between words, so that a text with new figures has the same shingles; three figures in a
/// row, as tables have them, make shingles of their own.
///
/// It is made where vendors' text is worked on and is not yet fit to be kept: whoever has a dictionary can find
/// its words. The secret that makes it so ([Fingerprints]) never goes to where vendors' text is worked on.
///
/// @param digest of the words
/// @param token  where the first of them stands among all words
public record Shingle(long digest, int token) {
    private static final int WORDS = 3;
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /// All of a text, in order.
    public static List<Shingle> of(Tokens tokens) {
        return of(tokens, 0, count(tokens));
    }

    /// At how many content words of a text one may begin.
    public static int count(Tokens tokens) {
        return Math.max(0, tokens.contentSize() - WORDS + 1);
    }

    /// Those that begin at the content words of a text from one number to before another.
    public static List<Shingle> of(Tokens tokens, int from, int to) {
        return of(
                new ContentWords() {
                    @Override
                    public int size() {
                        return tokens.contentSize();
                    }

                    @Override
                    public String stem(int number) {
                        return tokens.contentStem(number);
                    }

                    @Override
                    public int token(int number) {
                        return tokens.contentAt(number);
                    }
                },
                from,
                to);
    }

    /// The words of a text that carry meaning.
    public interface ContentWords {
        int size();

        /// What the n-th is compared by.
        String stem(int number);

        /// Where the n-th stands among all words.
        int token(int number);
    }

    /// Those that begin at the words from one number to before another.
    public static List<Shingle> of(ContentWords words, int from, int to) {
        List<Shingle> shingles = new ArrayList<>();
        long[] digests = new long[WORDS];
        for (int first = from; first < to; first++) {
            int second = next(words, first);
            int third = second < 0 ? -1 : next(words, second);
            if (third >= 0) {
                digests[0] = digest(words.stem(first));
                digests[1] = digest(words.stem(second));
                digests[2] = digest(words.stem(third));
                shingles.add(new Shingle(digest(digests), words.token(first)));
            }
        }
        return shingles;
    }

    /// After a figure a figure alone, after a word the next word; -1 if there is none.
    private static int next(ContentWords words, int number) {
        int next = number + 1;
        if (isFigure(words.stem(number))) {
            return next < words.size() && isFigure(words.stem(next)) ? next : -1;
        }
        while (next < words.size() && isFigure(words.stem(next))) {
            next++;
        }
        return next < words.size() ? next : -1;
    }

    private static boolean isFigure(String stem) {
        return !stem.isEmpty() && Character.isDigit(stem.codePointAt(0));
    }

    /// FNV-1a (Fowler, Noll and Vo) over the characters, with the bits mixed: words of a language differ in few.
    private static long digest(String stem) {
        long hash = FNV_START;
        for (int i = 0; i < stem.length(); i++) {
            hash = (hash ^ stem.charAt(i)) * FNV_PRIME;
        }
        return mixed(hash);
    }

    /// Of words in any order; sorts them.
    private static long digest(long[] words) {
        Arrays.sort(words);
        long hash = 0;
        for (long word : words) {
            hash = mixed(hash * FNV_PRIME + word);
        }
        return hash;
    }

    /// The last step of MurmurHash3 (Appleby): every bit depends on every other.
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
