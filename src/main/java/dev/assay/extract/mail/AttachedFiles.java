package dev.assay.extract.mail;

import dev.assay.document.Extraction.Reason;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.UnreadableFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;

/// Takes the files out of a mail that delivers them: what is attached, also in Outlook's `winmail.dat`; not what its
/// body shows. A mail that is attached is a file. None is ever written under a name of its own.
public final class AttachedFiles {
    private static final int LONGEST_HEADER = 1 << 20;
    private static final int MOST_HEADERS = 5_000;
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final ContainerLimits limits;
    private final List<Attached> found = new ArrayList<>();
    private String subject = "";
    private long bytes;

    private AttachedFiles(Path folder, ContainerLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /// A file that was taken out.
    ///
    /// @param file where it lies
    /// @param name what the mail calls it; data, may be empty
    public record Attached(Path file, String name) {}

    /// What a mail brought.
    ///
    /// @param subject decoded; empty where it has none
    public record Delivered(String subject, List<Attached> files) {
        public Delivered {
            files = List.copyOf(files);
        }
    }

    /// Writes a mail's attached files into a folder.
    ///
    /// @throws UnreadableFile if it passes a limit, is encrypted, or is no mail
    public static Delivered take(Path mail, Path folder, ContainerLimits limits) throws IOException, UnreadableFile {
        AttachedFiles taking = new AttachedFiles(folder, limits);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(mail))) {
            taking.walk(in);
        } catch (MimeException e) {
            throw new UnreadableFile(Reason.DAMAGED, "the mail is damaged");
        }
        return new Delivered(taking.subject, taking.found);
    }

    private void walk(InputStream in) throws IOException, MimeException, UnreadableFile {
        MimeTokenStream stream = new MimeTokenStream(MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(LONGEST_HEADER)
                .setMaxHeaderCount(MOST_HEADERS)
                .setMaxContentLen(-1)
                .build());
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(in);
        MailFields fields = new MailFields();
        boolean root = true;
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_HEADER -> fields = new MailFields();
                case T_FIELD -> fields.add(stream.getField());
                case T_END_HEADER -> {
                    subject = root ? fields.first("subject") : subject;
                    root = false;
                }
                case T_BODY -> leaf(new MimePart(fields, stream.getBodyDescriptor()), stream.getDecodedInputStream());
                default -> {
                    // Starts and ends of what the cases above read.
                }
            }
        }
    }

    private void leaf(MimePart part, InputStream in) throws IOException, UnreadableFile {
        if (part.isBody()) {
            return;
        }
        switch (part.kind()) {
            case SIGNATURE, ELSEWHERE -> {}
            case ENCRYPTED -> throw new UnreadableFile(Reason.PASSWORD, "the mail is encrypted");
            case SIGNED, PIECE, FILE -> {
                if (part.isOutlookContainer()) {
                    outlook(in, part.name());
                } else if (part.isAttached()) {
                    add(in, part.name());
                }
            }
        }
    }

    /// A `winmail.dat` that cannot be opened, or not wholly, is a file like others.
    private void outlook(InputStream in, String name) throws IOException, UnreadableFile {
        byte[] content = in.readNBytes((int) Math.min(limits.streamBytes(), Integer.MAX_VALUE - 8));
        Optional<List<Inside>> files = opened(content);
        if (files.isEmpty()) {
            add(new ByteArrayInputStream(content), name);
            return;
        }
        for (Inside each : files.get()) {
            add(each.content(), each.name());
        }
    }

    /// A file in a `winmail.dat`.
    private record Inside(String name, InputStream content) {}

    private static Optional<List<Inside>> opened(byte[] outlook) {
        List<Inside> files = new ArrayList<>();
        try {
            for (Attachment attachment : new HMEFMessage(new ByteArrayInputStream(outlook)).getAttachments()) {
                files.add(new Inside(name(attachment), new ByteArrayInputStream(attachment.getContents())));
            }
            return Optional.of(files);
        } catch (IOException | RuntimeException e) {
            // POI answers broken bytes with exceptions of many kinds.
            return Optional.empty();
        }
    }

    private static String name(Attachment attachment) {
        String longName = attachment.getLongFilename();
        String name = longName == null || longName.isBlank() ? attachment.getFilename() : longName;
        return name == null ? "" : name;
    }

    private void add(InputStream in, String name) throws IOException, UnreadableFile {
        if (found.size() == limits.entries()) {
            throw new UnreadableFile(
                    Reason.LIMIT, "limit entries: the mail has more than " + limits.entries() + " attached files");
        }
        Path file = folder.resolve("part-%04d".formatted(found.size() + 1));
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > limits.totalBytes()) {
                    throw new UnreadableFile(
                            Reason.LIMIT,
                            "limit total: the mail unpacks to more than " + limits.totalBytes() + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
        found.add(new Attached(file, name == null ? "" : name));
    }
}
