package dev.assay;

import dev.assay.config.Json;
import dev.assay.lab.servers.MailServers;
import dev.assay.lab.servers.SftpServer;
import dev.assay.ledger.ArrivalRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A small installation that receives by all channels from two vendors, `swift` and `lumen`, and what they deliver
/// with.
final class AllChannels implements AutoCloseable {
    static final List<String> VENDORS = List.of("swift", "lumen");
    static final String MAILBOX = "deliveries";
    private static final String PASSWORD = "mailbox-password";

    final SmallHome home;
    final MailServers mail;
    private final SftpServer sftp;
    private final Path servers;
    private final HttpClient client = HttpClient.newHttpClient();
    private Wiring.Running running;

    /// @param folder       for the home and the servers
    /// @param deliverables of swift
    static AllChannels start(Path folder, List<String> deliverables) throws Exception {
        AllChannels all = new AllChannels(folder, deliverables);
        all.running = all.home.start();
        return all;
    }

    private AllChannels(Path folder, List<String> deliverables) throws Exception {
        home = SmallHome.in(Files.createDirectories(folder.resolve("home")), deliverables);
        servers = Files.createDirectories(folder.resolve("servers"));
        mail = MailServers.start(home.folder);
        mail.account(MAILBOX, PASSWORD);
        sftp = SftpServer.start(
                0,
                servers.resolve("host-key"),
                VENDORS.stream()
                        .map(each -> SftpServer.Account.withPassword(each, secret(each), servers.resolve(each)))
                        .toList());
        home.write(
                "assay.properties",
                Files.readString(home.folder.resolve("assay.properties")) + """
                    sftp.poll-every = 100ms
                    mail.enabled = true
                    mail.host = localhost
                    mail.port = %d
                    mail.user = deliveries
                    mail.password = mailbox-password
                    mail.certificate = mail.pem
                    mail.poll-every = 100ms
                    upload.enabled = true
                    upload.port = 0
                    """.formatted(mail.imapPort()));
        Files.setPosixFilePermissions(
                home.folder.resolve("assay.properties"), PosixFilePermissions.fromString("rw-------"));
        for (String vendor : VENDORS) {
            home.write("secrets/" + vendor, secret(vendor));
            Files.setPosixFilePermissions(
                    home.folder.resolve("secrets/" + vendor), PosixFilePermissions.fromString("rw-------"));
            home.write("vendors/" + vendor + ".yaml", """
                name: %1$s Ltd
                channels:
                  folder: true
                  sftp:
                    - {host: 127.0.0.1, port: %2$d, account: %1$s, password: "${file:secrets/%1$s}", host-key: "%3$s"}
                  mail: {address: %1$s@deliveries.example, token-sha256: "%4$s"}
                  upload: {token-sha256: "%4$s"}
                """.formatted(
                    vendor, sftp.port(), sftp.hostKey(), hex(secret(vendor).getBytes(StandardCharsets.UTF_8))));
        }
    }

    Wiring.Running running() {
        return running;
    }

    /// A vendor's token and password.
    static String secret(String vendor) {
        return vendor + "-t0ken-7d1c";
    }

    /// Puts a file into a vendor's drop folder in one step.
    void drop(String vendor, String path, byte[] bytes) throws IOException {
        place(home.folder.resolve("drop").resolve(vendor).resolve(path), bytes);
    }

    /// Puts a file on a vendor's SFTP server in one step.
    void serve(String vendor, String path, byte[] bytes) throws IOException {
        place(servers.resolve(vendor).resolve(path), bytes);
    }

    private void place(Path target, byte[] bytes) throws IOException {
        Files.createDirectories(target.getParent());
        Files.move(Files.write(servers.resolve("coming"), bytes), target);
    }

    /// Sends a file by mail.
    ///
    /// @param headers further ones, each with its line end
    void send(String vendor, String subject, String name, byte[] bytes, String headers) throws Exception {
        mail.put(
                MAILBOX,
                (headers + "From: a@" + vendor + ".example\r\nTo: " + vendor + "+" + secret(vendor)
                                + "@deliveries.example\r\nSubject: =?utf-8?B?" + base64(subject)
                                + "?=\r\nMIME-Version: 1.0\r\n"
                                + "Content-Type: multipart/mixed; boundary=\"b0\"\r\n\r\n--b0\r\nContent-Type:"
                                + " application/octet-stream; name=\"" + name + "\"\r\nContent-Disposition: attachment;"
                                + " filename=\"" + name + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                                + Base64.getMimeEncoder().encodeToString(bytes) + "\r\n--b0--\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /// Uploads a file.
    ///
    /// @param headers names and values in turn
    HttpResponse<String> upload(String vendor, String name, String key, byte[] bytes, String... headers)
            throws Exception {
        HttpRequest.Builder request = request(vendor, "/deliveries?name=" + encoded(name))
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(bytes));
        return ask(headers.length == 0 ? request : request.headers(headers));
    }

    HttpRequest.Builder request(String vendor, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.uploadPort() + path))
                .header("Authorization", "Bearer " + secret(vendor));
    }

    HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// The arrival of an answer.
    static String arrival(HttpResponse<String> answer) {
        return (String) Json.read(answer.body().getBytes(StandardCharsets.UTF_8), Map.class)
                .get("arrival");
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(HexFormat.of().toHexDigits(each));
        }
        return encoded.toString();
    }

    /// Waits until so many arrivals of a kind are there and nothing is left to do.
    List<ArrivalRecord> settled(int count, Predicate<ArrivalRecord> kind) throws InterruptedException {
        SmallHome.await(
                count,
                () -> all(kind).size() >= count && running.ledger().jobs().open() == 0);
        return all(kind);
    }

    private List<ArrivalRecord> all(Predicate<ArrivalRecord> kind) {
        return running.ledger().arrivals().newest(10_000).stream().filter(kind).toList();
    }

    static String hex(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        running.close();
        client.close();
        sftp.close();
        mail.close();
    }
}
