package dev.assay.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pool's own life: start, warm-up, turns, recycling, interruption, close, and the death of its process.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ChildPoolLifeIT {
    private static final Duration LONG = Duration.ofSeconds(100);

    @TempDir
    Path home;

    private Path scratch;
    private Path folder;
    private ExecutorService callers;

    @BeforeEach
    void prepare() throws IOException {
        scratch = home.resolve("scratch");
        folder = Files.createDirectory(home.resolve("task"));
        callers = Executors.newCachedThreadPool();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        callers.shutdownNow();
        callers.close();
        if (Files.exists(scratch)) {
            Leftovers.assertNone(scratch);
        }
    }

    @Test
    void moreCallersThanChildren_areServedInTurn() throws Exception {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        try (ChildPool pool = pool(1, 100, null)) {
            Future<Ending> first = callers.submit(() -> tell(pool, 500, part -> order.add(0)));
            Leftovers.await(() -> pool.state().busy() == 1);
            List<Future<Ending>> others = new ArrayList<>();
            for (int i = 1; i <= 8; i++) {
                int turn = i;
                others.add(callers.submit(() -> tell(pool, 0, part -> order.add(turn))));
                Leftovers.await(() -> pool.state().waiting() == turn || !order.isEmpty() && order.size() > turn);
            }
            assertEquals(new Ending.Done(), first.get());
            for (Future<Ending> other : others) {
                assertEquals(new Ending.Done(), other.get());
            }
        }
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8), order);
    }

    @Test
    void manyCallersAndHostileTasks_allEndAsTheyMust() throws Exception {
        try (ChildPool pool = pool(3, 5, null)) {
            List<Future<Ending>> endings = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                Class<? extends Task> task = List.of(Tasks.Echo.class, Tasks.Halts.class, Tasks.Throws.class)
                        .get(i % 3);
                Path own = Files.createDirectory(home.resolve("task-" + i));
                endings.add(callers.submit(() -> pool.run(task, own, new byte[] {7}, LONG, part -> {})));
            }
            List<Ending> expected =
                    List.of(new Ending.Done(), new Ending.Died("exit 7"), new Ending.Threw("java.io.IOException"));
            for (int i = 0; i < 24; i++) {
                assertEquals(expected.get(i % 3), endings.get(i).get());
            }
            assertEquals(8, pool.state().deaths());
        }
    }

    @Test
    void childrenWorkAtTheSameTime() throws Exception {
        try (ChildPool pool = pool(2, 100, null)) {
            Future<Ending> one = callers.submit(() -> tell(pool, 100, part -> {}));
            Future<Ending> other = callers.submit(() -> run(pool, Tasks.Sleeps.class, Duration.ofSeconds(3)));
            assertEquals(new Ending.Done(), one.get());
            assertEquals(new Ending.Overran(), other.get());
            Leftovers.await(() -> pool.state().ready() == 2);
            assertEquals(new PoolState(2, 0, 0, 0, 1, ""), settled(pool));
        }
    }

    @Test
    void childThatRanEnough_isReplacedAndNoDeath() throws Exception {
        Set<String> processes = new HashSet<>();
        try (ChildPool pool = pool(1, 2, null)) {
            for (int i = 0; i < 6; i++) {
                tell(pool, 0, part -> processes.add(new String(part, StandardCharsets.UTF_8)));
            }
            assertEquals(0, pool.state().deaths());
        }
        assertEquals(3, processes.size());
    }

    @Test
    void warmUp_runsBeforeAnyTask() throws Exception {
        List<String> told = new ArrayList<>();
        try (ChildPool pool = pool(1, 1, Tasks.WarmsUp.class)) {
            for (int i = 0; i < 2; i++) {
                pool.run(
                        Tasks.IsWarm.class,
                        folder,
                        new byte[0],
                        LONG,
                        part -> told.add(new String(part, StandardCharsets.UTF_8)));
            }
        }
        assertEquals(List.of("true", "true"), told);
    }

    @Test
    void warmUpThatThrows_leavesTheChildUsable() throws Exception {
        try (ChildPool pool = pool(1, 100, Tasks.Throws.class)) {
            assertEquals(new Ending.Done(), tell(pool, 0, part -> {}));
        }
    }

    @Test
    void warmUpThatEndsTheChild_isToldAndNoCallerWaitsForEver() throws Exception {
        try (ChildPool pool = pool(1, 100, Tasks.FillsHeap.class)) {
            UncheckedIOException told = assertThrows(UncheckedIOException.class, () -> tell(pool, 0, part -> {}));
            String reason = "its warm-up dev.assay.child.Tasks$FillsHeap ended as OutOfMemory[]";
            assertEquals("Cannot start a child: " + reason, told.getCause().getMessage());
            assertEquals(reason, pool.state().startFailure());
        }
    }

    @Test
    void flagThatTheJvmDoesNotKnow_isToldAndNoCallerWaitsForEver() throws Exception {
        ChildSettings settings = new ChildSettings(1, 64, 100, scratch, null, List.of("-XX:+NoSuchFlag"));
        try (ChildPool pool = ChildPool.start(settings)) {
            UncheckedIOException told = assertThrows(UncheckedIOException.class, () -> tell(pool, 0, part -> {}));
            assertTrue(told.getCause().getMessage().startsWith("Cannot start a child: exit 1: "), told::getMessage);
            assertTrue(told.getCause().getMessage().contains("NoSuchFlag"), told::getMessage);
        }
    }

    @Test
    void interruptedCaller_endsItsChild() throws Exception {
        try (ChildPool pool = pool(1, 100, null)) {
            Future<Ending> caller = callers.submit(() -> run(pool, Tasks.Sleeps.class, LONG));
            Leftovers.await(() -> pool.state().busy() == 1);
            caller.cancel(true);
            Leftovers.await(() -> pool.state().deaths() == 1);
            assertEquals(new Ending.Done(), tell(pool, 0, part -> {}));
        }
    }

    @Test
    void interruptedCallerInLine_losesNoChild() throws Exception {
        try (ChildPool pool = pool(1, 100, null)) {
            Future<Ending> first = callers.submit(() -> tell(pool, 100, part -> {}));
            Leftovers.await(() -> pool.state().busy() == 1);
            Future<Ending> second = callers.submit(() -> tell(pool, 0, part -> {}));
            Leftovers.await(() -> pool.state().waiting() == 1 || first.isDone());
            second.cancel(true);
            assertEquals(new Ending.Done(), first.get());
            assertEquals(new Ending.Done(), tell(pool, 0, part -> {}));
        }
    }

    @Test
    void closeWhileBusy_cutsOffRunningAndWaitingCallers() throws Exception {
        ChildPool pool = pool(1, 100, null);
        Future<Ending> running = callers.submit(() -> run(pool, Tasks.Spins.class, LONG));
        Leftovers.await(() -> pool.state().busy() == 1);
        Future<Ending> waiting = callers.submit(() -> run(pool, Tasks.Echo.class, LONG));
        Leftovers.await(() -> pool.state().waiting() == 1);
        pool.close();
        Leftovers.assertNone(scratch);
        assertCutOff(running::get);
        assertCutOff(waiting::get);
        assertThrows(InterruptedException.class, () -> tell(pool, 0, part -> {}));
        pool.close();
    }

    @Test
    void closeOfAPoolThatIsBeingClosed_waitsAsWell() throws Exception {
        ChildPool pool = pool(2, 100, null);
        Leftovers.await(() -> pool.state().ready() == 2);
        List<Callable<List<String>>> closers = Collections.nCopies(4, () -> {
            pool.close();
            return Leftovers.processes();
        });
        for (Future<List<String>> left : callers.invokeAll(closers)) {
            assertEquals(List.of(), left.get());
        }
    }

    @Test
    void closeWhileStarting_leavesNothing() throws Exception {
        for (int i = 0; i < 5; i++) {
            ChildPool pool = pool(2, 100, Tasks.WarmsUp.class);
            Thread.sleep(i * 60L);
            pool.close();
            Leftovers.assertNone(scratch);
        }
    }

    @Test
    void scratchOfAnotherPool_isRefused() throws Exception {
        try (ChildPool pool = pool(1, 100, null)) {
            UncheckedIOException refused = assertThrows(UncheckedIOException.class, () -> pool(1, 100, null));
            assertTrue(refused.getMessage().contains("must belong to one pool"), refused::getMessage);
            assertEquals(new Ending.Done(), tell(pool, 0, part -> {}));
        }
    }

    @Test
    void folderWithAnAccentAndASpace_isFound() throws Exception {
        Path named = Files.createDirectory(home.resolve("Entwürfe für Łódź"));
        ChildSettings settings = new ChildSettings(1, 64, 100, named.resolve("Scratch ü"), null, List.of());
        try (ChildPool pool = ChildPool.start(settings)) {
            assertEquals(new Ending.Done(), pool.run(Tasks.Echo.class, named, new byte[] {1}, LONG, part -> {}));
        }
        assertTrue(Files.exists(named.resolve("echo")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sleeps", "Spins", "Orphans"})
    void deathOfThePoolsProcess_endsItsChildrenAndTheirs(String task) throws Exception {
        Process parent = parent(classPath(), "dev.assay.child.Tasks$" + task);
        try {
            String told = parent.inputReader(StandardCharsets.UTF_8).readLine();
            Leftovers.await(() -> parent.descendants().count() >= 2);
            List<ProcessHandle> children = parent.descendants().toList();
            parent.destroyForcibly().waitFor();
            Leftovers.await(() -> children.stream().noneMatch(child -> Leftovers.isAlive(child.pid())));
            if (task.equals("Orphans")) {
                Leftovers.await(() -> !Leftovers.isAlive(Long.parseLong(told)));
            }
        } finally {
            parent.destroyForcibly();
        }
        assertTrue(Files.isDirectory(scratch.resolve("child-2")));
        pool(1, 1, null).close();
    }

    @Test
    void programFromAJarInAnotherFolder_findsItsClasses() throws Exception {
        Files.createDirectories(home.resolve("program"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, ParentMain.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(classPath().split(File.pathSeparator))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        try (var out = Files.newOutputStream(home.resolve("program/small.jar"))) {
            new JarOutputStream(out, manifest).close();
        }
        Process program =
                launch("-jar", "program/small.jar", scratch.toString(), "task", "dev.assay.child.Tasks$Hidden");
        assertEquals("hidden\nDone[]\n", new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, program.waitFor());
    }

    private ChildPool pool(int size, int recycleAfter, @Nullable Class<? extends Task> warmUp) {
        return ChildPool.start(new ChildSettings(size, 64, recycleAfter, scratch, warmUp, List.of()));
    }

    private Ending run(ChildPool pool, Class<? extends Task> task, Duration deadline) throws InterruptedException {
        return pool.run(task, folder, new byte[0], deadline, part -> {});
    }

    private Ending tell(ChildPool pool, int millis, Consumer<byte[]> parts) throws InterruptedException {
        return pool.run(Tasks.TellsProcess.class, folder, new byte[] {(byte) (millis / 10)}, LONG, parts);
    }

    private static PoolState settled(ChildPool pool) throws InterruptedException {
        Leftovers.await(() -> pool.state().starting() == 0 && pool.state().busy() == 0);
        return pool.state();
    }

    private static void assertCutOff(Callable<Ending> ending) {
        ExecutionException failure = assertThrows(ExecutionException.class, ending::call);
        assertInstanceOf(InterruptedException.class, failure.getCause());
    }

    private Process parent(String classPath, String task) throws IOException {
        return launch("-cp", classPath, ParentMain.class.getName(), scratch.toString(), folder.toString(), task);
    }

    private Process launch(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
