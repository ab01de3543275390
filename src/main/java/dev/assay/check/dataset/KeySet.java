package dev.assay.check.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Remembers texts by 96 bits of their digest, each with a number: a million take 40 MB whatever their length. That
/// two different ones of ten million are taken for one is less likely than one in 10^14.
final class KeySet {
    private static final double FULL = 0.6;

    private final MessageDigest digest = sha256();
    private long[] first = new long[1 << 10];
    private int[] second = new int[1 << 10];
    private int[] numbers = new int[1 << 10];
    private int count;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /// Adds a text unless it is there.
    ///
    /// @param number at least 1
    /// @return 0 where it was not there, else the number it was added with
    int add(String text, int number) {
        if (count >= FULL * numbers.length) {
            grow();
        }
        byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
        long one = bytes(hash, 0, 8);
        int two = (int) bytes(hash, 8, 4);
        int at = slot(one, two);
        if (numbers[at] != 0) {
            return numbers[at];
        }
        put(at, one, two, number);
        count++;
        return 0;
    }

    boolean contains(String text) {
        byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
        return numbers[slot(bytes(hash, 0, 8), (int) bytes(hash, 8, 4))] != 0;
    }

    int size() {
        return count;
    }

    private int slot(long one, int two) {
        int mask = numbers.length - 1;
        int at = (int) one & mask;
        while (numbers[at] != 0 && (first[at] != one || second[at] != two)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void put(int at, long one, int two, int number) {
        first[at] = one;
        second[at] = two;
        numbers[at] = number;
    }

    private void grow() {
        long[] ones = first;
        int[] twos = second;
        int[] known = numbers;
        first = new long[2 * ones.length];
        second = new int[2 * twos.length];
        numbers = new int[2 * known.length];
        Arrays.fill(numbers, 0);
        for (int i = 0; i < known.length; i++) {
            if (known[i] != 0) {
                put(slot(ones[i], twos[i]), ones[i], twos[i], known[i]);
            }
        }
    }

    private static long bytes(byte[] hash, int from, int length) {
        long value = 0;
        for (int i = from; i < from + length; i++) {
            value = value << 8 | (hash[i] & 0xFF);
        }
        return value;
    }
}
