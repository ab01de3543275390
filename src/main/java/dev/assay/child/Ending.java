package dev.assay.child;

/// How a task ended. Parts that were sent before the end have been handed over in every case.
public sealed interface Ending {
    /// The task returned.
    record Done() implements Ending {}

    /// The task threw.
    ///
    /// @param type the exception's class name
    record Threw(String type) implements Ending {}

    /// No part came for as long as the deadline allows; the child and its descendants were ended.
    record Overran() implements Ending {}

    /// The child needed more memory than it may have.
    record OutOfMemory() implements Ending {}

    /// The child ended by itself or spoke out of protocol.
    ///
    /// @param detail what was seen, such as `exit 3`
    record Died(String detail) implements Ending {}
}
