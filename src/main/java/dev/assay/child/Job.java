package dev.assay.child;

import java.nio.file.Path;

/// One task to be run: a number that no other task of the pool has, and what the child needs to know.
final class Job {
    private final long id;
    private final String type;
    private final Path folder;
    private final byte[] input;

    Job(long id, Class<?> type, Path folder, byte[] input) {
        this.id = id;
        this.type = type.getName();
        this.folder = folder.toAbsolutePath();
        this.input = input;
    }

    long id() {
        return id;
    }

    Frame task() {
        return new Frame(Frame.Kind.TASK, id, type + "\n" + folder);
    }

    Frame input() {
        return new Frame(Frame.Kind.INPUT, id, input);
    }
}
