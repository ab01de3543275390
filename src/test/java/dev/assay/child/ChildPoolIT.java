package dev.assay.child;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hostile tasks against a pool of one child: each ends as it must, the next one is served, nothing is left.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ChildPoolIT {
    private static final Duration LONG = Duration.ofSeconds(100);
    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir
    Path home;

    private final List<byte[]> parts = new ArrayList<>();
    private final List<Ending> deaths = new ArrayList<>();
    private ChildPool pool;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectory(home.resolve("task"));
        pool = ChildPool.start(settings(1, 100), deaths::add);
    }

    /// Whatever a test did, the next task is served, and after the end nothing is left.
    @AfterEach
    void nextIsServed_andNothingIsLeft() throws Exception {
        assertNextIsServed();
        pool.close();
        Leftovers.assertNone(home.resolve("scratch"));
    }

    @Test
    void taskThatReturns_isDone() throws Exception {
        assertEquals(new Ending.Done(), run(Tasks.Echo.class, "some text", LONG));
        assertEquals(List.of("some text"), said());
        assertEquals("some text", Files.readString(home.resolve("task/echo")));
    }

    @Test
    void deathOfAChild_isTold_andNoOtherEnding() throws Exception {
        run(Tasks.Echo.class, "some text", LONG);
        run(Tasks.Exits.class, "3", LONG);
        run(Tasks.Sleeps.class, "", SHORT);
        assertEquals(List.of(new Ending.Died("exit 51"), new Ending.Overran()), deaths);
    }

    @Test
    void taskOfOnePackage_isFound() throws Exception {
        assertEquals(new Ending.Done(), run(Tasks.Hidden.class, "", LONG));
        assertEquals(List.of("hidden"), said());
    }

    @Test
    void largestInputAndPart_passUnchanged() throws Exception {
        byte[] large = new byte[Frame.LARGEST];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31 + (i >> 9));
        }
        try (ChildPool roomy = ChildPool.start(new ChildSettings(1, 400, 10, home.resolve("roomy"), null, List.of()))) {
            assertEquals(new Ending.Done(), roomy.run(Tasks.Echo.class, home.resolve("task"), large, LONG, parts::add));
        }
        assertArrayEquals(large, parts.getFirst());
    }

    @Test
    void inputAboveTheLimit_isRefused() {
        byte[] large = new byte[Frame.LARGEST + 1];
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> pool.run(Tasks.Echo.class, home.resolve("task"), large, LONG, parts::add));
        assertEquals(
                "A task's input has at most 67108864 bytes. Found: 67108865. Write it to a file in the task's folder.",
                refused.getMessage());
    }

    @Test
    void taskThatSleeps_overruns() throws Exception {
        assertEquals(new Ending.Overran(), run(Tasks.Sleeps.class, "", SHORT));
        assertEquals(List.of("asleep"), said());
    }

    @Test
    void taskThatSpins_overruns() throws Exception {
        assertEquals(new Ending.Overran(), run(Tasks.Spins.class, "", SHORT));
        assertEquals(List.of("spinning"), said());
    }

    @Test
    void taskThatFillsTheHeap_isOutOfMemory() throws Exception {
        assertEquals(new Ending.OutOfMemory(), run(Tasks.FillsHeap.class, "", LONG));
    }

    @Test
    void arrayBeyondAnyHeap_isOutOfMemory() throws Exception {
        assertEquals(new Ending.OutOfMemory(), run(Tasks.AsksTooMuch.class, "", LONG));
    }

    @Test
    void outOfMemoryThrownByALibrary_isOutOfMemory() throws Exception {
        assertEquals(new Ending.OutOfMemory(), run(Tasks.ThrowsOutOfMemory.class, "", LONG));
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 1, 3, 70})
    void taskThatExits_diedWithItsStatus(byte status) throws Exception {
        assertEquals(new Ending.Died("exit " + status), run(Tasks.Exits.class, Character.toString(status), LONG));
        assertNextIsServed();
        assertEquals(new Ending.Died("exit " + status), run(Tasks.Halts.class, Character.toString(status), LONG));
    }

    @Test
    void taskThatHangsInExit_overruns() throws Exception {
        assertEquals(new Ending.Overran(), run(Tasks.HangsInExit.class, "", SHORT));
    }

    @Test
    void garbageOnTheChannel_isDeath() throws Exception {
        assertEquals(new Ending.Died("no frame"), run(Tasks.PrintsGarbage.class, "", LONG));
    }

    @Test
    void printing_isNoGarbage() throws Exception {
        assertEquals(new Ending.Done(), run(Tasks.Prints.class, "", LONG));
        assertEquals(List.of("printed"), said());
    }

    @Test
    void closedChannel_isDeath() throws Exception {
        assertEquals(new Ending.Died("it closed its output"), run(Tasks.ClosesOutput.class, "", LONG));
    }

    @Test
    void closedInput_doesNotBlindTheChild() throws Exception {
        String first = process();
        assertEquals(new Ending.Done(), run(Tasks.ClosesInput.class, "", LONG));
        assertEquals(first, process());
    }

    @Test
    void floodOnTheChannel_isDeathAndTakesNoMemory() throws Exception {
        System.gc();
        long before = used();
        assertEquals(new Ending.Died("no frame"), run(Tasks.FloodsOutput.class, "", LONG));
        System.gc();
        assertTrue(used() - before < (32 << 20), "grown by " + (used() - before) + " bytes");
    }

    @Test
    void floodOnStandardError_isDrained() throws Exception {
        assertEquals(new Ending.Done(), run(Tasks.FloodsErrors.class, "", LONG));
        assertEquals(List.of("flooded"), said());
    }

    @Test
    void frameOfAnotherTask_isDeath() throws Exception {
        assertEquals(new Ending.Died("a frame of another task"), run(Tasks.ForgesTask.class, "", LONG));
    }

    @Test
    void forgedExceptionName_isDeathAndNotTold() throws Exception {
        assertEquals(new Ending.Died("an exception without a name"), run(Tasks.ForgesName.class, "", LONG));
    }

    @Test
    void forgedLength_isDeath() throws Exception {
        assertEquals(
                new Ending.Died("a PART of 4294967295 bytes; at most 67108864 are allowed"),
                run(Tasks.ForgesLength.class, "", LONG));
    }

    @Test
    void partAboveTheLimit_isDeath() throws Exception {
        try (ChildPool roomy = ChildPool.start(new ChildSettings(1, 400, 10, home.resolve("roomy"), null, List.of()))) {
            assertEquals(
                    new Ending.Died("a PART of 67108865 bytes; at most 67108864 are allowed"),
                    roomy.run(Tasks.SendsTooMuch.class, home.resolve("task"), new byte[0], LONG, parts::add));
        }
    }

    /// Only a task that hangs has to reach its deadline; on a busy machine the fork before it takes its time.
    private static Duration deadline(String how) {
        return how.equals("hang") ? Duration.ofSeconds(8) : LONG;
    }

    @ParameterizedTest
    @ValueSource(strings = {"return", "hang", "halt"})
    void processLeftBehind_isEnded(String how) throws Exception {
        assertEquals(ending(how), run(Tasks.Forks.class, how, deadline(how)));
        assertFalse(Leftovers.isAlive(Long.parseLong(said().getFirst())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"return", "hang", "halt"})
    void orphanLeftBehindOnTheChannel_isEnded(String how) throws Exception {
        assertEquals(ending(how), run(Tasks.Orphans.class, how, deadline(how)));
        assertFalse(Leftovers.isAlive(Long.parseLong(said().getFirst())));
    }

    @Test
    void childThatLeftAProcess_isReplacedAndNoDeath() throws Exception {
        String first = process();
        run(Tasks.Forks.class, "return", LONG);
        assertFalse(first.equals(process()));
        assertEquals(0, pool.state().deaths());
    }

    @Test
    void orphanThatFloodsTheChannel_isEnded() throws Exception {
        System.gc();
        long before = used();
        Ending ending = run(Tasks.OrphansFlood.class, "", LONG);
        assertTrue(ending.equals(new Ending.Died("no frame")) || ending.equals(new Ending.Died("exit 5")), "" + ending);
        System.gc();
        assertTrue(used() - before < (32 << 20), "grown by " + (used() - before) + " bytes");
    }

    @Test
    void taskThatThrows_isToldByTypeAndItsChildStays() throws Exception {
        String first = process();
        assertEquals(new Ending.Threw("java.io.IOException"), run(Tasks.Throws.class, "", LONG));
        assertEquals(first, process());
    }

    @Test
    void constructorThatThrows_isToldByType() throws Exception {
        assertEquals(
                new Ending.Threw("java.lang.IllegalStateException"), run(Tasks.ThrowsInConstructor.class, "", LONG));
    }

    @Test
    void errorThrown_isToldByTypeAndItsChildReplaced() throws Exception {
        String first = process();
        assertEquals(new Ending.Threw("java.lang.StackOverflowError"), run(Tasks.Recurses.class, "", LONG));
        assertFalse(first.equals(process()));
    }

    @Test
    void threadLeftBehind_endsWithItsChild() throws Exception {
        String first = process();
        assertEquals(new Ending.Done(), run(Tasks.LeavesThread.class, "", LONG));
        assertFalse(first.equals(process()));
    }

    @Test
    void partAfterTheEnd_isRefused() throws Exception {
        assertEquals(new Ending.Done(), run(Tasks.KeepsParts.class, "", LONG));
        assertEquals(new Ending.Threw("java.lang.IllegalStateException"), run(Tasks.KeepsParts.class, "", LONG));
        assertEquals(List.of(), said());
    }

    @Test
    void eachPart_setsTheDeadlineAnew() throws Exception {
        assertEquals(new Ending.Done(), run(Tasks.Trickles.class, Character.toString(40), SHORT));
        assertEquals(40, parts.size());
    }

    @Test
    void slowTakerOfParts_isNotCounted() throws Exception {
        Ending ending = pool.run(
                Tasks.Trickles.class, home.resolve("task"), new byte[] {3}, Duration.ofSeconds(1), part -> pause(1500));
        assertEquals(new Ending.Done(), ending);
    }

    @Test
    void takerThatThrows_endsTheChild() throws Exception {
        String first = process();
        assertThrows(
                IllegalStateException.class,
                () -> pool.run(Tasks.Babbles.class, home.resolve("task"), new byte[0], LONG, part -> {
                    parts.add(part);
                    if (parts.size() > 1000) {
                        throw new IllegalStateException("enough");
                    }
                }));
        assertFalse(first.equals(process()));
    }

    @Test
    void classThatIsNoTask_isToldByType() throws Exception {
        assertEquals(new Ending.Threw("java.lang.ClassCastException"), runAny(String.class));
    }

    @Test
    void classThatTheChildDoesNotHave_isToldByType() throws Exception {
        Task local = (folder, input, taskParts) -> {};
        assertEquals(new Ending.Threw("java.lang.ClassNotFoundException"), runAny(local.getClass()));
    }

    @Test
    void classWithoutConstructor_isToldByType() throws Exception {
        assertEquals(new Ending.Threw("java.lang.NoSuchMethodException"), runAny(Task.class));
    }

    @Test
    void temporaryFiles_areWipedAfterEachTask() throws Exception {
        run(Tasks.LeavesFile.class, "", LONG);
        run(Tasks.LeavesFile.class, "", LONG);
        assertEquals(List.of(said().getFirst(), "[]", said().getFirst(), "[]"), said());
        assertTrue(Files.isDirectory(home.resolve("task")));
    }

    @Test
    void child_seesNothingOfTheMachine() throws Exception {
        run(Tasks.Looks.class, "", LONG);
        assertEquals(List.of("en|UTC|UTF-8|1,234.5|[ASSAY_CHILD, LC_ALL, TZ]|true|rwx------|-1"), said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUP", "INT", "TERM", "QUIT"})
    void signalOfATerminal_isIgnored(String signal) throws Exception {
        assertEquals(new Ending.Done(), run(Tasks.Signals.class, signal, LONG));
        assertEquals(List.of("alive"), said());
    }

    @Test
    void crashOfTheJvm_isDeath() throws Exception {
        assertEquals(new Ending.Died("exit 134"), run(Tasks.Signals.class, "SEGV", LONG));
    }

    @Test
    void kill_isDeath() throws Exception {
        assertEquals(new Ending.Died("exit 137"), run(Tasks.Signals.class, "KILL", LONG));
    }

    @Test
    void signalToAllProcesses_doesNotEndTheChild() throws Exception {
        Ending ending = pool.run(Tasks.Trickles.class, home.resolve("task"), new byte[] {5}, LONG, part -> {
            parts.add(part);
            ProcessHandle.current().children().forEach(ProcessHandle::destroy);
        });
        assertEquals(new Ending.Done(), ending);
        assertEquals(5, parts.size());
    }

    @Test
    void idleChildThatIsKilled_isReplaced() throws Exception {
        long first = Long.parseLong(process());
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        Leftovers.await(() -> pool.state().deaths() == 1 && pool.state().ready() == 1);
        assertEquals(new PoolState(1, 0, 0, 0, 1, ""), pool.state());
    }

    private static Ending ending(String how) {
        return switch (how) {
            case "hang" -> new Ending.Overran();
            case "halt" -> new Ending.Died("exit 5");
            default -> new Ending.Done();
        };
    }

    private ChildSettings settings(int size, int recycleAfter) {
        return new ChildSettings(size, 64, recycleAfter, home.resolve("scratch"), null, List.of());
    }

    /// The child's process number.
    private String process() throws InterruptedException {
        List<byte[]> told = new ArrayList<>();
        pool.run(Tasks.TellsProcess.class, home.resolve("task"), new byte[] {0}, LONG, told::add);
        return new String(told.getFirst(), StandardCharsets.UTF_8);
    }

    private Ending run(Class<? extends Task> task, String input, Duration deadline) throws InterruptedException {
        return pool.run(task, home.resolve("task"), input.getBytes(StandardCharsets.UTF_8), deadline, parts::add);
    }

    @SuppressWarnings("unchecked")
    private Ending runAny(Class<?> any) throws InterruptedException {
        return run((Class<? extends Task>) any, "", LONG);
    }

    private List<String> said() {
        return parts.stream()
                .map(part -> new String(part, StandardCharsets.UTF_8))
                .toList();
    }

    private void assertNextIsServed() throws InterruptedException {
        long start = System.nanoTime();
        assertEquals(
                new Ending.Done(), pool.run(Tasks.Echo.class, home.resolve("task"), new byte[] {1}, LONG, part -> {}));
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        assertTrue(seconds < 50, "the next task was served after " + seconds + " s");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
