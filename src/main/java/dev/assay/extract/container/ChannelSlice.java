package dev.assay.extract.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A part of a file as a stream; closing it leaves the file open.
public final class ChannelSlice extends InputStream {
    private final FileChannel channel;
    private final long end;
    private long at;

    public ChannelSlice(FileChannel channel, long start, long length) {
        this.channel = channel;
        this.at = start;
        this.end = start + length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int wanted = (int) Math.min(length, end - at);
        if (wanted <= 0) {
            return -1;
        }
        int count = channel.read(ByteBuffer.wrap(into, from, wanted), at);
        at += Math.max(0, count);
        return count;
    }
}
