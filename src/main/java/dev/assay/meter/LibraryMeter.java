package dev.assay.meter;

import java.util.Arrays;
import java.util.Optional;

/// The meters that the Java virtual machine and Camel keep themselves. What they measure and is not declared here
/// is not shown, so that no library's update brings a name to light.
public enum LibraryMeter {
    MEMORY_USED("jvm.memory.used", "bytes", Meter.Type.GAUGE, "area, id", "Memory in use, by pool."),
    MEMORY_COMMITTED("jvm.memory.committed", "bytes", Meter.Type.GAUGE, "area, id", "Memory the pool has for use."),
    MEMORY_MAX("jvm.memory.max", "bytes", Meter.Type.GAUGE, "area, id", "Memory the pool may have; -1 without limit."),
    GC_PAUSE("jvm.gc.pause", "seconds", Meter.Type.TIMER, "action, cause, gc", "Pauses for garbage collection."),
    GC_ALLOCATED("jvm.gc.memory.allocated", "bytes", Meter.Type.COUNTER, "", "Memory allocated between collections."),
    GC_LIVE("jvm.gc.live.data.size", "bytes", Meter.Type.GAUGE, "", "Long-lived memory in use after a collection."),
    THREADS_LIVE("jvm.threads.live", "threads", Meter.Type.GAUGE, "", "Threads that live, without virtual ones."),
    THREADS_PEAK("jvm.threads.peak", "threads", Meter.Type.GAUGE, "", "The most that lived at one time."),
    THREADS_STATES("jvm.threads.states", "threads", Meter.Type.GAUGE, "state", "Threads in each state."),
    PROCESS_CPU(
            "process.cpu.usage", "", Meter.Type.GAUGE, "", "The share of all processors this process uses, 0 to 1."),
    SYSTEM_CPU("system.cpu.usage", "", Meter.Type.GAUGE, "", "The share of all processors in use, 0 to 1."),
    SYSTEM_CPUS("system.cpu.count", "", Meter.Type.GAUGE, "", "Processors this process may use."),
    SYSTEM_LOAD("system.load.average.1m", "", Meter.Type.GAUGE, "", "Tasks that run or want to, over one minute."),
    FILES_OPEN("process.files.open", "files", Meter.Type.GAUGE, "", "Files and sockets that are open."),
    FILES_MAX("process.files.max", "files", Meter.Type.GAUGE, "", "How many may be."),
    UPTIME("process.uptime", "seconds", Meter.Type.GAUGE, "", "Time since the start."),
    EXCHANGES(
            "camel.exchanges.total", "", Meter.Type.COUNTER, Tag.ROUTE, "Exchanges of each route, jobs and listings."),
    EXCHANGES_FAILED(
            "camel.exchanges.failed",
            "",
            Meter.Type.COUNTER,
            Tag.ROUTE,
            "Exchanges that failed, and nothing could be done about it."),
    EXCHANGES_HANDLED(
            "camel.exchanges.failures.handled",
            "",
            Meter.Type.COUNTER,
            Tag.ROUTE,
            "Exchanges that failed and were put off, given up on, or told."),
    ROUTES("camel.route.policy", "seconds", Meter.Type.TIMER, Tag.ROUTE, "How long each route takes.");

    private final String id;
    private final String unit;
    private final Meter.Type type;
    private final String tags;
    private final String description;

    LibraryMeter(String id, String unit, Meter.Type type, String tags, String description) {
        this.id = id;
        this.unit = unit;
        this.type = type;
        this.tags = tags;
        this.description = description;
    }

    LibraryMeter(String id, String unit, Meter.Type type, Tag tag, String description) {
        this(id, unit, type, tag.key(), description);
    }

    /// The dotted name.
    public String id() {
        return id;
    }

    /// The base unit, empty where things are counted.
    public String unit() {
        return unit;
    }

    public Meter.Type type() {
        return type;
    }

    /// The keys of its tags, separated by commas.
    public String tags() {
        return tags;
    }

    public String description() {
        return description;
    }

    static Optional<LibraryMeter> find(String id) {
        return Arrays.stream(values()).filter(meter -> meter.id.equals(id)).findFirst();
    }
}
