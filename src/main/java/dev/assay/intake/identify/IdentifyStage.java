package dev.assay.intake.identify;

import dev.assay.child.ChildPool;
import dev.assay.child.Ending;
import dev.assay.child.TaskFolder;
import dev.assay.config.Catalogue;
import dev.assay.config.Json;
import dev.assay.extract.Survey;
import dev.assay.extract.SurveyRequest;
import dev.assay.extract.SurveyTask;
import dev.assay.intake.scan.Scan;
import dev.assay.intake.scan.VirusScanner;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Attached;
import dev.assay.ledger.Attachment;
import dev.assay.ledger.FolderManifest;
import dev.assay.ledger.Job;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.RetryLater;
import dev.assay.ledger.Standstills;
import dev.assay.meter.CrashPoint;
import dev.assay.vault.Vault;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
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
import java.util.Locale;
import java.util.Map;
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
    private final VirusScanner scanner;
    private final Catalogue catalogue;
    private final Path tasks;
    private final Duration deadline;
    private final int mostAttempts;
    private final Consumer<String> lists;

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
        this.scanner = scanner;
        this.catalogue = catalogue;
        this.tasks = tasks;
        this.deadline = deadline;
        this.mostAttempts = mostAttempts;
        this.lists = lists;
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
        try (TaskFolder folder = TaskFolder.in(tasks)) {
            vault.openArrival(arrival.id(), folder.file(FILE));
            Optional<Scanned> scanned = scanned(job, arrival, folder.file(FILE));
            if (scanned.isEmpty()) {
                return;
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
                    job, arrival, survey.get(), folder, ledger.arrivals().manifestBeside(arrival), scanned.get()));
        }
    }

    /// What is known of viruses in what goes on.
    ///
    /// @param doubts     what a reviewer must look at whatever the checks find
    /// @param needsLeave why it is held unless the client lets it go on; empty where nothing is to be asked
    private record Scanned(List<String> doubts, String needsLeave) {}

    /// Has it looked through. What was found ends it, unless a person released this arrival from just that. What was
    /// not looked through is opened, and in a child only, where a client it may be for lets it be reviewed.
    ///
    /// @return empty where it does not go on and its end is recorded
    /// @throws IOException if the scanner cannot be asked now
    private Optional<Scanned> scanned(Job job, Arrival arrival, Path file) throws IOException {
        return switch (scanner.scan(file)) {
            case Scan.Clean clean -> Optional.of(new Scanned(List.of(), ""));
            case Scan.Infected infected -> {
                String found = "The virus scanner found '" + infected.signature() + "' in it";
                yield stopped(job, ArrivalState.QUARANTINED, found + ". Deliver a clean copy.", found);
            }
            case Scan.NotScanned not when not.passing() -> throw new IOException(not.reason());
            case Scan.NotScanned not -> {
                String reason = "It could not be looked through for viruses. " + not.reason();
                yield mayBeReviewed(arrival.vendor()) && !isReleased(job, reason)
                        ? Optional.of(new Scanned(List.of("It was not looked through for viruses"), reason))
                        : stopped(job, ArrivalState.HELD, reason, "It was not looked through for viruses");
            }
        };
    }

    private Optional<Scanned> stopped(Job job, ArrivalState state, String reason, String doubt) {
        if (isReleased(job, reason)) {
            return Optional.of(new Scanned(List.of(doubt + ", and a person released it"), ""));
        }
        settle(job, state, reason);
        return Optional.empty();
    }

    private boolean isReleased(Job job, String reason) {
        return ledger.standstills().released(job.subject()).contains(reason);
    }

    private boolean mayBeReviewed(String vendor) {
        return catalogue.workOrders().stream()
                .filter(order -> order.policy().unscanned() == Unscanned.REVIEW)
                .flatMap(order -> order.deliverables().stream())
                .anyMatch(deliverable -> deliverable.vendors().contains(vendor));
    }

    /// What is known of an arrival when it is decided what it is.
    ///
    /// @param beside the manifest of its folder at this moment
    /// @param scanned what is known of viruses
    private record Look(
            Job job, Arrival arrival, Survey survey, TaskFolder folder, FolderManifest beside, Scanned scanned) {
        /// The name that tells what it is: of a mail, that of the one file it brings.
        String path() {
            if (survey.mail() == null) {
                return arrival.path();
            }
            return survey.parts().size() == 1 ? survey.parts().getFirst().name() : "";
        }

        String subject() {
            return survey.mail() == null ? "" : survey.mail().subject();
        }

        /// What came with the files counts before what came alone into their folder.
        Optional<Manifest> manifest() {
            return Optional.ofNullable(survey.manifest())
                    .or(() -> beside.json()
                            .map(text -> Json.read(text.getBytes(StandardCharsets.UTF_8), Manifest.class)));
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
        } else if (!survey.manifestProblems().isEmpty()) {
            hold(look, "The manifest has mistakes: " + String.join("; ", survey.manifestProblems()));
        } else if (survey.manifestAlone() && !look.scanned().needsLeave().isEmpty()) {
            settle(look.job(), ArrivalState.HELD, look.scanned().needsLeave());
        } else if (survey.manifestAlone()) {
            ledger.arrivals().manifest(look.job(), new String(Json.bytes(survey.manifest()), StandardCharsets.UTF_8));
            vault.deleteArrival(look.arrival().id());
        } else if (survey.parts().isEmpty() && survey.mail() == null) {
            hold(look, "The package holds no file to check. Deliver it again with its files.");
        } else {
            place(look);
        }
    }

    private void place(Look look) throws IOException {
        Arrival arrival = look.arrival();
        Optional<Standstills.Named> named = ledger.standstills().named(arrival.id());
        if (named.isPresent()) {
            placeAs(look, named.get());
            return;
        }
        Identification found = Identifier.identify(
                arrival.vendor(), look.path(), look.subject(), look.manifest(), List.copyOf(catalogue.workOrders()));
        switch (found) {
            case Identification.Unknown unknown -> hold(look, unknown.reason());
            case Identification.Conflicting conflict -> hold(look, conflict.reason());
            case Identification.Identified identified -> attach(look, identified);
        }
    }

    /// What a person said counts before all hints; that it may be so is seen again, for orders change.
    private void placeAs(Look look, Standstills.Named named) throws IOException {
        Optional<Identification.Identified> identified = catalogue.workOrders().stream()
                .filter(order -> order.id().equals(named.workOrder()))
                .flatMap(order -> order.deliverables().stream()
                        .filter(deliverable -> deliverable.id().equals(named.deliverable()))
                        .filter(deliverable ->
                                deliverable.vendors().contains(look.arrival().vendor()))
                        .map(deliverable -> new Identification.Identified(
                                order,
                                deliverable,
                                List.of(new Hint(Hint.Source.PERSON, named.workOrder() + "/" + named.deliverable())),
                                List.of())))
                .findFirst();
        if (identified.isPresent()) {
            attach(look, identified.get());
        } else {
            hold(
                    look,
                    "A person named it " + named.workOrder() + "/" + named.deliverable()
                            + ", which is no deliverable of this vendor's. See that the installation was started with"
                            + " that work order.");
        }
    }

    private void attach(Look look, Identification.Identified identified) throws IOException {
        if (!look.scanned().needsLeave().isEmpty()
                && identified.workOrder().policy().unscanned() == Unscanned.HOLD) {
            settle(look.job(), ArrivalState.HELD, look.scanned().needsLeave());
            return;
        }
        PartRoles roles = new PartRoles(identified.deliverable(), look.manifest());
        Optional<String> mismatch = roles.mismatch(look.survey().parts());
        if (mismatch.isPresent()) {
            hold(look, mismatch.get());
            return;
        }
        Arrival arrival = look.arrival();
        Attached attached = ledger.submissions()
                .attach(
                        look.job(),
                        new Attachment(
                                        arrival.id(),
                                        catalogue
                                                .client(identified.workOrder().client())
                                                .orElseThrow(),
                                        arrival.vendor(),
                                        identified.workOrder(),
                                        identified.deliverable(),
                                        identified
                                                .how()
                                                .getFirst()
                                                .source()
                                                .name()
                                                .toLowerCase(Locale.ROOT),
                                        identified.conflicts(),
                                        look.manifest()
                                                .map(Manifest::declarations)
                                                .orElse(Map.of()),
                                        store(look, identified.workOrder(), roles),
                                        new DeliveryTerms(
                                                vault,
                                                arrival.times(),
                                                identified.deliverable().id()))
                                .answering(
                                        look.manifest().map(Manifest::answers).orElse(List.of()))
                                .doubting(look.scanned().doubts()));
        CrashPoint.here("W6");
        tell(arrival, attached);
        vault.deleteArrival(arrival.id());
    }

    private List<Attachment.AttachedPart> store(Look look, WorkOrder order, PartRoles roles) throws IOException {
        List<Attachment.AttachedPart> parts = new ArrayList<>();
        for (Survey.SurveyPart part : look.survey().parts()) {
            parts.add(store(look, order, part, roles.of(part)));
        }
        Survey.CoveringMail mail = look.survey().mail();
        if (mail != null) {
            String role = parts.isEmpty() ? roles.of(mail.itself()) : Attachment.COVERING_MAIL;
            parts.add(store(look, order, mail.itself(), role));
        }
        return parts;
    }

    private Attachment.AttachedPart store(Look look, WorkOrder order, Survey.SurveyPart part, String role)
            throws IOException {
        String sha256 =
                vault.store(order.client(), look.folder().file(part.file())).sha256();
        return new Attachment.AttachedPart(role, part.name(), part.size(), sha256);
    }

    private void tell(Arrival arrival, Attached attached) {
        switch (attached) {
            case Attached.Submitted submitted -> {
                LOG.info("Arrival {}: submission {}", arrival.id(), submitted.submission());
                submitted.alerts().forEach(alert -> LOG.warn("Submission {}: {}", submitted.submission(), alert));
                submitted.queues().forEach(lists);
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
