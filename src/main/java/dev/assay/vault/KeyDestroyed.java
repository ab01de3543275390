package dev.assay.vault;

/// A client's key was destroyed on purpose: what rested under it can never be read, and nothing new is stored.
public final class KeyDestroyed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyDestroyed(String client) {
        super("The key of client '" + client
                + "' was destroyed; its text cannot be read or added to. Use a new client id for new work.");
    }
}
