package dev.assay.intake.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.intake.HostileNames;
import dev.assay.vault.Disk;
import dev.assay.work.Arrival;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows 11, 12 and 13 of the threats, against a real file system.
final class FolderThreatsTest {
    @TempDir
    private Path home;

    private Installation here;
    private FolderIntake intake;
    private Path outside;

    @BeforeEach
    void start() throws IOException {
        here = new Installation(home);
        intake = here.start();
        outside = Files.createDirectories(home.resolve("outside/inner"));
        Files.writeString(outside.resolve("secret.txt"), "secret");
    }

    @Test
    void row11_hostileFileNames_areDataAndLeaveTheTreeAsItWas() throws IOException {
        Map<String, String> before = tree(home.resolve("outside"));
        List<String> names = HostileNames.asFileNames();
        for (String name : names) {
            here.deliver(name, "content");
        }
        here.listTwice(intake);
        here.listTwice(intake);
        List<String> temporary =
                names.stream().filter(name -> name.startsWith("~$")).toList();
        assertEquals(List.of(), temporary);
        assertEquals(names.stream().sorted().toList(), here.paths());
        assertEquals(before, tree(home.resolve("outside")));
        assertEquals(List.of("data", "drop", "log", "outside", "scratch"), Installation.names(home));
        assertEquals(List.of(".claims", ".refused", "kestrel"), Installation.names(here.drop));
        assertEquals(List.of("blobs", "keys", "keys.lock", "work"), Installation.names(here.data));
        for (String blob : Installation.names(here.data.resolve("blobs/arrivals"))) {
            assertTrue(blob.matches("[0-9a-f]{32}"), blob);
        }
    }

    @Test
    void row12_linkToFile_isNeitherFollowedNorClaimed_andTheNeighbourComesIn() throws IOException {
        Files.createSymbolicLink(here.folder.resolve("link.txt"), outside.resolve("secret.txt"));
        assertPassedOver("link.txt");
        assertEquals("secret", Files.readString(outside.resolve("secret.txt")));
    }

    @Test
    void row12_linkToFolder_isNotWalked() throws IOException {
        Files.createSymbolicLink(here.folder.resolve("link"), outside);
        assertPassedOver("link");
        assertEquals(List.of("secret.txt"), Installation.names(outside));
    }

    @Test
    void row12_threeSelfLinks_stopNobody() throws IOException {
        for (String name : List.of("one", "two", "three")) {
            Files.createSymbolicLink(here.folder.resolve(name), here.folder);
        }
        assertPassedOver("one", "three", "two");
    }

    @Test
    void row12_danglingLink_isPassedOver() throws IOException {
        Files.createSymbolicLink(here.folder.resolve("gone"), Path.of("nowhere"));
        assertPassedOver("gone");
    }

    @Test
    void row12_pipe_isNotOpened() throws Exception {
        run("mkfifo", here.folder.resolve("pipe.docx").toString());
        assertPassedOver("pipe.docx");
    }

    @Test
    void row12_device_isNotRead() throws Exception {
        assumeTrue(run("mknod", here.folder.resolve("zero.docx").toString(), "c", "1", "5"), "needs root");
        assertPassedOver("zero.docx");
    }

    @Test
    void row12_hardLink_isPassedOver_untilItIsTheOnlyName() throws IOException {
        Files.createLink(here.folder.resolve("hard.txt"), outside.resolve("secret.txt"));
        assertPassedOver("hard.txt");
        assertTrue(Files.exists(here.folder.resolve("hard.txt")));
        Files.delete(outside.resolve("secret.txt"));
        here.listTwice(intake);
        assertEquals(List.of("hard.txt", "neighbour.txt"), here.paths());
    }

    @Test
    void row12_vendorFolderThatIsALink_isNotListed() throws IOException {
        Files.delete(here.folder);
        Files.createSymbolicLink(here.folder, outside);
        here.listTwice(intake);
        assertEquals(List.of(), here.log.recorded);
        assertEquals(1, intake.troubles().size());
        assertEquals(List.of("secret.txt"), Installation.names(outside));
    }

