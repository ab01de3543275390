package dev.assay.intake.sftp;

import dev.assay.intake.Acknowledgements;
import dev.assay.intake.ArrivalLog;
import dev.assay.intake.Backpressure;
import dev.assay.intake.Pickup;
import dev.assay.intake.Reception;
import dev.assay.intake.Troubles;
import dev.assay.vault.DurabilityLost;
import dev.assay.work.Channel;
import dev.assay.work.SftpAccount;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Receives what lies in the folder of one SFTP account, so that every file ends up recorded exactly once, whatever
/// happens in between.
///
/// A file is received when two listings far enough apart have shown it unchanged. Neither a `.done` file beside it
/// nor a rename into place shortens that: both are received as any other file. Which names are looked at is said by
/// [NameRule][dev.assay.intake.NameRule]. The file is read, recorded, and only then renamed into `.received`, where
/// it is looked at once more; a file that is too large is renamed into `.refused`. Links are never followed, only
/// reported.
///
/// A poll is [#begins], [#connected], [#sees] for each entry that is listed, [#receive] for each file that was said
/// to be due, and [#endOfListing], or [#failed] instead of any of them. One thread at a time calls it: the account's
/// own poll thread, so that nobody else waits for this server. [#troubles] and [#notices] may be asked from any
/// thread.
public final class SftpIntake {
    private final String vendor;
    private final SftpAccount account;
    private final Reception reception;
    private final ArrivalLog log;
    private final Acknowledgements acknowledgements;
    private final SftpRules rules;
    private final Supplier<Backpressure> pressure;
    private final Clock clock;
    private final Pickups pickups;
    private final Listing listing;
    private final ReceivedFiles received;
    private final Troubles troubles = new Troubles();
    private Optional<Retry> wait = Optional.empty();
    private boolean recovered;

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
        this.pickups = new Pickups(vendor, account, acknowledgements);
        this.listing = new Listing(vendor, log, rules, clock);
        this.received = new ReceivedFiles(log, rules.stableFor(), clock);
    }

    /// Whether a poll may begin now: not while nothing more is to be taken, nor soon after one that failed.
    public boolean begins() {
        listing.begin();
        return isOpen() && wait.map(retry -> retry.isDue(clock.instant())).orElse(true);
    }

    /// There is a connection.
    public void connected() {
        if (!recovered) {
            received.recover(acknowledgements, vendor);
            recovered = true;
        }
    }

    /// Sees an entry of a listing.
    ///
    /// @param folder   that is listed
    /// @param name     that the server gives, as [RemoteName] has it
    /// @param size     in bytes, as the server says
    /// @param modified in whole seconds, as the server says
    /// @return whether it is a file to be received in this poll, or a folder to be listed
    public boolean sees(String folder, String name, RemoteFile.Kind kind, long size, Instant modified) {
        return listing.sees(folder, name, kind, size, modified);
    }

    /// Whether more entries are to be shown in this poll.
    public boolean canSeeMore() {
        return listing.canSeeMore();
    }

    /// A folder below the account's cannot be listed; its neighbours are.
    public void closed(String folder, RemoteFolder.Refused answer) {
        listing.passOver(
                folder,
                "It is a folder that cannot be listed (" + ShownName.of(answer.getMessage() + "")
                        + "). Let the account read it.");
    }

    /// Receives a file that was said to be due.
    ///
    /// @throws RemoteFolder.Lost if the connection is of no more use: the poll has failed
    /// @throws DurabilityLost    if a flush failed: the process must end
    public void receive(String path, RemoteFolder folder) throws RemoteFolder.Lost {
        Optional<Sighting> sighting = listing.sighting(path);
        if (sighting.isPresent() && isOpen()) {
            attempt(path, folder, () -> receive(sighting.get(), folder));
        }
    }

    private void receive(Sighting sighting, RemoteFolder folder) throws IOException {
        RemoteFile file = sighting.file();
        if (isStill(sighting, folder)) {
            Pickup pickup = pickups.delivered(sighting);
            try {
                switch (take(pickup, file, new ServerFile(folder, file, pickup.id()))) {
                    case RECORDED, AGAIN -> letGo(pickup, file, false);
                    case REFUSED -> listing.received(file.path());
                    case CHANGED -> requireChanged(sighting, folder);
                }
            } catch (ServerFile.Replaced e) {
                letGo(pickup, file, true);
            }
        }
    }

    /// @param toNote whether the ledger does not say so yet
    private void letGo(Pickup pickup, RemoteFile file, boolean toNote) {
        listing.received(file.path());
        received.add(pickup.id(), pickup.path(), file, toNote);
    }

    private boolean isStill(Sighting sighting, RemoteFolder folder) throws IOException {
        Optional<RemoteFile> now = folder.look(sighting.file().path());
        if (now.isPresent() && !now.get().equals(sighting.file())) {
            listing.changed(sighting, now.get());
        }
        return now.isPresent() && now.get().equals(sighting.file());
    }

    private Reception.Result take(Pickup pickup, RemoteFile file, ServerFile source) throws IOException {
        return file.size() > reception.mostSize() && log.state(pickup.id()).isEmpty()
                ? reception.refuse(pickup, source, file.size())
                : reception.receive(pickup, source);
    }

    /// What is as it was seen and yet did not come whole would be read in vain at every poll.
    private void requireChanged(Sighting sighting, RemoteFolder folder) throws IOException {
        if (isStill(sighting, folder)) {
            throw new RemoteFolder.Refused("Other than " + sighting.file().size()
                    + " bytes came of a file, which is its size as the server says. Ask the vendor to deliver"
                    + " it anew.");
        }
    }

    /// The listing has come to its end. Looks again at what was let go of, and forgets what has gone.
    ///
    /// @throws RemoteFolder.Lost if the connection is of no more use: the poll has failed
    /// @throws DurabilityLost    if a flush failed: the process must end
    public void endOfListing(RemoteFolder folder) throws RemoteFolder.Lost {
        for (Received file : received.all()) {
            attempt(
                    file.read().path(),
                    folder,
                    () -> received.lookAgain(file, folder, (sighting, path) -> receiveMoved(sighting, path, folder)));
        }
        if (listing.end(received.all().stream().map(each -> each.read().path()).toList())) {
            troubles.end("file");
        }
        troubles.end("server");
        wait = Optional.empty();
    }

    private boolean receiveMoved(Sighting sighting, String path, RemoteFolder folder) throws IOException {
        Pickup pickup = pickups.moved(sighting, path);
        ServerFile source = ServerFile.moved(folder, sighting.file(), pickup.id());
        return take(pickup, sighting.file(), source) != Reception.Result.CHANGED;
    }

    /// The poll has failed; it is tried again after a while.
    ///
    /// @param message what happened and what to do, without its subject
    public void failed(String message) {
        log.failed(Channel.SFTP);
        // The server may have renamed a file without its answer having come.
        recovered = false;
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
        return listing.notices().stream()
                .map(notice -> subject() + ": " + notice)
                .toList();
    }

    /// What goes wrong with one file does not keep its neighbours waiting, unless the connection is gone.
    private void attempt(String path, RemoteFolder folder, Attempt attempt) throws RemoteFolder.Lost {
        try {
            attempt.run();
            listing.well(path);
        } catch (DurabilityLost | RemoteFolder.Lost e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (!folder.isOpen()) {
                throw new RemoteFolder.Lost("the connection was lost. " + message(e) + " It is tried again.", e);
            }
            failed(path, e);
        }
    }

    private void failed(String path, Exception e) {
        log.failed(Channel.SFTP);
        listing.failed(path);
        troubles.begin(
                "file",
                subject() + ": a file cannot be received. " + message(e) + " It stays there and is tried again; Assay"
                        + " must be allowed to read there, to make folders and to rename.");
    }

    private static String message(Exception e) {
        String said = e.getMessage() + "";
        String whole = e instanceof RemoteFolder.Refused ? said : e.getClass().getSimpleName() + " " + said;
        return ShownName.of(whole.endsWith(".") ? whole : whole + ".");
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
