package dev.assay.extract.mail;

import java.util.List;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.Event;

/// Notes what is wrong with a mail while it is parsed on all the same.
final class MimeFaults extends DecodeMonitor {
    /// What the decoders say of bytes that are lost or changed; they also say much that does no harm.
    private static final List<String> DAMAGE = List.of(
            "Malformed encoded value", "Unexpected base64 byte", "Unexpected end of BASE64", "Unexpected padding");

    private boolean unclosed;
    private boolean headersCutOff;
    private boolean damagedBytes;

    @Override
    public boolean warn(String error, String consequence) {
        if (error.contains(Event.MIME_BODY_PREMATURE_END.toString())) {
            unclosed = true;
        } else if (error.contains(Event.HEADERS_PREMATURE_END.toString())) {
            headersCutOff = true;
        } else {
            damagedBytes |= DAMAGE.stream().anyMatch(error::contains);
        }
        return false;
    }

    @Override
    public boolean isListening() {
        return true;
    }

    /// Whether a multipart ends without its last boundary.
    boolean unclosed() {
        return unclosed;
    }

    /// Whether the mail ends among its headers.
    boolean headersCutOff() {
        return headersCutOff;
    }

    /// Whether the part read last was damaged in its transfer encoding; forgotten once told.
    boolean takeDamagedBytes() {
        boolean damaged = damagedBytes;
        damagedBytes = false;
        return damaged;
    }
}
