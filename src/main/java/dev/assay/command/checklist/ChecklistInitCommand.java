package dev.assay.command.checklist;

import dev.assay.check.Checks;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.checklist.Shelf;
import dev.assay.checklist.Shipped;
import dev.assay.config.Fields;
import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `assay checklist init`.
@Command(
        name = "init",
        description = "Writes a first checklist, which extends that of a practice and shows what can be changed.",
        footer = {
            "",
            "With --client it is written to clients/<client>/checklist.yaml of the home, where",
            "there must be none yet; without, it is printed.",
            "",
            "Example: assay checklist init --practice base --client northwind --home /srv/assay"
        })
public final class ChecklistInitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--practice", required = true, paramLabel = "NAME", description = "The practice, or base.")
    private String practice = "";

    @Option(names = "--client", paramLabel = "ID", description = "The client's folder. It must be there.")
    private @Nullable String client;

    @Option(names = "--home", paramLabel = "DIR", description = "The installation's folder. Default: this one.")
    private Path home = Path.of(".");

    @Override
    public Integer call() throws IOException {
        String text = text(shipped());
        PrintWriter out = spec.commandLine().getOut();
        if (client == null) {
            out.print(text);
        } else {
            Path file = write(client, text);
            out.println("Written to " + file + ". What is in force by it: assay checklist show --effective " + file);
        }
        out.flush();
        return 0;
    }

    private Checklist shipped() {
        String name = practice.startsWith(Shipped.PREFIX) ? practice : Shipped.PREFIX + practice;
        TextFile text = Shipped.find(name).orElseThrow(() -> {
            List<String> known = Shipped.names().stream()
                    .map(each -> each.substring(Shipped.PREFIX.length()))
                    .toList();
            return new ParameterException(
                    spec.commandLine(),
                    "There is no checklist of the practice '" + practice + "'." + Problems.suggestion(practice, known)
                            + " Known: " + String.join(", ", known));
        });
        Problems problems = new Problems();
        Checklist checklist = new ChecklistReader(Checks.kinds())
                .read(text, Shelf.EMPTY, problems)
                .orElse(null);
        problems.throwIfAny();
        return Objects.requireNonNull(checklist);
    }

    private Path write(String client, String text) throws IOException {
        Path folder = home.resolve("clients").resolve(client);
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "There is no folder " + folder + ". Make it, with a client.yaml, first.");
        }
        Path file = folder.resolve("checklist.yaml");
        try {
            return Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    file + " is there already. Move it away, or print the new one without --client.");
        }
    }

    private static String text(Checklist shipped) {
        String name = shipped.layers().getLast().file();
        StringBuilder text = new StringBuilder();
        text.append("# Begun from ")
                .append(name)
                .append(". All keys: assay checklist docs, and the page on checklists.\n");
        text.append("title: ").append(shipped.title()).append('\n');
        text.append("extends: ").append(name).append("\n\n");
        text.append("# Inherited, with severity and effect. To change one, take its lines below out of the comment.\n");
        for (Item item : shipped.items()) {
            text.append("#   ")
                    .append(item.id())
                    .append(" (")
                    .append(Fields.word(item.severity()))
                    .append(", ");
            text.append(Fields.word(item.effect()))
                    .append("): ")
                    .append(item.requirement())
                    .append('\n');
        }
        Item first = shipped.items().getFirst();
        Item other = shipped.items().stream()
                .filter(item -> item.effect() != Effect.CONTAIN && !item.id().equals(first.id()))
                .findFirst()
                .orElse(first);
        text.append("""

            # To ask for more, give the keys that differ. To ask for less, say why.
            items: []    # the brackets go with the first item
            #  - id: %s
            #    severity: critical
            #    blocking: true
            #    clause: where your rule stands
            #
            #  - id: %s
            #    mode: advise
            #    reason: why less is enough
            #
            # Your own, in trial until you have seen what it finds:
            #  - id: promises
            #    check: forbidden-term
            #    with: {terms: [guaranteed, best in class]}
            #    mode: trial

            # What does not hold for you:
            # drop:
            #  - {id: %s, reason: why it does not}
            """.formatted(first.id(), other.id(), other.id()));
        return text.toString();
    }
}
