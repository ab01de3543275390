package dev.assay.command;

import dev.assay.DeskHome;
import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.check.Suppressed;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.config.Json;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Story;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.work.Dismissal;
import dev.assay.work.ShownText;
import dev.assay.work.WorkOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay dismiss`.
@Command(
        name = "dismiss",
        description = "Says that a finding does not count. It is shown as dismissed from then on, never dropped.",
        footer = {
            "",
            "Reasons: wrong (the check is mistaken), intended (it is meant to be so),",
            "agreed (the client agreed), minor (not worth mending), elsewhere (dealt with",
            "elsewhere).",
            "",
            "A submission in review is inspected anew and comes to its verdict without the",
            "finding; what went to a vendor or was accepted stays as it is, and the finding is",
            "not raised again in later rounds. It also works while the installation runs.",
            "",
            "Example: assay dismiss 2f9c 07ab --reason intended --note 'agreed by phone' --home /srv/assay",
            "Example: assay dismiss 2f9c 07ab --reason wrong --scope client --until 2027-03-31 --home /srv/assay"
        })
public final class DismissCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "SUBMISSION",
            description = "The submission's id, or its first digits (at least 4).")
    private String id = "";

    @Parameters(
            index = "1",
            paramLabel = "FINDING",
            description = "The finding's id as report and letter print it, or its first digits (at least 4).")
    private String finding = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "WORD",
            description = "wrong, intended, agreed, minor or elsewhere.")
    private String reason = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "More of the reason, in your own words.")
    private String note = "";

    @Option(
            names = "--scope",
            paramLabel = "WORD",
            description =
                    "What it covers: finding (in this deliverable, also in later rounds), text (the item's findings on"
                        + " the same text in this work order), client (the same in all work of the client), item (all"
                        + " findings of the item in this work order). Default: finding.")
    private String scope = "finding";

    @Option(names = "--until", paramLabel = "DAY", description = "The last day on which it holds. Default: no end.")
    private @Nullable LocalDate until;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
    private Path home = Path.of("");

    /// A finding with its item.
    private record Found(Item item, Finding finding) {}

    @Override
    public Integer call() {
        Given.prefix(spec, id);
        Given.prefix(spec, finding);
        Dismissal.Reason why = word("--reason", reason, Dismissal.Reason.class);
        Dismissal.Scope covers = word("--scope", scope, Dismissal.Scope.class);
        try (DeskHome desk = DeskHome.open(home, System.getenv())) {
            Ledger ledger = desk.ledger();
            Story story =
                    ledger.stories().tell(Given.submission(spec, ledger, id)).orElseThrow();
            Found found = found(story);
            if (found.item().effect() == Effect.CONTAIN && covers != Dismissal.Scope.FINDING) {
                throw wrong("Item '" + found.item().id() + "' contains what must not get out: each of its findings is"
                        + " dismissed by itself. Leave --scope out.");
            }
            SubmissionRecord submission = story.submission();
            ledger.dismissals()
                    .add(
                            submission.id(),
                            new Dismissal(
                                    covers,
                                    found.item().id(),
                                    found.finding().fingerprint(),
                                    Suppressed.text(found.finding()),
                                    why,
                                    note.strip(),
                                    Given.user(),
                                    Instant.now(),
                                    end(submission)));
            boolean anew = ledger.submissions().reinspect(submission.id());
            spec.commandLine()
                    .getOut()
                    .println("Dismissed: " + ShownText.of(found.finding().message()) + "\n"
                            + (anew
                                    ? "Submission " + submission.id() + " is inspected anew."
                                    : "Its verdict stands; the finding is not raised again."));
            return Exit.ACCEPT;
        }
    }

    private Found found(Story story) {
        List<Found> found = story.inspection().stream()
                .flatMap(inspection -> inspection.outcomes().stream())
                .map(text -> Json.read(text.getBytes(StandardCharsets.UTF_8), ItemOutcome.class))
                .flatMap(outcome -> outcome.outcome() instanceof Outcome.Failed failed
                        ? failed.findings().stream().map(each -> new Found(outcome.item(), each))
                        : Stream.<Found>empty())
                .filter(each -> each.finding().fingerprint().startsWith(finding))
                .toList();
        if (found.size() != 1) {
            throw wrong(
                    found.isEmpty()
                            ? "Submission " + story.submission().id() + " has no open finding whose id starts with '"
                                    + finding + "'."
                            : "Several findings start with '" + finding + "'. Give more digits.");
        }
        return found.getFirst();
    }

    /// The end of the day in the work order's zone.
    private Optional<Instant> end(SubmissionRecord submission) {
        WorkOrder order = Json.read(submission.definition().getBytes(StandardCharsets.UTF_8), WorkOrder.class);
        return Optional.ofNullable(until)
                .map(day -> day.plusDays(1).atStartOfDay(order.zone()).toInstant());
    }

    private <E extends Enum<E>> E word(String option, String word, Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(option + " is one of "
                        + String.join(
                                ", ",
                                Stream.of(type.getEnumConstants())
                                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                                        .toList())
                        + ". Found: '" + word + "'"));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
