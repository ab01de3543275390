package dev.assay.extract.plain;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/// Splits delimited text into records (RFC 4180) as it comes, whatever its length.
final class Records {
    private static final int CHUNK = 1 << 16;
    private static final int NOTHING = -1;

    private final Reader in;
    private final Dialect dialect;
    private final char[] chunk = new char[CHUNK];
    private final StringBuilder field = new StringBuilder();
    private int at;
    private int end;
    private boolean malformed;
    private boolean unclosed;

    Records(String text, Dialect dialect) {
        this(new StringReader(text), dialect);
    }

    Records(Reader in, Dialect dialect) {
        this.in = in;
        this.dialect = dialect;
    }

    /// Passes over what stands before the first record.
    void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            take();
        }
    }

    /// Whether some bytes were no text in the encoding.
    boolean malformed() {
        return malformed;
    }

    /// Whether the last quoted field was never closed.
    boolean unclosed() {
        return unclosed;
    }

    /// The next character, which stays; [#NOTHING] at the end.
    int peek() throws IOException {
        if (at >= end) {
            at = 0;
            end = in.read(chunk);
            if (end <= 0) {
                end = 0;
                return NOTHING;
            }
        }
        return chunk[at];
    }

    private int take() throws IOException {
        int c = peek();
        at += c == NOTHING ? 0 : 1;
        malformed |= c == '\uFFFD';
        return c;
    }

    /// The next record; empty at the end. An empty line is a record of one empty field.
    List<String> next() throws IOException {
        List<String> fields = new ArrayList<>();
        if (peek() == NOTHING) {
            return fields;
        }
        fields.add(field());
        while (peek() == dialect.delimiter()) {
            take();
            fields.add(field());
        }
        skipLineEnd();
        return fields;
    }

    private String field() throws IOException {
        field.setLength(0);
        if (dialect.quote() != '\0' && peek() == dialect.quote()) {
            quoted();
        }
        // What follows a closing quote belongs to the field all the same: no character is lost.
        int c = peek();
        while (c != NOTHING && c != dialect.delimiter() && c != '\n' && c != '\r') {
            append((char) take());
            c = peek();
        }
        return field.toString();
    }

    private void quoted() throws IOException {
        take();
        unclosed = true;
        for (int c = take(); c != NOTHING; c = take()) {
            if (c != dialect.quote()) {
                append((char) c);
            } else if (peek() == dialect.quote()) {
                append((char) take());
            } else {
                unclosed = false;
                return;
            }
        }
    }

    private void append(char c) {
        field.append(dialect.lineBreak() != '\0' && c == dialect.lineBreak() ? '\n' : c);
    }

    private void skipLineEnd() throws IOException {
        if (peek() == '\r') {
            take();
        }
        if (peek() == '\n') {
            take();
        }
    }
}
