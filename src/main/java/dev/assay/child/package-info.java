/// Worker processes: everything that opens a vendor's bytes, and every check, runs in one, so that a hang, a
/// crash or a flood ends a child and never Assay.
///
/// A [Task][dev.assay.child.Task] is named by its class. The [ChildPool][dev.assay.child.ChildPool] hands it to
/// a child, which runs [ChildMain][dev.assay.child.ChildMain] with this program's own Java and class path, and
/// tells its [Ending][dev.assay.child.Ending]. They speak in frames over the child's standard input and output.
///
/// What holds a child: its heap, a deadline from part to part, limits on the length of every frame, a folder of
/// its own for temporary files and as its home, an environment without anything of the machine's (no proxy, no
/// path, no locale), and its end together with all processes that came of it. What does not: a child has the
/// rights of the user who runs Assay, and nothing here keeps it from the network. Its readers are configured by
/// `extract` to follow no reference; where that is not enough, run Assay in a network namespace or container
/// without a way out.
@NullMarked
package dev.assay.child;

import org.jspecify.annotations.NullMarked;
