package dev.assay.dispatch;

import java.io.IOException;

/// A mail server said for good that it takes nothing for an address: trying again changes nothing by itself.
public final class AddressRefused extends IOException {
    private static final long serialVersionUID = 1;

    /// @param message what the server said
    public AddressRefused(String message) {
        super(message);
    }
}
