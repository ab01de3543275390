package dev.assay.ledger;

import dev.assay.vault.Vault;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was picked up, before and after anyone knows what it is.
public final class Arrivals {
    private static final String TABLE = "arrival";

    private final Transactions transactions;

    Arrivals(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Records an arrival with its identifying job.
    ///
    /// @return false if it was recorded before
    public boolean record(Arrival arrival) {
        return transactions.write(facts -> {
            if (facts.find(TABLE, arrival.id()).isPresent()) {
                return false;
            }
            facts.insert(TABLE, "arrival.recorded", row(facts, arrival, ArrivalState.IN_FLIGHT, ""));
            Jobs.open(facts, JobKind.IDENTIFY, arrival.id());
            return true;
        });
    }

    /// Records that something was not taken. Its bytes are not kept by Assay.
    ///
    /// @return false if it was recorded before
    public boolean refused(Arrival arrival, String reason) {
        return transactions.write(facts -> {
            if (facts.find(TABLE, arrival.id()).isPresent()) {
                return false;
            }
            facts.insert(TABLE, "arrival.recorded", row(facts, arrival, ArrivalState.REFUSED, reason));
            Letters.open(facts, LetterKind.RECEIPT, arrival.id(), arrival.vendor(), Duration.ZERO);
            return true;
        });
    }

    /// Records that the source was told.
    public void acknowledged(String id) {
        transactions.write(facts -> {
            facts.update(TABLE, id, "arrival.acknowledged", Row.empty().with("acknowledged_at", facts.now()));
            return id;
        });
    }

    /// Whether the source of a recorded arrival was told.
    public boolean isAcknowledged(String id) {
        return transactions.read(facts -> facts.find(TABLE, id)
                .map(row -> row.textOrNull("acknowledged_at") != null)
                .orElse(false));
    }

    /// What was recorded with its bytes and whose source was not told, as far as is recorded.
    public List<Arrival> unacknowledged(Channel channel, String vendor) {
        return transactions.read(facts -> facts
                .query(
                        "SELECT * FROM arrival WHERE channel = :channel AND vendor = :vendor AND acknowledged_at IS"
                                + " NULL AND state <> 'REFUSED' ORDER BY recorded_at, id",
                        Map.of("channel", channel.word(), "vendor", vendor))
                .stream()
                .map(row -> read(facts, row).arrival())
                .toList());
    }

    /// The same of all vendors.
    public List<Arrival> unacknowledged(Channel channel) {
        return transactions.read(facts -> facts
                .query(
                        "SELECT * FROM arrival WHERE channel = :channel AND acknowledged_at IS NULL AND state <>"
                                + " 'REFUSED' ORDER BY recorded_at, id",
                        Map.of("channel", channel.word()))
                .stream()
                .map(row -> read(facts, row).arrival())
                .toList());
    }

    public Optional<ArrivalRecord> find(String id) {
        return transactions.read(facts -> facts.find(TABLE, id).map(row -> read(facts, row)));
    }

    /// A vendor's own arrival: another's is as if there were none, by the same query.
    public Optional<ArrivalRecord> find(String id, String vendor) {
        return transactions.read(
                facts -> facts
                        .query(
                                "SELECT * FROM arrival WHERE id = :id AND vendor = :vendor",
                                Map.of("id", id, "vendor", vendor))
                        .stream()
                        .findFirst()
                        .map(row -> read(facts, row)));
    }

    /// A vendor's newest arrivals, newest first.
    ///
    /// @param most how many
    public List<ArrivalRecord> newest(String vendor, int most) {
        return transactions.read(facts -> facts
                .query(
                        "SELECT * FROM arrival WHERE vendor = :vendor ORDER BY recorded_at DESC, id LIMIT :most",
                        Map.of("vendor", vendor, "most", most))
                .stream()
                .map(row -> read(facts, row))
                .toList());
    }

    /// The newest arrivals, oldest of them first.
    ///
    /// @param most how many
    public List<ArrivalRecord> newest(int most) {
        return transactions.read(facts -> facts
                .query(
                        "SELECT * FROM (SELECT * FROM arrival ORDER BY recorded_at DESC, id LIMIT :most) AS newest"
                                + " ORDER BY recorded_at, id",
                        Map.of("most", most))
                .stream()
                .map(row -> read(facts, row))
                .toList());
    }

    /// Holds an arrival, unless another manifest than the one that was looked at speaks for its folder by now:
    /// then it is to be identified anew.
    ///
    /// @param seen   the [FolderManifest#arrival] that was looked at
    /// @param reason what a person should know
    /// @return whether it is held
    /// @throws LeaseLost if another took the job over
    public boolean hold(Job job, String seen, String reason) {
        return transactions.write(facts -> {
            Jobs.finish(facts, job);
            Row row = facts.get(TABLE, job.subject());
            String newest = newestManifest(facts, row.text("vendor"), row.text("folder_hash"))
                    .map(manifest -> manifest.text("id"))
                    .orElse("");
            if (newest.equals(seen)) {
                settle(facts, job.subject(), ArrivalState.HELD, reason);
                return true;
            }
            Jobs.open(facts, JobKind.IDENTIFY, job.subject());
            return false;
        });
    }

    /// Ends identifying without a submission.
    ///
    /// @param state  QUARANTINED or PARKED; see [#hold] for HELD
    /// @param reason what a person should know
    /// @throws LeaseLost if another took the job over
    public void settle(Job job, ArrivalState state, String reason) {
        transactions.write(facts -> {
            Jobs.finish(facts, job);
            settle(facts, job.subject(), state, reason);
            return job;
        });
    }

    /// Records a folder's manifest and looks again at what was held in that folder.
    ///
    /// @param manifest as JSON
    /// @param complete whether it says that nothing more comes
    /// @throws LeaseLost if another took the job over
    public void manifest(Job job, String manifest, boolean complete) {
        transactions.write(facts -> {
            Jobs.finish(facts, job);
            String id = job.subject();
            Row row = facts.get(TABLE, id);
            facts.update(
                    TABLE,
                    id,
                    "arrival.manifest",
                    Row.empty()
                            .with("state", ArrivalState.ATTACHED.name())
                            .with("manifest_sealed", facts.seal(Vault.INTAKE, TABLE, id, "manifest_sealed", manifest)));
            Letters.open(facts, LetterKind.RECEIPT, id, row.text("vendor"), Duration.ZERO);
            for (Row held : facts.query(
                    "SELECT id FROM arrival WHERE vendor = :vendor AND folder_hash = :folder AND state = 'HELD' ORDER"
                            + " BY id",
                    Map.of("vendor", row.text("vendor"), "folder", row.text("folder_hash")))) {
                reopen(facts, held.text("id"));
            }
            if (complete) {
                Assemblies.said(facts, row);
            }
            return id;
        });
    }

    /// The newest manifest that came from the same folder of the same vendor as an arrival.
    public FolderManifest manifestBeside(Arrival arrival) {
        return transactions.read(facts -> newestManifest(facts, arrival.vendor(), folderHash(arrival))
                .map(row -> new FolderManifest(
                        row.text("id"),
                        Optional.of(facts.unseal(
                                Vault.INTAKE, TABLE, row.text("id"), "manifest_sealed", row.text("manifest_sealed")))))
                .orElse(new FolderManifest("", Optional.empty())));
    }

    private static Optional<Row> newestManifest(Facts facts, String vendor, String folder) {
        return facts
                .query(
                        "SELECT id, manifest_sealed FROM arrival WHERE vendor = :vendor AND folder_hash = :folder"
                                + " AND manifest_sealed IS NOT NULL ORDER BY recorded_at DESC, id LIMIT 1",
                        Map.of("vendor", vendor, "folder", folder))
                .stream()
                .findFirst();
    }

    static void settle(Facts facts, String id, ArrivalState state, String reason) {
        facts.update(
                TABLE,
                id,
                "arrival." + state.name().toLowerCase(Locale.ROOT),
                Row.empty().with("state", state.name()).with("reason_sealed", sealed(facts, id, reason)));
        LetterKind kind = state == ArrivalState.PARKED ? LetterKind.RECEIPT : LetterKind.NOTICE;
        Letters.open(facts, kind, id, facts.get(TABLE, id).text("vendor"), Duration.ZERO);
    }

    static String sealed(Facts facts, String id, String reason) {
        return facts.seal(Vault.INTAKE, TABLE, id, "reason_sealed", reason);
    }

    /// Has a parked or held arrival looked at again, as a person decides: after a work order was written that it
    /// belongs to, say.
    ///
    /// @return whether it was parked or held
    public boolean requeue(String id, String actor, String reason) {
        return transactions.write(facts -> {
            ArrivalState state = ArrivalState.valueOf(facts.get(TABLE, id).text("state"));
            if (state != ArrivalState.PARKED && state != ArrivalState.HELD) {
                return false;
            }
            Standstills.handled(
                    facts,
                    Standstills.arrival(facts, facts.get(TABLE, id)),
                    "requeue",
                    actor,
                    reason,
                    Optional.empty());
            reopen(facts, id, sealed(facts, id, "Looked at again for " + actor + ": " + reason));
            return true;
        });
    }

    /// The arrivals whose id starts with a prefix, at most 10.
    ///
    /// @param prefix hex digits
    public List<String> idsStartingWith(String prefix) {
        return transactions.read(facts -> facts
                .query(
                        "SELECT id FROM arrival WHERE id LIKE :prefix ORDER BY id LIMIT 10",
                        Map.of("prefix", prefix + "%"))
                .stream()
                .map(row -> row.text("id"))
                .toList());
    }

    static void reopen(Facts facts, String id) {
        reopen(facts, id, null);
    }

    private static void reopen(Facts facts, String id, @Nullable String reason) {
        facts.update(
                TABLE,
                id,
                "arrival.reopened",
                Row.empty().with("state", ArrivalState.IN_FLIGHT.name()).with("reason_sealed", reason));
        Jobs.open(facts, JobKind.IDENTIFY, id);
    }

    private static Row row(Facts facts, Arrival arrival, ArrivalState state, String reason) {
        String id = arrival.id();
        Arrival.ArrivalTimes times = arrival.times();
        return Row.empty()
                .with("id", id)
                .with("channel", arrival.channel().word())
                .with("vendor", arrival.vendor())
                .with("path_sealed", facts.seal(Vault.INTAKE, TABLE, id, "path_sealed", arrival.path()))
                .with("folder_hash", folderHash(arrival))
                .with("size", arrival.size())
                .with("sha256", arrival.sha256())
                .with("claimed_by_source_at", Moments.text(times.claimedBySource()))
                .with("first_seen_at", Moments.text(times.firstSeen()))
                .with("last_growth_at", Moments.text(times.lastGrowth()))
                .with("stable_at", Moments.text(times.stable()))
                .with("recorded_at", Moments.text(times.recorded()))
                .with("state", state.name())
                .with("reason_sealed", reason.isEmpty() ? null : sealed(facts, id, reason));
    }

    static ArrivalRecord read(Facts facts, Row row) {
        String id = row.text("id");
        String reason = facts.unsealOrNull(Vault.INTAKE, TABLE, id, "reason_sealed", row.textOrNull("reason_sealed"));
        return new ArrivalRecord(
                new Arrival(
                        id,
                        Channel.valueOf(row.text("channel").toUpperCase(Locale.ROOT)),
                        row.text("vendor"),
                        facts.unseal(Vault.INTAKE, TABLE, id, "path_sealed", row.text("path_sealed")),
                        row.number("size"),
                        row.text("sha256"),
                        new Arrival.ArrivalTimes(
                                Moments.read(row.text("claimed_by_source_at")),
                                Moments.read(row.text("first_seen_at")),
                                Moments.read(row.text("last_growth_at")),
                                Moments.read(row.text("stable_at")),
                                Moments.read(row.text("recorded_at")))),
                ArrivalState.valueOf(row.text("state")),
                reason == null ? "" : reason,
                submissions(facts, row));
    }

    private static List<String> submissions(Facts facts, Row row) {
        Map<String, String> newest = new LinkedHashMap<>();
        facts.query(
                        "SELECT s.id AS id, s.deliverable AS deliverable FROM arrival_submission l JOIN submission s ON"
                                + " s.id = l.submission WHERE l.arrival = :id ORDER BY s.deliverable, s.round DESC,"
                                + " s.revision DESC",
                        Map.of("id", row.text("id")))
                .forEach(each -> newest.putIfAbsent(each.text("deliverable"), each.text("id")));
        String duplicate = row.textOrNull("duplicate_of");
        if (duplicate != null && !newest.containsValue(duplicate)) {
            newest.put("", duplicate);
        }
        return List.copyOf(newest.values());
    }

    private static String folderHash(Arrival arrival) {
        return folderHash(arrival, arrival.vendor());
    }

    /// What tells the folder that an arrival came from, if it were this vendor's.
    static String folderHash(Arrival arrival, String vendor) {
        int slash = arrival.path().lastIndexOf('/');
        return Digests.id(
                "folder",
                arrival.channel().word(),
                vendor,
                slash < 0 ? "" : arrival.path().substring(0, slash));
    }
}
