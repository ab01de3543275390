package dev.assay.command;

import dev.assay.PriorWorkHome;
import dev.assay.config.Json;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.index.IndexSnapshot;
import dev.assay.stage.priorwork.RestrictedPassage;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay index unlock`.
@Command(
        name = "unlock",
        description = "Shows a cleared person the other client's side of one restricted match.",
        footer = {
            "",
            "That it was shown, to whom, when and why, is recorded before anything is shown;",
            "what was shown is not. It also works while the installation runs.",
            "",
            "Example: assay index unlock 2f9c 3 --reason 'leak inquiry 7' --home /srv/assay"
        })
final class IndexUnlockCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "SUBMISSION",
            description = "The submission's id, or its first digits (at least 4).")
    private String id = "";

    @Parameters(
            index = "1",
            paramLabel = "MATCH",
            description = "The match's number, from 1, in the order of report.json.")
    private int number;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded.")
    private String reason = "";

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
    private Path home = Path.of(".");

    @Option(names = "--json", description = "Prints the other side as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String why = Given.reason(spec, reason);
        try (OnStop _ = OnStop.interruptThisThread();
                PriorWorkHome installation = PriorWorkHome.open(home, System.getenv())) {
            String submissionId = Given.submission(spec, installation.ledger(), id);
            SubmissionRecord submission =
                    installation.ledger().submissions().find(submissionId).orElseThrow();
            Match match = restricted(submission);
            try (IndexSnapshot snapshot = installation
                    .snapshot()
                    .orElseThrow(() -> new IllegalStateException("There is no index yet. Run: assay index rebuild"))) {
                RestrictedPassage passage = new RestrictedPassage(
                        installation.workshop(),
                        snapshot,
                        installation.fingerprints(),
                        installation.uses(),
                        installation.comparingDeadline());
                installation.ledger().unlocks().record(submissionId, number, Given.user(), why);
                List<RestrictedPassage.Side> sides = passage.sides(submission, match.own());
                print(sides);
                return sides.isEmpty() ? Exit.NOT_FOUND : Exit.ACCEPT;
            }
        }
    }

    private Match restricted(SubmissionRecord submission) {
        List<Match> matches = submission.priorWork().isEmpty()
                ? List.of()
                : Matches.of(submission.priorWork()).matches();
        if (number < 1 || number > matches.size() || matches.get(number - 1).relation() != Relation.OTHER_CLIENT) {
            String restricted = IntStream.rangeClosed(1, matches.size())
                    .filter(each -> matches.get(each - 1).relation() == Relation.OTHER_CLIENT)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(", "));
            throw new ParameterException(
                    spec.commandLine(),
                    "Match " + number + " is no restricted one. "
                            + (restricted.isEmpty() ? "The submission has none." : "Restricted: " + restricted));
        }
        return matches.get(number - 1);
    }

    private void print(List<RestrictedPassage.Side> sides) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(Json.text(sides));
        } else if (sides.isEmpty()) {
            out.println("The other work is not there any more.");
        }
        for (RestrictedPassage.Side side : json ? List.<RestrictedPassage.Side>of() : sides) {
            out.println("client " + side.client() + ", vendor " + shown(side.vendor()) + ", work order "
                    + shown(side.workOrder()));
            out.println("  " + side.work() + ", " + ShownName.of(side.title()) + ", " + ShownName.of(side.place()));
            out.println("  ours:   " + text(side.ours()));
            out.println("  theirs: " + text(side.theirs()));
        }
        out.flush();
    }

    private static String shown(String id) {
        return id.isEmpty() ? "not known" : id;
    }

    private static String text(List<Match.Run> runs) {
        return ShownName.of(runs.stream().map(Match.Run::text).collect(Collectors.joining()));
    }
}
