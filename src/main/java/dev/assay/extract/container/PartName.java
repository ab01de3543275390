package dev.assay.extract.container;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/// Names of parts in an Office Open XML package.
public final class PartName {
    private PartName() {}

    /// The part a relationship's target names. Steps above the package's root stay at the root, so that no name
    /// leads outside.
    ///
    /// @param folder the folder of the part that has the relationship, ending in a slash; empty for the root
    public static String resolve(String folder, String target) {
        String path = decoded(target.replace('\\', '/'));
        int fragment = path.indexOf('#');
        String plain = fragment < 0 ? path : path.substring(0, fragment);
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (plain.startsWith("/") ? plain : folder + plain).split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    /// The last step of a part's name: its file name.
    public static String last(String part) {
        return part.substring(part.lastIndexOf('/') + 1);
    }

    private static String decoded(String target) {
        if (target.indexOf('%') < 0) {
            return target;
        }
        try {
            return URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that starts no escape stands for itself.
            return target;
        }
    }
}
