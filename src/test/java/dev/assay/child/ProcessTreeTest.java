package dev.assay.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProcessTreeTest {
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(50);

    private final String marker = UUID.randomUUID().toString();
    private Process marked;

    @BeforeEach
    void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sleep", "300");
        builder.environment().put(ProcessTree.MARKER, marker);
        marked = builder.start();
    }

    @AfterEach
    void end() {
        marked.destroyForcibly();
    }

    @Test
    void markedProcess_isEndedWithoutItsRoot() throws InterruptedException {
        ProcessTree tree = new ProcessTree(null, marker);
        assertEquals(Set.of(marked.toHandle()), tree.offspring());
        assertTrue(tree.endOffspring(LIMIT));
        assertTrue(marked.waitFor(50, TimeUnit.SECONDS));
    }

    @Test
    void markedProcess_isFoundByAnInterruptedThread() {
        Thread.currentThread().interrupt();
        Set<ProcessHandle> found = new ProcessTree(null, marker).offspring();
        assertTrue(Thread.interrupted());
        assertEquals(Set.of(marked.toHandle()), found);
    }

    @Test
    void processWithAnotherMarker_isLeftAlone() {
        ProcessTree tree = new ProcessTree(null, UUID.randomUUID().toString());
        assertTrue(tree.endOffspring(LIMIT));
        assertTrue(marked.isAlive());
    }
}
