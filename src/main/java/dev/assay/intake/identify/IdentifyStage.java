package dev.assay.intake.identify;

import dev.assay.child.ChildPool;
import dev.assay.child.Ending;
import dev.assay.child.TaskFolder;
import dev.assay.config.Catalogue;
import dev.assay.config.Json;
import dev.assay.extract.survey.Survey;
import dev.assay.extract.survey.SurveyRequest;
import dev.assay.extract.survey.SurveyTask;
import dev.assay.intake.scan.VirusScanner;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Attached;
import dev.assay.ledger.Attachment;
import dev.assay.ledger.Job;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.RetryLater;
import dev.assay.meter.CrashPoint;
import dev.assay.vault.Vault;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import dev.assay.work.Deliverable;
import dev.assay.work.Manifest;
import dev.assay.work.Unscanned;
import dev.assay.work.Vendor;
import dev.assay.work.WorkOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out what an arrival is: looks into it in a child process, finds its work order and deliverable, and
/// makes it a submission under the client's key. What cannot be told is held for a person, never guessed.
public final class IdentifyStage {
    private static final Logger LOG = LoggerFactory.getLogger(IdentifyStage.class);
    private static final String FILE = "arrival";
    private static final long MEBIBYTE = 1 << 20;

    private final Ledger ledger;
    private final Vault vault;
    private final ChildPool children;
    private final VirusGate gate;
    private final Catalogue catalogue;
    private final Path tasks;
    private final Duration deadline;
    private final int mostAttempts;
    private final Consumer<String> lists;
    private final Preparation preparation;

    /// @param scanner      asked before anything of ours opens the bytes
    /// @param deadline     for looking into a small file; each MiB adds a second
    /// @param mostAttempts how often it is tried before it is parked
    /// @param lists        told of a queue whose list changed
    public IdentifyStage(
            Ledger ledger,
            Vault vault,
            ChildPool children,
            VirusScanner scanner,
            Catalogue catalogue,
            Path tasks,
            Duration deadline,
            int mostAttempts,
            Consumer<String> lists) {
        this.ledger = ledger;
        this.vault = vault;
        this.children = children;
        this.gate = new VirusGate(scanner, ledger, catalogue);
        this.catalogue = catalogue;
        this.tasks = tasks;
        this.deadline = deadline;
        this.mostAttempts = mostAttempts;
        this.lists = lists;
        this.preparation = new Preparation(vault, catalogue);
    }

    /// Identifies the job's arrival.
    ///
    /// @throws RetryLater  if a child failed and the job may be tried again
    /// @throws IOException if the disk failed
    public void work(Job job) throws IOException, InterruptedException, RetryLater {
        Arrival arrival = ledger.arrivals()
                .find(job.subject())
                .map(ArrivalRecord::arrival)
                .orElseThrow();
        if (arrival.vendor().equals(Vendor.UNKNOWN)) {
            settle(
                    job,
                    ArrivalState.HELD,
                    "It came to no vendor's address with that vendor's token, so that nobody knows whose it is. Ask"
                            + " its sender to use the address it was given, or name the deliverable.");
            return;
        }
        if (fileName(arrival).equals(Manifest.COMPLETE_MARKER)) {
            ledger.assemblies().said(job);
            vault.deleteArrival(arrival.id());
            return;
        }
        try (TaskFolder folder = TaskFolder.in(tasks)) {
            vault.openArrival(arrival.id(), folder.file(FILE));
            VirusGate.Passing scanned;
            switch (gate.ask(arrival, folder.file(FILE))) {
                case VirusGate.Stopped stopped -> {
                    settle(job, stopped.state(), stopped.reason());
                    return;
                }
                case VirusGate.Passing passing -> scanned = passing;
            }
            Optional<Survey> survey = survey(job, arrival, folder);
            if (survey.isEmpty()) {
                settle(
                        job,
                        ArrivalState.PARKED,
                        "Looking into it failed " + job.attempts()
                                + " times; nothing is known against the bytes. Requeue it, or ask the vendor for"
                                + " another copy.");
                return;
            }
            identify(new Look(
                    job, arrival, survey.get(), folder, ledger.arrivals().manifestBeside(arrival), scanned));
        }
    }

    private Optional<Survey> survey(Job job, Arrival arrival, TaskFolder folder)
            throws InterruptedException, RetryLater {
        List<byte[]> answers = new ArrayList<>();
        Ending ending = children.run(
                SurveyTask.class,
                folder.path(),
                Json.bytes(new SurveyRequest(FILE, fileName(arrival), arrival.channel() == Channel.MAIL)),
                deadline.plusSeconds(arrival.size() / MEBIBYTE),
                answers::add);
        if (ending instanceof Ending.Done && answers.size() == 1) {
            return Optional.of(Json.read(answers.getFirst(), Survey.class));
        }
        if (job.attempts() < mostAttempts) {
            throw new RetryLater("Looking into arrival " + arrival.id() + " ended as " + ending);
        }
        return Optional.empty();
    }

