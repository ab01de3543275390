package dev.assay.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The keystore as it lies in its file: one fact a line, keys sealed.
///
/// @param iterations of PBKDF2; 1 where the passphrase is empty
/// @param salt       of PBKDF2, Base64
/// @param keys       sealed keys by label: `master`, `intake`, `client:<id>`
/// @param destroyed  labels of keys that were destroyed
record KeystoreText(int iterations, String salt, Map<String, byte[]> keys, Set<String> destroyed) {
    private static final String FIRST_LINE = "assay-keys 1";
    private static final String FUNCTION = "pbkdf2-hmac-sha256";

    KeystoreText {
        if (iterations < 1 || Base64.getDecoder().decode(salt).length == 0) {
            throw new IllegalArgumentException("line 2: iterations and salt are expected");
        }
        keys = new TreeMap<>(keys);
        destroyed = new TreeSet<>(destroyed);
    }

    KeystoreText with(String label, byte[] hidden) {
        KeystoreText more = new KeystoreText(iterations, salt, keys, destroyed);
        more.keys.put(label, hidden);
        return more;
    }

    KeystoreText without(String label) {
        KeystoreText less = new KeystoreText(iterations, salt, keys, destroyed);
        less.keys.remove(label);
        less.destroyed.add(label);
        return less;
    }

    byte[] bytes() {
        Base64.Encoder base64 = Base64.getEncoder();
        StringBuilder text = new StringBuilder(FIRST_LINE + "\n");
        text.append("passphrase " + FUNCTION + " " + iterations + " " + salt + "\n");
        keys.forEach((label, hidden) -> text.append("key " + label + " " + base64.encodeToString(hidden) + "\n"));
        destroyed.forEach(label -> text.append("destroyed " + label + "\n"));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static KeystoreText read(Path file, byte[] content) throws KeystoreRefused {
        String[] lines = new String(content, StandardCharsets.US_ASCII).split("\n", -1);
        if (!lines[0].equals(FIRST_LINE)) {
            throw new KeystoreRefused(
                    file,
                    "its first line is not '" + FIRST_LINE + "'. Restore it from a backup, or use a newer build.");
        }
        try {
            return read(lines);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new KeystoreRefused(file, "a line is damaged (" + e.getMessage() + "). Restore it from a backup.");
        }
    }

    private static KeystoreText read(String[] lines) {
        String[] function = lines[1].split(" ", -1);
        if (!function[1].equals(FUNCTION)) {
            throw new IllegalArgumentException("line 2: " + FUNCTION + " is expected");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        KeystoreText text = new KeystoreText(Integer.parseInt(function[2]), function[3], Map.of(), Set.of());
        for (int number = 2; number < lines.length - 1; number++) {
            String[] words = lines[number].split(" ", -1);
            switch (words[0]) {
                case "key" -> text.keys.put(words[1], base64.decode(words[2]));
                case "destroyed" -> text.destroyed.add(words[1]);
                default -> throw new IllegalArgumentException("line " + (number + 1) + ": neither key nor destroyed");
            }
        }
        return text;
    }
}
