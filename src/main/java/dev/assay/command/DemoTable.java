package dev.assay.command;

import dev.assay.lab.Demo;
import dev.assay.report.IndexRow;
import dev.assay.work.ShownName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Prints how the sample story ended.
final class DemoTable {
    private static final int WIDTH = 96;

    private DemoTable() {}

    static void print(PrintWriter out, Path home, List<Demo.Ended> ended) {
        out.println();
        for (Demo.Ended each : ended) {
            out.printf(
                    "%2d  %-12s %s%n",
                    each.drop().row(),
                    each.word().toUpperCase(java.util.Locale.ROOT),
                    each.drop().story());
            String reason =
                    each.row().map(IndexRow::reason).orElse(each.arrival().reason());
            lines(reason.isEmpty() ? "The same bytes are there already." : reason)
                    .forEach(line -> out.println("    " + line));
            each.row()
                    .ifPresent(
                            row -> out.println("    " + home.resolve("queues").resolve(row.report())));
            if (!each.drop().unseen().isEmpty()) {
                lines("Not seen by a machine today: " + each.drop().unseen())
                        .forEach(line -> out.println("    " + line));
            }
            if (!each.asTold()) {
                out.println("    NOT AS TOLD: the story says " + each.drop().verdict() + ".");
            }
            out.println();
        }
        long told = ended.stream().filter(Demo.Ended::asTold).count();
        out.println(told + " of " + ended.size() + " ended as the story says.");
        out.flush();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : ShownName.of(text).split(" ", -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
