package dev.assay.child;

/// What a pool's children are doing, for health and metrics.
///
/// @param ready        children that wait for a task
/// @param busy         children that run one
/// @param starting     children on their way to ready
/// @param waiting      callers that wait for a child
/// @param deaths       children that ended before their time since the pool started: by themselves, by a
///                     deadline, by a limit, by an interrupted caller; recycled ones are not counted
/// @param startFailure why the last attempt to start a child failed; empty when it succeeded
public record PoolState(int ready, int busy, int starting, int waiting, long deaths, String startFailure) {}
