package dev.assay.intake;

import dev.assay.child.ChildPool;
import dev.assay.child.Ending;
import dev.assay.child.TaskFolder;
import dev.assay.config.Catalogue;
import dev.assay.config.Json;
import dev.assay.extract.Survey;
import dev.assay.extract.SurveyRequest;
import dev.assay.extract.SurveyTask;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Attached;
import dev.assay.ledger.Attachment;
import dev.assay.ledger.Job;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.RetryLater;
import dev.assay.meter.CrashPoint;
import dev.assay.vault.Vault;
import dev.assay.verdict.SamplingDraw;
import dev.assay.work.Arrival;
import dev.assay.work.BusinessCalendar;
import dev.assay.work.Deliverable;
import dev.assay.work.Manifest;
import dev.assay.work.WorkOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Catalogue catalogue;
    private final Path tasks;
    private final Duration deadline;
    private final int mostAttempts;

    /// @param deadline     for looking into a small file; each MiB adds a second
    /// @param mostAttempts how often it is tried before it is parked
    public IdentifyStage(
            Ledger ledger,
            Vault vault,
            ChildPool children,
            Catalogue catalogue,
            Path tasks,
            Duration deadline,
            int mostAttempts) {
        this.ledger = ledger;
        this.vault = vault;
        this.children = children;
        this.catalogue = catalogue;
        this.tasks = tasks;
        this.deadline = deadline;
        this.mostAttempts = mostAttempts;
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
        try (TaskFolder folder = TaskFolder.in(tasks)) {
            vault.openArrival(arrival.id(), folder.file(FILE));
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
            identify(job, arrival, survey.get(), folder);
        }
    }

    private Optional<Survey> survey(Job job, Arrival arrival, TaskFolder folder)
            throws InterruptedException, RetryLater {
        List<byte[]> answers = new ArrayList<>();
        Ending ending = children.run(
                SurveyTask.class,
                folder.path(),
                Json.bytes(new SurveyRequest(FILE, fileName(arrival))),
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

    private void identify(Job job, Arrival arrival, Survey survey, TaskFolder folder) throws IOException {
        if (survey.quarantine() != null) {
            settle(job, ArrivalState.QUARANTINED, survey.quarantine());
        } else if (survey.passwordNeeded()) {
            settle(job, ArrivalState.HELD, "The package needs a password. Ask the vendor for one without.");
        } else if (!survey.manifestProblems().isEmpty()) {
            settle(
                    job,
                    ArrivalState.HELD,
                    "The manifest has mistakes: " + String.join("; ", survey.manifestProblems()));
        } else if (survey.manifestAlone()) {
            ledger.arrivals().manifest(job, new String(Json.bytes(survey.manifest()), StandardCharsets.UTF_8));
            vault.deleteArrival(arrival.id());
        } else if (survey.parts().isEmpty()) {
            settle(job, ArrivalState.HELD, "The package holds no file to check. Deliver it again with its files.");
        } else {
            place(job, arrival, survey, folder);
        }
    }

    private void place(Job job, Arrival arrival, Survey survey, TaskFolder folder) throws IOException {
        Optional<Manifest> manifest = Optional.ofNullable(survey.manifest()).or(() -> beside(arrival));
        Identification found =
                Identifier.identify(arrival.vendor(), arrival.path(), manifest, List.copyOf(catalogue.workOrders()));
        switch (found) {
            case Identification.Unknown unknown -> settle(job, ArrivalState.HELD, unknown.reason());
            case Identification.Conflicting conflict -> settle(job, ArrivalState.HELD, conflict.reason());
            case Identification.Identified identified -> attach(job, arrival, survey, manifest, identified, folder);
        }
    }

    private Optional<Manifest> beside(Arrival arrival) {
        return ledger.arrivals()
                .manifestBeside(arrival)
                .map(text -> Json.read(text.getBytes(StandardCharsets.UTF_8), Manifest.class));
    }

    private void attach(
            Job job,
            Arrival arrival,
            Survey survey,
            Optional<Manifest> manifest,
            Identification.Identified identified,
            TaskFolder folder)
            throws IOException {
        WorkOrder order = identified.workOrder();
        Deliverable deliverable = identified.deliverable();
        PartRoles roles = new PartRoles(deliverable, manifest);
        Optional<String> mismatch = roles.mismatch(survey.parts());
        if (mismatch.isPresent()) {
            settle(job, ArrivalState.HELD, mismatch.get());
            return;
        }
        List<Attachment.AttachedPart> parts = new ArrayList<>();
        for (Survey.SurveyPart part : survey.parts()) {
            String sha256 =
                    vault.store(order.client(), folder.file(part.file())).sha256();
            parts.add(new Attachment.AttachedPart(roles.of(part), part.name(), part.size(), sha256));
        }
        Attached attached = ledger.submissions()
                .attach(
                        job,
                        new Attachment(
                                arrival.id(),
                                catalogue.client(order.client()).orElseThrow(),
                                arrival.vendor(),
                                order,
                                deliverable,
                                identified.how().getFirst().source().name().toLowerCase(java.util.Locale.ROOT),
                                List.of(),
                                manifest.map(Manifest::declarations).orElse(Map.of()),
                                parts,
                                lateSeconds(arrival, order, deliverable),
                                round -> drawn(order, deliverable, round)));
        CrashPoint.here("W6");
        vault.deleteArrival(arrival.id());
        tell(arrival, attached);
    }

    private static void tell(Arrival arrival, Attached attached) {
        switch (attached) {
            case Attached.Submitted submitted -> {
                LOG.info("Arrival {}: submission {}", arrival.id(), submitted.submission());
                submitted.alerts().forEach(alert -> LOG.warn("Submission {}: {}", submitted.submission(), alert));
            }
            case Attached.Duplicate duplicate ->
                LOG.info("Arrival {}: the same bytes as submission {}", arrival.id(), duplicate.submission());
        }
    }

    /// The draw is made before anything is known of the deliverable's quality.
    private boolean drawn(WorkOrder order, Deliverable deliverable, int round) {
        return SamplingDraw.draw(
                        vault.secret("sampling"),
                        order.id(),
                        deliverable.id(),
                        round,
                        order.policy().version(),
                        order.policy().sampling())
                .drawn();
    }

    private static long lateSeconds(Arrival arrival, WorkOrder order, Deliverable deliverable) {
        Lateness lateness = Lateness.of(
                deliverable.due(),
                order.zone(),
                BusinessCalendar.named(order.calendar()),
                arrival.times(),
                Lateness.Counted.LAST_GROWTH);
        return switch (lateness) {
            case Lateness.Early early -> -early.before().toSeconds();
            case Lateness.OnTime onTime -> -onTime.before().toSeconds();
            case Lateness.Late late -> Math.max(1, late.after().toSeconds());
        };
    }

    private void settle(Job job, ArrivalState state, String reason) {
        ledger.arrivals().settle(job, state, reason);
        LOG.warn("Arrival {}: {}. {}", job.subject(), state, reason);
    }

    private static String fileName(Arrival arrival) {
        return arrival.path().substring(arrival.path().lastIndexOf('/') + 1);
    }
}
