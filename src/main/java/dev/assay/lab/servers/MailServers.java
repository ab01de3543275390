package dev.assay.lab.servers;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPMessage;

/// A company's mail on loopback: IMAP and SMTP over TLS, with a certificate of its own for `localhost`.
public final class MailServers implements AutoCloseable {
    private static final String STORE_PASSWORD = "loopback";
    private static final long MINUTE = 60;
    private static final long STARTUP_MILLIS = 60_000;

    private final GreenMail mail;
    private final Path certificate;

    private MailServers(GreenMail mail, Path certificate) {
        this.mail = mail;
        this.certificate = certificate;
    }

    /// Starts both on free ports.
    ///
    /// @param folder for the certificate; one process has one certificate for all such servers
    public static MailServers start(Path folder) throws IOException {
        Path certificate = certificate(folder);
        ServerSetup imaps = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS).dynamicPort();
        ServerSetup smtps = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS).dynamicPort();
        // Two seconds by itself, which is short on a machine that is busy.
        imaps.setServerStartupTimeout(STARTUP_MILLIS);
        smtps.setServerStartupTimeout(STARTUP_MILLIS);
        GreenMail mail = new GreenMail(new ServerSetup[] {imaps, smtps});
        mail.start();
        return new MailServers(mail, certificate);
    }

    /// GreenMail reads its key once for each process, so that later servers have the first one's certificate.
    private static synchronized Path certificate(Path folder) throws IOException {
        String known = System.getProperty("greenmail.tls.keystore.file");
        if (known != null) {
            return copy(Path.of(known).resolveSibling("mail.pem"), folder);
        }
        Path kept = Files.createTempDirectory("mail-certificate");
        Path store = kept.resolve("mail.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD,
                "-keypass",
                STORE_PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "mail",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD,
                "-file",
                kept.resolve("mail.pem").toString());
        // Last in, first deleted: the folder when it is empty.
        kept.toFile().deleteOnExit();
        store.toFile().deleteOnExit();
        kept.resolve("mail.pem").toFile().deleteOnExit();
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", STORE_PASSWORD);
        System.setProperty("greenmail.tls.key.password", STORE_PASSWORD);
        return copy(kept.resolve("mail.pem"), folder);
    }

    private static Path copy(Path certificate, Path folder) throws IOException {
        return Files.copy(certificate, folder.resolve("mail.pem"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(MINUTE, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool made no certificate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("keytool was interrupted", e);
        }
    }

    /// The certificate (PEM) to trust.
    public Path certificate() {
        return certificate;
    }

    public int imapPort() {
        return mail.getImaps().getPort();
    }

    public int smtpPort() {
        return mail.getSmtps().getPort();
    }

    /// Makes a mailbox.
    public void account(String user, String password) {
        mail.setUser(user, user, password);
    }

    /// Puts a mail into a mailbox' folder as a server that received it does.
    ///
    /// @param mailBytes with its headers, as it goes over the wire
    public void put(String user, byte[] mailBytes) throws MessagingException {
        GreenMailUser owner = mail.getUserManager().getUser(user);
        owner.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mailBytes)));
    }

    /// The mails sent by SMTP to a mailbox.
    public List<MimeMessage> sentTo(String user) {
        return List.of(mail.getReceivedMessagesForDomain(user));
    }

    /// How many mails lie in a mailbox' folder.
    public int count(String user, String password, String folder) throws MessagingException, IOException {
        return with(user, password, folder, Folder::getMessageCount);
    }

    /// The newest mail of a mailbox as it is served.
    public byte[] newest(String user, String password) throws MessagingException, IOException {
        return with(user, password, "INBOX", opened -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (InputStream in = ((IMAPMessage) opened.getMessage(opened.getMessageCount())).getMimeStream()) {
                in.transferTo(bytes);
            } catch (IOException e) {
                throw new MessagingException("It cannot be read", e);
            }
            return bytes.toByteArray();
        });
    }

    /// Marks all mails of a folder.
    public void mark(String user, String password, String folder, Flags.Flag flag)
            throws MessagingException, IOException {
        with(user, password, folder, opened -> {
            for (Message message : opened.getMessages()) {
                message.setFlag(flag, true);
            }
            return true;
        });
    }

    /// Something done with an open folder.
    private interface InFolder<T> {
        T apply(Folder folder) throws MessagingException;
    }

    private <T> T with(String user, String password, String folder, InFolder<T> work)
            throws MessagingException, IOException {
        Properties properties = new Properties();
        properties.put("mail.imaps.ssl.socketFactory", dev.assay.route.mail.MailServer.trusting(certificate));
        try (Store store = Session.getInstance(properties).getStore("imaps")) {
            store.connect("127.0.0.1", imapPort(), user, password);
            Folder opened = store.getFolder(folder);
            if (!opened.exists()) {
                return null;
            }
            opened.open(Folder.READ_WRITE);
            T result = work.apply(opened);
            opened.close(false);
            return result;
        }
    }

    @Override
    public void close() {
        mail.stop();
    }
}