    @Test
    void row12_offeredFilesBehindALinkedFolder_areNotClaimed() throws IOException {
        Files.createSymbolicLink(here.folder.resolve("link"), outside);
        for (int i = 0; i < 3; i++) {
            intake.offer(here.folder.resolve("link/secret.txt"));
            intake.endOfListing();
            here.clock.forward(2);
        }
        assertEquals(List.of(), here.log.recorded);
        assertEquals(List.of("secret.txt"), Installation.names(outside));
        assertEquals(List.of(), Installation.names(here.drop.resolve(".claims")));
    }

    @Test
    void row12_swappingFileAndLinkDuringClaims_changesNothingOutside() throws Exception {
        Map<String, String> before = tree(home.resolve("outside"));
        AtomicBoolean stop = new AtomicBoolean();
        Thread swapper = Thread.ofPlatform().start(() -> swap(stop));
        Thread folders = Thread.ofPlatform().start(() -> swapFolder(stop));
        try {
            for (int i = 0; i < 300; i++) {
                here.list(intake);
                here.clock.forward(2);
            }
        } finally {
            stop.set(true);
            swapper.join();
            folders.join();
        }
        here.deliver("neighbour.txt", "neighbour");
        here.listTwice(intake);
        assertEquals(before, tree(home.resolve("outside")));
        assertTrue(here.paths().contains("neighbour.txt"));
        for (String content : here.contents()) {
            assertFalse(content.contains("secret"), content);
        }
    }

