package dev.assay.config;

import java.util.ArrayList;
import java.util.List;

/// Reads the text of a `.properties` file, as `java.util.Properties` reads it, and keeps where each key and
/// value stands.
final class PropertiesReader {
    private static final int END = -1;

    private final String file;
    private final String text;
    private final Problems problems;
    private int index;
    private int line = 1;
    private int lineStart;
    private Position at;
    private boolean escaped;

    private PropertiesReader(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
        this.at = new Position(file, 1, 1);
    }

    /// A key and its value, escapes resolved.
    record Entry(String key, Position keyAt, String value, Position valueAt) {}

    /// All entries in the order of the file. A broken escape and a value without a key go to `problems`.
    static List<Entry> read(String file, String text, Problems problems) {
        return new PropertiesReader(file, text, problems).entries();
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        while (skipToContent()) {
            if (text.charAt(index) == '#' || text.charAt(index) == '!') {
                skipLine();
            } else {
                Entry entry = entry();
                if (entry.key().isEmpty()) {
                    problems.add(entry.keyAt(), "a key is missing before the value. Write key = value");
                } else {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private Entry entry() {
        StringBuilder key = new StringBuilder();
        int c = next();
        Position keyAt = at;
        while (c != END && !isSeparator(c)) {
            key.append((char) c);
            c = next();
        }
        c = skipBlanks(c);
        if (!escaped && (c == '=' || c == ':')) {
            c = skipBlanks(next());
        }
        Position valueAt = at;
        StringBuilder value = new StringBuilder();
        while (c != END) {
            value.append((char) c);
            c = next();
        }
        return new Entry(key.toString(), keyAt, value.toString(), valueAt);
    }

    private int skipBlanks(int first) {
        int c = first;
        while (!escaped && isBlank(c)) {
            c = next();
        }
        return c;
    }

    /// The next character of the logical line, escapes resolved and continued lines joined.
    private int next() {
        escaped = false;
        while (true) {
            at = new Position(file, line, index - lineStart + 1);
            if (index >= text.length() || isLineEnd(text.charAt(index))) {
                return END;
            }
            char c = text.charAt(index++);
            if (c != '\\') {
                return c;
            }
            if (index >= text.length()) {
                return END;
            }
            if (!isLineEnd(text.charAt(index))) {
                escaped = true;
                return unescape(text.charAt(index++));
            }
            skipLineEnd();
            skipBlanks();
        }
    }

    private char unescape(char c) {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> c;
        };
    }

    private char unicode() {
        int end = Math.min(index + 4, text.length());
        String digits = text.substring(index, end);
        if (!digits.matches("[0-9A-Fa-f]{4}")) {
            problems.add(at, "\\u needs four hex digits. Write a backslash itself as \\\\");
            return 'u';
        }
        index = end;
        return (char) Integer.parseInt(digits, 16);
    }

    /// Goes to the first character of the next line that is not blank; false at the end of the text.
    private boolean skipToContent() {
        skipBlanks();
        while (index < text.length() && (isLineEnd(text.charAt(index)) || isEmptyContinuation())) {
            index += isEmptyContinuation() ? 1 : 0;
            skipLineEnd();
            skipBlanks();
        }
        return index < text.length();
    }

    /// Whether a line is continued before anything stood in it.
    private boolean isEmptyContinuation() {
        return text.charAt(index) == '\\' && index + 1 < text.length() && isLineEnd(text.charAt(index + 1));
    }

    private void skipBlanks() {
        while (index < text.length() && isBlank(text.charAt(index))) {
            index++;
        }
    }

    private void skipLine() {
        while (index < text.length() && !isLineEnd(text.charAt(index))) {
            index++;
        }
    }

    private void skipLineEnd() {
        boolean pair = text.startsWith("\r\n", index);
        index += pair ? 2 : 1;
        line++;
        lineStart = index;
    }

    private boolean isSeparator(int c) {
        return !escaped && (c == '=' || c == ':' || isBlank(c));
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
