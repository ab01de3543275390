package dev.assay.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// The identity of one pick-up: the same however often the same pick-up is looked at, another for everything
/// else.
final class ArrivalId {
    private static final int BYTES = 16;

    private ArrivalId() {}

    /// A file in a vendor's folder. The time of change is part of it, because files dropped with a preserved
    /// modification time would else share an identity.
    ///
    /// @return 32 hex digits
    static String ofFile(String vendor, FileFacts facts, byte[] name) {
        return of(
                FolderIntake.CHANNEL,
                vendor,
                List.of(
                        number(facts.device()),
                        number(facts.inode()),
                        moment(facts.changed()),
                        moment(facts.modified()),
                        number(facts.size()),
                        name));
    }

    private static String of(String channel, String source, List<byte[]> nativeId) {
        MessageDigest digest = sha256();
        add(digest, channel.getBytes(StandardCharsets.UTF_8));
        add(digest, source.getBytes(StandardCharsets.UTF_8));
        nativeId.forEach(field -> add(digest, field));
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    /// Lengths keep neighbouring fields apart.
    private static void add(MessageDigest digest, byte[] field) {
        digest.update(number(field.length));
        digest.update(field);
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static byte[] moment(Instant moment) {
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(moment.getEpochSecond())
                .putInt(moment.getNano())
                .array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256", e);
        }
    }
}
