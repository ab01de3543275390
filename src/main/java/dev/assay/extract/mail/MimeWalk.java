package dev.assay.extract.mail;

import dev.assay.document.Extraction.Reason;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.format.FormatDetector;
import dev.assay.extract.plain.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/// Walks through the parts of one mail. Mails inside are parts, read by a reader of their own.
final class MimeWalk {
    private static final int DEEPEST = 50;
    private static final int MOST_SIGNATURES = 5;
    private static final int LONGEST_HEADER = 1 << 20;
    private static final int MOST_HEADERS = 5_000;
    private static final int BYTES_PER_CHARACTER = 4;
    private static final int LONGEST_PREAMBLE = 1 << 20;

    /// What programs write before the first part for those who do not know MIME.
    private static final Pattern BOILERPLATE = Pattern.compile("(?is)\\s*(this (?:is|message is) (?:a|in) .{0,40}"
            + "(?:message|format).{0,300}|if you (?:can|are able to) read this.{0,300}|content-type:.{0,300})?\\s*");

    private static final Pattern BOUNDARY = Pattern.compile("(?s)\\A\\s*--([^\\r\\n]{1,200}?)\\s*\\r?\\n.*");

    /// How the encodings of transfer are named; another one is not known.
    private static final Set<String> TRANSFER =
            Set.of("", "7bit", "7-bit", "8bit", "8-bit", "binary", "quoted-printable", "base64");

    private final MailDraft draft;
    private final ContainerLimits limits;
    private final MimeFaults faults;
    private final MimeConfig config;
    private final Deque<Multipart> multiparts = new ArrayDeque<>();
    private final Bodies bodies;
    private final HeaderLines lines = new HeaderLines(LONGEST_HEADER);
    private MailFields fields = new MailFields();
    private boolean isRoot = true;
    private boolean filesLeftOut;
    private int signatures;

    MimeWalk(MailDraft draft, ContainerLimits limits, MimeFaults faults) {
        this.draft = draft;
        this.limits = limits;
        this.faults = faults;
        this.bodies = new Bodies(draft);
        this.config = MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(LONGEST_HEADER)
                .setMaxHeaderCount(MOST_HEADERS)
                .setMaxContentLen(-1)
                .build();
    }

    /// From now on attached files are passed over.
    void leaveFilesOut() {
        filesLeftOut = true;
    }

    /// Walks through content of a mail whose headers were read already.
    static MimeWalk inside(MailDraft draft, ContainerLimits limits, MimeFaults faults) {
        MimeWalk walk = new MimeWalk(draft, limits, faults);
        walk.isRoot = false;
        return walk;
    }

    /// One multipart that is open.
    private static final class Multipart {
        private final String subtype;
        private String preamble = "";
        private int parts;

        Multipart(String subtype) {
            this.subtype = subtype;
        }
    }

    /// Reads a mail with its headers.
    void read(InputStream in) throws IOException, MimeException, UnreadableFile {
        MimeTokenStream stream = stream();
        stream.parse(in);
        walk(stream);
        bodies.flush();
    }

    /// Reads what follows headers that are known.
    private void readHeadless(InputStream in, String contentType) throws IOException, MimeException, UnreadableFile {
        MimeTokenStream stream = stream();
        stream.parseHeadless(in, contentType);
        walk(stream);
    }

    private MimeTokenStream stream() {
        MimeTokenStream stream = new MimeTokenStream(config, faults, lines, null);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        return stream;
    }

    private void walk(MimeTokenStream stream) throws IOException, MimeException, UnreadableFile {
        for (EntityState state = stream.getState();
                state != EntityState.T_END_OF_STREAM && !draft.isFull();
                state = stream.next()) {
            switch (state) {
                case T_START_HEADER -> fields = new MailFields();
                case T_FIELD -> fields.add(stream.getField());
                case T_END_HEADER -> endHeader();
                case T_START_MULTIPART -> start();
                case T_PREAMBLE -> multiparts.element().preamble = text(stream.getInputStream());
                case T_EPILOGUE -> unseen(text(stream.getInputStream()), "epilogue");
                case T_BODY -> leaf(stream);
                case T_END_MULTIPART -> end();
                default -> {
                    // Starts and ends of what the cases above read.
                }
            }
        }
    }

    /// How many lines among the headers were none.
    int badHeaders() {
        return lines.count();
    }

    private void endHeader() {
        unseen(lines.take(), "header");
        if (isRoot) {
            isRoot = false;
            MailHeaders.tell(fields, draft);
        } else if (!multiparts.isEmpty()) {
            multiparts.element().parts++;
        }
    }

    private void start() throws UnreadableFile {
        String type = fields.word("content-type");
        if (multiparts.size() == DEEPEST) {
            throw new UnreadableFile(
                    Reason.LIMIT, "limit depth: multiparts lie within each other deeper than " + DEEPEST + " levels");
        }
        String subtype = type.substring(type.indexOf('/') + 1);
        String protocol = fields.parameter("content-type", "protocol").toLowerCase(Locale.ROOT);
        if (subtype.equals("encrypted")) {
            throw new UnreadableFile(Reason.PASSWORD, "the mail is encrypted (" + shown(protocol) + ")");
        }
        multiparts.push(new Multipart(subtype));
    }

