package dev.assay.lab.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Takes every folder out of the queues, and every letter out of the outbox, as soon as it is there, and so sees what
/// is published half, twice or not at all. What it took it looks into, notes and deletes.
final class QueueConsumer {
    static final List<String> QUEUES = List.of("accept", "rework", "review");

    private static final long PAUSE_MILLIS = 20;

    private final Path home;
    private final Path mine;
    private final List<Taken> taken = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private int takes;

    QueueConsumer(Path home) {
        this.home = home;
        this.mine = home.resolve("taken");
    }

    /// A submission's folder as it was found.
    ///
    /// @param originals SHA-256 of each file the vendor sent, sorted
    /// @param whole     whether both reports are there and hold something
    record Taken(String queue, String submission, List<String> originals, boolean whole) {
        Taken {
            originals = List.copyOf(originals);
        }
    }

    /// A letter as it was found.
    ///
    /// @param whole whether it has files, and each holds something
    record Letter(String vendor, String name, boolean whole) {}

    synchronized List<Taken> taken() {
        return List.copyOf(taken);
    }

    synchronized List<Letter> letters() {
        return List.copyOf(letters);
    }

    /// Takes until the thread is interrupted.
    void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                takeAll();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("The consumer cannot take a folder", e);
        }
    }

    /// Takes what there is.
    synchronized void takeAll() throws IOException {
        for (String queue : QUEUES) {
            for (Path folder : folders(home.resolve("queues").resolve(queue))) {
                taken.add(taken(queue, folder.getFileName().toString(), take(folder)));
            }
        }
        for (Path vendor : folders(home.resolve("outbox"))) {
            for (Path letter : vendor.getFileName().toString().startsWith(".") ? List.<Path>of() : folders(vendor)) {
                String name = letter.getFileName().toString();
                letters.add(new Letter(vendor.getFileName().toString(), name, isWhole(take(letter))));
            }
        }
        delete(mine);
    }

    private Path take(Path folder) throws IOException {
        Path target =
                Files.createDirectories(mine.resolve(Integer.toString(takes++))).resolve(folder.getFileName());
        return Files.move(folder, target);
    }

    private static Taken taken(String queue, String submission, Path folder) throws IOException {
        List<String> originals = new ArrayList<>();
        if (Files.isDirectory(folder.resolve("original"))) {
            for (Path original : files(folder.resolve("original"))) {
                originals.add(Delivery.sha256(Files.readAllBytes(original)));
            }
        }
        boolean whole = true;
        for (String report : List.of("report.html", "report.json")) {
            whole &= Files.exists(folder.resolve(report)) && Files.size(folder.resolve(report)) > 0;
        }
        return new Taken(queue, submission, originals.stream().sorted().toList(), whole);
    }

    private static boolean isWhole(Path letter) throws IOException {
        List<Path> files = files(letter);
        boolean whole = !files.isEmpty();
        for (Path file : files) {
            whole &= Files.size(file) > 0;
        }
        return whole;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(Files::isRegularFile).toList();
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder, Files::isDirectory)) {
                inside.forEach(found::add);
            }
        }
        return found;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, java.io.IOException failed) throws IOException {
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
