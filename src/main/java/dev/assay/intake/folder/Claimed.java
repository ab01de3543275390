package dev.assay.intake.folder;

import dev.assay.intake.ArrivalLog;
import dev.assay.intake.Refusal;
import dev.assay.meter.CrashPoint;
import dev.assay.vault.Stored;
import dev.assay.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// Takes a claimed file the rest of the way: bytes into the vault, arrival into the log, and only then lets go
/// of the file. Every step may be interrupted and begun again from the note.
final class Claimed {
    private final Claims claims;
    private final Vault vault;
    private final ArrivalLog log;
    private final FolderRules rules;
    private final Clock clock;

    Claimed(Claims claims, Vault vault, ArrivalLog log, FolderRules rules, Clock clock) {
        this.claims = claims;
        this.vault = vault;
        this.log = log;
        this.rules = rules;
        this.clock = clock;
    }

    /// Goes on with a claim as far as it can now.
    ///
    /// @return empty when it is done with, else the note to go on from later
    Optional<ClaimNote> goOn(ClaimNote note) throws IOException {
        Optional<ArrivalLog.State> state = log.state(note.arrival());
        if (!claims.holds(note)) {
            return closeNote(note, state);
        }
        if (state.isEmpty()) {
            return receive(note, FileFacts.of(claims.file(note)));
        }
        return switch (state.get()) {
            case RECORDED -> acknowledge(note, note::describes);
            case REFUSED -> setAside(note);
        };
    }

    /// The file has gone already, or never came; only the note is left.
    private Optional<ClaimNote> closeNote(ClaimNote note, Optional<ArrivalLog.State> state) throws IOException {
        if (claims.hasRefused(note)) {
            return setAside(note);
        }
        if (state.equals(Optional.of(ArrivalLog.State.RECORDED))) {
            log.acknowledged(note.arrival());
        }
        claims.forget(note);
        return Optional.empty();
    }

    private Optional<ClaimNote> receive(ClaimNote note, FileFacts facts) throws IOException {
        if (!facts.isPlainFile()) {
            String reason = "It turned into something else while it was claimed and was moved to .refused/"
                    + note.claim() + ". Ask the vendor to deliver a plain file.";
            log.passedOver(note.vendor(), note.shown(), reason);
            return setAside(note);
        }
        if (!note.describes(facts)) {
            return Optional.of(renew(note, facts));
        }
        Instant now = clock.instant();
        if (now.plus(rules.stableFor()).isBefore(note.stable())) {
            // A clock that was moved back since would let it wait for as long as that.
            return Optional.of(renew(note, facts));
        }
        if (now.isBefore(note.stable())) {
            return Optional.of(note);
        }
        return facts.size() > rules.mostSize() ? refuse(note, facts) : copy(note, facts);
    }

    private Optional<ClaimNote> copy(ClaimNote note, FileFacts facts) throws IOException {
        Optional<Stored> stored;
        try (FileChannel source =
                FileChannel.open(claims.file(note), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            stored = vault.storeArrival(note.arrival(), source, facts.size(), () -> isStill(note, facts));
        }
        if (stored.isEmpty()) {
            return Optional.of(renew(note, FileFacts.of(claims.file(note))));
        }
        log.record(note.arrived(stored.get().size(), stored.get().sha256(), clock.instant()));
        CrashPoint.here("W6");
        return acknowledge(note, facts::equals);
    }

    /// Lets go of what is recorded, unless a writer that kept the file open has changed it since: that is
    /// another arrival.
    private Optional<ClaimNote> acknowledge(ClaimNote note, Predicate<FileFacts> isWhatWasCopied) throws IOException {
        FileFacts facts = FileFacts.of(claims.file(note));
        if (!isWhatWasCopied.test(facts)) {
            log.acknowledged(note.arrival());
            return Optional.of(renew(note, facts));
        }
        claims.release(note);
        log.acknowledged(note.arrival());
        claims.forget(note);
        CrashPoint.here("W7");
        return Optional.empty();
    }

    private Optional<ClaimNote> refuse(ClaimNote note, FileFacts facts) throws IOException {
        log.refuse(
                note.arrived(facts.size(), "", clock.instant()),
                Refusal.TOO_LARGE,
                "The file has " + facts.size() + " bytes; the most that is taken is " + rules.mostSize()
                        + ". Deliver it in parts, or ask for a higher limit.");
        CrashPoint.here("W6");
        return setAside(note);
    }

    private Optional<ClaimNote> setAside(ClaimNote note) throws IOException {
        claims.refuse(note);
        CrashPoint.here("W7");
        return Optional.empty();
    }

    private ClaimNote renew(ClaimNote note, FileFacts facts) throws IOException {
        ClaimNote renewed = note.renewed(facts, clock.instant(), rules.stableFor());
        claims.write(renewed);
        return renewed;
    }

    private boolean isStill(ClaimNote note, FileFacts facts) {
        try {
            return FileFacts.of(claims.file(note)).equals(facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
