package dev.assay.intake;

import dev.assay.work.Channel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// The identity of one pick-up: the same however often the same pick-up is looked at, another for everything
/// else.
public final class ArrivalId {
    private static final int BYTES = 16;

    private ArrivalId() {}

    /// The identity of what a source names by its own fields.
    ///
    /// @param source whose it is: the vendor, or the account and server
    /// @param fields of the source's own, each as [#field] gives it
    /// @return 32 hex digits
    public static String of(Channel channel, String source, List<byte[]> fields) {
        MessageDigest digest = sha256();
        add(digest, field(channel.word()));
        add(digest, field(source));
        fields.forEach(field -> add(digest, field));
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    public static byte[] field(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    public static byte[] field(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] field(Instant moment) {
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(moment.getEpochSecond())
                .putInt(moment.getNano())
                .array();
    }

    /// Lengths keep neighbouring fields apart.
    private static void add(MessageDigest digest, byte[] field) {
        digest.update(field(field.length));
        digest.update(field);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256", e);
        }
    }
}
