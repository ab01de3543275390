package dev.assay.route.mail;

import dev.assay.dispatch.AddressRefused;
import dev.assay.dispatch.Post;
import dev.assay.letter.Letter;
import dev.assay.work.ShownName;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;

/// Sends letters by SMTP. The Message-ID is made of the letter's id, so that a reader knows a mail that was sent
/// twice.
public final class SmtpPost implements Post {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    /// Replies from here on are final (RFC 5321, 4.2.1).
    private static final int PERMANENT = 500;
    private static final String PATIENCE_MILLIS = "20000";

    private final Server server;
    private final Clock clock;
    private final Properties properties;

    /// Where and as whom letters are sent.
    ///
    /// @param host        empty where no letter goes by mail any more
    /// @param tls         whether the connection is TLS from its first byte
    /// @param user        empty: without a login
    /// @param from        the sender's address
    /// @param certificate a file of certificates (PEM) that are trusted instead of the system's
    public record Server(
            String host, int port, boolean tls, String user, String password, String from, Optional<Path> certificate) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /// @throws IOException if the certificates cannot be read
    public SmtpPost(Server server, Clock clock) throws IOException {
        this.server = server;
        this.clock = clock;
        this.properties = properties(server);
    }

    @Override
    public void send(String id, String address, Letter letter) throws IOException {
        if (server.host().isEmpty()) {
            throw new IOException("smtp.host is not set and a letter waits to go by mail. Set it");
        }
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport(server.tls() ? "smtps" : "smtp")) {
            Message message = message(session, id, address, letter);
            if (server.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(server.user(), server.password());
            }
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            for (Exception each = e; each != null; each = next(each)) {
                if (each instanceof SMTPAddressFailedException refused && refused.getReturnCode() >= PERMANENT) {
                    throw new AddressRefused("mail server " + server + " refuses the vendor's address: "
                            + ShownName.of(String.valueOf(refused.getMessage()).strip()));
                }
            }
            throw new IOException("mail server " + server + ": " + ShownName.of(String.valueOf(e.getMessage())), e);
        }
    }

    private static @Nullable Exception next(Exception exception) {
        return exception instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private Message message(Session session, String id, String address, Letter letter) throws MessagingException {
        InternetAddress from = new InternetAddress(server.from(), true);
        String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        MimeMessage message = new WithId(session, "<" + id + "@" + domain + ">");
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        message.setSubject(ShownName.of(letter.subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.language());
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(alternatives(letter));
        mixed.addBodyPart(body);
        for (Letter.Attachment attachment : letter.attachments()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
            part.setFileName(attachment.name());
            mixed.addBodyPart(part);
        }
        message.setContent(mixed);
        message.saveChanges();
        return message;
    }

    private static MimeMultipart alternatives(Letter letter) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(text);
        both.addBodyPart(html);
        return both;
    }

    /// A message would make up an id of its own.
    private static final class WithId extends MimeMessage {
        private final String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private static Properties properties(Server server) throws IOException {
        Properties properties = new Properties();
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.setProperty(protocol + "host", server.host());
            properties.setProperty(protocol + "port", Integer.toString(server.port()));
            properties.setProperty(
                    protocol + "auth", Boolean.toString(!server.user().isEmpty()));
            properties.setProperty(protocol + "connectiontimeout", PATIENCE_MILLIS);
            properties.setProperty(protocol + "timeout", PATIENCE_MILLIS);
            properties.setProperty(protocol + "writetimeout", PATIENCE_MILLIS);
            properties.setProperty(protocol + "ssl.checkserveridentity", "true");
        }
        if (server.certificate().isPresent()) {
            properties.put(
                    "mail.smtps.ssl.socketFactory",
                    MailServer.trusting(server.certificate().get()));
        }
        return properties;
    }
}
