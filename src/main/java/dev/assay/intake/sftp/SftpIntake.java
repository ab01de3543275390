package dev.assay.intake.sftp;

import dev.assay.intake.Acknowledgements;
import dev.assay.intake.ArrivalId;
import dev.assay.intake.ArrivalLog;
import dev.assay.intake.Backpressure;
import dev.assay.intake.NameRule;
import dev.assay.intake.Pickup;
import dev.assay.intake.Reception;
import dev.assay.intake.Troubles;
import dev.assay.vault.DurabilityLost;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import dev.assay.work.SftpAccount;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Receives what lies in the folder of one SFTP account, so that every file ends up recorded exactly once, whatever
/// happens in between.
///
/// A file is received when two listings far enough apart have shown it unchanged. Neither a `.done` file beside it
/// nor a rename into place shortens that: both are received as any other file. Which names are looked at is said by
/// [NameRule]. The file is read, recorded, and only then renamed into `.received`; a file that is too large is
/// renamed into `.refused`. Links are never followed, only reported.
///
/// A poll is [#begins], [#connected], [#sees] for each entry that is listed, [#receive] for each that was said to be
/// due, and [#endOfListing], or [#failed] instead of any of them. One thread at a time calls it: the account's own
/// poll thread, so that nobody else waits for this server. [#troubles] and [#notices] may be asked from any thread.
public final class SftpIntake {
    /// How many files are received in one poll, so that every poll comes to its end.
    static final int MOST_PER_POLL = 50;
    /// How many of them may have failed before: they must not keep the others waiting.
    static final int MOST_RETRIES = 10;
    /// How many files are kept in mind; the rest come up as these are received.
    static final int MOST_SEEN = 50_000;
    /// How many names a path may have.
    public static final int DEEPEST = 8;

    private static final Duration ABANDONED = Duration.ofHours(1);

    private final String vendor;
    private final SftpAccount account;
    private final Reception reception;
    private final ArrivalLog log;
    private final Acknowledgements acknowledgements;
    private final SftpRules rules;
    private final Supplier<Backpressure> pressure;
    private final Clock clock;
    private final Troubles troubles = new Troubles();
    private final Map<String, Sighting> sightings = new HashMap<>();
    private final Map<String, Retry> retries = new HashMap<>();
    private final Map<String, String> passedOver = new ConcurrentHashMap<>();
    private final Map<String, Received> received = new LinkedHashMap<>();
    private final Set<String> listed = new HashSet<>();
    private Optional<Retry> wait = Optional.empty();
    private boolean recovered;
    private int due;
    private int dueAgain;

    /// @param vendor   whose account it is
    /// @param pressure asked before each poll and each file
    public SftpIntake(
            String vendor,
            SftpAccount account,
            Reception reception,
            ArrivalLog log,
            Acknowledgements acknowledgements,
            SftpRules rules,
            Supplier<Backpressure> pressure,
            Clock clock) {
        this.vendor = vendor;
        this.account = account;
        this.reception = reception;
        this.log = log;
        this.acknowledgements = acknowledgements;
        this.rules = rules;
        this.pressure = pressure;
        this.clock = clock;
    }

    /// Whether a poll may begin now: not while nothing more is to be taken, nor soon after one that failed.
    public boolean begins() {
        listed.clear();
        due = 0;
        dueAgain = 0;
        return isOpen() && wait.map(retry -> retry.isDue(clock.instant())).orElse(true);
    }

    /// There is a connection. Looks, once, for what an earlier run recorded without noting that the server has let
    /// go: where it lies in `.received` it is looked at again.
    public void connected() {
        if (!recovered) {
            for (Arrival arrival : acknowledgements.open(Channel.SFTP, vendor)) {
                RemoteFile read = new RemoteFile(
                        arrival.path(),
                        RemoteFile.Kind.FILE,
                        arrival.size(),
                        arrival.times().claimedBySource());
                received.put(arrival.id(), Received.of(arrival.id(), arrival.path(), read, clock.instant(), true));
            }
            recovered = true;
        }
    }

