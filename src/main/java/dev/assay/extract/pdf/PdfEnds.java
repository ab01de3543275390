package dev.assay.extract.pdf;

import dev.assay.extract.container.ChannelSlice;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the first and last bytes of a PDF tell.
///
/// @param length     of the file in bytes
/// @param ended      whether its last lines are there
/// @param indexed    whether its table of objects is where the last lines say
/// @param linearised whether its head says it is linearised, for all of its length
record PdfEnds(long length, boolean ended, boolean indexed, boolean linearised) {
    private static final int PART = 2048;
    private static final Pattern INDEX = Pattern.compile("startxref\\s+(\\d{1,15})");
    private static final Pattern INDEX_START = Pattern.compile("(?s)\\s*(?:xref|\\d+\\s+\\d+\\s+obj).*");
    private static final Pattern LINEARISED = Pattern.compile("/Linearized\\b");
    private static final Pattern LENGTH = Pattern.compile("/L\\s+(\\d{1,15})");

    static PdfEnds of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = channel.size();
            String head = text(channel, 0);
            String tail = text(channel, Math.max(0, length - PART));
            Matcher said = LENGTH.matcher(head);
            boolean linearised =
                    LINEARISED.matcher(head).find() && said.find() && Long.parseLong(said.group(1)) == length;
            return new PdfEnds(length, tail.contains("%%EOF"), isIndexed(channel, head, tail), linearised);
        }
    }

    private static String text(FileChannel channel, long from) throws IOException {
        byte[] part = new ChannelSlice(channel, from, PART).readNBytes(PART);
        return new String(part, StandardCharsets.ISO_8859_1);
    }

    private static boolean isIndexed(FileChannel channel, String head, String tail) throws IOException {
        Matcher index = INDEX.matcher(tail);
        long at = -1;
        while (index.find()) {
            at = Long.parseLong(index.group(1));
        }
        if (at < 0) {
            return false;
        }
        // Offsets count from the header, which need not be the file's first bytes.
        int shift = Math.max(0, head.indexOf("%PDF-"));
        return isIndexStart(channel, at) || (shift > 0 && isIndexStart(channel, at + shift));
    }

    private static boolean isIndexStart(FileChannel channel, long at) throws IOException {
        return at < channel.size() && INDEX_START.matcher(text(channel, at)).matches();
    }
}
