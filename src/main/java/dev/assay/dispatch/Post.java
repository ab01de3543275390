package dev.assay.dispatch;

import dev.assay.letter.Letter;
import java.io.IOException;

/// Hands mails to a server.
public interface Post {
    /// Hands over a mail; on return the server has taken it.
    ///
    /// @param id      the same for the same mail however often it is sent, 32 hex digits
    /// @param address to whom
    /// @throws AddressRefused if the server refused the address for good
    /// @throws IOException if the server did not take it, or may have
    void send(String id, String address, Letter letter) throws IOException;
}
