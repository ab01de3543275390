package dev.assay.priorwork.index;

import dev.assay.priorwork.text.Tokens;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Three neighbouring words that carry meaning, in any order.
///
/// It is made where vendors' text is worked on and is not yet fit to be kept: whoever has a dictionary can find
/// its words. The secret that makes it so ([Fingerprints]) never goes to where vendors' text is worked on.
///
/// @param digest of the words
/// @param token  where the first of them stands among all words
public record Shingle(long digest, int token) {
    private static final int WORDS = 3;

    /// All of a text, in order.
    public static List<Shingle> of(Tokens tokens) {
        return of(tokens, 0, count(tokens));
    }

    /// How many a text has.
    public static int count(Tokens tokens) {
        return Math.max(0, tokens.contentSize() - WORDS + 1);
    }

    /// Those of a text from one number to before another.
    public static List<Shingle> of(Tokens tokens, int from, int to) {
        MessageDigest sha256 = sha256();
        List<Shingle> shingles = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String[] words = {tokens.contentStem(i), tokens.contentStem(i + 1), tokens.contentStem(i + 2)};
            Arrays.sort(words);
            byte[] digest = sha256.digest(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
            shingles.add(new Shingle(ByteBuffer.wrap(digest).getLong(), tokens.contentAt(i)));
        }
        return shingles;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
