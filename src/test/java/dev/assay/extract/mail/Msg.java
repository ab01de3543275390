package dev.assay.extract.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Writes an Outlook message (MS-OXMSG) stream by stream.
final class Msg {
    private static final int UNICODE = 0x001F;
    private static final int BINARY = 0x0102;
    private static final int LONG = 0x0003;
    private static final int OBJECT = 0x000D;

    private final DirectoryEntry folder;
    private final List<byte[]> properties = new ArrayList<>();
    private int attachments;

    private Msg(DirectoryEntry folder) {
        this.folder = folder;
    }

    interface Content {
        void write(Msg message) throws IOException;
    }

    static byte[] of(Content content) throws IOException {
        return of("IPM.Note", content);
    }

    static byte[] of(String kind, Content content) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Msg message = new Msg(container.getRoot());
            message.text(0x001A, kind);
            content.write(message);
            message.end(32);
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    Msg text(int id, String words) throws IOException {
        return stream(id, UNICODE, words.getBytes(StandardCharsets.UTF_16LE));
    }

    Msg bytes(int id, byte[] bytes) throws IOException {
        return stream(id, BINARY, bytes);
    }

    Msg number(int id, int value) {
        properties.add(property(id, LONG, value));
        return this;
    }

    private Msg stream(int id, int type, byte[] bytes) throws IOException {
        folder.createDocument("__substg1.0_%04X%04X".formatted(id, type), new ByteArrayInputStream(bytes));
        properties.add(property(id, type, bytes.length));
        return this;
    }

    private static byte[] property(int id, int type, int value) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(id << 16 | type)
                .putInt(6)
                .putInt(value)
                .array();
    }

    Msg attach(Content content) throws IOException {
        DirectoryEntry inner = folder.createDirectory("__attach_version1.0_#%08X".formatted(attachments++));
        Msg attachment = new Msg(inner);
        content.write(attachment);
        attachment.end(8);
        return this;
    }

    /// A message as the content of an attachment.
    Msg message(Content content) throws IOException {
        DirectoryEntry inner = folder.createDirectory("__substg1.0_3701000D");
        properties.add(property(0x3701, OBJECT, -1));
        Msg message = new Msg(inner);
        message.text(0x001A, "IPM.Note");
        content.write(message);
        message.end(24);
        return this;
    }

    private void end(int header) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(header + 16 * properties.size()).order(ByteOrder.LITTLE_ENDIAN);
        if (header > 8) {
            all.putInt(12, attachments).putInt(20, attachments);
        }
        all.position(header);
        properties.forEach(all::put);
        folder.createDocument("__properties_version1.0", new ByteArrayInputStream(all.array()));
    }
}