    /// Sees an entry of a listing.
    ///
    /// @param folder that is listed
    /// @param name   that the server gives, as [RemoteName] has it
    /// @return whether it is a file to be received in this poll, or a folder to be listed
    public boolean sees(String folder, String name, RemoteFile.Kind kind, long size, Instant modified) {
        if (name.equals(".") || name.equals("..")) {
            return false;
        }
        String path = RemoteName.child(folder, name);
        if (!RemoteName.isPlain(name)) {
            passOver(
                    path,
                    "Its name is none that a file can have (it holds '/' or is empty). Ask the vendor what its"
                            + " server does.");
            return false;
        }
        if (!listed.add(path)) {
            return false;
        }
        return switch (kind) {
            case FOLDER -> isOpenFolder(path, name);
            case LINK -> passedOver(path, "It is a link, which is never followed. Deliver the file itself.");
            case OTHER -> passedOver(path, "It is no plain file. Deliver a plain file.");
            case FILE -> sees(new RemoteFile(path, kind, size, modified), name);
        };
    }

    private boolean isOpenFolder(String path, String name) {
        if (!NameRule.isOpenFolder(name)) {
            return false;
        }
        boolean tooDeep = path.chars().filter(each -> each == '/').count() >= DEEPEST - 1;
        return tooDeep ? passedOver(path, "It is a folder too deep (more than 8).") : true;
    }

    private boolean sees(RemoteFile file, String name) {
        return switch (NameRule.of(name)) {
            case HIDDEN -> false;
            case TEMPORARY -> {
                sighted(file);
                Sighting sighting = sightings.get(file.path());
                yield sighting != null
                        && sighting.isStable(ABANDONED)
                        && passedOver(
                                file.path(),
                                "Its name is that of an unfinished upload. Rename it when it is complete.");
            }
            case DELIVERABLE -> {
                passedOver.remove(file.path());
                yield sighted(file) && isTurn(file.path());
            }
        };
    }

    private boolean sighted(RemoteFile file) {
        Sighting before = sightings.get(file.path());
        if (before == null && sightings.size() >= MOST_SEEN) {
            return false;
        }
        Instant now = clock.instant();
        Sighting sighting = before == null ? Sighting.first(file, now) : before.next(file, now);
        sightings.put(file.path(), sighting);
        return sighting.isStable(rules.stableFor());
    }

    private boolean isTurn(String path) {
        Retry retry = retries.get(path);
        if (due >= MOST_PER_POLL || (retry != null && (dueAgain >= MOST_RETRIES || !retry.isDue(clock.instant())))) {
            return false;
        }
        due++;
        dueAgain += retry == null ? 0 : 1;
        return true;
    }

    /// Whether more entries are to be shown in this poll.
    public boolean canSeeMore() {
        return listed.size() < MOST_SEEN;
    }

    /// A folder below the account's cannot be listed: its neighbours are.
    public void closed(String folder, RemoteFolder.Refused answer) {
        passOver(
                folder,
                "It is a folder that cannot be listed (" + ShownName.of(answer.getMessage() + "")
                        + "). Let the account read it.");
    }

    /// Receives a file that was said to be due.
    ///
    /// @throws RemoteFolder.Lost if the connection is of no more use: the poll has failed
    /// @throws DurabilityLost    if a flush failed: the process must end
    public void receive(String path, RemoteFolder folder) throws RemoteFolder.Lost {
        Sighting sighting = sightings.get(path);
        if (sighting != null && isOpen()) {
            attempt(path, folder, () -> receive(sighting, path, folder));
        }
    }

    private void receive(Sighting sighting, String path, RemoteFolder folder) throws IOException {
        Optional<RemoteFile> now = folder.look(path);
        if (now.isPresent() && now.get().kind() != RemoteFile.Kind.FILE) {
            passOver(path, "It is a link, which is never followed. Deliver the file itself.");
        } else if (now.isPresent() && now.get().equals(sighting.file())) {
            take(sighting, path, folder);
        } else if (now.isPresent()) {
            sightings.put(path, sighting.next(now.get(), clock.instant()));
        }
    }

