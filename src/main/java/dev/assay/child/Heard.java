package dev.assay.child;

/// What came from a child.
sealed interface Heard {
    /// A frame.
    record Said(Frame frame) implements Heard {}

    /// Something out of protocol; nothing further is read.
    record Garbled(String detail) implements Heard {}

    /// The child's output ended.
    record Closed() implements Heard {}
}
