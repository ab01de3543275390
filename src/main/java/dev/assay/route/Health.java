package dev.assay.route;

import dev.assay.config.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// Whether Assay is well, and if not, why: what `/health` answers.
///
/// Live means that the process works; ready means that nothing stands in the way of taking and routing
/// deliverables.
public final class Health {
    private final Map<String, String> reasons = new ConcurrentHashMap<>();
    private final List<Supplier<List<String>>> sources = new CopyOnWriteArrayList<>();
    private volatile boolean started;

    /// Adds something that is asked for its troubles each time.
    public void ask(Supplier<List<String>> source) {
        sources.add(source);
    }

    /// All routes run.
    public void started() {
        started = true;
    }

    /// Something does not work, until [#well] is told of the same subject.
    ///
    /// @param subject such as `publish`
    public void trouble(String subject, String reason) {
        reasons.put(subject, reason);
    }

    public void well(String subject) {
        reasons.remove(subject);
    }

    /// What stands in the way, in the order of the subjects.
    public List<String> reasons() {
        List<String> all = new ArrayList<>();
        if (!started) {
            all.add("Assay is starting.");
        }
        new TreeMap<>(reasons).forEach((subject, reason) -> all.add(subject + ": " + reason));
        sources.forEach(source -> all.addAll(source.get()));
        return all;
    }

    /// The answer as JSON.
    public String json() {
        List<String> all = reasons();
        return Json.text(new Answer(true, all.isEmpty(), all));
    }

    /// The shape of the answer.
    record Answer(boolean live, boolean ready, List<String> reasons) {}
}
