package dev.assay.route;

import dev.assay.ledger.Job;
import dev.assay.ledger.Jobs;
import dev.assay.ledger.LeaseLost;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Renews the leases of the jobs that are being worked on, so that only those of a process that died run out.
final class LeaseKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
    private static final int TIMES_IN_A_LEASE = 3;

    private final Jobs jobs;
    private final Duration lease;
    private final Set<Job> kept = ConcurrentHashMap.newKeySet();

    LeaseKeeper(Jobs jobs, Duration lease) {
        this.jobs = jobs;
        this.lease = lease;
    }

    /// How often [#renew] is to be called.
    Duration every() {
        return lease.dividedBy(TIMES_IN_A_LEASE);
    }

    void keep(Job job) {
        kept.add(job);
    }

    void letGo(Job job) {
        kept.remove(job);
    }

    /// To be called every few seconds: nothing is to wait for as long as a clock is moved back.
    void heedClock() {
        try {
            Duration behind = jobs.heedClock();
            if (!behind.isZero()) {
                LOG.warn(
                        "The ledger's clock was moved back by {}. What waits for it waits no longer for that.", behind);
            }
        } catch (RuntimeException e) {
            LOG.debug("The ledger's clock cannot be read now", e);
        }
    }

    /// Renews all that are kept. Whoever lost a lease learns it when it records its result.
    void renew() {
        for (Job job : List.copyOf(kept)) {
            try {
                jobs.renew(job, lease);
            } catch (LeaseLost e) {
                kept.remove(job);
            } catch (RuntimeException e) {
                LOG.warn(
                        "Cannot renew the lease of the {} job of {}: {}. Trying again.",
                        job.kind(),
                        job.subject(),
                        e.toString());
            }
        }
    }
}