    private void swap(AtomicBoolean stop) {
        Path bait = here.folder.resolve("bait.txt");
        Path link = home.resolve("link");
        Path file = home.resolve("file");
        try {
            for (int i = 0; !stop.get(); i++) {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, outside.resolve("secret.txt"));
                Files.writeString(file, "bait");
                Files.move(i % 2 == 0 ? link : file, bait, StandardCopyOption.ATOMIC_MOVE);
                Thread.sleep(0, 200_000);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// A folder with a file of the same name as the one outside, and a link to the outside, in turn.
    private void swapFolder(AtomicBoolean stop) {
        Path folder = here.folder.resolve("inner");
        Path link = home.resolve("folder-link");
        Path real = home.resolve("folder-real");
        try {
            Files.createSymbolicLink(link, outside);
            Files.createDirectories(real);
            while (!stop.get()) {
                Files.writeString(real.resolve("secret.txt"), "bait");
                Files.move(real, folder, StandardCopyOption.ATOMIC_MOVE);
                Thread.sleep(0, 300_000);
                Files.move(folder, real, StandardCopyOption.ATOMIC_MOVE);
                Files.move(link, folder, StandardCopyOption.ATOMIC_MOVE);
                Thread.sleep(0, 300_000);
                Files.move(folder, link, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void row12_fileSwappedForALinkBetweenLookAndClaim_isSetAsideAndNotRead() throws IOException {
        here.deliver("a.txt", "a");
        var swapping = new FileLog(home.resolve("log2")) {
            @Override
            public java.util.Optional<State> state(String arrivalId) {
                swapClaim();
                return super.state(arrivalId);
            }

            private void swapClaim() {
                try {
                    Path claims = home.resolve("drop/.claims");
                    for (String name : Installation.names(claims)) {
                        if (!name.endsWith(".json") && !Files.isSymbolicLink(claims.resolve(name))) {
                            Files.delete(claims.resolve(name));
                            Files.createSymbolicLink(claims.resolve(name), outside.resolve("secret.txt"));
                        }
                    }
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        };
        here = new Installation(home, swapping, new Disk());
        intake = here.start();
        here.listTwice(intake);
        assertEquals(List.of(), here.log.recorded);
        assertEquals(List.of("a.txt"), here.log.passedOver);
        assertEquals(2, Installation.names(here.drop.resolve(".refused")).size());
        assertEquals(List.of(), Installation.names(here.drop.resolve(".claims")));
        assertEquals("secret", Files.readString(outside.resolve("secret.txt")));
    }

    @Test
    void row13_twoSpellingsTwoCasesAndARightToLeftName_areDistinctAndShownEscaped() throws IOException {
        List<String> names = List.of("caf\u00e9.txt", "cafe\u0301.txt", "A.txt", "a.txt", "x\u202etxt.exe");
        for (String name : names) {
            here.deliver(name, "same bytes");
        }
        here.listTwice(intake);
        assertEquals(names.stream().sorted().toList(), here.paths());
        assertEquals(
                5, new HashSet<>(here.log.recorded.stream().map(Arrival::id).toList()).size());
        assertEquals(
                List.of("A.txt", "a.txt", "caf\u00e9.txt", "caf\u00e9.txt", "x[U+202E]txt.exe"),
                here.paths().stream().map(ShownName::of).sorted().toList());
    }

    @Test
    void namesThatAreNoText_orThatListingsLeaveOut_areReceived() throws IOException {
        Path bytes = Path.of(URI.create(here.folder.toUri() + "/bad%FF%FEname%0A%C3%A9.txt"));
        Files.writeString(bytes, "bytes");
        here.deliver("report.docx.camelLock", "lock");
        here.deliver(".camelLock", "bare lock");
        here.deliver("n".repeat(255), "long");
        here.deliver("line\nbreak.txt", "line");
        here.listTwice(intake);
        assertEquals(
                List.of(
                                "bad\\xFF\\xFEname\n\u00e9.txt",
                                "report.docx.camelLock",
                                ".camelLock",
                                "n".repeat(255),
                                "line\nbreak.txt")
                        .stream()
                        .sorted()
                        .toList(),
                here.paths());
        assertEquals(List.of("bare lock", "bytes", "line", "lock", "long"), here.contents());
        assertEquals(List.of(), Installation.names(here.folder));
    }

    @Test
    void aFolderTooDeep_isReported() throws IOException {
        here.deliver("1/2/3/4/5/6/7/in.txt", "in");
        here.deliver("1/2/3/4/5/6/7/8/out.txt", "out");
        here.listTwice(intake);
        assertEquals(List.of("1/2/3/4/5/6/7/in.txt"), here.paths());
        assertEquals(List.of("1/2/3/4/5/6/7/8"), here.log.passedOver);
    }

    @Test
    void theFilterShowsPlainFilesAndRealFoldersOnly() throws Exception {
        DropFilter filter = new DropFilter(here.folder);
        run("mkfifo", here.folder.resolve("pipe").toString());
        Files.createSymbolicLink(here.folder.resolve("link"), outside);
        Path hidden = here.deliver(".claims/x", "x");
        assertTrue(filter.accepts(here.folder));
        assertTrue(filter.accepts(here.deliver("a/b.txt", "b")));
        assertTrue(filter.accepts(here.folder.resolve("a")));
        for (Path path : List.of(
                here.folder.resolve("pipe"),
                here.folder.resolve("link"),
                here.folder.resolve("gone"),
                here.folder.resolve("../.claims"),
                hidden,
                hidden.getParent(),
                here.deliver("x.part", "x"),
                outside.resolve("secret.txt"),
                Path.of("/"))) {
            assertFalse(filter.accepts(path), path.toString());
        }
    }

    private void assertPassedOver(String... names) throws IOException {
        here.deliver("neighbour.txt", "neighbour");
        here.listTwice(intake);
        here.listTwice(intake);
        assertEquals(List.of(names), here.log.passedOver.stream().sorted().toList());
        assertEquals(List.of("neighbour.txt"), here.paths());
        for (String name : names) {
            assertTrue(Files.exists(here.folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
        }
        assertEquals(List.of(), Installation.names(here.drop.resolve(".claims")));
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    private static Map<String, String> tree(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                tree.put(path.toString(), state(path));
            }
        }
        return tree;
    }

    private static String state(Path path) throws IOException {
        try {
            var unix =
                    Files.readAttributes(path, "unix:ino,nlink,mode,size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
            return new TreeMap<>(unix) + (Files.isRegularFile(path) ? Files.readString(path) : "");
        } catch (NoSuchFileException e) {
            return "gone";
        }
    }
}
