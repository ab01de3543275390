package dev.assay.extract.container;

import static dev.assay.extract.container.ZipDirectory.ambiguous;
import static dev.assay.extract.container.ZipDirectory.bytes;
import static dev.assay.extract.container.ZipDirectory.damaged;
import static dev.assay.extract.container.ZipDirectory.take;

import dev.assay.document.Extraction.Reason;
import dev.assay.extract.draft.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// One entry of a zip file, as its directory and its local header both say.
///
/// @param name      as written; data, never a path
/// @param key       the name as compared: NFC, with forward slashes
/// @param method    0 stored, 8 deflated; nothing else is unpacked
/// @param encrypted whether a password is needed
/// @param kind      what it would be on disk
/// @param crc       CRC-32 of the unpacked bytes
/// @param packed    bytes in the file
/// @param unpacked  bytes it says it unpacks to
/// @param offset    where its local header starts
/// @param data      where its bytes start
public record ZipEntryHeader(
        String name,
        String key,
        int method,
        boolean encrypted,
        Kind kind,
        long crc,
        long packed,
        long unpacked,
        long offset,
        long data) {
    /// What an entry would be on disk.
    public enum Kind {
        FILE,
        FOLDER,
        /// A symbolic link, device or pipe: never made, never followed.
        SPECIAL
    }

    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final int UTF_8 = 1 << 11;
    private static final int ZIP_64 = 1;
    private static final long UNSET = 0xFFFFFFFFL;

    /// Where the entry's bytes end.
    long end() {
        return data + packed;
    }

    static ZipEntryHeader read(ByteBuffer directory, FileChannel channel) throws IOException, UnreadableFile {
        if (directory.remaining() < CENTRAL_SIZE || directory.getInt(directory.position()) != CENTRAL) {
            throw damaged("its directory is broken");
        }
        ByteBuffer fixed = ByteBuffer.wrap(take(directory, CENTRAL_SIZE)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] name = take(directory, fixed.getShort(28) & 0xFFFF);
        byte[] extra = take(directory, fixed.getShort(30) & 0xFFFF);
        take(directory, fixed.getShort(32) & 0xFFFF);
        long[] sizes = sizes64(extra, unsigned(fixed, 24), unsigned(fixed, 20), unsigned(fixed, 42));
        return withLocal(fixed, name, sizes, channel);
    }

    private static ZipEntryHeader withLocal(ByteBuffer central, byte[] name, long[] sizes, FileChannel channel)
            throws IOException, UnreadableFile {
        long offset = sizes[2];
        ByteBuffer local = bytes(channel, offset, LOCAL_SIZE);
        if (local.getInt(0) != LOCAL) {
            throw damaged("an entry is not where its directory says");
        }
        int flags = central.getShort(8) & 0xFFFF;
        int method = central.getShort(10) & 0xFFFF;
        int nameLength = local.getShort(26) & 0xFFFF;
        int extraLength = local.getShort(28) & 0xFFFF;
        byte[] localName = bytes(channel, offset + LOCAL_SIZE, nameLength).array();
        boolean sameShape = (local.getShort(8) & 0xFFFF) == method
                && (local.getShort(6) & ENCRYPTED) == (flags & ENCRYPTED)
                && Arrays.equals(localName, name);
        if (!sameShape || !sameSizes(local, extra(channel, offset, nameLength, extraLength), central, sizes)) {
            throw ambiguous("an entry's local header contradicts the directory");
        }
        long data = offset + LOCAL_SIZE + nameLength + extraLength;
        if (sizes[0] < 0 || sizes[1] < 0 || data + sizes[1] > channel.size()) {
            throw damaged("an entry reaches past its end");
        }
        String text = name(name, flags);
        return new ZipEntryHeader(
                text,
                Normalizer.normalize(text.replace('\\', '/'), Normalizer.Form.NFC),
                method,
                (flags & ENCRYPTED) != 0,
                kind(text, central),
                unsigned(central, 16),
                sizes[1],
                sizes[0],
                offset,
                data);
    }

    private static byte[] extra(FileChannel channel, long offset, int nameLength, int extraLength)
            throws IOException, UnreadableFile {
        return bytes(channel, offset + LOCAL_SIZE + nameLength, extraLength).array();
    }

    private static boolean sameSizes(ByteBuffer local, byte[] extra, ByteBuffer central, long[] sizes)
            throws UnreadableFile {
        if ((local.getShort(6) & SIZES_FOLLOW) != 0) {
            return true;
        }
        long[] own = sizes64(extra, unsigned(local, 22), unsigned(local, 18), 0);
        return own[0] == sizes[0] && own[1] == sizes[1] && local.getInt(14) == central.getInt(16);
    }

    /// Unpacked size, packed size and offset, taken from the 64-bit extra field where the 32-bit one is unset.
    private static long[] sizes64(byte[] extra, long unpacked, long packed, long offset) throws UnreadableFile {
        long[] sizes = {unpacked, packed, offset};
        ByteBuffer fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 4) {
            int id = fields.getShort() & 0xFFFF;
            int length = fields.getShort() & 0xFFFF;
            if (length > fields.remaining()) {
                return sizes;
            }
            ByteBuffer field = ByteBuffer.wrap(take(fields, length)).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; id == ZIP_64 && i < sizes.length; i++) {
                if (sizes[i] == UNSET && field.remaining() >= 8) {
                    sizes[i] = field.getLong();
                }
            }
        }
        return sizes;
    }

    private static long unsigned(ByteBuffer from, int at) {
        return from.getInt(at) & 0xFFFFFFFFL;
    }

    private static String name(byte[] name, int flags) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            // Names without the UTF-8 flag are code page 437 by the specification.
            Charset old = (flags & UTF_8) == 0 && Charset.isSupported("IBM437")
                    ? Charset.forName("IBM437")
                    : StandardCharsets.UTF_8;
            return new String(name, old);
        }
    }

    private static Kind kind(String name, ByteBuffer central) {
        boolean unix = (central.getShort(4) >> 8 & 0xFF) == 3;
        int type = unix ? central.getInt(38) >>> 28 : 0;
        if (type != 0 && type != 8 && type != 4) {
            return Kind.SPECIAL;
        }
        return type == 4 || name.endsWith("/") || name.endsWith("\\") ? Kind.FOLDER : Kind.FILE;
    }

    /// The unpacked bytes.
    ///
    /// @throws UnreadableFile if a password is needed or the way of packing is not known
    public InputStream open(FileChannel channel) throws UnreadableFile {
        if (encrypted) {
            throw new UnreadableFile(Reason.PASSWORD, "an entry of the zip container is encrypted");
        }
        InputStream raw = new ChannelSlice(channel, data, packed);
        return switch (method) {
            case STORED -> raw;
            case DEFLATED ->
                new InflaterInputStream(raw, new Inflater(true), 1 << 16) {
                    @Override
                    public void close() throws IOException {
                        inf.end();
                        super.close();
                    }
                };
            default ->
                throw new UnreadableFile(
                        Reason.UNKNOWN_FORMAT,
                        "an entry of the zip container is packed by method " + method + "; only deflate is read");
        };
    }
}
