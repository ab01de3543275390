package dev.assay.lab;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;

/// A mail by which a vendor delivers a file.
///
/// @param from    the vendor's name
/// @param address the vendor's address
/// @param to      the address that the vendor was told
/// @param name    of the file that is attached
record DeliveryMail(String from, String address, String to, String subject, String name) {

    /// Writes it with what is attached.
    void write(Path attached, Path target, Clock clock) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            MimeMessage message = new Identified(address.substring(address.indexOf('@')), name);
            message.setFrom(new InternetAddress(address, from, StandardCharsets.UTF_8.name()));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            MimeBodyPart text = new MimeBodyPart();
            text.setText("Please find it attached.\r\n\r\n" + from + "\r\n", StandardCharsets.UTF_8.name());
            MimeBodyPart file = new MimeBodyPart();
            file.attachFile(attached.toFile());
            file.setFileName(name);
            message.setContent(new MimeMultipart(text, file));
            message.saveChanges();
            message.writeTo(out);
        } catch (MessagingException e) {
            throw new IOException("The mail cannot be written", e);
        }
    }

    /// The library's own Message-ID would name this machine and its user.
    private static final class Identified extends MimeMessage {
        private final String domain;
        private final String name;

        Identified(String domain, String name) {
            super(Session.getInstance(new Properties()));
            this.domain = domain;
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + name + "." + VendorFiles.secret() + domain + ">");
        }
    }
}
