package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.lab.servers.MailServers;
import dev.assay.lab.servers.SftpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Row 20 of the threats: the whole program with a secret of each kind, each of which is used, and most in vain.
final class SecretsIT {
    private static final String CANARY = "canary-9e41";
    private static final String TOKEN = CANARY + "-token";

    @TempDir
    private Path folder;

    private final List<String> seen = new ArrayList<>();

    @Test
    void row20_noSecretIsInAnythingThatIsWrittenOrAnswered() throws Exception {
        SmallHome home = SmallHome.in(folder.resolve("home"), List.of("report"));
        Path output = folder.resolve("output");
        try (MailServers mail = MailServers.start(home.folder);
                SftpServer sftp = SftpServer.start(
                        0,
                        folder.resolve("host-key"),
                        List.of(SftpServer.Account.withPassword("swift", "another", folder.resolve("served"))))) {
            mail.account("deliveries", "another");
            configure(home, mail, sftp);
            ProcessBuilder builder = Program.builder(Path.of(""), List.of(), "run", "--home", home.folder)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("CANARY_KEYSTORE", CANARY + "-keystore");
            Process process = builder.start();
            try {
                use(home, process, output);
                process.destroy();
                assertTrue(process.waitFor(2, TimeUnit.MINUTES));
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        seen.add(Files.readString(output));
        assertEquals(
                List.of(), seen.stream().filter(each -> each.contains(CANARY)).toList());
        assertEquals(
                List.of("assay.properties", "secrets/sftp"),
                filesWithASecret(home.folder),
                "they are where people wrote them, and nowhere else");
    }

    private void configure(SmallHome home, MailServers mail, SftpServer sftp) throws Exception {
        int closed;
        try (ServerSocket probe = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            closed = probe.getLocalPort();
        }
        home.write(
                "assay.properties",
                Files.readString(home.folder.resolve("assay.properties"))
                        + """
                        keystore.passphrase = ${env:CANARY_KEYSTORE}
                        mail.enabled = true
                        mail.host = localhost
                        mail.port = %1$d
                        mail.user = deliveries
                        mail.password = %2$s-mail
                        mail.certificate = mail.pem
                        mail.poll-every = 100ms
                        smtp.host = localhost
                        smtp.port = %3$d
                        smtp.user = deliveries
                        smtp.password = %2$s-smtp
                        smtp.from = quality@assay.example
                        sftp.poll-every = 100ms
                        upload.enabled = true
                        upload.port = 0
                        queues.broker-url = tcp://127.0.0.1:%4$d
                        queues.broker-user = assay
                        queues.broker-password = %2$s-broker
                        """.formatted(mail.imapPort(), CANARY, mail.smtpPort(), closed));
        home.write("secrets/sftp", CANARY + "-sftp");
        for (String file : List.of("assay.properties", "secrets/sftp")) {
            Files.setPosixFilePermissions(home.folder.resolve(file), PosixFilePermissions.fromString("rw-------"));
        }
        home.write("vendors/swift.yaml", """
            name: Swift Research Ltd
            contact: a@swift.example
            channels:
              folder: true
              sftp:
                - {host: 127.0.0.1, port: %d, account: swift, password: "${file:secrets/sftp}", host-key: "%s"}
              upload: {token-sha256: "%s"}
            """.formatted(
                        sftp.port(), sftp.hostKey(), AllChannels.hex(TOKEN.getBytes(StandardCharsets.UTF_8))));
    }

    private void use(SmallHome home, Process process, Path output) throws Exception {
        int management = port(process, output, "health and metrics on port ([0-9]+)");
        int upload = port(process, output, "Uploads are received on port ([0-9]+)");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String token : List.of(TOKEN, TOKEN + "-wrong")) {
                for (String path : List.of("?name=report/a.txt", "?name=", "/" + "0".repeat(32))) {
                    seen.add(ask(
                            client,
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + upload + "/deliveries" + path))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Idempotency-Key", "k1")
                                    .POST(BodyPublishers.ofString(SmallHome.CLEAN))));
                }
            }
            URI health = URI.create("http://127.0.0.1:" + management + "/health");
            SmallHome.await(() -> {
                String said = ask(client, HttpRequest.newBuilder(health));
                return Stream.of("mailbox ", "SFTP account", "cannot send letter", "announce: ")
                        .allMatch(said::contains);
            });
            seen.add(ask(client, HttpRequest.newBuilder(health)));
            seen.add(ask(client, HttpRequest.newBuilder(health.resolve("/metrics"))));
        }
        SmallHome.await(() -> {
            try {
                return home.queue("accept").size() == 1;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String ask(HttpClient client, HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.headers().map() + " " + answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int port(Process process, Path output, String pattern) throws Exception {
        Pattern said = Pattern.compile(pattern);
        SmallHome.await(() -> {
            assertTrue(process.isAlive(), () -> text(output));
            return said.matcher(text(output)).find();
        });
        Matcher found = said.matcher(text(output));
        assertTrue(found.find());
        return Integer.parseInt(found.group(1));
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> filesWithASecret(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .filter(each -> text(each).contains(CANARY))
                    .map(each -> home.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }
}