    private void identify(Look look) throws IOException {
        Survey survey = look.survey();
        if (survey.quarantine() != null) {
            settle(look.job(), ArrivalState.QUARANTINED, survey.quarantine());
        } else if (survey.passwordNeeded()) {
            hold(look, "The package needs a password. Ask the vendor for one without.");
        } else if (!survey.told().problems().isEmpty()) {
            hold(
                    look,
                    "The manifest has mistakes: "
                            + String.join("; ", survey.told().problems()));
        } else if (survey.manifestAlone() && !look.scanned().needsLeave().isEmpty()) {
            settle(look.job(), ArrivalState.HELD, look.scanned().needsLeave());
        } else if (survey.manifestAlone()) {
            Manifest manifest = Objects.requireNonNull(survey.told().manifest());
            ledger.arrivals()
                    .manifest(
                            look.job(), new String(Json.bytes(manifest), StandardCharsets.UTF_8), manifest.complete());
            vault.deleteArrival(look.arrival().id());
        } else if (survey.parts().isEmpty() && survey.mail() == null) {
            hold(look, "The package holds no file to check. Deliver it again with its files.");
        } else {
            sort(look);
        }
    }

    private void sort(Look look) throws IOException {
        List<WorkOrder> orders = List.copyOf(catalogue.workOrders());
        Sorting sorting = ledger.standstills()
                .named(look.arrival().id())
                .<Sorting>map(named -> Sorting.as(
                        named.workOrder(), named.deliverable(), look.arrival().vendor(), look.names(), orders))
                .orElseGet(() -> Sorting.of(look.clues(), look.names(), orders));
        switch (sorting) {
            case Sorting.Unclear unclear -> hold(look, unclear.reason());
            case Sorting.Sorted sorted -> attach(look, sorted.shares());
        }
    }

    private void attach(Look look, List<Sorting.Share> shares) throws IOException {
        if (!look.scanned().needsLeave().isEmpty() && !shares.stream().allMatch(IdentifyStage::givesLeave)) {
            settle(look.job(), ArrivalState.HELD, look.scanned().needsLeave());
            return;
        }
        Optional<String> mismatch =
                PartRoles.mismatch(look.manifest(), look.survey().parts());
        if (mismatch.isPresent()) {
            hold(look, mismatch.get());
            return;
        }
        List<Attachment> attachments = new ArrayList<>();
        for (Sorting.Share share : shares) {
            record(share.identified());
            attachments.add(preparation.attachment(look, share));
        }
        List<Attached> attached = ledger.submissions().attach(look.job(), attachments);
        CrashPoint.here("W6");
        attached.forEach(each -> tell(look.arrival(), each));
        vault.deleteArrival(look.arrival().id());
    }

    /// The round that begins now, if one does, stays on the checklist as it is.
    private void record(Identification.Identified identified) {
        WorkOrder order = identified.workOrder();
        Deliverable deliverable = identified.deliverable();
        catalogue
                .heldTo(new Catalogue.Expected(order.id(), deliverable.id()))
                .ifPresent(held -> ledger.checklists()
                        .record(order.client(), deliverable.checklist(), held.version(), held.text()));
    }

    private static boolean givesLeave(Sorting.Share share) {
        return share.identified().workOrder().policy().unscanned() == Unscanned.REVIEW;
    }

    private void tell(Arrival arrival, Attached attached) {
        switch (attached) {
            case Attached.Submitted submitted -> {
                LOG.info("Arrival {}: submission {}", arrival.id(), submitted.submission());
                submitted.alerts().forEach(alert -> LOG.warn("Submission {}: {}", submitted.submission(), alert));
                submitted.queues().forEach(lists);
            }
            case Attached.Waiting waiting -> {
                LOG.info(
                        "Arrival {}: submission {} waits until {} for its missing parts",
                        arrival.id(),
                        waiting.submission(),
                        waiting.until());
                waiting.queues().forEach(lists);
            }
            case Attached.Resumed resumed ->
                LOG.info("Arrival {}: submission {}. {}", arrival.id(), resumed.submission(), resumed.reason());
            case Attached.Duplicate duplicate
            when duplicate.reason().isEmpty() ->
                LOG.info("Arrival {}: the same bytes as submission {}", arrival.id(), duplicate.submission());
            case Attached.Duplicate duplicate ->
                LOG.warn("Arrival {}: submission {}. {}", arrival.id(), duplicate.submission(), duplicate.reason());
        }
    }

    private void hold(Look look, String reason) {
        Job job = look.job();
        if (ledger.arrivals().hold(job, look.beside().arrival(), reason)) {
            LOG.warn("Arrival {}: {}. {}", job.subject(), ArrivalState.HELD, reason);
        } else {
            LOG.info("Arrival {}: a manifest came meanwhile; it is looked at again", job.subject());
        }
    }

    private void settle(Job job, ArrivalState state, String reason) {
        ledger.arrivals().settle(job, state, reason);
        LOG.warn("Arrival {}: {}. {}", job.subject(), state, reason);
    }

    private static String fileName(Arrival arrival) {
        return arrival.path().substring(arrival.path().lastIndexOf('/') + 1);
    }
}
