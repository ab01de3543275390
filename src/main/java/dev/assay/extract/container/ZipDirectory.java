package dev.assay.extract.container;

import dev.assay.document.Extraction.Reason;
import dev.assay.extract.draft.UnreadableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The entries of a zip file as its central directory and its local headers agree on them (PKWARE APPNOTE
/// 6.3.10). Readers differ in which of the two they trust; a file in which they differ, names an entry twice,
/// or lets entries overlap is refused, so that every reader sees the same content.
public final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_SIZE = 20;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long MOST_DIRECTORY_BYTES = 64L << 20;

    private final FileChannel channel;
    private final int mostEntries;

    private ZipDirectory(FileChannel channel, int mostEntries) {
        this.channel = channel;
        this.mostEntries = mostEntries;
    }

    /// Reads and compares all headers.
    ///
    /// @throws UnreadableFile if there are too many entries, or the headers are broken or contradict each other
    public static List<ZipEntryHeader> read(FileChannel channel, int mostEntries) throws IOException, UnreadableFile {
        return new ZipDirectory(channel, mostEntries).entries();
    }

    private List<ZipEntryHeader> entries() throws IOException, UnreadableFile {
        Extent extent = extent();
        if (extent.count > mostEntries) {
            throw tooMany(extent.count);
        }
        if (extent.start < 0 || extent.size < 0 || extent.size > MOST_DIRECTORY_BYTES || extent.end() != extent.limit) {
            throw damaged("its directory is not where its end record says");
        }
        ByteBuffer directory = bytes(extent.start, (int) extent.size);
        List<ZipEntryHeader> entries = new ArrayList<>();
        while (directory.hasRemaining()) {
            if (entries.size() == mostEntries) {
                throw tooMany(entries.size() + 1L);
            }
            entries.add(ZipEntryHeader.read(directory, channel));
        }
        if (entries.size() != extent.count) {
            throw ambiguous("its end record counts " + extent.count + " entries, its directory " + entries.size());
        }
        refuseDuplicates(entries);
        refuseOverlaps(entries, extent.start);
        return entries;
    }

    private Extent extent() throws IOException, UnreadableFile {
        long size = channel.size();
        int tailSize = (int) Math.min(size, END_SIZE + LONGEST_COMMENT);
        ByteBuffer tail = bytes(size - tailSize, tailSize);
        int at = lastEnd(tail);
        if (at < 0) {
            throw damaged("it ends before its directory");
        }
        long position = size - tailSize + at;
        long after = position + END_SIZE + (tail.getShort(at + 20) & 0xFFFF);
        if (after != size && hasOther(tail, at)) {
            throw ambiguous("it has two end records");
        }
        long count = tail.getShort(at + 10) & 0xFFFF;
        long length = tail.getInt(at + 12) & 0xFFFFFFFFL;
        long start = tail.getInt(at + 16) & 0xFFFFFFFFL;
        boolean large = count == 0xFFFF || length == 0xFFFFFFFFL || start == 0xFFFFFFFFL;
        return large
                ? extent64(position, new Extent(start, length, count, position))
                : new Extent(start, length, count, position);
    }

    private Extent extent64(long end, Extent plain) throws IOException, UnreadableFile {
        if (end < LOCATOR_64_SIZE) {
            return plain;
        }
        ByteBuffer locator = bytes(end - LOCATOR_64_SIZE, LOCATOR_64_SIZE);
        if (locator.getInt(0) != LOCATOR_64) {
            return plain;
        }
        long at = locator.getLong(8);
        if (at < 0 || at > end - 56) {
            throw damaged("its end record points outside the file");
        }
        ByteBuffer record = bytes(at, 56);
        if (record.getInt(0) != END_64) {
            throw damaged("its 64-bit end record is missing");
        }
        return new Extent(record.getLong(48), record.getLong(40), record.getLong(32), at);
    }

    private static int lastEnd(ByteBuffer tail) {
        for (int i = tail.limit() - END_SIZE; i >= 0; i--) {
            if (tail.getInt(i) == END) {
                return i;
            }
        }
        return -1;
    }

    private static boolean hasOther(ByteBuffer tail, int last) {
        for (int i = last - 1; i >= 0; i--) {
            if (tail.getInt(i) == END) {
                return true;
            }
        }
        return false;
    }

    private static void refuseDuplicates(List<ZipEntryHeader> entries) throws UnreadableFile {
        Set<String> names = new HashSet<>();
        for (ZipEntryHeader entry : entries) {
            if (!names.add(entry.key())) {
                throw ambiguous("it has two entries of one name (entry " + names.size() + " and a later one)");
            }
        }
    }

    private static void refuseOverlaps(List<ZipEntryHeader> entries, long directory) throws UnreadableFile {
        List<ZipEntryHeader> inOrder = new ArrayList<>(entries);
        inOrder.sort(Comparator.comparingLong(ZipEntryHeader::offset));
        long end = 0;
        for (ZipEntryHeader entry : inOrder) {
            if (entry.offset() < end) {
                throw ambiguous("two of its entries overlap");
            }
            end = entry.end();
        }
        if (end > directory) {
            throw ambiguous("an entry overlaps its directory");
        }
    }

    private ByteBuffer bytes(long at, int count) throws IOException, UnreadableFile {
        return bytes(channel, at, count);
    }

    static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException, UnreadableFile {
        if (at < 0 || at + count > channel.size()) {
            throw damaged("a header points outside the file");
        }
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            Thread.onSpinWait();
        }
        return buffer.flip();
    }

    static byte[] take(ByteBuffer from, int count) throws UnreadableFile {
        if (count > from.remaining()) {
            throw damaged("a header is cut off");
        }
        byte[] taken = new byte[count];
        from.get(taken);
        return taken;
    }

    private UnreadableFile tooMany(long count) {
        return new UnreadableFile(
                Reason.LIMIT,
                "limit entries: the container has " + count + " entries, at most " + mostEntries + " are read");
    }

    static UnreadableFile damaged(String what) {
        return new UnreadableFile(Reason.DAMAGED, "the zip container is damaged: " + what);
    }

    static UnreadableFile ambiguous(String what) {
        return new UnreadableFile(Reason.LIMIT, "limit ambiguity: the zip container is ambiguous: " + what);
    }

    /// Where the directory lies.
    ///
    /// @param limit where what follows the directory starts
    private record Extent(long start, long size, long count, long limit) {
        long end() {
            return start + size;
        }
    }
}
