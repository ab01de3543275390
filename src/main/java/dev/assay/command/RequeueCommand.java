package dev.assay.command;

import dev.assay.DeskHome;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Standstill;
import dev.assay.ledger.Standstills;
import dev.assay.work.Vendor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay requeue`.
@Command(
        name = "requeue",
        description =
                "Begins parked work anew, sends a parked letter again, or looks at a held arrival again, also as what"
                        + " you say it is.",
        footer = {
            "",
            "A submission or a letter must be parked, an arrival parked or held: when what stood in the way has gone,"
                    + " such as a full disk, or when the work order that an arrival belongs to has been written and the"
                    + " installation started again.",
            "It also works while the installation runs. Ends with 1 when there is nothing to begin.",
            "",
            "Example: assay requeue 2f9c --reason 'disk freed' --home /srv/assay",
            "Example: assay requeue 2f9c --as hb-101/deck --vendor kestrel --reason 'their desk called' --home"
                    + " /srv/assay"
        })
public final class RequeueCommand implements Callable<Integer> {
    /// What a person says an arrival is.
    static final class As {
        @Option(
                names = "--as",
                required = true,
                paramLabel = "WORK-ORDER/DELIVERABLE",
                description = "What a held arrival is; it goes on as that, whatever its names say.")
        private String as = "";

        @Option(
                names = "--vendor",
                paramLabel = "ID",
                description = "Who delivered it, where nobody knows. Must be assigned to the deliverable.")
        private String vendor = "";
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID",
            description = "The id of a submission or an arrival, or its first digits (at least 4).")
    private String id = "";

    @ArgGroup(exclusive = false)
    private @Nullable As named;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded.")
    private String reason = "";

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
    private Path home = Path.of("");

    @Override
    public Integer call() {
        String why = Given.reason(spec, reason);
        Given.prefix(spec, id);
        try (DeskHome desk = DeskHome.open(home, System.getenv())) {
            Ledger ledger = desk.ledger();
            Optional<Standstill> stopped = Given.stopped(spec, ledger, id);
            if (named != null) {
                return name(desk, stopped, named, why);
            }
            if (stopped.isPresent() && stopped.get().kind() == Standstill.Kind.LETTER) {
                return said(
                        Given.shown(stopped.get()),
                        ledger.standstills().resend(stopped.get(), Given.user(), why),
                        "it is not parked");
            }
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

    private int name(DeskHome desk, Optional<Standstill> stopped, As named, String why) {
        if (stopped.isEmpty() || stopped.get().kind() != Standstill.Kind.ARRIVAL) {
            throw wrong(
                    "--as says what an arrival is, and no arrival that is held or parked starts with '" + id + "'.");
        }
        String[] names = named.as.split("/", -1);
        String whose = named.vendor.isEmpty() ? stopped.get().vendor() : named.vendor;
        if (desk.catalogue().vendor(whose).isEmpty()) {
            throw wrong(
                    whose.equals(Vendor.UNKNOWN)
                            ? "Nobody knows whose it is. Say it with --vendor."
                            : "There is no vendor '" + whose + "'. See vendors/.");
        }
        boolean assigned = desk.catalogue().workOrders().stream()
                .filter(order -> order.id().equals(names[0]))
                .flatMap(order -> order.deliverables().stream())
                .anyMatch(each -> names.length == 2
                        && each.id().equals(names[1])
                        && each.vendors().contains(whose));
        if (!assigned) {
            throw wrong("'" + named.as + "' is no deliverable of vendor '" + whose
                    + "'. Write WORK-ORDER/DELIVERABLE as in work-orders/.");
        }
        return said(
                Given.shown(stopped.get()),
                desk.ledger()
                        .standstills()
                        .name(stopped.get(), new Standstills.Named(whose, names[0], names[1]), Given.user(), why),
                "it is quarantined: a name does not release it");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int said(String subject, boolean begun, String otherwise) {
        spec.commandLine()
                .getOut()
                .println(subject + (begun ? " is begun anew." : " is left as it is: " + otherwise + "."));
        return begun ? Exit.ACCEPT : Exit.NOT_FOUND;
    }
}
