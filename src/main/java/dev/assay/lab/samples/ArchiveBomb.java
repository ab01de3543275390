package dev.assay.lab.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// A zip file that unpacks to a zip file that unpacks to far more than it weighs.
///
/// Its streams are written here bit by bit (RFC 1951, fixed codes): one repeated pattern needs nothing but
/// matches of the greatest length, and a compressor's own choice would differ between builds.
final class ArchiveBomb {
    private static final int LONGEST_MATCH = 258;
    /// Deflated zeros repeat every 13 bits, and so every 13 bytes.
    private static final int ZEROS_PERIOD = 13;
    private static final int DOS_TIME = 17 << 11;
    private static final int DOS_DATE = (2026 - 1980) << 9 | 11 << 5 | 20;

    private ArchiveBomb() {}

    /// Eight files of 64 MiB of zeros in a zip file, in a zip file.
    static byte[] zip() throws IOException {
        List<String> years = IntStream.rangeClosed(2019, 2026)
                .mapToObj(year -> "prices-" + year + ".csv")
                .toList();
        byte[] inner = archive(years, new byte[64 << 20], 1);
        return archive(List.of("prices.zip"), inner, ZEROS_PERIOD);
    }

    /// Deflates by matches of 258 bytes at one distance, and literals where there is none.
    private static byte[] deflate(byte[] data, int distance) {
        Bits bits = new Bits();
        bits.put(1, 1);
        bits.put(1, 2);
        for (int at = 0; at < data.length; ) {
            if (at >= distance && repeats(data, at, distance)) {
                bits.huffman(0b11000101, 8);
                bits.distance(distance);
                at += LONGEST_MATCH;
            } else {
                bits.literal(data[at] & 0xFF);
                at++;
            }
        }
        bits.huffman(0, 7);
        return bits.bytes();
    }

    private static boolean repeats(byte[] data, int at, int distance) {
        int end = at + LONGEST_MATCH;
        return end <= data.length && Arrays.equals(data, at, end, data, at - distance, end - distance);
    }

    private static byte[] archive(List<String> names, byte[] content, int distance) throws IOException {
        byte[] deflated = deflate(content, distance);
        CRC32 crc = new CRC32();
        crc.update(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (String name : names) {
            byte[] file = name.getBytes(StandardCharsets.US_ASCII);
            ByteBuffer common = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
            common.putShort((short) 20).putShort((short) 0).putShort((short) 8);
            common.putShort((short) DOS_TIME).putShort((short) DOS_DATE);
            common.putInt((int) crc.getValue()).putInt(deflated.length).putInt(content.length);
            common.putShort((short) file.length).putShort((short) 0);
            ByteBuffer central = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
            central.putInt(0x02014b50).putShort((short) 20).put(common.array());
            central.putInt(42, out.size());
            directory.write(central.array());
            directory.write(file);
            out.write(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0x04034b50)
                    .array());
            out.write(common.array());
            out.write(file);
            out.write(deflated);
        }
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50).putInt(0).putShort((short) names.size()).putShort((short) names.size());
        end.putInt(directory.size()).putInt(out.size());
        out.write(directory.toByteArray());
        out.write(end.array());
        return out.toByteArray();
    }

    /// Writes bits from the lowest of each byte upwards; Huffman codes go highest bit first.
    private static final class Bits {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int open;
        private int used;

        void put(int value, int count) {
            for (int i = 0; i < count; i++) {
                bit(value >> i & 1);
            }
        }

        void huffman(int code, int count) {
            for (int i = count - 1; i >= 0; i--) {
                bit(code >> i & 1);
            }
        }

        void literal(int value) {
            if (value < 144) {
                huffman(0x30 + value, 8);
            } else {
                huffman(0x190 + value - 144, 9);
            }
        }

        /// The two distances that are needed: 1 has no extra bits, 13 is the first of four.
        void distance(int distance) {
            if (distance == 1) {
                huffman(0, 5);
            } else {
                huffman(7, 5);
                put(0, 2);
            }
        }

        private void bit(int bit) {
            open |= bit << used;
            used++;
            if (used == 8) {
                out.write(open);
                open = 0;
                used = 0;
            }
        }

        byte[] bytes() {
            if (used > 0) {
                out.write(open);
            }
            return out.toByteArray();
        }
    }
}
