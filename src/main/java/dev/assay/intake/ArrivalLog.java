package dev.assay.intake;

import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import java.util.Optional;

/// Where arrivals are recorded for good. Each method that changes something returns after its transaction is
/// committed and durable, and throws when it is not sure of that; the caller then asks [#state] before anything
/// else.
public interface ArrivalLog {
    /// Records an arrival whose bytes are in the vault, with its job and its event, in one transaction.
    ///
    /// @return false if an arrival of that id is recorded already; nothing is changed then
    boolean record(Arrival arrival);

    /// Records an arrival that was refused. Its bytes were not read: the hash is empty.
    ///
    /// @param refusal why, as it is counted
    /// @param reason  for the vendor, one sentence
    /// @return false if an arrival of that id is recorded already; nothing is changed then
    boolean refuse(Arrival arrival, Refusal refusal, String reason);

    /// Records that the source has let go of an arrival. May be called again for the same arrival, and long
    /// after it has gone further.
    void acknowledged(String arrivalId);

    /// How an arrival was recorded; empty if it was not. An arrival that went further is still `RECORDED`.
    Optional<State> state(String arrivalId);

    /// Notes something at a source that will not be taken as it is, such as a link. Told once for as long as it
    /// lies there, and again after a restart.
    ///
    /// @param name   as it may be shown
    /// @param reason what it is and what would help, one sentence
    void passedOver(String vendor, String name, String reason);

    /// Notes that an attempt to take something from a source failed. It is still there, or claimed, and each
    /// further attempt that fails is noted again.
    void failed(Channel channel);

    /// How an arrival was recorded.
    enum State {
        /// With its bytes.
        RECORDED,
        /// Without them.
        REFUSED
    }
}
