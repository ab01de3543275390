package dev.assay.lab.soak;

import dev.assay.lab.soak.Delivery.Content;
import dev.assay.lab.soak.Delivery.Way;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The vendors: each delivers by its channel, and knows what its source still keeps. An upload is sent again with the
/// same Idempotency-Key until it is answered that it is recorded, as the page for vendors says.
final class Feeds implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final long AGAIN_MILLIS = 100;

    private final SoakHome home;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Delivery> sent = new ArrayList<>();
    private final AtomicInteger unanswered = new AtomicInteger();

    Feeds(SoakHome home) {
        this.home = home;
    }

    /// What was sent so far, in order: the manifest that the oracle goes by.
    synchronized List<Delivery> sent() {
        return List.copyOf(sent);
    }

    private synchronized void note(Delivery delivery) {
        sent.add(delivery);
    }

    /// Delivers. By upload it returns only when it is acknowledged.
    void send(Delivery delivery) throws InterruptedException {
        note(delivery);
        Content file = delivery.files().getFirst();
        try {
            switch (delivery.way()) {
                case FOLDER -> put(home.drop(), file);
                case SFTP -> put(home.server(), file);
                case MAIL -> home.mail.put(SoakHome.MAILBOX, delivery.mail(home.mailAddress()));
                case UPLOAD -> upload(delivery.number(), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail server took no mail", e);
        }
    }

    /// By a rename into place.
    private void put(Path folder, Content file) throws IOException {
        Path made = Files.write(home.folder.resolve("made-" + file.name()), file.bytes());
        Files.move(made, folder.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
    }

    private void upload(int number, Content file) throws InterruptedException {
        unanswered.incrementAndGet();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + home.uploadPort + "/deliveries?name=" + file.name()))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + home.token())
                .header("Idempotency-Key", "soak-" + number)
                .POST(BodyPublishers.ofByteArray(file.bytes()))
                .build();
        while (!isRecorded(request)) {
            Thread.sleep(AGAIN_MILLIS);
        }
        unanswered.decrementAndGet();
    }

    private boolean isRecorded(HttpRequest request) throws InterruptedException {
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status == 200 || status == 201) {
                return true;
            }
            if (status == 409 || status == 503 || status == 507) {
                return false;
            }
            throw new IllegalStateException("An upload was answered with " + status);
        } catch (IOException e) {
            // The program is down, or went down before it answered.
            return false;
        }
    }

    /// How many deliveries a channel's source still keeps.
    int kept(Way way) throws IOException {
        try {
            return switch (way) {
                // In the order in which a file goes, so that none is missed between the two.
                case FOLDER -> files(home.drop()) + files(home.claims());
                case SFTP -> files(home.server());
                case MAIL -> home.mail.count(SoakHome.MAILBOX, SoakHome.MAIL_PASSWORD, "INBOX");
                case UPLOAD -> unanswered.get();
            };
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private static int files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return Math.toIntExact(inside.filter(Files::isRegularFile).count());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
