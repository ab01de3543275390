package dev.assay.route.mail;

import dev.assay.intake.mail.IncomingMail;
import dev.assay.meter.CrashPoint;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/// A mail in an open folder.
///
/// It is moved by its number with a command of our own: UID MOVE (RFC 6851), or on a server without it UID COPY and
/// UID EXPUNGE of this mail alone (RFC 4315). A plain EXPUNGE would delete what people have marked.
final class MailboxMail implements IncomingMail {
    private static final List<String> ADDRESSED = List.of("Delivered-To", "X-Original-To", "X-Envelope-To", "To", "Cc");

    private final IMAPFolder folder;
    private final IMAPMessage message;
    private final MailServer server;
    private final long uid;

    MailboxMail(IMAPFolder folder, IMAPMessage message, MailServer server) throws MessagingException {
        this.folder = folder;
        this.message = message;
        this.server = server;
        this.uid = folder.getUID(message);
    }

    @Override
    public long uidValidity() {
        try {
            return folder.getUIDValidity();
        } catch (MessagingException e) {
            throw new IllegalStateException("The folder is not open any more", e);
        }
    }

    @Override
    public long uid() {
        return uid;
    }

    @Override
    public long size() throws IOException {
        return asked(message::getSize).longValue();
    }

    @Override
    public Instant received() throws IOException {
        Date date = asked(message::getReceivedDate);
        return date == null ? Instant.EPOCH : date.toInstant();
    }

    @Override
    public List<String> recipients() throws IOException {
        List<String> all = new ArrayList<>();
        for (String header : ADDRESSED) {
            String[] values = asked(() -> message.getHeader(header));
            if (values != null) {
                all.addAll(List.of(values));
            }
        }
        return all;
    }

    @Override
    public InputStream open() throws IOException {
        return asked(message::getMimeStream);
    }

    @Override
    public void moveTo(Box box) throws IOException {
        String target = switch (box) {
            case PROCESSED -> server.processed();
            case PARKED -> server.parked();
        };
        asked(() -> {
            Folder boxFolder = folder.getStore().getFolder(target);
            if (!boxFolder.exists()) {
                boxFolder.create(Folder.HOLDS_MESSAGES);
            }
            return folder.doCommand(protocol -> moved(protocol, target));
        });
    }

    private Boolean moved(IMAPProtocol protocol, String target) throws ProtocolException {
        String mailbox = BASE64MailboxEncoder.encode(target);
        if (protocol.hasCapability("MOVE")) {
            run(protocol, "UID MOVE", number().writeString(mailbox));
            return true;
        }
        if (!protocol.hasCapability("UIDPLUS")) {
            throw new ProtocolException("the server has neither MOVE (RFC 6851) nor UIDPLUS (RFC 4315)");
        }
        run(protocol, "UID COPY", number().writeString(mailbox));
        CrashPoint.here("W6c");
        run(protocol, "UID STORE", number().writeAtom("+FLAGS.SILENT").writeAtom("(\\Deleted)"));
        run(protocol, "UID EXPUNGE", number());
        return true;
    }

    private Argument number() {
        return new Argument().writeAtom(Long.toString(uid));
    }

    private static void run(IMAPProtocol protocol, String command, Argument arguments) throws ProtocolException {
        Response[] responses = protocol.command(command, arguments);
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
    }

    @Override
    public boolean isReachable() {
        return folder.isOpen();
    }

    /// Whether a person has deleted it and it only waits to be expunged.
    boolean isDeleted() throws MessagingException {
        return message.isSet(Flags.Flag.DELETED);
    }

    static IMAPMessage of(Message message) {
        return (IMAPMessage) message;
    }

    /// Something asked of the server.
    private interface Question<T> {
        T ask() throws MessagingException;
    }

    private static <T> T asked(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (MessagingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
