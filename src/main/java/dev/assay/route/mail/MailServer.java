package dev.assay.route.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.imap.IMAPStore;

/// A mailbox and how it is reached: IMAP over TLS from the first byte (RFC 8314), the server's name checked.
///
/// @param folder    that is received from
/// @param processed where mails go when they are recorded
/// @param parked    where mails go that cannot be received
/// @param trusted   a file with the certificates (PEM) that are trusted; empty for the system's
public record MailServer(
        String host,
        int port,
        String user,
        String password,
        String folder,
        String processed,
        String parked,
        Optional<Path> trusted) {
    private static final String TIMEOUT_MILLIS = "60000";
    private static final String CONNECT_MILLIS = "20000";
    private static final String FETCH_BYTES = Integer.toString(1 << 20);

    /// Names the mailbox folder: the same for as long as its mails have the same numbers.
    public String name() {
        return user + "@" + host + "/" + folder;
    }

    @Override
    public String toString() {
        return name();
    }

    /// Connects and logs in.
    IMAPStore connect() throws MessagingException, IOException {
        IMAPStore store = (IMAPStore) Session.getInstance(properties()).getStore("imaps");
        store.connect(host, port, user, password);
        return store;
    }

    private Properties properties() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("mail.imaps.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.imaps.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.imaps.writetimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.imaps.peek", "true");
        properties.setProperty("mail.imaps.fetchsize", FETCH_BYTES);
        properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
        if (trusted.isPresent()) {
            properties.put("mail.imaps.ssl.socketFactory", trusting(trusted.get()));
        }
        return properties;
    }

    /// Sockets that trust the certificates of a file and no others.
    ///
    /// @throws IOException if it holds none
    public static SSLSocketFactory trusting(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("trusted-" + number++, certificate);
            }
            if (number == 0) {
                throw new IOException(file + " holds no certificate");
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no certificates that can be read (" + e.getMessage() + ")", e);
        }
    }
}
