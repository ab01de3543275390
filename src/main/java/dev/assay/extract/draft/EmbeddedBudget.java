package dev.assay.extract.draft;

/// How many embedded files may still be read, and how deep they lie: one count for one arrived file.
public final class EmbeddedBudget {
    private final ContainerLimits limits;
    private int read;
    private int depth = 1;

    public EmbeddedBudget(ContainerLimits limits) {
        this.limits = limits;
    }

    /// Whether one more embedded file may be read; counts it.
    public boolean take() {
        if (depth >= limits.depth() || read >= limits.embedded()) {
            return false;
        }
        read++;
        return true;
    }

    public void enter() {
        depth++;
    }

    public void leave() {
        depth--;
    }
}
