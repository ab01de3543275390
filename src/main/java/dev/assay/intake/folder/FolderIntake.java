package dev.assay.intake.folder;

import dev.assay.intake.ArrivalLog;
import dev.assay.intake.Backpressure;
import dev.assay.intake.NameBytes;
import dev.assay.intake.NameRule;
import dev.assay.intake.Troubles;
import dev.assay.meter.CrashPoint;
import dev.assay.vault.DurabilityLost;
import dev.assay.vault.Vault;
import dev.assay.work.Channel;
import dev.assay.work.Id;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Receives what lies in one vendor's drop folder, so that every file ends up recorded exactly once, whatever
/// happens in between.
///
/// A file is received when two listings far enough apart have shown it unchanged. Neither a `.done` file beside
/// it nor a rename into place shortens that: both are received as any other file. The file is then claimed,
/// which takes it from the folder, copied into the vault, recorded, and only then deleted; one that is too
/// large is recorded as refused and kept in `.refused`. Which names are looked at is said by [NameRule]. Links,
/// pipes, devices, and files with several names are never followed or claimed, only reported.
///
/// One thread at a time calls it: the vendor's own poll thread, so that nobody else waits for this vendor.
/// [#troubles] and [#notices] may be asked from any thread. The drop root must not be writable by vendors.
public final class FolderIntake {
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final String vendor;
    private final FolderRules rules;
    private final ArrivalLog log;
    private final Supplier<Backpressure> pressure;
    private final Clock clock;
    private final DropFolder drop;
    private final Claims claims;
    private final Troubles troubles = new Troubles();
    private final OpenClaims openClaims;
    private final Map<Path, Sighting> sightings = new HashMap<>();
    private final Map<Path, String> passedOver = new ConcurrentHashMap<>();
    private final Set<Path> listed = new HashSet<>();
    private boolean failed;
    private OptionalLong device = OptionalLong.empty();

    /// An intake, which begins with [#recover].
    ///
    /// @param dropRoot the folder of the vendors' folders
    /// @param vendor   id, also the name of the vendor's folder
    /// @param pressure asked before each claim
    public FolderIntake(
            Path dropRoot,
            String vendor,
            Vault vault,
            ArrivalLog log,
            FolderRules rules,
            Supplier<Backpressure> pressure,
            Clock clock) {
        Path root = dropRoot.toAbsolutePath().normalize();
        this.vendor = Id.require("vendor", vendor);
        this.rules = rules;
        this.log = log;
        this.pressure = pressure;
        this.clock = clock;
        this.drop = new DropFolder(root, vendor);
        this.claims = new Claims(root, vault.disk());
        this.openClaims = new OpenClaims(
                new Claimed(claims, vault, log, rules, clock), troubles, () -> log.failed(Channel.FOLDER), clock);
    }

    /// Finishes what an earlier run left: every claim of the vendor is recorded and let go, or was never made.
    /// To be called once, before the first listing.
    ///
    /// @throws IOException if the claims cannot be read
    public void recover() throws IOException {
        claims.prepare();
        claims.tidy();
        device = OptionalLong.of(claims.device());
        claims.of(vendor).forEach(openClaims::goOn);
    }

    /// Looks at a file that a listing has shown, and receives it when it is time.
    ///
    /// @throws DurabilityLost if a flush failed: the process must end
    public void offer(Path file) {
        Path path = file.toAbsolutePath().normalize();
        if (!path.startsWith(drop.path()) || path.equals(drop.path())) {
            throw new IllegalArgumentException(
                    "Only files in " + drop.path() + " can be offered. Found: " + ShownName.of(path.toString()));
        }
        Path relative = drop.path().relativize(path);
        if (relative.getNameCount() <= DropFolder.DEEPEST && listed.add(relative)) {
            attempt(() -> look(relative));
        }
    }

    /// To be called after each listing, also an empty one: goes on with claims that wait, looks at what a
    /// listing by Camel does not show (names that are no text, `.camelLock`, more files than it takes at once),
    /// reports what is passed over, and forgets files that have gone.
    ///
    /// @throws DurabilityLost if a flush failed: the process must end
    public void endOfListing() {
        openClaims.goOn();
        isStuck();
        try {
            lookThrough(drop.list());
            sightings.keySet().retainAll(listed);
            passedOver.keySet().retainAll(listed);
            troubles.end("listing");
        } catch (IOException e) {
            log.failed(Channel.FOLDER);
            troubles.begin(
                    "listing",
                    "Cannot list the drop folder of vendor '" + vendor + "': " + message(e)
                            + ". It must be a real folder that Assay may read and write.");
        }
        if (!failed) {
            troubles.end("claim");
        }
        failed = false;
        listed.clear();
    }

