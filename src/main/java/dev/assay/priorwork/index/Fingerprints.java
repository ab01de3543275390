package dev.assay.priorwork.index;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns shingles into fingerprints that tell nothing to whoever lacks the installation's secret. Of two shingles
/// one is kept, the same ones wherever they stand.
public final class Fingerprints {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BITS_DROPPED = Long.SIZE - 40;
    private static final long CHECK = 0x6173736179L;

    private final SecretKeySpec key;

    /// @param secret of the installation
    public Fingerprints(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /// The fingerprints of a text, in order.
    public List<Fingerprint> of(List<Shingle> shingles) {
        Mac mac = mac();
        List<Fingerprint> kept = new ArrayList<>();
        for (Shingle shingle : shingles) {
            if ((shingle.digest() & 1) == 0) {
                kept.add(new Fingerprint(keyed(mac, shingle.digest()) >>> BITS_DROPPED, shingle.token()));
            }
        }
        return kept;
    }

    /// Tells this secret from another without giving it away.
    String checkValue() {
        return HexFormat.of().toHexDigits(keyed(mac(), CHECK));
    }

    private static long keyed(Mac mac, long digest) {
        return ByteBuffer.wrap(mac.doFinal(
                        ByteBuffer.allocate(Long.BYTES).putLong(digest).array()))
                .getLong();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
