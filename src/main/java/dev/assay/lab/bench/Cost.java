package dev.assay.lab.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// What a piece of work took: the least of some rounds, in nanoseconds.
///
/// @param cpu  processor time, without the garbage collector's
/// @param wall wall time
record Cost(long cpu, long wall) {
    /// After so much processor time no further round is begun.
    private static final long ENOUGH_NANOS = 3_000_000_000L;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// What is measured.
    interface Work {
        void run() throws Exception;
    }

    /// Measures.
    ///
    /// @param rounds at least 1
    static Cost leastOf(int rounds, Work work) throws Exception {
        long cpu = Long.MAX_VALUE;
        long wall = Long.MAX_VALUE;
        long spent = 0;
        for (int round = 0; round < rounds && spent < ENOUGH_NANOS; round++) {
            long cpuStart = processorTime();
            long wallStart = System.nanoTime();
            work.run();
            wall = Math.min(wall, System.nanoTime() - wallStart);
            long used = processorTime() - cpuStart;
            cpu = Math.min(cpu, used);
            spent += used;
        }
        return new Cost(cpu, wall);
    }

    /// Of all threads that live: libraries hand work to threads of their own. The collector's and the compiler's are
    /// not among them.
    private static long processorTime() {
        long sum = 0;
        for (long thread : THREADS.getAllThreadIds()) {
            sum += Math.max(0, THREADS.getThreadCpuTime(thread));
        }
        return sum;
    }
}
