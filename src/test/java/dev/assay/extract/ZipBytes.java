package dev.assay.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A zip file written by hand, so that its headers can lie.
public final class ZipBytes {
    /// An entry; what the headers say can differ from what is there.
    public static final class Entry {
        final String name;
        final byte[] content;
        public String localName;
        public long saysUnpacked;
        public int flags = 1 << 11;
        public int attributes;
        public int hostSystem;
        public int sharesOffsetOf = -1;

        public Entry(String name, byte[] content) {
            this.name = name;
            this.content = content;
            this.localName = name;
            this.saysUnpacked = content.length;
        }
    }

    private ZipBytes() {}

    public static Entry entry(String name, String content) {
        return new Entry(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] zip(Entry... entries) throws IOException {
        return zip(List.of(entries));
    }

    public static byte[] zip(List<Entry> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        for (Entry entry : entries) {
            byte[] packed = deflate(entry.content);
            int offset = entry.sharesOffsetOf < 0 ? out.size() : offsets.get(entry.sharesOffsetOf);
            offsets.add(offset);
            if (entry.sharesOffsetOf < 0) {
                out.write(local(entry, packed));
                out.write(packed);
            }
            directory.write(central(entry, packed, offset));
        }
        int start = out.size();
        out.write(directory.toByteArray());
        ByteBuffer end = little(22).putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
        end.putShort((short) entries.size()).putShort((short) entries.size());
        end.putInt(directory.size()).putInt(start).putShort((short) 0);
        out.write(end.array());
        return out.toByteArray();
    }

    private static byte[] local(Entry entry, byte[] packed) {
        byte[] name = entry.localName.getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = little(30 + name.length).putInt(0x04034b50).putShort((short) 20);
        common(header, entry, packed);
        header.putShort((short) name.length).putShort((short) 0).put(name);
        return header.array();
    }

    private static byte[] central(Entry entry, byte[] packed, int offset) {
        byte[] name = entry.name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = little(46 + name.length).putInt(0x02014b50);
        header.putShort((short) (entry.hostSystem << 8 | 20)).putShort((short) 20);
        common(header, entry, packed);
        header.putShort((short) name.length).putShort((short) 0).putShort((short) 0);
        header.putShort((short) 0)
                .putShort((short) 0)
                .putInt(entry.attributes)
                .putInt(offset)
                .put(name);
        return header.array();
    }

    private static void common(ByteBuffer header, Entry entry, byte[] packed) {
        CRC32 sum = new CRC32();
        sum.update(entry.content);
        header.putShort((short) entry.flags).putShort((short) 8).putInt(0).putInt((int) sum.getValue());
        header.putInt(packed.length).putInt((int) entry.saysUnpacked);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
