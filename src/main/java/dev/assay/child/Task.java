package dev.assay.child;

import java.nio.file.Path;

/// Work that runs in a child process; named by its class, which has a public constructor without parameters.
///
/// A task reads its input and the files of its folder, writes files into its folder, and hands results out as
/// parts. What it hands out is untrusted by the parent.
public interface Task {
    /// Does the work.
    ///
    /// @param folder the task's own folder, readable and writable by this task only, wiped afterwards by the
    ///               caller
    /// @param input  what the parent handed in
    /// @param parts  takes each part of the result as it is ready; each one sets the deadline anew
    /// @throws Exception when the work failed; the parent is told the type, never the message
    void run(Path folder, byte[] input, Parts parts) throws Exception;

    /// Takes the parts of a result.
    interface Parts {
        /// Hands out one part.
        ///
        /// @param part at most 64 MiB; larger results are files in the task's folder
        void send(byte[] part);
    }
}
