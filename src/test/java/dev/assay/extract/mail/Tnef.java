package dev.assay.extract.mail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes a `winmail.dat` (MS-OXTNEF) attribute by attribute.
public final class Tnef {
    private static final int MESSAGE = 1;
    private static final int ATTACHMENT = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream properties = new ByteArrayOutputStream();
    private int count;

    public Tnef() {
        out.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 1).array());
    }

    Tnef subject(String words) {
        return attribute(MESSAGE, 0x00018004, (words + "\0").getBytes(StandardCharsets.ISO_8859_1));
    }

    Tnef body(byte[] words) {
        return attribute(MESSAGE, 0x0002800C, words);
    }

    Tnef codePage(int page) {
        return attribute(MESSAGE, 0x00069007, little(8).putInt(page).array());
    }

    /// A property of the message as bytes.
    Tnef property(int id, byte[] value) {
        int padded = (value.length + 3) / 4 * 4;
        properties.writeBytes(little(12 + padded)
                .putInt(id << 16 | 0x0102)
                .putInt(1)
                .putInt(value.length)
                .put(value)
                .array());
        count++;
        return this;
    }

    public Tnef attach(String name, byte[] content) {
        return begin(name).attribute(ATTACHMENT, 0x0006800F, content);
    }

    /// An attachment without its content.
    Tnef begin(String name) {
        attribute(ATTACHMENT, 0x00069002, new byte[14]);
        return name.isEmpty()
                ? this
                : attribute(ATTACHMENT, 0x00018010, (name + "\0").getBytes(StandardCharsets.ISO_8859_1));
    }

    public byte[] bytes() {
        if (count > 0) {
            byte[] all = properties.toByteArray();
            attribute(
                    MESSAGE,
                    0x00069003,
                    little(4 + all.length).putInt(count).put(all).array());
        }
        return out.toByteArray();
    }

    private Tnef attribute(int level, int id, byte[] data) {
        int sum = 0;
        for (byte b : data) {
            sum += b & 0xFF;
        }
        out.writeBytes(little(9 + data.length + 2)
                .put((byte) level)
                .putInt(id)
                .putInt(data.length)
                .put(data)
                .putShort((short) sum)
                .array());
        return this;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
