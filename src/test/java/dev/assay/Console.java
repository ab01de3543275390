package dev.assay;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/// A command run in this process, with what it printed.
///
/// @param exit what the process would have ended with
record Console(int exit, String out, String err) {
    static Console run(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Assay.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
        return new Console(exit, out.toString(), err.toString());
    }

    /// What was printed, with a folder's own name taken out.
    Console without(Path folder) {
        return new Console(exit, out.replace(folder.toString(), "HOME"), err.replace(folder.toString(), "HOME"));
    }

    @Override
    public String toString() {
        return "exit " + exit + "\n" + (out.isEmpty() ? "" : "out:\n" + out) + (err.isEmpty() ? "" : "err:\n" + err);
    }
}
