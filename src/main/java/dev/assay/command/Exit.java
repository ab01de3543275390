package dev.assay.command;

import dev.assay.verdict.Verdict;

/// What commands end with.
public final class Exit {
    public static final int ACCEPT = 0;
    /// What was looked for is not there.
    public static final int NOT_FOUND = 1;
    public static final int REWORK = 10;
    public static final int REVIEW = 11;
    /// The command line or a file a person wrote is wrong (sysexits.h EX_USAGE).
    public static final int USAGE = 64;
    /// Something failed (sysexits.h EX_SOFTWARE).
    public static final int ERROR = 70;

    private Exit() {}

    static int of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accept ignored -> ACCEPT;
            case Verdict.Rework ignored -> REWORK;
            case Verdict.Review ignored -> REVIEW;
            case Verdict.Pending ignored -> REVIEW;
        };
    }
}
