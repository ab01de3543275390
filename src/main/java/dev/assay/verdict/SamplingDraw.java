package dev.assay.verdict;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Draws deliverables for a person's reading by a keyed hash, so that a draw can be repeated by whoever holds
/// the key and foreseen by nobody else.
public final class SamplingDraw {
    private static final String HASH = "HmacSHA256";
    private static final int FRACTION_BITS = 53;

    private SamplingDraw() {}

    /// Draws.
    ///
    /// @param key         the installation's sampling key, at least 16 bytes
    /// @param workOrder   the work order's id
    /// @param deliverable the deliverable's id in its work order
    /// @param round       counted from 1
    /// @param plan        name and version of the sampling plan
    /// @param share       the share that is drawn: 0 draws none, 1 draws all
    /// @throws IllegalArgumentException if the key is too short or the share is not from 0 to 1
    public static Draw draw(byte[] key, String workOrder, String deliverable, int round, String plan, double share) {
        if (key.length < 16) {
            throw new IllegalArgumentException("A sampling key has at least 16 bytes. Found: " + key.length);
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A sampling share is from 0 to 1. Found: " + share);
        }
        String subject = workOrder + '\0' + deliverable + '\0' + round + '\0' + plan;
        return new Draw(fraction(key, subject) < share, plan, share);
    }

    /// A number from 0 up to but not 1, evenly spread over subjects.
    private static double fraction(byte[] key, String subject) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(key, HASH));
            long first = ByteBuffer.wrap(mac.doFinal(subject.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
            return (double) (first >>> (Long.SIZE - FRACTION_BITS)) / (1L << FRACTION_BITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HASH, e);
        }
    }
}
