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
/// deliverables. What a person may want to act on without anything else standing still is a notice.
public final class Health {
    private final Map<String, String> reasons = new ConcurrentHashMap<>();
    private final List<Supplier<List<String>>> sources = new CopyOnWriteArrayList<>();
    private final List<Supplier<List<String>>> notices = new CopyOnWriteArrayList<>();
    private volatile boolean started;

    /// Adds something that is asked for its troubles each time.
    public void ask(Supplier<List<String>> source) {
        sources.add(source);
    }

    /// Adds something that is asked for its notices each time.
    public void notice(Supplier<List<String>> source) {
        notices.add(source);
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
        sources.forEach(source -> all.addAll(told(source)));
        return all;
    }

    /// What a person may want to act on and does not stand in the way, in alphabetical order.
    public List<String> notices() {
        return notices.stream()
                .flatMap(source -> told(source).stream())
                .sorted()
                .toList();
    }

    /// What fails when it is asked is ill itself, and keeps nobody from hearing of the rest.
    private static List<String> told(Supplier<List<String>> source) {
        try {
            return source.get();
        } catch (RuntimeException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return List.of("Something cannot be asked for its health (" + root + "). The log may say more.");
        }
    }

    /// The answer as JSON.
    public String json() {
        List<String> all = reasons();
        return Json.text(new Answer(true, all.isEmpty(), all, notices()));
    }

    /// The shape of the answer.
    record Answer(boolean live, boolean ready, List<String> reasons, List<String> notices) {}
}
