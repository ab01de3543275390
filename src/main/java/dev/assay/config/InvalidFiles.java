package dev.assay.config;

import java.util.List;
import java.util.stream.Collectors;

/// Files a person wrote have mistakes; the message lists all of them, one a line.
public final class InvalidFiles extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    public InvalidFiles(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