    private void take(Sighting sighting, String path, RemoteFolder folder) throws IOException {
        RemoteFile file = sighting.file();
        Pickup pickup = pickup(sighting, RemoteName.text(path), id(file));
        try {
            switch (reception(pickup, file, new ServerFile(folder, file, pickup.id()))) {
                case RECORDED, AGAIN -> {
                    done(path);
                    received.put(pickup.id(), Received.of(pickup.id(), pickup.path(), file, clock.instant(), false));
                }
                case REFUSED -> done(path);
                case CHANGED -> changed(sighting, path, folder);
            }
        } catch (ServerFile.Replaced e) {
            done(path);
            received.put(pickup.id(), Received.of(pickup.id(), pickup.path(), file, clock.instant(), true));
        }
    }

    private Reception.Result reception(Pickup pickup, RemoteFile file, ServerFile source) throws IOException {
        return file.size() > reception.mostSize() && log.state(pickup.id()).isEmpty()
                ? reception.refuse(pickup, source, file.size())
                : reception.receive(pickup, source);
    }

    /// What is as it was seen and yet did not come whole would be read in vain at every poll.
    private void changed(Sighting sighting, String path, RemoteFolder folder) throws IOException {
        Optional<RemoteFile> now = folder.look(path);
        if (now.isPresent() && now.get().equals(sighting.file())) {
            throw new RemoteFolder.Refused("Other than " + sighting.file().size()
                    + " bytes came of a file, which is its size as the server says. Ask the vendor to deliver"
                    + " it anew.");
        }
        now.ifPresent(found -> sightings.put(path, sighting.next(found, clock.instant())));
    }

    private void done(String path) {
        sightings.remove(path);
    }

    /// The listing has come to its end. Looks again at what was let go of, and forgets what has gone.
    ///
    /// @throws RemoteFolder.Lost if the connection is of no more use: the poll has failed
    /// @throws DurabilityLost    if a flush failed: the process must end
    public void endOfListing(RemoteFolder folder) throws RemoteFolder.Lost {
        for (Received each : new ArrayList<>(received.values())) {
            attempt(each.read().path(), folder, () -> lookAgain(each, folder));
        }
        listed.addAll(received.values().stream().map(each -> each.read().path()).toList());
        sightings.keySet().retainAll(listed);
        retries.keySet().retainAll(listed);
        passedOver.keySet().retainAll(listed);
        if (retries.isEmpty()) {
            troubles.end("file");
        }
        troubles.end("server");
        wait = Optional.empty();
    }

    private void lookAgain(Received each, RemoteFolder folder) throws IOException {
        Instant now = clock.instant();
        Optional<RemoteFile> found = folder.look(each.read().path());
        if (found.isEmpty()) {
            received.remove(each.id());
            return;
        }
        Received seen = each.seen(found.get(), now);
        received.put(each.id(), seen);
        if (seen.isUnchanged()) {
            unchanged(seen, now);
        } else if (seen.sighting().isStable(rules.stableFor())) {
            another(seen, folder);
        }
    }

    private void unchanged(Received seen, Instant now) {
        if (seen.toNote()) {
            log.acknowledged(seen.id());
        }
        if (!now.isBefore(seen.since().plus(rules.stableFor()))) {
            received.remove(seen.id());
        } else {
            received.put(seen.id(), seen.noted());
        }
    }

    /// What lies there is not what was read: it is an arrival of its own, and need not be let go of once more.
    private void another(Received seen, RemoteFolder folder) throws IOException {
        RemoteFile file = seen.sighting().file();
        Pickup pickup = pickup(seen.sighting(), seen.path(), id(file, 0));
        ServerFile source = new ServerFile(folder, file, pickup.id()) {
            @Override
            public void acknowledge() {
                // It lies where it belongs.
            }
        };
        if (reception(pickup, file, source) != Reception.Result.CHANGED) {
            if (seen.toNote()) {
                log.acknowledged(seen.id());
            }
            received.put(seen.id(), Received.of(seen.id(), seen.path(), file, clock.instant(), false));
        }
    }

