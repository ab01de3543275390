package dev.assay.ledger;

import java.util.Set;
import java.util.function.Function;

/// Where what happens is told outside of the queues' folders.
///
/// @param letters by which ways a vendor gets letters; none where it gets no letters
/// @param broker  whether a message tells of each folder that comes into a queue
public record Outlets(Function<String, Set<LetterWay>> letters, boolean broker) {
    /// Nobody is told.
    public static final Outlets NONE = new Outlets(vendor -> Set.of(), false);
}
