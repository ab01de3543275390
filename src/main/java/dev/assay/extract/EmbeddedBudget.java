package dev.assay.extract;

/// How many embedded files may still be read, and how deep they lie: one count for one arrived file.
final class EmbeddedBudget {
    private final ContainerLimits limits;
    private int read;
    private int depth = 1;

    EmbeddedBudget(ContainerLimits limits) {
        this.limits = limits;
    }

    /// Whether one more embedded file may be read; counts it.
    boolean take() {
        if (depth >= limits.depth() || read >= limits.embedded()) {
            return false;
        }
        read++;
        return true;
    }

    void enter() {
        depth++;
    }

    void leave() {
        depth--;
    }
}
