package dev.assay.dispatch;

import java.io.IOException;

/// Takes messages for others.
public interface Broker {
    /// Sends a message; on return the broker has it on its disk.
    ///
    /// @param queue   the broker's queue
    /// @param id      the same whenever the same message is sent again, by which it is taken once
    /// @param subject what messages keep their order for
    /// @throws IOException if that is not sure
    void send(String queue, String id, String subject, String text) throws IOException;
}
