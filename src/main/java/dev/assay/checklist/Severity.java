package dev.assay.checklist;

/// How bad a finding is. The weights are MQM's (0, 1, 5, 25).
public enum Severity {
    NEUTRAL(0),
    MINOR(1),
    MAJOR(5),
    CRITICAL(25);

    private final int weight;

    Severity(int weight) {
        this.weight = weight;
    }

    /// Penalty points of one finding.
    public int weight() {
        return weight;
    }
}
