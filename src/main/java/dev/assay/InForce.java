package dev.assay;

import dev.assay.config.Catalogue;
import dev.assay.config.InvalidFiles;
import dev.assay.config.Problem;
import dev.assay.letter.Wordings;
import dev.assay.work.Client;
import dev.assay.work.Vendor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The definitions that a running installation works by: those of the start, until people write others. All files are
/// taken together or not at all: one with a mistake keeps all that was in force, and is told until it is mended.
final class InForce implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InForce.class);
    private static final int MOST_TOLD = 5;

    private final Path home;
    private final Map<String, String> environment;
    private final DefinitionFiles files;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("definitions").factory());

    private volatile Definitions current;
    private volatile List<Problem> refused = List.of();
    private volatile List<String> waiting = List.of();
    private volatile String trouble = "";
    private final Definitions started;
    private String seen;

    private InForce(
            Path home, Map<String, String> environment, DefinitionFiles files, String seen, Definitions started) {
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.files = files;
        this.seen = seen;
        this.started = started;
        this.current = started;
    }

    /// Reads and validates what is written now.
    ///
    /// @throws InvalidFiles with the mistakes of all files together
    static InForce load(Path home, Map<String, String> environment) {
        DefinitionFiles files = new DefinitionFiles(home);
        String seen = "";
        try {
            // Before they are read: what changes meanwhile is read again.
            seen = files.signature();
        } catch (IOException e) {
            LOG.debug("The first look at the files failed; the next one tells", e);
        }
        return new InForce(home, environment, files, seen, Definitions.load(home, environment));
    }

    Catalogue catalogue() {
        return current.catalogue();
    }

    Wordings wordings() {
        return current.wordings();
    }

    Definitions definitions() {
        return current;
    }

    /// How many mistakes the files have, for which they are not in force.
    int mistakes() {
        return refused.size();
    }

    /// What a person has to mend or to do, that what is written takes force. Of mistakes only the places are told: what
    /// stands there may be a client's.
    List<String> notices() {
        List<String> notices = new ArrayList<>();
        List<Problem> problems = refused;
        if (!problems.isEmpty()) {
            String places = problems.stream()
                    .limit(MOST_TOLD)
                    .map(problem -> problem.at().toString())
                    .collect(Collectors.joining(", "));
            notices.add("What was written is not in force: "
                    + (problems.size() == 1 ? "1 mistake" : problems.size() + " mistakes") + " at " + places
                    + (problems.size() > MOST_TOLD ? ", …" : "")
                    + ". What was read before stays in force. The log says what is wrong; mend it.");
        }
        if (!trouble.isEmpty()) {
            notices.add("Whether clients, vendors, work orders or checklists changed cannot be told: " + trouble
                    + ". What was read before stays in force.");
        }
        waiting.forEach(what -> notices.add(what + " changed, which takes force at the next start."));
        return notices;
    }

    /// Begins to look for changes.
    ///
    /// @param taken told of definitions that take force from now on
    void watch(Duration every, Consumer<Definitions> taken) {
        var _ = timer.scheduleWithFixedDelay(() -> look(taken), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(Consumer<Definitions> taken) {
        try {
            String now = files.signature();
            if (!now.equals(seen)) {
                read(taken);
                seen = now;
            }
            trouble = "";
        } catch (IOException | RuntimeException e) {
            if (trouble.isEmpty()) {
                LOG.warn("Definitions cannot be read again; what was read before stays in force: {}", e.toString());
            }
            trouble = e.getClass().getSimpleName();
        }
    }

    private void read(Consumer<Definitions> taken) {
        Definitions fresh;
        try {
            fresh = Definitions.load(home, environment);
        } catch (InvalidFiles e) {
            if (!e.problems().equals(refused)) {
                LOG.warn(
                        "What was written is not taken, {} mistake(s); what was read before stays in force:\n{}",
                        e.problems().size(),
                        e.getMessage());
            }
            refused = e.problems();
            return;
        }
        refused = List.of();
        waiting = waiting(fresh);
        taken.accept(fresh);
        current = fresh;
        LOG.info("Clients, vendors, work orders and checklists as they are written now are in force");
    }

    /// What is put together once, at the start.
    private List<String> waiting(Definitions fresh) {
        List<String> changed = new ArrayList<>();
        if (!fresh.settings().isSame(started.settings())) {
            changed.add("assay.properties");
        }
        if (differs(
                fresh,
                each -> each.catalogue().vendors().stream().collect(Collectors.toMap(Vendor::id, Vendor::channels)))) {
            changed.add("What vendors deliver by");
        }
        if (differs(
                fresh,
                each -> each.catalogue().clients().stream().collect(Collectors.toMap(Client::id, Client::priorWork)))) {
            changed.add("What clients' work is compared with");
        }
        return changed;
    }

    private boolean differs(Definitions fresh, Function<Definitions, Object> part) {
        return !part.apply(fresh).equals(part.apply(started));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
