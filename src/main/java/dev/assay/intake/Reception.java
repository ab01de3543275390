package dev.assay.intake;

import dev.assay.meter.CrashPoint;
import dev.assay.vault.DurabilityLost;
import dev.assay.vault.Stored;
import dev.assay.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ReadableByteChannel;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Takes what a source streams the whole way: bytes into the vault, arrival into the log, and only then the source
/// may let go. Every step may be interrupted and begun again from the source.
///
/// Safe for use by several threads, each with sources of its own.
public final class Reception {
    private final Vault vault;
    private final ArrivalLog log;
    private final long mostSize;
    private final Clock clock;

    /// @param mostSize in bytes; what is larger is refused
    public Reception(Vault vault, ArrivalLog log, long mostSize, Clock clock) {
        this.vault = vault;
        this.log = log;
        this.mostSize = mostSize;
        this.clock = clock;
    }

    /// Where one pick-up lies.
    public interface Source {
        /// Opens its bytes, from the first on.
        ReadableByteChannel open() throws IOException;

        /// Whether it is still, and in all, what was announced; asked after the last byte.
        ///
        /// @param size how many bytes came
        boolean isWhole(long size) throws IOException;

        /// Lets go of it. Called when it is recorded, perhaps more than once, and perhaps by another process than
        /// the one that recorded it.
        void acknowledge() throws IOException;

        /// Lets go of what is recorded as refused: its bytes are kept where its owner finds them, or nowhere.
        void setAside() throws IOException;
    }

    /// What became of a pick-up.
    public enum Result {
        /// It is in the ledger now.
        RECORDED,
        /// It was in the ledger already, and the source was told once more.
        AGAIN,
        /// It is too large and recorded as refused.
        REFUSED,
        /// It is not what was announced, or changed while it was read: nothing is recorded.
        CHANGED
    }

    /// Takes one.
    ///
    /// @throws IOException    if the source or the disk failed: it is still at its source, and may be taken again
    /// @throws DurabilityLost if a flush failed: the process must end
    public Result receive(Pickup pickup, Source source) throws IOException {
        Optional<ArrivalLog.State> state = log.state(pickup.id());
        if (state.isPresent()) {
            letGo(pickup, source, state.get());
            return Result.AGAIN;
        }
        AtomicLong came = new AtomicLong();
        Optional<Stored> stored;
        try (ReadableByteChannel bytes = source.open()) {
            stored = vault.storeArrival(pickup.id(), bytes, mostSize, copied -> {
                came.set(copied.size());
                return copied.size() <= mostSize && isWhole(source, copied.size());
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (stored.isPresent()) {
            log.record(pickup.arrived(stored.get().size(), stored.get().sha256(), clock.instant()));
            CrashPoint.here("W6");
            letGo(pickup, source, ArrivalLog.State.RECORDED);
            return Result.RECORDED;
        }
        return came.get() > mostSize ? refuse(pickup, source, came.get()) : Result.CHANGED;
    }

    /// Records that something is too large, without reading it.
    ///
    /// @param size as the source says
    public Result refuse(Pickup pickup, Source source, long size) throws IOException {
        log.refuse(pickup.arrived(size, "", clock.instant()), Refusal.TOO_LARGE, tooLarge(size));
        CrashPoint.here("W6");
        letGo(pickup, source, ArrivalLog.State.REFUSED);
        return Result.REFUSED;
    }

    /// The most bytes that are taken.
    public long mostSize() {
        return mostSize;
    }

    /// What a vendor is told of something too large.
    ///
    /// @param size that was found, perhaps not all of it
    public String tooLarge(long size) {
        return "The file has " + (size > mostSize ? "at least " : "") + size + " bytes; the most that is taken is "
                + mostSize + ". Deliver it in parts, or ask for a higher limit.";
    }

    private void letGo(Pickup pickup, Source source, ArrivalLog.State state) throws IOException {
        switch (state) {
            case RECORDED -> {
                source.acknowledge();
                log.acknowledged(pickup.id());
            }
            case REFUSED -> source.setAside();
        }
        CrashPoint.here("W7");
    }

    private static boolean isWhole(Source source, long size) {
        try {
            return source.isWhole(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