    /// What keeps files from being received now, each as a message for the operator; empty when all is well. A
    /// pause is not among them: whoever measures the pressure tells it, once for all vendors.
    public List<String> troubles() {
        return troubles.now();
    }

    /// What lies in the folder and is passed over, one message for each reason. Files' names are left to the log:
    /// they are their clients' text.
    public List<String> notices() {
        Map<String, Long> counts = passedOver.values().stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> "drop folder of vendor '" + vendor + "': " + each.getValue()
                        + (each.getValue() == 1 ? " entry is" : " entries are") + " passed over. " + each.getKey()
                        + " The log names " + (each.getValue() == 1 ? "it." : "them."))
                .toList();
    }

    private void lookThrough(List<DropFolder.Entry> entries) {
        for (DropFolder.Entry entry : entries) {
            if (listed.add(entry.path())) {
                attempt(() -> look(entry.path(), entry.kind()));
            }
        }
    }

    /// What goes wrong with one file does not keep its neighbours waiting.
    private void attempt(Look look) {
        try {
            look.run();
        } catch (DurabilityLost e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            log.failed(Channel.FOLDER);
            troubles.begin(
                    "claim",
                    "Cannot claim files of vendor '" + vendor + "': " + message(e)
                            + ". They stay in the drop folder. Let Assay write there and beside it.");
            failed = true;
        }
    }

    private void look(Path path, FileFacts.Kind kind) throws IOException {
        switch (kind) {
            case FILE -> look(path);
            case FOLDER -> passOver(path, "It is a folder too deep (more than 8) or closed to Assay.");
            case LINK -> passOver(path, "It is a link, which is never followed. Deliver the file itself.");
            case OTHER -> passOver(path, "It is a pipe, socket or device. Deliver a plain file.");
        }
    }

    private void look(Path file) throws IOException {
        if (NameRule.of(file.getFileName().toString()) == NameRule.HIDDEN) {
            return;
        }
        try {
            look(file, FileFacts.of(drop.path().resolve(file)));
        } catch (NoSuchFileException e) {
            sightings.remove(file);
        }
    }

    private void look(Path file, FileFacts facts) throws IOException {
        if (facts.kind() != FileFacts.Kind.FILE) {
            look(file, facts.kind());
        } else if (facts.links() > 1) {
            passOver(file, "It has several names (hard links). Deliver a copy of its own.");
        } else if (facts.device() != device.orElseThrow()) {
            passOver(file, "It lies on another file system than the drop root. Mount the drop root as one.");
        } else {
            Instant now = clock.instant();
            Sighting before = sightings.get(file);
            Sighting sighting = before == null ? Sighting.first(facts, now) : before.next(facts, now);
            sightings.put(file, sighting);
            act(file, sighting);
        }
    }

    private void act(Path file, Sighting sighting) throws IOException {
        if (NameRule.of(file.getFileName().toString()) == NameRule.TEMPORARY) {
            if (sighting.isStable(ABANDONED)) {
                passOver(file, "Its name is that of an unfinished upload. Rename it when it is complete.");
            }
            return;
        }
        passedOver.remove(file);
        if (sighting.isStable(rules.stableFor()) && isOpen()) {
            claim(file, sighting);
        }
    }

    private boolean isOpen() {
        return !isStuck() && pressure.get() instanceof Backpressure.Open;
    }

    private boolean isStuck() {
        boolean stuck = openClaims.areStuck();
        if (stuck) {
            troubles.begin(
                    "stuck",
                    "Intake of vendor '" + vendor + "' waits: too many claimed files cannot be received. Mend their"
                            + " troubles.");
        } else {
            troubles.end("stuck");
        }
        return stuck;
    }

    private void claim(Path file, Sighting sighting) throws IOException {
        ClaimNote note = ClaimNote.of(vendor, NameBytes.of(drop.path(), file), sighting);
        try {
            claims.write(note);
            drop.claim(file, sighting.facts(), note.claim());
        } finally {
            settle(file, note);
        }
    }

    /// What counts is where the file lies now, whatever the attempt came to.
    private void settle(Path file, ClaimNote note) throws IOException {
        if (!claims.holds(note)) {
            claims.forget(note);
            return;
        }
        CrashPoint.here("W1");
        sightings.remove(file);
        openClaims.goOn(note);
    }

    private void passOver(Path file, String reason) {
        sightings.remove(file);
        if (!reason.equals(passedOver.get(file))) {
            log.passedOver(vendor, ShownName.of(file.toString()), reason);
            passedOver.put(file, reason);
        }
    }

    private static String message(Exception e) {
        return ShownName.of(e.getClass().getSimpleName() + " " + e.getMessage());
    }

    /// A look at one file.
    private interface Look {
        void run() throws IOException;
    }
}
