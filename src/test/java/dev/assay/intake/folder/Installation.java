package dev.assay.intake.folder;

import dev.assay.intake.Backpressure;
import dev.assay.vault.Disk;
import dev.assay.vault.Vault;
import dev.assay.work.Arrival;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A drop folder, a vault and a log on a real disk, with a listing that shows what Camel's would.
final class Installation {
    static final Instant BEGIN = Instant.parse("2026-11-23T09:00:00Z");
    private static final int MOST_LISTED = 50;

    final Path drop;
    final Path folder;
    final Path data;
    final FileLog log;
    final Vault vault;
    final Hands clock = new Hands();
    FolderRules rules = new FolderRules(Duration.ofSeconds(2), 1 << 20);
    Backpressure pressure = new Backpressure.Open();
    private final Path scratch;

    Installation(Path home) throws IOException {
        this(home, new FileLog(home.resolve("log")), new Disk());
    }

    Installation(Path home, FileLog log, Disk disk) throws IOException {
        this.drop = home.resolve("drop");
        this.folder = drop.resolve("kestrel");
        this.data = home.resolve("data");
        this.scratch = Files.createDirectories(home.resolve("scratch"));
        Files.createDirectories(folder);
        this.log = log;
        this.vault = Vault.open(data, new char[0], disk);
    }

    FolderIntake start() throws IOException {
        FolderIntake intake = new FolderIntake(drop, "kestrel", vault, log, rules, () -> pressure, clock);
        intake.recover();
        return intake;
    }

    /// One listing as Camel makes it: what the filter accepts, at most 50 files, names as text.
    void list(FolderIntake intake) throws IOException {
        list(folder, intake);
    }

    static void list(Path folder, FolderIntake intake) throws IOException {
        DropFilter filter = new DropFilter(folder);
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                return filter.accepts(path) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                boolean shown = filter.accepts(path)
                        && !path.toString().endsWith(".camelLock")
                        && path.toString().indexOf('\ufffd') < 0;
                if (shown && files.size() < MOST_LISTED) {
                    files.add(path);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        files.forEach(intake::offer);
        intake.endOfListing();
    }

    /// Two listings, far enough apart.
    void listTwice(FolderIntake intake) throws IOException {
        list(intake);
        clock.forward(2);
        list(intake);
    }

    Path deliver(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    /// What the vault holds for an arrival.
    String content(Arrival arrival) throws IOException {
        Path plain = scratch.resolve(UUID.randomUUID().toString());
        vault.openArrival(arrival.id(), plain);
        return Files.readString(plain, StandardCharsets.UTF_8);
    }

    List<String> contents() throws IOException {
        List<String> contents = new ArrayList<>();
        for (Arrival arrival : log.recorded) {
            contents.add(content(arrival));
        }
        return contents.stream().sorted().toList();
    }

    List<String> paths() {
        return log.recorded.stream().map(Arrival::path).sorted().toList();
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /// A clock that a test moves.
    static final class Hands extends Clock {
        private volatile Instant now = BEGIN;

        void forward(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
