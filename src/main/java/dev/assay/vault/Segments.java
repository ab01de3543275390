package dev.assay.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Large files under authenticated encryption in segments, in bounded memory.
///
/// This is the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption and
/// its Nonce-Reuse Misuse-Resistance", CRYPTO 2015): every segment's nonce holds its number and whether it is
/// the last, so that a file cut short, reordered, spliced or continued does not open. Each file has its own
/// key, derived from the owner's key, a random salt and what the file is.
///
/// Format: `ASSAYB1` and a zero byte, 32 bytes of salt, then segments of 64 KiB of text (the last one shorter,
/// perhaps empty), each followed by its tag of 16 bytes. The nonce is seven zero bytes, the segment's number in
/// four, and 1 in the last byte for the last segment.
final class Segments {
    private static final byte[] MAGIC = "ASSAYB1\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int COUNTER_AT = 7;
    private static final int LAST_AT = 11;
    static final int SEGMENT = 64 * 1024;

    private final SecretKey key;
    private final String purpose;
    private final Cipher cipher;
    private final MessageDigest digest;
    private final byte[] nonce = new byte[NONCE_BYTES];
    private long size;

    /// One pass over one file.
    ///
    /// @param purpose what the file is; it opens under the same purpose only
    Segments(SecretKey key, String purpose) {
        this.key = key;
        this.purpose = purpose;
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
            digest = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks AES-GCM or SHA-256", e);
        }
    }

    /// Encrypts at most `limit` bytes from the source's position on.
    Stored encrypt(ReadableByteChannel source, long limit, FileChannel target) throws IOException {
        byte[] salt = Sealed.random(SALT_BYTES);
        Disk.writeFully(target, ByteBuffer.wrap(MAGIC));
        Disk.writeFully(target, ByteBuffer.wrap(salt));
        SecretKey fileKey = Derivation.subkey(key, salt, purpose);
        byte[] segment = new byte[SEGMENT];
        byte[] ahead = new byte[SEGMENT];
        int length = readFully(source, segment, limit);
        for (int number = 0; ; number++) {
            int next = length < SEGMENT ? 0 : readFully(source, ahead, limit - size - length);
            digest.update(segment, 0, length);
            size += length;
            Disk.writeFully(target, seal(fileKey, number, next == 0, segment, length));
            if (next == 0) {
                return stored();
            }
            byte[] free = segment;
            segment = ahead;
            ahead = free;
            length = next;
        }
    }

    /// Decrypts a whole file; what was written to the target is meaningless when this throws.
    ///
    /// @param blob how the file is called in messages
    Stored decrypt(FileChannel source, FileChannel target, String blob) throws IOException {
        SecretKey fileKey = Derivation.subkey(key, header(source, blob), purpose);
        byte[] segment = new byte[SEGMENT + Sealed.TAG_BYTES];
        long left = source.size() - source.position();
        for (int number = 0; left > 0 || number == 0; number++) {
            int length = readFully(source, segment, left);
            left -= length;
            byte[] plain = open(fileKey, number, left == 0, segment, length, blob);
            digest.update(plain);
            size += plain.length;
            Disk.writeFully(target, ByteBuffer.wrap(plain));
        }
        return stored();
    }

    private Stored stored() {
        return new Stored(HexFormat.of().formatHex(digest.digest()), size);
    }

    private static byte[] header(FileChannel source, String blob) throws IOException {
        byte[] header = new byte[MAGIC.length + SALT_BYTES];
        int length = readFully(source, header, header.length);
        if (length < header.length || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new DamagedBlob(blob, "it does not begin as a blob of this version");
        }
        return Arrays.copyOfRange(header, MAGIC.length, header.length);
    }

    private ByteBuffer seal(SecretKey fileKey, int number, boolean last, byte[] segment, int length) {
        try {
            prepare(Cipher.ENCRYPT_MODE, fileKey, number, last);
            return ByteBuffer.wrap(cipher.doFinal(segment, 0, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Encrypting a segment failed", e);
        }
    }

    private byte[] open(SecretKey fileKey, int number, boolean last, byte[] segment, int length, String blob)
            throws DamagedBlob {
        try {
            prepare(Cipher.DECRYPT_MODE, fileKey, number, last);
            return cipher.doFinal(segment, 0, length);
        } catch (AEADBadTagException e) {
            throw new DamagedBlob(blob, "segment " + number + " is altered, misplaced or cut short");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Decrypting a segment failed", e);
        }
    }

    private void prepare(int mode, SecretKey fileKey, int number, boolean last) throws GeneralSecurityException {
        ByteBuffer.wrap(nonce).putInt(COUNTER_AT, number);
        nonce[LAST_AT] = (byte) (last ? 1 : 0);
        cipher.init(mode, fileKey, new GCMParameterSpec(Sealed.TAG_BYTES * Byte.SIZE, nonce));
    }

    private static int readFully(ReadableByteChannel source, byte[] into, long limit) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, 0, (int) Math.min(into.length, Math.max(limit, 0)));
        while (buffer.hasRemaining()) {
            if (source.read(buffer) < 0) {
                break;
            }
        }
        return buffer.position();
    }
}
