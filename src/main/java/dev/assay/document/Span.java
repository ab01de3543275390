package dev.assay.document;

/// A half-open range of a document's text.
///
/// @param start first UTF-16 offset, at least 0
/// @param end   one past the last UTF-16 offset, at least `start`
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A span needs 0 <= start <= end. Found: " + start + " and " + end);
        }
    }

    /// The number of UTF-16 units covered.
    public int length() {
        return end - start;
    }

    /// Whether `other` lies wholly inside this span.
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /// Whether both share at least one UTF-16 unit.
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
