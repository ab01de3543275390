package dev.assay.extract.pdf;

import dev.assay.document.Extraction.Reason;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.UnreadableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks every Flate and run-length stream of a PDF without keeping anything, before PDFBox unpacks any of them into
/// memory: finds bombs, also those packed twice, and counts streams that are broken, which PDFBox passes over.
///
/// Streams of an encrypted file, and those wrapped in ASCII or LZW, are not seen; for them the child's heap is
/// the limit.
final class PdfStreams {
    private static final byte[] KEYWORD = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 600;
    private static final Pattern FLATE = Pattern.compile("/(?:FlateDecode|Fl)\\b");

    private static final Pattern RUNS = Pattern.compile("/(?:RunLengthDecode|RL)\\b");
    private static final int END_OF_RUNS = 128;

    private final ContainerLimits limits;
    private final ByteBuffer file;
    private long total;
    private int broken;
    private long packed;

    private PdfStreams(ByteBuffer file, ContainerLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /// Checks a file.
    ///
    /// @return how many streams are broken
    /// @throws UnreadableFile if a stream, or all together, unpack to too much
    static int check(Path path, ContainerLimits limits) throws IOException, UnreadableFile {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = Math.min(channel.size(), Integer.MAX_VALUE);
            PdfStreams streams = new PdfStreams(channel.map(FileChannel.MapMode.READ_ONLY, 0, size), limits);
            streams.checkAll();
            return streams.broken;
        }
    }

    private void checkAll() throws UnreadableFile {
        int at = next(0);
        while (at >= 0) {
            String dictionary = before(at);
            int data = dataStart(at);
            int layers = (int) FLATE.matcher(dictionary).results().count();
            if (layers > 0 && data > 0) {
                at = inflate(data, layers);
            } else if (data > 0 && RUNS.matcher(dictionary).find()) {
                at = unroll(data);
            } else {
                at += KEYWORD.length;
            }
            at = next(at);
        }
    }

    private int next(int from) {
        for (int i = from; i < file.limit() - KEYWORD.length; i++) {
            if (file.get(i) == KEYWORD[0] && isKeyword(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isKeyword(int at) {
        for (int i = 1; i < KEYWORD.length; i++) {
            if (file.get(at + i) != KEYWORD[i]) {
                return false;
            }
        }
        return true;
    }

    /// The text of the dictionary in front, as far as it can be told.
    private String before(int at) {
        byte[] text = new byte[Math.min(DICTIONARY, at)];
        file.get(at - text.length, text);
        String dictionary = new String(text, StandardCharsets.ISO_8859_1);
        if (!dictionary.stripTrailing().endsWith(">>")) {
            return "";
        }
        return dictionary.substring(Math.max(0, dictionary.lastIndexOf("obj")));
    }

    private int dataStart(int keyword) {
        int at = keyword + KEYWORD.length;
        while (at < file.limit() && (file.get(at) == '\r' || file.get(at) == ' ')) {
            at++;
        }
        return at < file.limit() && file.get(at) == '\n' ? at + 1 : -1;
    }

    /// Inflates a stream through its layers and returns where it ends.
    private int inflate(int data, int layers) throws UnreadableFile {
        packed = 0;
        Inflater[] inflaters = new Inflater[Math.min(layers, 4)];
        for (int i = 0; i < inflaters.length; i++) {
            inflaters[i] = new Inflater();
        }
        try {
            inflaters[0].setInput(file.duplicate().position(data));
            drain(inflaters, 0, new long[1]);
            if (!inflaters[0].finished()) {
                broken++;
            }
        } catch (DataFormatException e) {
            broken++;
        } finally {
            for (Inflater inflater : inflaters) {
                inflater.end();
            }
        }
        return data + (int) Math.min(packed, file.limit() - data);
    }

    /// Counts what a run-length stream (ISO 32000-1, 7.4.5) unpacks to and returns where it ends.
    private int unroll(int data) throws UnreadableFile {
        long[] size = new long[1];
        int at = data;
        while (at < file.limit()) {
            int length = file.get(at) & 0xFF;
            if (length == END_OF_RUNS) {
                return at + 1;
            }
            add(length < END_OF_RUNS ? length + 1 : 2 * END_OF_RUNS + 1 - length, size);
            at += length < END_OF_RUNS ? length + 2 : 2;
        }
        return file.limit();
    }

    private void drain(Inflater[] inflaters, int layer, long[] size) throws DataFormatException, UnreadableFile {
        byte[] out = new byte[1 << 16];
        Inflater inflater = inflaters[layer];
        while (!inflater.finished()) {
            int count = inflater.inflate(out);
            packed = layer == 0 ? inflater.getBytesRead() : packed;
            if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                return;
            }
            add(count, size);
            if (layer + 1 < inflaters.length) {
                inflaters[layer + 1].setInput(out, 0, count);
                drain(inflaters, layer + 1, size);
            }
        }
    }

    private void add(int count, long[] size) throws UnreadableFile {
        size[0] += count;
        total += count;
        if (size[0] > limits.streamBytes() || total > limits.totalBytes()) {
            throw new UnreadableFile(
                    Reason.LIMIT, "limit size: a stream of the PDF, or all together, unpack to more than may be read");
        }
    }
}
