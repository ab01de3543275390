package dev.assay.lab.soak;

import dev.assay.lab.servers.MailServers;
import dev.assay.lab.servers.SftpServer;
import dev.assay.lab.soak.Delivery.Way;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/// A small installation with a vendor for each channel, and the servers that they deliver on, which run on while the
/// program is killed.
final class SoakHome implements AutoCloseable {
    static final String CLIENT = "harrowgate";
    static final String MAILBOX = "deliveries";
    static final String MAIL_PASSWORD = "mailbox-password";
    private static final int FIRST_PORT = 15_000;
    private static final int PORTS = 8_000;
    private static final int DELIVERABLES_OF_AN_ORDER = 50;

    final Path folder;
    final SftpServer sftp;
    final MailServers mail;
    final int uploadPort;

    private SoakHome(Path folder, SftpServer sftp, MailServers mail, int uploadPort) {
        this.folder = folder;
        this.sftp = sftp;
        this.mail = mail;
        this.uploadPort = uploadPort;
    }

    /// Writes an installation and starts its servers.
    ///
    /// @param folder new or empty
    /// @param broker the URL of a message broker, or empty
    static SoakHome create(Path folder, List<Delivery> deliveries, String broker) throws IOException {
        Files.createDirectories(folder);
        Path server = folder.resolve("server").resolve(Way.SFTP.word());
        SftpServer sftp = SftpServer.start(
                0,
                folder.resolve("host-key"),
                List.of(SftpServer.Account.withPassword(Way.SFTP.word(), MAIL_PASSWORD, server)));
        MailServers mail = MailServers.start(folder);
        mail.account(MAILBOX, MAIL_PASSWORD);
        SoakHome home = new SoakHome(folder, sftp, mail, freePort(folder));
        home.settings(broker);
        home.vendors();
        home.orders(deliveries);
        Files.createDirectories(home.drop());
        return home;
    }

    /// The vendors' token, another in each home: what is meant for another's program is not taken.
    String token() {
        return "token-" + Integer.toHexString(folder.hashCode());
    }

    String mailAddress() {
        return "mail+" + token() + "@in.example";
    }

    Path drop() {
        return folder.resolve("drop").resolve(Way.FOLDER.word());
    }

    /// Files that were taken from the drop folder and are not recorded yet, with their notes.
    Path claims() {
        return folder.resolve("drop").resolve(".claims");
    }

    Path server() {
        return folder.resolve("server").resolve(Way.SFTP.word());
    }

    private void settings(String broker) throws IOException {
        secret("assay.properties", """
            intake.stable-for = 100ms
            intake.poll-every = 100ms
            intake.least-free-share = 0
            intake.least-free-space = 0
            reading.least-free-share = 0
            sftp.poll-every = 100ms
            mail.enabled = true
            mail.host = localhost
            mail.port = %d
            mail.user = %s
            mail.password = %s
            mail.certificate = mail.pem
            mail.poll-every = 100ms
            upload.enabled = true
            upload.port = %d
            queues.broker-url = %s
            children.count = 1
            children.heap = 256MiB
            jobs.retry-after = 100ms
            jobs.most-attempts = 100
            management.port = 0
            """.formatted(mail.imapPort(), MAILBOX, MAIL_PASSWORD, uploadPort, broker));
        secret("secret", MAIL_PASSWORD);
    }

    private void vendors() throws IOException {
        String hash = Delivery.sha256(token().getBytes(StandardCharsets.UTF_8));
        vendor(Way.FOLDER, "  folder: true\n");
        vendor(
                Way.SFTP,
                "  folder: false\n  sftp:\n    - {host: 127.0.0.1, port: " + sftp.port()
                        + ", account: sftp, password: \"${file:secret}\", host-key: \"" + sftp.hostKey() + "\"}\n");
        vendor(Way.MAIL, "  folder: false\n  mail: {address: mail@in.example, token-sha256: \"" + hash + "\"}\n");
        vendor(Way.UPLOAD, "  folder: false\n  upload: {token-sha256: \"" + hash + "\"}\n");
    }

    private void vendor(Way way, String channels) throws IOException {
        write(
                "vendors/" + way.word() + ".yaml",
                "name: Vendor by " + way.word() + "\nlanguage: en-GB\nchannels:\n" + channels);
    }

    private void orders(List<Delivery> deliveries) throws IOException {
        write("clients/" + CLIENT + "/client.yaml", """
            name: Harrowgate Beverages
            retention: 2 years
            policy: {sampling: 0, first-deliveries: 0, tightened: false}
            """);
        write("clients/" + CLIENT + "/checklist.yaml", """
            title: Short notes
            items:
              - id: no-promises
                check: forbidden-term
                with: {terms: [guaranteed]}
                severity: critical
                blocking: true
                requirement: Nothing is promised.
            """);
        List<Delivery> first = deliveries.stream()
                .collect(Collectors.toMap(
                        Delivery::deliverable, each -> each, (one, other) -> one, java.util.TreeMap::new))
                .values()
                .stream()
                .toList();
        for (int from = 0; from < first.size(); from += DELIVERABLES_OF_AN_ORDER) {
            List<Delivery> some = first.subList(from, Math.min(first.size(), from + DELIVERABLES_OF_AN_ORDER));
            write(
                    "work-orders/wo-" + from / DELIVERABLES_OF_AN_ORDER + ".yaml",
                    some.stream()
                            .map(each -> "  - {id: " + each.deliverable() + ", title: Note " + each.deliverable()
                                    + ", role: note, vendors: [" + each.way().word() + "], prefixes: ["
                                    + each.deliverable() + "], due: \"2096-12-03T17:00\"}\n")
                            .collect(Collectors.joining("", """
                                client: harrowgate
                                practice: market-research
                                tier: standard
                                language: en-GB
                                zone: Europe/London
                                calendar: weekdays
                                deliverables:
                                """, "")));
        }
    }

    /// Below the ports that the system gives to connections, which might take it while the program is down; two soaks
    /// begin their search at different ones.
    private static int freePort(Path folder) throws IOException {
        for (int port = FIRST_PORT + Math.floorMod(folder.hashCode(), PORTS); ; port++) {
            try (ServerSocket probe = new ServerSocket(port, 0, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (BindException e) {
                if (port > FIRST_PORT + 2 * PORTS) {
                    throw e;
                }
            }
        }
    }

    private void secret(String file, String text) throws IOException {
        write(file, text);
        Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString("rw-------"));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Override
    public void close() throws IOException {
        sftp.close();
        mail.close();
    }
}
