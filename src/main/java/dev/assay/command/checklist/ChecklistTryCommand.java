package dev.assay.command.checklist;

import dev.assay.PriorWorkHome;
import dev.assay.check.Checks;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.FolderShelf;
import dev.assay.config.Catalogue;
import dev.assay.config.Json;
import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.stage.Rehearsal;
import dev.assay.work.Client;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay checklist try`.
@Command(
        name = "try",
        description = "Tells which past verdicts would be others with a changed checklist, before it goes live.",
        footer = {
            "",
            "Past submissions are inspected anew in a scratch folder, under the policy, the",
            "history and the sampling draw that they had; nothing is recorded. What was read",
            "of them must still be there. It also works while the installation runs.",
            "",
            "Example: assay checklist try new/checklist.yaml --client northwind --home . --against last 50",
            "Example: assay checklist try clients/northwind/deck.yaml --home . --since 2026-10-01"
        })
public final class ChecklistTryCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "YAML", description = "The changed checklist.")
    private Path file = Path.of("checklist.yaml");

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
    private Path home = Path.of(".");

    @Option(names = "--client", paramLabel = "ID", description = "The client. Default: the file's folder.")
    private @Nullable String client;

    @Option(names = "--against", arity = "2", paramLabel = "last N", description = "The newest N submissions.")
    private List<String> against = new ArrayList<>();

    @Option(names = "--since", paramLabel = "DATE", description = "Those inspected on that day or later.")
    private @Nullable String since;

    @Option(names = "--json", description = "Prints the results as JSON.")
    private boolean json;

    /// What became of one submission.
    record Tried(String submission, String workOrder, String deliverable, int round, Rehearsal.Played result) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        int most = most();
        Instant from = from();
        try (PriorWorkHome installation = PriorWorkHome.open(home, System.getenv())) {
            String owner = client(installation);
            Checklist checklist = read(Optional.empty(), installation.catalogue());
            List<String> ids = installation.ledger().checklists().inspected(owner, checklist.name(), from, most);
            List<Tried> tried = new ArrayList<>();
            if (!ids.isEmpty()) {
                Rehearsal rehearsal = installation.rehearsal();
                for (String id : ids) {
                    SubmissionRecord submission =
                            installation.ledger().submissions().find(id).orElseThrow();
                    tried.add(tried(rehearsal, submission, installation.catalogue()));
                }
            }
            print(tried, owner, checklist.name());
        }
        return 0;
    }

    private Tried tried(Rehearsal rehearsal, SubmissionRecord submission, Catalogue catalogue)
            throws IOException, InterruptedException {
        Catalogue.Expected expected = new Catalogue.Expected(submission.workOrder(), submission.deliverable());
        return new Tried(
                submission.id(),
                submission.workOrder(),
                submission.deliverable(),
                submission.round(),
                rehearsal.of(submission, read(Optional.of(expected), catalogue)));
    }

    /// The changed checklist, with what the deliverable's work order changes of it now.
    private Checklist read(Optional<Catalogue.Expected> expected, Catalogue catalogue) {
        Problems problems = new Problems();
        Optional<Checklist> checklist = TextFile.named(file.toString(), file, problems)
                .flatMap(text -> new ChecklistReader(Checks.kinds())
                        .read(text, FolderShelf.beside(file), expected.flatMap(catalogue::ownItems), problems));
        problems.throwIfAny();
        return checklist.orElseThrow();
    }

    private int most() {
        if (against.isEmpty()) {
            if (since == null) {
                throw wrong("Say what to try it against: --against last N, or --since DATE.");
            }
            return MOST;
        }
        if (!against.getFirst().equals("last") || !against.getLast().matches("[1-9][0-9]{0,3}")) {
            throw wrong("--against is followed by 'last' and a number up to 9999. Found: " + String.join(" ", against));
        }
        return Integer.parseInt(against.getLast());
    }

    private Instant from() {
        try {
            return since == null
                    ? Instant.EPOCH
                    : LocalDate.parse(since)
                            .atStartOfDay(ZoneId.systemDefault())
                            .toInstant();
        } catch (DateTimeException e) {
            throw wrong("--since is a day such as 2026-10-01. Found: " + since);
        }
    }

    private String client(PriorWorkHome installation) {
        Path folder = file.toAbsolutePath().getParent();
        String named = client != null ? client : folder == null ? "" : String.valueOf(folder.getFileName());
        if (installation.catalogue().client(named).isEmpty()) {
            List<String> known =
                    installation.catalogue().clients().stream().map(Client::id).toList();
            throw wrong("There is no client '" + named + "'." + Problems.suggestion(named, known)
                    + " Name one by --client. Known: " + String.join(", ", known));
        }
        return named;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void print(List<Tried> tried, String owner, String name) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(Json.text(tried));
            out.flush();
            return;
        }
        long others = tried.stream()
                .filter(each -> each.result() instanceof Rehearsal.Inspected inspected && inspected.changes())
                .count();
        tried.forEach(each -> print(each, out));
        if (tried.isEmpty()) {
            out.println(
                    "Nothing of client '" + owner + "' was inspected with a checklist '" + name + "' in that time.");
        } else {
            out.println(tried.size() + " inspected anew, " + others + " with another verdict.");
        }
        out.flush();
    }

    private static void print(Tried tried, PrintWriter out) {
        String subject = tried.submission().substring(0, 8) + "  " + tried.workOrder() + "/" + tried.deliverable()
                + ", round " + tried.round() + ": ";
        switch (tried.result()) {
            case Rehearsal.Gone gone -> out.println(subject + "not inspected, " + gone.reason());
            case Rehearsal.Inspected inspected -> {
                out.println(subject
                        + (inspected.changes()
                                ? inspected.before() + " → " + inspected.after()
                                : inspected.before() + ", as before"));
                inspected.differences().forEach(difference -> print(difference, out));
            }
        }
    }

    private static void print(Rehearsal.Difference difference, PrintWriter out) {
        out.println("  " + difference.item() + ": "
                + (difference.before().isEmpty() ? "new" : difference.before()) + " → "
                + (difference.after().isEmpty() ? "gone" : difference.after()) + ". "
                + ShownName.of(difference.reason()));
    }
}
