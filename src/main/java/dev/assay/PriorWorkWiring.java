package dev.assay;

import dev.assay.config.Setting;
import dev.assay.config.Settings;
import dev.assay.priorwork.index.Fingerprints;
import dev.assay.priorwork.index.LiveIndex;
import dev.assay.priorwork.index.PriorWorkIndex;
import dev.assay.route.Health;
import dev.assay.stage.priorwork.IndexReplay;
import dev.assay.stage.priorwork.PartFingerprints;
import dev.assay.stage.priorwork.PriorWorkLookUp;
import dev.assay.stage.priorwork.PriorWorkUses;
import dev.assay.stage.workshop.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts together what keeps the prior-work index and what asks it. The index is derived from the ledger: what it
/// lacks is taken in beside the other work, and whoever looks something up waits until it is.
final class PriorWorkWiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PriorWorkWiring.class);

    private final LiveIndex index;
    private final IndexReplay replay;
    private final PriorWorkLookUp lookUp;
    private final String why;
    private final Thread catchingUp;

    private PriorWorkWiring(LiveIndex index, IndexReplay replay, PriorWorkLookUp lookUp, String why) {
        this.index = index;
        this.replay = replay;
        this.lookUp = lookUp;
        this.why = why;
        this.catchingUp = Thread.ofPlatform().name("prior-work").unstarted(this::catchUp);
    }

    /// Where the index lies.
    static Path folder(Path data) {
        return data.resolve("index");
    }

    static Fingerprints fingerprints(Workshop workshop) {
        return new Fingerprints(workshop.vault().secret("fingerprints"));
    }

    static LiveIndex.Opening opening(Workshop workshop, PriorWorkUses uses) {
        return folder -> PriorWorkIndex.open(folder, workshop.ledger().id(), fingerprints(workshop), uses.leftOut());
    }

    static PartFingerprints parts(Workshop workshop, Settings settings) {
        return new PartFingerprints(workshop, fingerprints(workshop), settings.duration(Setting.READING_DEADLINE));
    }

    /// Opens the index and begins to bring it up to date.
    static PriorWorkWiring start(Workshop workshop, Settings settings, Path data, PriorWorkUses uses, Health health)
            throws IOException {
        LiveIndex index = LiveIndex.open(folder(data), opening(workshop, uses));
        long newest = workshop.ledger().indexOps().newest();
        Optional<String> emptied = index.ask(each -> Optional.ofNullable(
                each.sequence() > newest
                        ? "it is ahead of its ledger, as after a restore"
                        : each.emptied().orElse(null)));
        if (emptied.isPresent()) {
            index.ask(each -> {
                each.clear();
                return each;
            });
            LOG.warn(
                    "The prior-work index is built anew from {} operations: {}. Look-ups wait until it is.",
                    newest,
                    emptied.get());
        }
        PartFingerprints parts = parts(workshop, settings);
        IndexReplay replay = new IndexReplay(workshop, index, parts, uses);
        PriorWorkLookUp lookUp = new PriorWorkLookUp(
                workshop, index, replay, parts, uses, settings.duration(Setting.CHECKS_DEADLINE_PER_ITEM));
        PriorWorkWiring wiring = new PriorWorkWiring(
                index, replay, lookUp, emptied.map(each -> " (" + each + ")").orElse(""));
        health.ask(wiring::reasons);
        wiring.catchingUp.start();
        return wiring;
    }

    IndexReplay replay() {
        return replay;
    }

    PriorWorkLookUp lookUp() {
        return lookUp;
    }

    private void catchUp() {
        try {
            replay.catchUp();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The prior-work index is not up to date; the next look-up tries again: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> reasons() {
        IndexReplay.Progress progress = replay.progress();
        return catchingUp.isAlive() && progress.isBehind()
                ? List.of("The prior-work index is being rebuilt" + why + ": " + progress.sequence() + " of "
                        + progress.newest() + " operations. Look-ups wait.")
                : List.of();
    }

    @Override
    public void close() throws IOException {
        catchingUp.interrupt();
        try {
            catchingUp.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        index.close();
    }
}
