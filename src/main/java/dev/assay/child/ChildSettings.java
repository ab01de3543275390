package dev.assay.child;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many children there are and what each may use.
///
/// @param size         how many children there are, 1 to 64
/// @param heap         the heap of each, in MiB, at least 16
/// @param recycleAfter a child is replaced after so many tasks, at least 1
/// @param scratch      the folder of the children's temporary files; made where absent, for this pool alone,
///                     and wiped at start and at the end
/// @param warmUp       run once in each child before it counts as ready, with an empty input; null for none
/// @param jvmFlags     further flags of the children's JVM, such as `-XX:AOTCache=…`; they win over the pool's
///                     own
public record ChildSettings(
        int size,
        int heap,
        int recycleAfter,
        Path scratch,
        @Nullable Class<? extends Task> warmUp,
        List<String> jvmFlags) {
    private static final int MOST_CHILDREN = 64;
    private static final int LEAST_HEAP = 16;

    public ChildSettings {
        if (size < 1 || size > MOST_CHILDREN) {
            throw new IllegalArgumentException(
                    "The number of children must be 1 to " + MOST_CHILDREN + ". Found: " + size);
        }
        if (heap < LEAST_HEAP) {
            throw new IllegalArgumentException(
                    "The heap of a child must be at least " + LEAST_HEAP + " MiB. Found: " + heap);
        }
        if (recycleAfter < 1) {
            throw new IllegalArgumentException(
                    "A child must run at least 1 task before it is replaced. Found: " + recycleAfter);
        }
        scratch = scratch.toAbsolutePath().normalize();
        jvmFlags = List.copyOf(jvmFlags);
        for (String flag : jvmFlags) {
            if (!flag.startsWith("-")) {
                throw new IllegalArgumentException("A JVM flag of a child must start with '-'. Found: '" + flag + "'");
            }
        }
    }
}