    /// The poll has failed; it is tried again after a while.
    ///
    /// @param message what happened and what to do, without its subject
    public void failed(String message) {
        log.failed(Channel.SFTP);
        Instant now = clock.instant();
        wait = Optional.of(
                wait.map(retry -> retry.next(now, rules.every())).orElseGet(() -> Retry.first(now, rules.every())));
        troubles.begin("server", subject() + ": " + message);
    }

    /// What keeps files from being received now, each as a message for the operator.
    public List<String> troubles() {
        return troubles.now();
    }

    /// What lies there and is passed over, one message for each reason. The log names the files.
    public List<String> notices() {
        return passedOver.values().stream()
                .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> subject() + ": " + each.getValue()
                        + (each.getValue() == 1 ? " entry is" : " entries are") + " passed over. " + each.getKey()
                        + " The log names " + (each.getValue() == 1 ? "it." : "them."))
                .sorted()
                .toList();
    }

    /// What goes wrong with one file does not keep its neighbours waiting, unless the connection is gone.
    private void attempt(String path, RemoteFolder folder, Attempt attempt) throws RemoteFolder.Lost {
        try {
            attempt.run();
            retries.remove(path);
        } catch (DurabilityLost e) {
            throw e;
        } catch (RemoteFolder.Lost e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (!folder.isOpen()) {
                throw new RemoteFolder.Lost("the connection was lost (" + message(e) + "). It is tried again.", e);
            }
            failed(path, e);
        }
    }

    private void failed(String path, Exception e) {
        log.failed(Channel.SFTP);
        Instant now = clock.instant();
        retries.compute(
                path, (_, retry) -> retry == null ? Retry.first(now, rules.every()) : retry.next(now, rules.every()));
        String what = e instanceof RemoteFolder.Refused ? ShownName.of(e.getMessage() + "") : message(e);
        troubles.begin(
                "file",
                subject() + ": a file cannot be received. " + what + " It stays there and is tried again; Assay must be"
                        + " allowed to read there, to make folders and to rename.");
    }

    private static String message(Exception e) {
        return ShownName.of(e.getClass().getSimpleName() + " " + e.getMessage());
    }

    private boolean passedOver(String path, String reason) {
        passOver(path, reason);
        return false;
    }

    private void passOver(String path, String reason) {
        sightings.remove(path);
        if (!reason.equals(passedOver.put(path, reason))) {
            log.passedOver(vendor, ShownName.of(RemoteName.text(path)), reason);
        }
    }

    private Pickup pickup(Sighting sighting, String path, String id) {
        return new Pickup(
                id,
                Channel.SFTP,
                vendor,
                path,
                sighting.file().modified(),
                sighting.firstSeen(),
                sighting.lastGrowth(),
                sighting.lastSeen());
    }

    /// What the server has let go of before and shows again is a delivery of its own, the next of that path, size
    /// and time.
    private String id(RemoteFile file) {
        for (long again = 0; ; again++) {
            String id = id(file, again);
            if (!acknowledgements.isAcknowledged(id)) {
                return id;
            }
        }
    }

    private String id(RemoteFile file, long again) {
        return ArrivalId.of(
                Channel.SFTP,
                account.account() + "@" + account.host() + ":" + account.port(),
                List.of(
                        ArrivalId.field(account.folder()),
                        RemoteName.bytes(file.path()),
                        ArrivalId.field(file.size()),
                        ArrivalId.field(file.modified()),
                        ArrivalId.field(again)));
    }

    private boolean isOpen() {
        return pressure.get() instanceof Backpressure.Open;
    }

    private String subject() {
        return "SFTP account '" + ShownName.of(account.shown()) + "' of vendor '" + vendor + "'";
    }

    /// What is done with one file.
    private interface Attempt {
        void run() throws IOException;
    }
}
