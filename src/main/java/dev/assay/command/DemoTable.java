package dev.assay.command;

import dev.assay.lab.Answered;
import dev.assay.lab.Demo;
import dev.assay.lab.DemoServers;
import dev.assay.lab.Story;
import dev.assay.report.IndexRow;
import dev.assay.work.ShownName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Prints how the sample story ended.
final class DemoTable {
    private static final int WIDTH = 96;

    private DemoTable() {}

    /// Says what was started where.
    static void printServers(PrintWriter out, DemoServers servers, int uploadPort, int managementPort) {
        out.println("Started for the demo, on 127.0.0.1 alone:");
        listed(
                out,
                servers.sftpPort(),
                "SFTP server of " + String.join(", ", servers.sftpVendors()) + ", from which Assay fetches");
        listed(out, servers.imapPort(), "IMAP server with the mailbox that vendors send to");
        listed(out, servers.smtpPort(), "SMTP server by which Assay's letters go to vendors");
        listed(out, uploadPort, "Assay's own listener for uploads");
        listed(out, managementPort, "Assay's http://127.0.0.1:" + managementPort + "/health and /metrics");
        out.println();
        out.flush();
    }

    private static void listed(PrintWriter out, int port, String what) {
        out.printf("  port %-6d %s%n", port, what);
    }

    /// Says how one drop ended.
    static void printProgress(PrintWriter out, Demo.Ended ended) {
        Story.Drop drop = ended.drop();
        out.printf("  %-12s %-7s %s/%s%n", ended.word(), drop.channel().word(), drop.vendor(), drop.path());
        out.flush();
    }

    static void print(PrintWriter out, Path home, Demo.Ending ending) {
        print(out, home, ending.drops());
        printAnswers(out, ending.answered());
        long told = ending.drops().stream().filter(Demo.Ended::asTold).count();
        out.println(told + " of " + ending.drops().size() + " ended as the story says.");
        out.flush();
    }

    private static void print(PrintWriter out, Path home, List<Demo.Ended> ended) {
        out.println();
        for (Demo.Ended each : ended) {
            out.printf(
                    "%2d  %-12s by %-7s %s%n",
                    each.drop().row(),
                    each.word().toUpperCase(Locale.ROOT),
                    each.drop().channel().word(),
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
    }

    private static void printAnswers(PrintWriter out, List<Answered> answered) {
        out.println("How vendors were answered:");
        for (Answered each : answered) {
            out.println("  " + each.vendor());
            String letters = each.letters().entrySet().stream()
                    .map(kind -> letters(kind.getKey(), kind.getValue()))
                    .collect(Collectors.joining(", "));
            out.println("    " + (letters.isEmpty() ? "nothing" : letters) + " in outbox/" + each.vendor());
            out.println("    " + counted(each.mails(), "mail") + " in the inbox of " + each.address());
            each.uploads()
                    .forEach((row, upload) -> out.println("    number " + row + ", uploaded, was answered with "
                            + upload.status() + "; asked again, Assay says '" + upload.state() + "'"));
        }
        out.println("Mails about confidential or restricted work say only that a letter lies in the outbox.");
        answered.stream()
                .filter(each -> each.waiting() > 0)
                .findFirst()
                .ifPresent(each -> out.println(counted(each.waiting(), "letter") + " could not go in a minute."));
        out.println();
    }

    /// @param kind what the letter's files are called
    private static String letters(String kind, int count) {
        return switch (kind) {
            case "receipt" -> counted(count, "receipt");
            case "rework" -> counted(count, "rework letter");
            case "on-hold" -> counted(count, "letter") + " about work on hold";
            case "set-aside" -> counted(count, "letter") + " about work set aside";
            default -> counted(count, "letter");
        };
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
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
