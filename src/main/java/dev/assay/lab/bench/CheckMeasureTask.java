package dev.assay.lab.bench;

import dev.assay.check.Background;
import dev.assay.check.Checks;
import dev.assay.check.Inspection;
import dev.assay.check.Inspector;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.Item;
import dev.assay.child.Task;
import dev.assay.config.Json;
import dev.assay.document.Extraction;
import dev.assay.document.Words;
import dev.assay.extract.Readers;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.xml.XmlGuard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads one file of its folder some times, then answers each item over it some times. Input: a [Request] as JSON;
/// output: a [Read], then a [Checked] for each item, as JSON.
public final class CheckMeasureTask implements Task {
    public CheckMeasureTask() {}

    /// What to measure.
    ///
    /// @param file   in the folder
    /// @param name   what its vendor calls it
    /// @param role   the deliverable's role
    /// @param rounds how often; the least counts
    record Request(String file, String name, String role, int rounds, List<Item> items) {}

    /// What reading took.
    ///
    /// @param cpu    processor time in nanoseconds
    /// @param words  how many there are; 0 where there is no document
    /// @param reason why there is no document; empty where there is one
    record Read(long cpu, int words, String reason) {}

    /// What answering an item took.
    ///
    /// @param cpu      processor time in nanoseconds
    /// @param outcome  the outcome's name
    /// @param findings how many are listed
    /// @param reason   as the outcome says it
    record Checked(String check, long cpu, String outcome, int findings, String reason) {}

    @Override
    public void run(Path folder, byte[] input, Parts parts) throws Exception {
        XmlGuard.limitProcess();
        Request request = Json.read(input, Request.class);
        List<Extraction> read = new ArrayList<>();
        Cost reading = Cost.leastOf(request.rounds(), () -> {
            read.clear();
            read.add(new Readers(ContainerLimits.standard())
                    .read(folder.resolve(request.file()), request.name())
                    .extraction());
        });
        switch (read.getFirst()) {
            case Extraction.Unreadable unreadable ->
                parts.send(Json.bytes(new Read(reading.cpu(), 0, String.valueOf(unreadable.reason()))));
            case Extraction.Extracted extracted -> {
                parts.send(Json.bytes(
                        new Read(reading.cpu(), Words.count(extracted.document().text()), "")));
                check(request, extracted, parts);
            }
        }
    }

    private static void check(Request request, Extraction extraction, Parts parts) throws Exception {
        Inspection inspection = new Inspection(
                "",
                "",
                request.role(),
                "en",
                List.of(new Inspection.Part(request.name(), request.role(), extraction)),
                List.of(),
                Background.NONE);
        Inspector inspector = new Inspector(Checks.all());
        for (Item item : request.items()) {
            List<ItemOutcome> ended = new ArrayList<>();
            Cost cost = Cost.leastOf(request.rounds(), () -> {
                ended.clear();
                ended.add(inspector.inspect(item, inspection, Map.of()));
            });
            Outcome outcome = ended.getFirst().outcome();
            parts.send(Json.bytes(new Checked(
                    String.valueOf(item.check()),
                    cost.cpu(),
                    outcome.getClass().getSimpleName(),
                    outcome instanceof Outcome.Failed failed ? failed.findings().size() : 0,
                    outcome.reason())));
        }
    }
}
