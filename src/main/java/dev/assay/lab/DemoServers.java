package dev.assay.lab;

import dev.assay.config.Setting;
import dev.assay.lab.servers.MailServers;
import dev.assay.lab.servers.SftpServer;
import dev.assay.work.SftpAccount;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The servers that a demo starts for its vendors, each on a free port of 127.0.0.1: one for SFTP, that vendors put
/// their work on, and the company's for mail. Mails are gone when it ends, what lies on the SFTP server stays.
public final class DemoServers implements AutoCloseable {
    private static final String MAILBOX = "deliveries";
    private static final String OFTEN = "1s";

    private final VendorFiles vendors;
    private final SftpServer sftp;
    private final MailServers mail;
    private final Path basket;
    private final String password;

    private DemoServers(VendorFiles vendors, SftpServer sftp, MailServers mail, Path basket, String password) {
        this.vendors = vendors;
        this.sftp = sftp;
        this.mail = mail;
        this.basket = basket;
        this.password = password;
    }

    /// Starts them, and has the home's vendors' files name them.
    ///
    /// @param basket the folder for what they keep
    static DemoServers start(VendorFiles vendors, Path basket) throws IOException {
        String password = VendorFiles.secret();
        SftpServer sftp = sftp(vendors, basket, password);
        try {
            vendors.write(sftp.port(), sftp.hostKey());
            MailServers mail = MailServers.start(basket);
            mail.account(MAILBOX, password);
            return new DemoServers(vendors, sftp, mail, basket, password);
        } catch (IOException e) {
            sftp.close();
            throw e;
        }
    }

    /// Where it is free, the port of the time before: what lies on a server is known by the server's port too.
    private static SftpServer sftp(VendorFiles vendors, Path basket, String password) throws IOException {
        List<SftpServer.Account> accounts = new ArrayList<>();
        int port = 0;
        for (Map.Entry<String, List<SftpAccount>> vendor : vendors.accounts().entrySet()) {
            for (SftpAccount each : vendor.getValue()) {
                Path root = accountFolder(basket, vendor.getKey(), each);
                Files.createDirectories(root.resolve(below(each.folder())));
                accounts.add(SftpServer.Account.withPassword(each.account(), password, root));
                port = each.host().equals("127.0.0.1") ? each.port() : port;
            }
        }
        Path hostKey = basket.resolve("host-key");
        try {
            return SftpServer.start(port, hostKey, accounts);
        } catch (IOException e) {
            if (port == 0) {
                throw e;
            }
            return SftpServer.start(0, hostKey, accounts);
        }
    }

    private static Path accountFolder(Path basket, String vendor, SftpAccount account) {
        return basket.resolve("sftp").resolve(vendor).resolve(account.account());
    }

    /// What the environment must say for an installation to work with them.
    public Map<String, String> environment() throws IOException {
        Map<String, String> environment = new HashMap<>();
        Map.of(
                        Setting.SFTP_ENABLED, "true",
                        Setting.SFTP_POLL_EVERY, OFTEN,
                        Setting.UPLOAD_ENABLED, "true",
                        Setting.UPLOAD_HOST, "127.0.0.1",
                        Setting.UPLOAD_PORT, "0")
                .forEach((setting, value) -> environment.put(setting.variable(), value));
        Map.of(
                        Setting.MAIL_ENABLED,
                        "true",
                        Setting.MAIL_HOST,
                        "localhost",
                        Setting.MAIL_PORT,
                        Integer.toString(mail.imapPort()),
                        Setting.MAIL_USER,
                        MAILBOX,
                        Setting.MAIL_PASSWORD,
                        password,
                        Setting.MAIL_CERTIFICATE,
                        mail.certificate().toAbsolutePath().toString(),
                        Setting.MAIL_POLL_EVERY,
                        OFTEN)
                .forEach((setting, value) -> environment.put(setting.variable(), value));
        Map.of(
                        Setting.SMTP_HOST, "localhost",
                        Setting.SMTP_PORT, Integer.toString(mail.smtpPort()),
                        Setting.SMTP_TLS, "true",
                        Setting.SMTP_USER, "",
                        Setting.SMTP_PASSWORD, "",
                        Setting.SMTP_FROM, "quality@deliveries.example")
                .forEach((setting, value) -> environment.put(setting.variable(), value));
        vendors.passwordVariables().forEach(name -> environment.put(name, password));
        return environment;
    }

    public int sftpPort() {
        return sftp.port();
    }

    public int imapPort() {
        return mail.imapPort();
    }

    public int smtpPort() {
        return mail.smtpPort();
    }

    /// Whose SFTP server it is.
    public Collection<String> sftpVendors() {
        return vendors.accounts().keySet();
    }

    /// The folder that Assay looks through on a vendor's server.
    ///
    /// @throws IllegalStateException if it has none
    Path sftpFolder(String vendor) {
        List<SftpAccount> accounts = vendors.accounts().getOrDefault(vendor, List.of());
        if (accounts.isEmpty()) {
            throw new IllegalStateException("vendors/" + vendor + ".yaml names no SFTP account.");
        }
        SftpAccount account = accounts.getFirst();
        return accountFolder(basket, vendor, account).resolve(below(account.folder()));
    }

    private static String below(String folder) {
        return folder.replaceFirst("^/+", "");
    }

    /// Puts a mail into the mailbox that Assay receives from.
    void deliver(byte[] message) throws IOException {
        try {
            mail.put(MAILBOX, message);
        } catch (MessagingException e) {
            throw new IOException("The mail cannot be put into the mailbox", e);
        }
    }

    /// How many letters have come to a vendor by mail since the start.
    int mailsTo(String address) {
        return mail.sentTo(address).size();
    }

    @Override
    public void close() throws IOException {
        try (sftp) {
            mail.close();
        }
    }
}
