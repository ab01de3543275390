package dev.assay.command;

import dev.assay.DeskHome;
import dev.assay.check.ItemOutcome;
import dev.assay.checklist.Asking;
import dev.assay.checklist.By;
import dev.assay.checklist.Item;
import dev.assay.config.Fields;
import dev.assay.config.Json;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Story;
import dev.assay.work.PersonAnswer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay answer`.
@Command(
        name = "answer",
        description = "Answers an item of a submission's checklist that asks a person.",
        footer = {
            "",
            "WORD is one of the item's scale: yes, no, unclear or not-applicable where it has",
            "none of its own. The last answer counts; none is overwritten. Of a failed item the",
            "note is what the vendor is told.",
            "",
            "A submission in review is inspected anew and comes to its verdict with the answer;",
            "what went to a vendor or was accepted stays as it is. It also works while the",
            "installation runs.",
            "",
            "Example: assay answer 2f9c conclusions no --note 'The third does not follow from table 4.' --home"
                    + " /srv/assay"
        })
public final class AnswerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "SUBMISSION",
            description = "The submission's id, or its first digits (at least 4).")
    private String id = "";

    @Parameters(index = "1", paramLabel = "ITEM", description = "The item's id.")
    private String item = "";

    @Parameters(index = "2", paramLabel = "WORD", description = "The answer.")
    private String word = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "What the answer rests on.")
    private String note = "";

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
    private Path home = Path.of("");

    @Override
    public Integer call() {
        Given.prefix(spec, id);
        try (DeskHome desk = DeskHome.open(home, System.getenv())) {
            Ledger ledger = desk.ledger();
            Story story =
                    ledger.stories().tell(Given.submission(spec, ledger, id)).orElseThrow();
            String submission = story.submission().id();
            Item asked = asked(story);
            Asking asking = asked.asking();
            Asking.Choice choice = asking.scale().stream()
                    .filter(each -> each.word().equalsIgnoreCase(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> wrong("Item '" + item + "' is answered with one of "
                            + asking.scale().stream().map(Asking.Choice::word).collect(Collectors.joining(", "))
                            + ". Found: '" + word + "'"));
            if (asking.evidence() && note.isBlank()) {
                throw wrong("Item '" + item + "' asks what an answer rests on. Say it with --note.");
            }
            if (!asking.who().isEmpty() && !asking.who().contains(Given.user())) {
                throw wrong("Item '" + item + "' is answered by " + String.join(", ", asking.who()) + ". You are "
                        + Given.user() + ".");
            }
            ledger.personAnswers()
                    .add(submission, new PersonAnswer(item, choice.word(), note.strip(), Given.user(), Instant.now()));
            boolean anew = ledger.submissions().reinspect(submission);
            spec.commandLine()
                    .getOut()
                    .println("Item '" + item + "' is answered: " + choice.word() + " (" + Fields.word(choice.end())
                            + ").\n"
                            + (anew ? "Submission " + submission + " is inspected anew." : "Its verdict stands."));
            return Exit.ACCEPT;
        }
    }

    private Item asked(Story story) {
        List<Item> items = story.inspection().stream()
                .flatMap(inspection -> inspection.outcomes().stream())
                .map(text -> Json.read(text.getBytes(StandardCharsets.UTF_8), ItemOutcome.class))
                .map(ItemOutcome::item)
                .filter(each -> each.by() == By.PERSON)
                .toList();
        return items.stream()
                .filter(each -> each.id().equals(item))
                .findFirst()
                .orElseThrow(() -> wrong("Submission " + story.submission().id()
                        + (items.isEmpty()
                                ? " has no verdict yet, or its checklist asks no person."
                                : " asks a person: "
                                        + items.stream().map(Item::id).collect(Collectors.joining(", ")) + ". Found: '"
                                        + item + "'")));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
