package dev.assay.command;

import dev.assay.Wiring;
import dev.assay.config.Fields;
import dev.assay.config.Json;
import dev.assay.ledger.Assemblies;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Story;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.ledger.Timing;
import dev.assay.ledger.Verification;
import dev.assay.verdict.Ruling;
import dev.assay.work.RoundClock;
import dev.assay.work.ShownName;
import dev.assay.work.WorkOrder;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay ledger`.
@Command(
        name = "ledger",
        description = "Looks into an installation's durable record, also while it runs.",
        footer = {
            "",
            "The record holds every arrival, submission, finding and verdict.",
            "More on a command: assay ledger show --help"
        })
public final class LedgerCommand extends CommandGroup {
    /// Compares every row with the chain.
    @Command(
            name = "verify",
            description = "Compares every row with the chain of events and names the first that does not fit.",
            footer = {
                "",
                "Keep the printed head elsewhere: it proves that no earlier event was rewritten.",
                "Ends with 0 when all fits, 70 when something does not."
            })
    int verify(
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
                    Path home,
            @Option(names = "--json", description = "Prints the result as JSON.") boolean json) {
        try (Ledger ledger = Wiring.ledger(home, System.getenv())) {
            Verification result = ledger.verify();
            PrintWriter out = out();
            if (json) {
                out.print(Json.text(result));
            } else if (result.intact()) {
                out.println("The ledger is intact: " + result.events() + " events, " + result.rows() + " rows, head "
                        + result.head());
                out.println("arrivals:    " + ledger.balances().arrivals());
                out.println("submissions: " + ledger.balances().submissions());
            } else {
                out.println("The ledger is not what was recorded: " + result.broken());
            }
            out.flush();
            return result.intact() ? 0 : Exit.ERROR;
        }
    }

    /// Tells one submission's story.
    @Command(
            name = "show",
            description = "Tells one submission's story.",
            footer = {"", "Example: assay ledger show 2f9c --home /srv/assay"})
    int show(
            @Parameters(paramLabel = "ID", description = "The submission's id, or its first digits (at least 4).")
                    String id,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
                    Path home,
            @Option(names = "--json", description = "Prints all that is known as JSON.") boolean json) {
        try (Ledger ledger = Wiring.ledger(home, System.getenv())) {
            Story story =
                    ledger.stories().tell(Given.submission(spec, ledger, id)).orElseThrow();
            PrintWriter out = out();
            if (json) {
                out.print(Json.text(story));
            } else {
                print(story, out);
            }
            out.flush();
            return 0;
        }
    }

    private static void print(Story story, PrintWriter out) {
        SubmissionRecord submission = story.submission();
        out.println("Submission " + submission.id());
        out.println("  " + ShownName.of(story.clientName()) + ", " + submission.workOrder() + "/"
                + submission.deliverable() + ", round " + submission.round() + ", revision " + submission.revision());
        out.println("  from vendor " + submission.vendor() + ", identified by " + submission.identifiedBy()
                + ", received " + submission.received() + ", "
                + (submission.lateSeconds() > 0
                        ? submission.lateSeconds() / 60 + " minutes late"
                        : "in time for " + submission.due()));
        for (SubmissionRecord.PartRecord part : submission.parts()) {
            out.println("  part " + ShownName.of(part.name()) + " (" + part.role() + ", "
                    + Fields.word(part.basis().confidence()) + " by " + Fields.word(part.basis()) + ", " + part.size()
                    + " bytes, SHA-256 " + part.sha256() + ")");
        }
        story.assembly().ifPresent(assembly -> print(assembly, out));
        out.println("  state " + submission.state()
                + submission.verdict().map(word -> ", " + word).orElse("")
                + (submission.reason().isEmpty() ? "" : ": " + ShownName.of(submission.reason())));
        clocks(story).forEach(line -> out.println("  " + line));
        story.inspection().ifPresent(inspection -> {
            Ruling ruling = Json.read(inspection.ruling().getBytes(StandardCharsets.UTF_8), Ruling.class);
            out.println("  " + ruling.verdict().word() + " by rule "
                    + ruling.rule().number() + ": " + ShownName.of(ruling.reason()));
            out.println("  judged by checklist " + inspection.checklist() + " " + inspection.checklistVersion()
                    + ", work order " + inspection.workOrderVersion() + ", policy " + inspection.policyVersion()
                    + ", readers " + inspection.extractor());
        });
        out.println("Events");
        story.events().forEach(event -> out.println("  " + event.seq() + "  " + event.at() + "  " + event.kind()));
    }

    /// The time that counts, and each clock of the round with the working time that it has counted.
    private static List<String> clocks(Story story) {
        WorkOrder order = Json.read(story.submission().definition().getBytes(StandardCharsets.UTF_8), WorkOrder.class);
        Timing timing = story.timing(order);
        List<String> lines = new ArrayList<>();
        lines.add("counts from " + timing.counted().atZone(order.zone()) + " (" + Fields.word(timing.counts())
                + "), due " + timing.due().atZone(order.zone()) + ", calendar "
                + order.businessDays().version());
        Instant now = Instant.now();
        for (RoundClock clock : story.clocks()) {
            String standing =
                    clock.pausedFor().isEmpty() ? "runs" : "stands for " + String.join(", ", clock.pausedFor());
            lines.add("clock " + Fields.word(clock.kind()) + ": "
                    + length(clock.elapsed(now, order.businessDays(), order.zone())) + " of working time, "
                    + length(clock.paused(now, order.businessDays(), order.zone())) + " paused, "
                    + (clock.started() ? standing : "stopped"));
            clock.events()
                    .forEach(event -> lines.add("  " + event.at() + "  " + Fields.word(event.action()) + ": "
                            + event.reason() + " (calendar " + event.calendar() + ")"));
        }
        return lines;
    }

    private static String length(Duration duration) {
        return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }

    private static void print(Assemblies.Assembly assembly, PrintWriter out) {
        assembly.missing()
                .forEach(part -> out.println("  missing "
                        + ShownName.of(part.name().isEmpty() ? part.role() : part.name())
                        + (assembly.end() == null
                                ? ", waits until " + assembly.until()
                                : ", waiting ended: " + Fields.word(assembly.end()))));
        assembly.unexpected().forEach(name -> out.println("  not expected " + ShownName.of(name)));
    }
}
