package dev.assay.intake.sftp;

import dev.assay.intake.ArrivalLog;
import dev.assay.intake.NameRule;
import dev.assay.work.ShownName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the listings of one account have shown so far, and which of it is due now.
final class Listing {
    /// How many files are received in one poll, so that every poll comes to its end.
    static final int MOST_PER_POLL = 50;
    /// How many of them may have failed before: they must not keep the others waiting.
    static final int MOST_RETRIES = 10;
    /// How many entries are looked at in one poll; the rest come up as these are received.
    static final int MOST_SEEN = 50_000;
    /// How many names a path may have.
    static final int DEEPEST = 8;

    private static final Duration ABANDONED = Duration.ofHours(1);

    private final String vendor;
    private final ArrivalLog log;
    private final SftpRules rules;
    private final Clock clock;
    private final Map<String, Sighting> sightings = new HashMap<>();
    private final Map<String, Retry> retries = new HashMap<>();
    private final Map<String, String> passedOver = new ConcurrentHashMap<>();
    private final Set<String> listed = new HashSet<>();
    private int due;
    private int dueAgain;

    Listing(String vendor, ArrivalLog log, SftpRules rules, Clock clock) {
        this.vendor = vendor;
        this.log = log;
        this.rules = rules;
        this.clock = clock;
    }

    void begin() {
        listed.clear();
        due = 0;
        dueAgain = 0;
    }

    boolean canSeeMore() {
        return listed.size() < MOST_SEEN;
    }

    /// Sees an entry, and says whether it is a file that is due or a folder to be listed.
    boolean sees(String folder, String name, RemoteFile.Kind kind, long size, Instant modified) {
        String path = RemoteName.child(folder, name);
        if (name.equals(".") || name.equals("..") || !listed.add(path)) {
            return false;
        }
        if (!RemoteName.isPlain(name)) {
            return passOver(
                    path, "Its name is none that a file can have (it is empty or holds '/'). Ask whose server it is.");
        }
        return switch (kind) {
            case FOLDER -> NameRule.isOpenFolder(name) && isFlatEnough(path);
            case LINK -> passOver(path, "It is a link, which is never followed. Deliver the file itself.");
            case OTHER -> passOver(path, "It is no plain file. Deliver a plain file.");
            case FILE -> sees(new RemoteFile(path, kind, size, modified), name);
        };
    }

    private boolean isFlatEnough(String path) {
        return path.chars().filter(each -> each == '/').count() < DEEPEST - 1
                || passOver(path, "It is a folder too deep (more than " + DEEPEST + "). Deliver in folders above.");
    }

    private boolean sees(RemoteFile file, String name) {
        return switch (NameRule.of(name)) {
            case HIDDEN -> false;
            case TEMPORARY ->
                sighted(file).isStable(ABANDONED)
                        && passOver(
                                file.path(),
                                "Its name is that of an unfinished upload. Rename it when it is complete.");
            case DELIVERABLE -> {
                passedOver.remove(file.path());
                yield sighted(file).isStable(rules.stableFor()) && isTurn(file.path());
            }
        };
    }

    private Sighting sighted(RemoteFile file) {
        return sightings.merge(
                file.path(), Sighting.first(file, clock.instant()), (before, now) -> before.next(file, now.lastSeen()));
    }

    private boolean isTurn(String path) {
        Retry retry = retries.get(path);
        boolean waits = retry != null && (dueAgain >= MOST_RETRIES || !retry.isDue(clock.instant()));
        if (waits || due >= MOST_PER_POLL) {
            return false;
        }
        due++;
        dueAgain += retry == null ? 0 : 1;
        return true;
    }

    Optional<Sighting> sighting(String path) {
        return Optional.ofNullable(sightings.get(path));
    }

    /// It is not what the listing has shown; it begins anew.
    void changed(Sighting before, RemoteFile found) {
        sightings.put(found.path(), before.next(found, clock.instant()));
    }

    void received(String path) {
        sightings.remove(path);
    }

    void well(String path) {
        retries.remove(path);
    }

    void failed(String path) {
        Instant now = clock.instant();
        retries.merge(path, Retry.first(now, rules.every()), (before, _) -> before.next(now, rules.every()));
    }

    /// Forgets what has gone.
    ///
    /// @param others that were looked at beside the listing
    /// @return whether nothing that is there has failed
    boolean end(Collection<String> others) {
        listed.addAll(others);
        sightings.keySet().retainAll(listed);
        retries.keySet().retainAll(listed);
        passedOver.keySet().retainAll(listed);
        return retries.isEmpty();
    }

    /// Notes that an entry will not be received as it is. Always false, for those that ask whether it is due.
    boolean passOver(String path, String reason) {
        sightings.remove(path);
        if (!reason.equals(passedOver.put(path, reason))) {
            log.passedOver(vendor, ShownName.of(RemoteName.text(path)), reason);
        }
        return false;
    }

    /// One message for each reason; the log names the files.
    List<String> notices() {
        return passedOver.values().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getValue() + (each.getValue() == 1 ? " entry is" : " entries are") + " passed over. "
                        + each.getKey() + " The log names " + (each.getValue() == 1 ? "it." : "them."))
                .sorted()
                .toList();
    }
}
