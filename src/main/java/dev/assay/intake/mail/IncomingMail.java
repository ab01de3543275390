package dev.assay.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/// A mail as it lies in its mailbox.
public interface IncomingMail {
    /// Stands for the mailbox folder as it numbers its mails now (RFC 9051, 2.3.1.1).
    long uidValidity();

    /// Its number there, which no other mail ever has.
    long uid();

    /// How many bytes the server says it has; less than 0 where it does not say.
    long size() throws IOException;

    /// When the server took it.
    Instant received() throws IOException;

    /// All addresses it went to, as its headers have them.
    List<String> recipients() throws IOException;

    /// Opens it whole, with its headers; it is not marked as read.
    InputStream open() throws IOException;

    /// Moves it by its number into a folder that is made where it is missing. Nothing happens if it is gone.
    void moveTo(Box box) throws IOException;

    /// Whether the connection to the server still stands.
    boolean isReachable();

    /// Where mails go from the folder they came into.
    enum Box {
        /// For what is recorded.
        PROCESSED,
        /// For what cannot be received.
        PARKED
    }
}
