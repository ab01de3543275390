package dev.assay.check;

/// White space of every kind made plain, for patterns that look for one space.
public final class Spaces {
    private Spaces() {}

    /// Each white space as one plain space, so that places in the text stay.
    public static String plain(String text) {
        int length = text.length();
        int at = 0;
        while (at < length && !isOdd(text.charAt(at))) {
            at++;
        }
        if (at == length) {
            return text;
        }
        char[] plain = text.toCharArray();
        for (int i = at; i < length; i++) {
            if (isOdd(plain[i])) {
                plain[i] = ' ';
            }
        }
        return new String(plain);
    }

    /// A run of white space as one plain space, none at the ends.
    public static String single(String text) {
        String plain = plain(text).strip();
        return plain.contains("  ") ? runs(plain) : plain;
    }

    private static String runs(String plain) {
        StringBuilder single = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c != ' ' || single.charAt(single.length() - 1) != ' ') {
                single.append(c);
            }
        }
        return single.toString();
    }

    /// What `[\p{Z}\s]` matches, but for the plain space.
    private static boolean isOdd(char c) {
        return c < 0x80 ? c >= '\t' && c <= '\r' : Character.isSpaceChar(c);
    }
}
