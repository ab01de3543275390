package dev.assay.command;

import dev.assay.Wiring;
import dev.assay.ledger.Ledger;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay requeue`.
@Command(
        name = "requeue",
        description = "Begins parked work anew, or looks at a held arrival again.",
        footer = {
            "",
            "A submission must be parked, an arrival parked or held: when what stood in the way has gone, such as a"
                + " full disk, or when the work order that an arrival belongs to has been written and the installation"
                + " started again.",
            "It also works while the installation runs. Ends with 1 when there is nothing to begin.",
            "",
            "Example: assay requeue 2f9c --reason 'disk freed' --home /srv/assay"
        })
public final class RequeueCommand implements Callable<Integer> {
    private static final int LEAST_DIGITS = 4;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID",
            description = "The id of a submission or an arrival, or its first digits (at least 4).")
    private String id = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded.")
    private String reason = "";

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
    private Path home = Path.of("");

    @Override
    public Integer call() {
        String why = Given.reason(spec, reason);
        if (!id.matches("[0-9a-f]{" + LEAST_DIGITS + ",32}")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "An id has at least " + LEAST_DIGITS + " digits of 0-9a-f. Found: '" + id + "'");
        }
        try (Ledger ledger = Wiring.ledger(home, System.getenv())) {
            List<String> arrivals = ledger.arrivals().idsStartingWith(id);
            if (arrivals.size() == 1 && ledger.submissions().idsStartingWith(id).isEmpty()) {
                return said(
                        "Arrival " + arrivals.getFirst(),
                        ledger.arrivals().requeue(arrivals.getFirst(), Given.user(), why),
                        "it is neither parked nor held");
            }
            String submission = Given.submission(spec, ledger, id);
            return said(
                    "Submission " + submission,
                    ledger.submissions().requeue(submission, Given.user(), why),
                    "it is not parked");
        }
    }

    private int said(String subject, boolean begun, String otherwise) {
        spec.commandLine()
                .getOut()
                .println(subject + (begun ? " is begun anew." : " is left as it is: " + otherwise + "."));
        return begun ? Exit.ACCEPT : Exit.NOT_FOUND;
    }
}
