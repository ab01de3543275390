package dev.assay.stage;

import dev.assay.check.CheckRequest;
import dev.assay.check.CheckTask;
import dev.assay.check.ItemOutcome;
import dev.assay.check.ItemResult;
import dev.assay.check.Occasion;
import dev.assay.check.Outcome;
import dev.assay.checklist.Item;
import dev.assay.child.ChildPool;
import dev.assay.child.Ending;
import dev.assay.config.Json;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a checklist's items answered in child processes: an item that overruns its deadline or ends its child
/// cannot tell, and the rest go on in another.
public final class ItemRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ItemRunner.class);

    /// Bytes of what was read.
    private static final long A_SECOND = 10 << 20;

    private final ChildPool children;
    private final Duration deadline;

    /// @param deadline for each item; each 10 MiB of what was read adds a second
    public ItemRunner(ChildPool children, Duration deadline) {
        this.children = children;
        this.deadline = deadline;
    }

    /// Makes the request for the items that are left.
    public interface RequestFor {
        CheckRequest of(List<Item> left);
    }

    /// Runs the items that concern a delivery, in order; of the others only why they do not is told.
    ///
    /// @param folder   with the documents that the request names
    /// @param occasion what is known of the delivery
    /// @return one outcome for each item, in order
    public List<ItemOutcome> run(Path folder, Occasion occasion, List<Item> items, RequestFor request)
            throws InterruptedException {
        Map<String, ItemOutcome> ended = new HashMap<>();
        items.forEach(item -> occasion.ended(item).ifPresent(outcome -> ended.put(item.id(), outcome)));
        List<Item> left =
                items.stream().filter(item -> !ended.containsKey(item.id())).toList();
        run(folder, left, request).forEach(outcome -> ended.put(outcome.item().id(), outcome));
        return items.stream().map(item -> ended.get(item.id())).toList();
    }

    /// Runs items in order, on an occasion that nothing is known of.
    ///
    /// @param folder with the documents that the request names
    /// @return one outcome for each item, in order
    public List<ItemOutcome> run(Path folder, List<Item> items, RequestFor request) throws InterruptedException {
        List<ItemOutcome> outcomes = new ArrayList<>();
        while (outcomes.size() < items.size()) {
            List<Item> left = items.subList(outcomes.size(), items.size());
            List<byte[]> answers = new ArrayList<>();
            CheckRequest asked = request.of(left);
            Ending ending = children.run(
                    CheckTask.class, folder, Json.bytes(asked), deadline.plus(reading(folder, asked)), answers::add);
            answers.stream()
                    .limit(left.size())
                    .forEach(answer -> outcomes.add(read(items.get(outcomes.size()), answer)));
            if (outcomes.size() < items.size()) {
                outcomes.add(ended(items.get(outcomes.size()), ending));
            }
        }
        return outcomes;
    }

    /// What it takes the child to read large documents, and to look at all of them.
    private static Duration reading(Path folder, CheckRequest request) {
        long bytes = Stream.concat(
                        request.parts().stream(), request.references().stream().map(CheckRequest.CheckReference::part))
                .map(part -> folder.resolve(part.file()).toFile())
                .mapToLong(File::length)
                .sum();
        return Duration.ofSeconds(bytes / A_SECOND);
    }

    /// A child's answer is as little trusted as the bytes it looked at.
    private static ItemOutcome read(Item item, byte[] answer) {
        try {
            ItemResult result = Json.read(answer, ItemResult.class);
            if (result.itemId().equals(item.id())) {
                return new ItemOutcome(item, result.kindVersion(), result.outcome());
            }
        } catch (IllegalArgumentException e) {
            LOG.warn("Item {}: the child's answer was not an outcome", item.id());
        }
        return cannotTell(item, "The check gave no valid answer.", Outcome.Cause.ERROR);
    }

    private static ItemOutcome ended(Item item, Ending ending) {
        LOG.warn("Item {} (check {}) ended as {}", item.id(), item.check(), ending);
        return switch (ending) {
            case Ending.Overran ignored ->
                cannotTell(item, "The check took longer than it may.", Outcome.Cause.DEADLINE);
            case Ending.OutOfMemory ignored ->
                cannotTell(item, "The check needed more memory than it may have.", Outcome.Cause.LIMIT);
            case Ending.Done ignored -> cannotTell(item, "The check gave no answer.", Outcome.Cause.ERROR);
            case Ending.Threw threw ->
                cannotTell(item, "The check failed (" + threw.type() + ").", Outcome.Cause.ERROR);
            case Ending.Died ignored -> cannotTell(item, "The check ended its process.", Outcome.Cause.ERROR);
        };
    }

    private static ItemOutcome cannotTell(Item item, String reason, Outcome.Cause cause) {
        return new ItemOutcome(item, 0, new Outcome.CannotTell(reason, cause));
    }
}