    private void end() throws IOException, MimeException, UnreadableFile {
        Multipart closed = multiparts.pop();
        if (closed.parts == 0) {
            withoutParts(closed);
        } else {
            unseen(closed.preamble, "preamble");
        }
        if (closed.subtype.equals("alternative") && multiparts.stream().noneMatch(MimeWalk::isAlternative)) {
            bodies.flush();
        }
    }

    private static boolean isAlternative(Multipart multipart) {
        return multipart.subtype.equals("alternative");
    }

    /// The boundary that the headers name stands nowhere: the parts are told apart by the one that is there, if
    /// any, else all is text.
    private void withoutParts(Multipart broken) throws IOException, MimeException, UnreadableFile {
        draft.gap(
                Gap.Reason.DAMAGED,
                new Place.Whole(),
                "the boundary between the parts of the mail is not where it says");
        Matcher boundary = BOUNDARY.matcher(broken.preamble);
        if (boundary.matches() && multiparts.size() < DEEPEST) {
            byte[] bytes = broken.preamble.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            String quoted = boundary.group(1).replaceAll("[\"\\\\]", "");
            readHeadless(
                    new java.io.ByteArrayInputStream(bytes),
                    "multipart/" + broken.subtype + "; boundary=\"" + quoted + "\"");
            return;
        }
        byte[] bytes = broken.preamble.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        bodies.flush();
        bodies.text(new MailDraft.Text(
                TextEncoding.read(bytes, limits.characters(), null).text(), false, false));
        bodies.flush();
    }

    private void unseen(String bytes, String what) {
        if (!BOILERPLATE.matcher(bytes).matches()) {
            byte[] raw = bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            draft.unseen(TextEncoding.read(raw, limits.characters(), null).text(), what);
        }
    }

    /// Bytes as they are, one character each.
    private static String text(InputStream in) throws IOException {
        return new String(in.readNBytes(LONGEST_PREAMBLE), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private void leaf(MimeTokenStream stream) throws IOException, MimeException, UnreadableFile {
        MimePart part = new MimePart(fields, stream.getBodyDescriptor());
        faults.takeDamagedBytes();
        boolean known = TRANSFER.contains(part.transferEncoding());
        Place place = new Place.Whole();
        if (part.isBody()) {
            body(part, stream);
        } else {
            bodies.flush();
            place = other(part, stream);
        }
        if (faults.takeDamagedBytes() || !known) {
            draft.gap(
                    Gap.Reason.DAMAGED,
                    place,
                    known
                            ? "its " + part.transferEncoding() + " encoding is damaged"
                            : "its transfer encoding is not known");
        }
    }

    private void body(MimePart part, MimeTokenStream stream) throws IOException, UnreadableFile {
        if (multiparts.stream().noneMatch(MimeWalk::isAlternative)) {
            bodies.flush();
        }
        int most = limits.characters();
        byte[] bytes = stream.getDecodedInputStream().readNBytes(most * BYTES_PER_CHARACTER);
        String declared = part.charset();
        TextEncoding decoded = TextEncoding.read(bytes, most, declared);
        draft.tell(decoded, declared, new Place.Whole());
        if (part.isHtml()) {
            bodies.html(decoded.text());
        } else {
            String words = InlinePgp.read(decoded.text(), draft);
            bodies.text(new MailDraft.Text(words, part.isFlowed(), part.dropsLastSpaces()));
        }
    }

    private Place other(MimePart part, MimeTokenStream stream) throws IOException, MimeException, UnreadableFile {
        InputStream in = stream.getDecodedInputStream();
        switch (part.kind()) {
            case SIGNATURE -> Signatures.detached(in, part.type(), draft);
            case SIGNED -> signed(in);
            case ENCRYPTED ->
                throw new UnreadableFile(Reason.PASSWORD, "the mail is encrypted (" + shown(part.type()) + ")");
            case ELSEWHERE -> {
                Place.Part place = draft.skipped(part.name());
                String target = part.address();
                if (!target.isEmpty()) {
                    draft.fact(new Fact.ExternalLink(Fact.ExternalLink.Kind.OTHER, target, place));
                }
                draft.gap(Gap.Reason.SKIPPED_PART, place, "the part lies elsewhere");
            }
            case PIECE ->
                draft.gap(
                        Gap.Reason.SKIPPED_PART,
                        draft.skipped(part.name()),
                        "one piece of a mail that was sent in pieces");
            case FILE -> {
                if (!filesLeftOut || !part.isAttached() || part.isOutlookContainer()) {
                    draft.attach(in, part.name(), part.isAttached());
                }
            }
        }
        return new Place.Part(part.name(), new Place.Whole());
    }

    /// S/MIME with the content inside the signature: that content is part of this mail.
    void signed(InputStream in) throws IOException, MimeException, UnreadableFile {
        if (signatures++ == MOST_SIGNATURES) {
            throw new UnreadableFile(
                    Reason.LIMIT, "limit depth: more than " + MOST_SIGNATURES + " signatures around each other");
        }
        Signatures.opaque(in, draft, content -> {
            MimeTokenStream inner = stream();
            inner.parse(content);
            walk(inner);
            bodies.flush();
        });
    }

    static String shown(@Nullable String type) {
        return type == null ? "" : type.replaceAll("[^\\w/.+-]", "").toLowerCase(Locale.ROOT);
    }

    static String extension(String type) {
        return FormatDetector.extension(type);
    }
}
